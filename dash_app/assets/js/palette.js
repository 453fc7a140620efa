/* The command palette by keyboard: open, choose, go. */
(function () {
  const dialog = () => document.getElementById("palette");
  const hits = () => [...dialog().querySelectorAll(".hit")];

  function open() {
    if (dialog().open) return dialog().close();
    dialog().showModal();
    dash_clientside.whitespot.find();
    const field = document.getElementById("palette-search");
    field.focus();
    field.select();
  }

  function choose(step) {
    const all = hits();
    if (!all.length) return;
    const now = all.findIndex((hit) => hit.hasAttribute("aria-current"));
    const next = all[(now + step + all.length) % all.length];
    for (const hit of all) hit.removeAttribute("aria-current");
    next.setAttribute("aria-current", "true");
    next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
    if (!dialog()?.open) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      dialog().querySelector(".hit[aria-current]")?.click();
    }
  });

  /* Cards that a hit leads to come into view once they stand. */
  function show(name) {
    let tries = 50;
    const look = () => {
      const card = document.querySelector(`[data-card="${name}"]`);
      if (card) card.scrollIntoView({ block: "center" });
      else if (tries--) setTimeout(look, 60);
    };
    look();
  }

  document.addEventListener("click", (event) => {
    if (event.target === dialog()) dialog().close();
    const hit = event.target.closest(".hit");
    if (!hit || event.metaKey || event.ctrlKey) return;
    dialog().close();
    if (hit.dataset.scroll) setTimeout(show, 0, hit.dataset.scroll);
  });

  dash_clientside.whitespot.tools.palette = open;
})();
