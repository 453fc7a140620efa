/* Says what the cell under the pointer holds, where nothing that Plotly draws answers. */
(function () {
  const AROUND = 12;
  const BESIDE = 12;
  const mapOf = (plot) => dash_clientside.whitespot.mapOf(plot);

  /* The cell whose centre is nearest, if the place lies in it: cells are hexagons, so no other holds the place. */
  function nearest({ lat, lon, reach }, place, pixels) {
    const narrow = Math.cos((place.lat * Math.PI) / 180);
    const away = (i) => (lat[i] - place.lat) ** 2 + ((lon[i] - place.lng) * narrow) ** 2;
    let found = 0;
    for (let i = 1; i < lat.length; i++) if (away(i) < away(found)) found = i;
    return Math.sqrt(away(found)) < Math.max(reach, AROUND / pixels) ? found : null;
  }

  function hide(plot) {
    plot.parentElement?.querySelector(".map-tip")?.remove();
  }

  function show(plot, { names, text }, cell, x, y) {
    const made = () => plot.parentElement.appendChild(Object.assign(document.createElement("span"), { className: "map-tip" }));
    const tip = plot.parentElement.querySelector(".map-tip") || made();
    const name = Object.assign(document.createElement("b"), { textContent: names[cell] });
    tip.replaceChildren(name, document.createElement("br"), text[cell]);
    const turned = x + tip.offsetWidth + BESIDE > plot.clientWidth;
    tip.style.translate = `${turned ? x - tip.offsetWidth - BESIDE : x + BESIDE}px ${Math.max(y - tip.offsetHeight / 2, 0)}px`;
  }

  function point(plot, event) {
    const map = mapOf(plot);
    const tips = plot.layout?.meta?.tips;
    if (!map || !tips || plot.answering || event.buttons) return hide(plot);
    const box = plot.getBoundingClientRect();
    const [x, y] = [event.clientX - box.x, event.clientY - box.y];
    const pixels = (512 * 2 ** map.getZoom()) / 360;
    const cell = nearest(tips, map.unproject([x, y]), pixels);
    if (cell === null) hide(plot);
    else show(plot, tips, cell, x, y);
  }

  document.addEventListener("begun", ({ target: plot }) => {
    plot.on("plotly_hover", () => {
      plot.answering = true;
      hide(plot);
    });
    plot.on("plotly_unhover", () => (plot.answering = false));
    for (const kind of ["pointermove", "click"]) plot.addEventListener(kind, (event) => point(plot, event));
    for (const kind of ["pointerleave", "drawn"]) plot.addEventListener(kind, () => hide(plot));
  });
})();
