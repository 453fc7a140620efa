/* Lists and maps of a page light each other up, and a click on a map drops a pin. */
(function () {
  const mapOf = (plot) => dash_clientside.whitespot.mapOf(plot);
  const maps = () => [...document.querySelectorAll(".card-map.drawn .js-plotly-plot")].filter(mapOf);

  /* A ring over every map of the page, around the place of the row under the pointer. */
  let lit = null;

  function ring(plot) {
    const body = plot.closest(".card-body");
    const circle = body.querySelector(".map-ring") || body.appendChild(Object.assign(document.createElement("div"), { className: "map-ring" }));
    const { x, y } = mapOf(plot).project(lit);
    const { width, height } = plot.getBoundingClientRect();
    circle.hidden = x < 0 || y < 0 || x > width || y > height;
    circle.style.translate = `${x}px ${y}px`;
  }

  function follow() {
    if (lit) maps().forEach(ring);
    else document.querySelectorAll(".map-ring").forEach((circle) => circle.remove());
  }

  function light({ target }) {
    const row = target.closest?.("[data-place]");
    const place = row ? row.dataset.place.split(",").map(Number) : null;
    if (String(place) === String(lit)) return;
    lit = place;
    follow();
  }

  for (const kind of ["pointerover", "focusin", "pointerdown"]) document.addEventListener(kind, light);

  /* The rows that lead where the dot under the pointer leads. */
  function rows(link) {
    for (const row of document.querySelectorAll("a.bar.lit")) row.classList.remove("lit");
    if (!link) return;
    for (const row of document.querySelectorAll("a.bar")) {
      if (row.getAttribute("href") !== link) continue;
      row.classList.add("lit");
      const list = row.closest(".card-body");
      const [inner, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
      if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - outer.height / 2;
    }
  }

  document.addEventListener("begun", ({ target: plot }) => {
    plot.on("plotly_hover", ({ points }) => rows(points[0]?.customdata?.[0]));
    plot.on("plotly_unhover", () => rows(null));
    for (const moves of ["plotly_relayouting", "plotly_relayout"]) plot.on(moves, follow);
  });

  /* Pin mode: the next click on the map of the card is a place; Enter takes its middle, Esc ends it. */
  const waiting = () => document.querySelector(".card[data-pinning]");

  function pin(button) {
    const card = button.closest(".card");
    const on = !("pinning" in card.dataset);
    button.setAttribute("aria-pressed", on);
    if (!on) return delete card.dataset.pinning;
    card.dataset.pinning = button.dataset.option;
    card.querySelector(".maplibregl-canvas")?.focus({ preventScroll: true });
  }

  function drop(card, { lng, lat }) {
    const name = card.dataset.pinning;
    delete card.dataset.pinning;
    card.querySelector("[data-do=pin]")?.setAttribute("aria-pressed", false);
    dash_clientside.whitespot.choose(name, `${lat.toFixed(5)},${lng.toFixed(5)}`);
  }

  let pressed = null;
  document.addEventListener("pointerdown", (event) => (pressed = event), true);
  document.addEventListener("click", (event) => {
    const card = event.target.closest?.(".card[data-pinning]");
    const plot = event.target.closest?.(".js-plotly-plot");
    if (!card || !plot || Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > 4) return;
    event.stopPropagation();
    const box = plot.getBoundingClientRect();
    drop(card, mapOf(plot).unproject([event.clientX - box.x, event.clientY - box.y]).wrap());
  }, true);

  document.addEventListener("keydown", (event) => {
    const card = waiting();
    if (!card || event.target.closest("input, select, textarea")) return;
    const onMap = !event.target.closest("button, a, summary");
    if (event.key === "Enter" && onMap) drop(card, mapOf(card.querySelector(".js-plotly-plot")).getCenter());
    if (event.key !== "Escape") return;
    event.preventDefault();
    pin(card.querySelector("[data-do=pin]"));
  }, true);

  Object.assign(dash_clientside.whitespot, { pin });
})();
