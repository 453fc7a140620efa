/* Fills the cards of a page: asks the server for each, shows what comes, drops what nobody waits for any more. */
(function () {
  const whitespot = dash_clientside.whitespot;
  const STATES = ["drawn", "listed", "noticed", "lacking", "as-table"];
  const MARKUP = ["heading", "options", "downloads", "content"];
  const figures = new WeakMap();
  const views = new WeakMap();

  const part = (card, name) => card.querySelector(`[data-part=${name}]`);
  const unreachable = () => document.getElementById("unreachable").innerHTML;
  const cards = () => [...document.querySelectorAll("[data-path] [data-card]")];
  const fetched = (kind, card, more, signal) => whitespot.ask(`${kind}/${card.dataset.card}`, { ...views.get(card), ...more }, signal);

  /* Asks for a card; whoever asks later for the same one wins. */
  async function fill(card) {
    const signal = whitespot.turn(card);
    card.setAttribute("aria-busy", "true");
    try {
      const filled = await fetched("cards", card, { face: card.dataset.face || "chart" }, signal);
      if (!signal.aborted && card.isConnected) await show(card, filled);
    } catch {
      if (!signal.aborted) fail(card);
    } finally {
      if (!signal.aborted) card.removeAttribute("aria-busy");
    }
  }

  async function show(card, filled) {
    for (const name of MARKUP) if (name in filled) whitespot.morph(part(card, name), filled[name]);
    if ("says" in filled) part(card, "says").textContent = filled.says;
    if ("states" in filled) enter(card, filled.states);
    explain(card);
    if (filled.figure) await draw(card, filled.figure);
  }

  function enter(card, states) {
    card.classList.remove(...STATES);
    card.classList.add(...states.split(" "));
    const turned = card.classList.contains("as-table");
    const to = (kind, data) => dash_clientside.set_props({ type: kind, card: card.dataset.card }, data);
    if (turned) to("asked", { data: whitespot.stand({ ...views.get(card), at: Date.now() }) });
    else if (card.querySelector(".card-rows")?.firstChild) to("rows", { children: null });
  }

  function fail(card) {
    part(card, "content").innerHTML = unreachable();
    part(card, "says").textContent = "";
    enter(card, "noticed");
  }

  async function draw(card, figure) {
    figures.set(card, figure);
    await whitespot.paint(part(card, "plot"), figure);
  }

  /* A card that React has made into another one starts anew. */
  function begin(card) {
    if (card.dataset.filled !== card.dataset.card) {
      card.classList.remove(...STATES, "full");
      for (const kept of [figures, views]) kept.delete(card);
      for (const name of ["face", "log", "pinning"]) delete card.dataset[name];
      card.dataset.filled = card.dataset.card;
    }
    fill(card);
  }

  const refill = () => cards().forEach(fill);

  /* The "i" of a card, while open, shows how the answer came to be. */
  async function explain(card) {
    const receipt = part(card, "receipt");
    if (!receipt) return;
    if (!receipt.closest("[data-explains]").open) return receipt.replaceChildren();
    const signal = whitespot.turn(receipt);
    const said = await fetched("receipts", card, {}, signal).catch(() => ({ receipt: unreachable() }));
    if (!signal.aborted) receipt.innerHTML = said.receipt;
  }

  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches?.("[data-explains]")) explain(target.closest("[data-card]"));
  }, true);

  whitespot.onPlace(refill, () => {
    whitespot.forget();
    cards().forEach(begin);
  });

  function turn(button) {
    const card = button.closest("[data-card]");
    card.dataset.face = card.dataset.face === "table" ? "chart" : "table";
    fill(card);
  }

  const look = document.documentElement.dataset;

  function wear(theme) {
    look.theme = theme;
    for (const card of cards()) if (figures.has(card)) draw(card, figures.get(card));
  }

  function theme() {
    wear(look.theme === "dark" ? "light" : "dark");
    localStorage.setItem("whitespot-theme", look.theme);
  }

  /* Paper is light. */
  let worn = "";
  addEventListener("beforeprint", () => {
    worn = look.theme;
    if (worn === "dark") wear("light");
  });
  addEventListener("afterprint", () => worn === "dark" && wear(worn));

  Object.assign(whitespot.tools, { turn, theme });
  Object.assign(whitespot, {
    /* The viewer looks at another part of the map. */
    look(plot, view) {
      const card = plot.closest("[data-card]");
      views.set(card, view);
      fill(card);
    },
    viewOf: (plot) => views.get(plot.closest("[data-card]")),
  });
})();
