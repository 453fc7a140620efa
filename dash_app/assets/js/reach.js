/* The pointer on a store of a map shows how far most of its customers come. */
(function () {
  const KM_PER_DEGREE = 111.195;

  function clear(plot) {
    plot.closest(".card-body")?.querySelector(".map-reach")?.remove();
  }

  /* A point carries its link and the radius in kilometres. */
  function outline(plot, { lon, lat, customdata }) {
    clear(plot);
    const km = customdata?.[1];
    if (!km) return;
    const map = plot._fullLayout.map._subplot.map;
    const [middle, edge] = [map.project([lon, lat]), map.project([lon, lat + km / KM_PER_DEGREE])];
    const radius = middle.y - edge.y;
    const circle = Object.assign(document.createElement("div"), { className: "map-reach" });
    Object.assign(circle.style, { left: `${middle.x - radius}px`, top: `${middle.y - radius}px`, width: `${2 * radius}px`, height: `${2 * radius}px` });
    plot.parentElement.append(circle);
  }

  document.addEventListener("begun", ({ target: plot }) => {
    if (!plot.closest(".card-map")) return;
    plot.on("plotly_hover", ({ points }) => outline(plot, points[0]));
    for (const end of ["plotly_unhover", "plotly_relayouting", "plotly_click"]) plot.on(end, () => clear(plot));
  });
})();
