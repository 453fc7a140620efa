/* The URL is the state: every change is a link, a change of the query leaves the page standing. */
(function () {
  const KEY = "whitespot-history";
  const read = () => JSON.parse(sessionStorage.getItem(KEY) || '{"past":[],"future":[]}');
  const write = (history) => sessionStorage.setItem(KEY, JSON.stringify(history));
  let focused = null;

  /* again : one more step of the change made last, which the history keeps as one. */
  function go(href, again = false) {
    const target = new URL(href, location.href);
    if (target.search === "?" || target.search === "") target.search = "";
    if (target.pathname === location.pathname && target.search !== location.search) again || remember();
    else if (target.pathname !== location.pathname) scrollTo(0, 0);
    history[again ? "replaceState" : "pushState"](null, "", target.pathname + target.search);
    dispatchEvent(new PopStateEvent("popstate"));
  }

  function remember() {
    const { past } = read();
    write({ past: [...past, location.search].slice(-50), future: [] });
    offer();
  }

  function step(from, to) {
    const kept = read();
    if (!kept[from].length) return;
    kept[to].push(location.search);
    const search = kept[from].pop();
    write(kept);
    history.pushState(null, "", location.pathname + search);
    dispatchEvent(new PopStateEvent("popstate"));
    offer();
  }

  /* Filters hold on every page; choices of single cards stay behind. */
  function kept() {
    const query = new URLSearchParams(location.search);
    for (const name of [...query.keys()]) if (name.includes(".")) query.delete(name);
    return query.toString() ? `?${query}` : "";
  }

  /* What the page shows outside Dash: which steps can be undone, which page is open, the last message. */
  const isBelow = ({ dataset }) => (dataset.below || "").split(" ").some((path) => path && location.pathname.startsWith(`${path}/`));

  function offer() {
    const { past, future } = read();
    for (const [name, kept] of [["undo", past], ["redo", future]]) {
      const button = document.getElementById(name);
      if (button && button.disabled !== (kept.length === 0)) button.disabled = !kept.length;
    }
    for (const link of document.querySelectorAll(".rail a:not(.brand)")) {
      const target = new URL(link.href);
      const here = target.pathname === location.pathname || isBelow(link);
      if ("keep" in link.dataset && target.search !== kept()) link.setAttribute("href", target.pathname + kept());
      if (here === link.hasAttribute("aria-current")) continue;
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      if (here) document.title = `${link.textContent} · Whitespot`;
    }
  }

  /* A message in the toast shows for some seconds, also when it is the same again. */
  function show(toast) {
    toast.classList.remove("shown");
    void toast.offsetWidth;
    toast.classList.add("shown");
  }

  function copy(button) {
    const done = () => tell(button.dataset.done);
    if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(done, () => tell(location.href));
    else tell(location.href);
  }

  function tell(text) {
    dash_clientside.set_props("toast", { children: text });
  }

  const zoomed = (delta) => (button) => dash_clientside.whitespot.zoom(button, delta);
  const ZOOMS = { plus: zoomed(1), minus: zoomed(-1), fit: zoomed(0) };
  const DO = { undo: () => step("past", "future"), redo: () => step("future", "past"), copy, print: () => print(), pin: (button) => dash_clientside.whitespot.pin(button), ...ZOOMS };
  const act = (button) => (DO[button.dataset.do] || dash_clientside.whitespot.tools[button.dataset.do])(button);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) return act(button);
    const link = event.target.closest("a[href]");
    const leaves = link && ("leave" in link.dataset || link.target || link.hasAttribute("download"));
    const elsewhere = !link || leaves || link.origin !== location.origin;
    if (elsewhere || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    focused = link.id || null;
    if ("close" in link.dataset && link.closest("details")) link.closest("details").open = false;
    if ("again" in link.dataset) return location.reload();
    if (link.dataset.option) return choose(link.dataset.option, link.dataset.value);
    go(link.getAttribute("href"));
  });

  /* Choices of cards: a list says what it stands at, a slider while it moves. */
  let last = {};
  function choose(name, value, resets = "") {
    const query = new URLSearchParams(location.search);
    for (const other of resets.split(" ")) query.delete(other);
    query.set(name, value);
    const again = last.name === name && Date.now() - last.at < 1500;
    last = { name, at: Date.now() };
    go("?" + query, again);
  }

  let waiting = 0;
  document.addEventListener("input", ({ target }) => {
    const field = target.closest("[data-option]");
    if (!field || target.type !== "range") return;
    const shown = field.querySelector("output");
    shown.textContent = `${Number(target.value).toLocaleString(navigator.language)} ${shown.dataset.unit}`.trim();
    clearTimeout(waiting);
    waiting = setTimeout(() => choose(field.dataset.option, target.value, field.dataset.resets), 200);
  });

  document.addEventListener("change", ({ target }) => {
    if (target.matches("select[data-option]")) choose(target.dataset.option, target.value);
  });

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, select, textarea");
    if (event.key === " " && event.target.matches("a[role=checkbox]")) {
      event.preventDefault();
      event.target.click();
    }
    if (event.defaultPrevented || writing) return;
    if (event.key === "Escape") document.querySelector("[data-up]")?.click();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") step(...(event.shiftKey ? ["future", "past"] : ["past", "future"]));
  });

  /* What has been chosen keeps the focus, also where it stands anew. */
  function refocus() {
    const again = focused && document.activeElement === document.body && document.getElementById(focused);
    if (again) again.focus({ preventScroll: true });
  }

  const toasts = new MutationObserver(([{ target }]) => show(target.closest?.("#toast") || target.parentElement));

  function begin() {
    offer();
    toasts.observe(document.getElementById("toast"), { childList: true, characterData: true, subtree: true });
  }

  addEventListener("popstate", offer);
  dash_clientside.whitespot.onPlace(offer, begin);

  Object.assign(dash_clientside.whitespot, {
    go,
    refocus,
    tell,
    choose,
    drill(click) {
      const link = click?.points?.[0]?.customdata?.[0];
      if (typeof link === "string" && /^[?/]/.test(link) && !document.querySelector("[data-pinning]")) go(link);
    },
  });
})();
