/* Maps: they fit their frame, stay where the viewer moved them, and the URL knows where that is. */
(function () {
  const LEGEND = 56;

  /* Centre and zoom that show a box in a frame of this many pixels, above the legend. */
  function fitting([west, south, east, north], width, height) {
    const mercator = (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
    const high = (mercator(north) - mercator(south)) / (2 * Math.PI);
    const wide = (east - west) / 360;
    const zoom = Math.min(Math.log2(width / 512 / wide), Math.log2((height - LEGEND) / 512 / high), 13) - 0.1;
    const middle = (mercator(north) + mercator(south)) / 2 - (LEGEND * Math.PI) / (512 * 2 ** zoom);
    return { center: { lon: (west + east) / 2, lat: (Math.atan(Math.exp(middle)) * 360) / Math.PI - 90 }, zoom };
  }

  /* Box that a frame of this many pixels shows, `margin` times as large. */
  function inView({ center, zoom }, width, height, margin) {
    const degrees = (margin * 360) / (512 * 2 ** zoom);
    const [x, y] = [(width * degrees) / 2, ((height * degrees) / 2) * Math.cos((center.lat * Math.PI) / 180)];
    const clipped = (value, most) => Math.min(Math.max(value, -most), most);
    return [clipped(center.lon - x, 180), clipped(center.lat - y, 85), clipped(center.lon + x, 180), clipped(center.lat + y, 85)];
  }

  /* Moves the map of the card that a button stands in. */
  function zoom(button, delta) {
    const plot = button.closest(".card").querySelector(".js-plotly-plot");
    const box = plot.getBoundingClientRect();
    const home = fitting(plot.layout.meta.fit, box.width, box.height);
    if (!delta) plot.layout.meta.home = home;
    const to = delta ? { zoom: plot.layout.map.zoom + delta } : home;
    Plotly.relayout(plot, Object.fromEntries(Object.entries(to).map(([key, value]) => [`map.${key}`, value])));
  }

  /* Places come as lists, biggest first; the map wants features, at an address of their own. */
  let places = null;
  async function featuresOf(url) {
    places ??= fetch(url).then((response) => response.json()).then((lists) => {
      const feature = (name, i) => ({
        type: "Feature",
        properties: { name, zoom: lists.zoom[i], population: lists.population[i] },
        geometry: { type: "Point", coordinates: [lists.longitude[i], lists.latitude[i]] },
      });
      const collection = { type: "FeatureCollection", features: lists.name.map(feature) };
      return URL.createObjectURL(new Blob([JSON.stringify(collection)], { type: "application/json" }));
    });
    return places;
  }

  /* The URL says latitude, longitude and zoom of each map that somebody moved; moving one is no step in the history. */
  const named = (plot) => `${plot.closest("[data-card]").dataset.card.replace("/", "-")}.view`;

  function told(plot) {
    const [lat, lon, zoom] = (new URLSearchParams(location.search).get(named(plot)) || "").split(",").map(Number);
    return Number.isFinite(zoom) && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { center: { lat, lon }, zoom } : null;
  }

  function tell(plot, { center, zoom }, home) {
    const query = new URLSearchParams(location.search);
    const moved = Math.abs(zoom - home.zoom) > 0.02 || Math.hypot(center.lon - home.center.lon, center.lat - home.center.lat) > 0.5 ** zoom;
    if (moved) query.set(named(plot), [center.lat.toFixed(4), center.lon.toFixed(4), zoom.toFixed(2)].join(","));
    else query.delete(named(plot));
    const search = query.toString().replaceAll("%2C", ",");
    const href = location.pathname + (search ? `?${search}` : "");
    if (href !== location.pathname + location.search) history.replaceState(history.state, "", href);
  }

  /* What the server has to know of a map that shows this: where, how near, and a box around what is seen. */
  const seen = (place, map, box) => ({
    place,
    zoom: Math.round(map.zoom * 2) / 2,
    bbox: inView(map, box.width, box.height, 1.5).map((degrees) => degrees.toFixed(3)).join(","),
  });

  /* Gives a drawing of a map its base, and the centre and zoom of the map before, of the URL, or those that fit. */
  async function place(layout, plot) {
    const box = plot.getBoundingClientRect();
    const source = layout.map.style.sources.places;
    source.data = await featuresOf(source.data);
    const shown = plot.layout;
    const stays = shown?.meta?.place === layout.meta.place;
    if (stays) Object.assign(layout.meta, { fit: shown.meta.fit, home: shown.meta.home });
    else layout.meta.home = fitting(layout.meta.fit, box.width || 600, box.height || 400);
    const given = shown?.meta?.place ? null : told(plot);
    const { center, zoom } = stays ? shown.map : given || layout.meta.home;
    Object.assign(layout.map, { center, zoom });
    if (given) dash_clientside.whitespot.look(plot, seen(layout.meta.place, given, box));
    else tell(plot, layout.map, layout.meta.home);
  }

  /* Says which part of a map is in view; small moves inside what is loaded already say nothing. */
  function moved(plot, change) {
    const map = plot.layout;
    if (!map?.meta?.fit || !("map.zoom" in change || "map.center" in change)) return;
    const box = plot.getBoundingClientRect();
    tell(plot, map.map, map.meta.home);
    const now = seen(map.meta.place, map.map, box);
    const view = dash_clientside.whitespot.viewOf(plot);
    const known = view?.place === now.place && view.zoom === now.zoom ? view.bbox.split(",").map(Number) : null;
    const [west, south, east, north] = inView(map.map, box.width, box.height, 1);
    if (known && known[0] <= west && known[1] <= south && east <= known[2] && north <= known[3]) return;
    dash_clientside.whitespot.look(plot, now);
  }

  /* Numbers of pins are shown whatever lies around them; lines without a width are not made. */
  function tidy(map) {
    for (const id of map.getLayersOrder()) {
      if (!id.startsWith("plotly-trace") || map.getLayoutProperty(id, "visibility") === "none") continue;
      const { type } = map.getLayer(id);
      if (type === "symbol") map.setLayoutProperty(id, "text-allow-overlap", true);
      if (type === "line" && map.getPaintProperty(id, "line-width") === 0) map.setLayoutProperty(id, "visibility", "none");
    }
  }

  /* Holds a step of MapLibre back, for this once, until what it works on has come. */
  function once(owner, step, ready, before) {
    owner[step] = function (...all) {
      if (!ready()) return;
      delete owner[step];
      before?.();
      owner[step](...all);
    };
  }

  /* Keeps the picture of a map that is given other data until all have come: each tile made once, one painting.
     Tiles are made for the style painted last: a map without a picture, or of another theme, paints at once. */
  function still(map) {
    const paints = () => map.isMoving() || map.painter.style !== map.style;
    const came = () => Object.values(map.style.tileManagers).every((tiles) => tiles.getSource().loaded());
    once(map, "_render", () => paints() || came(), () => tidy(map));
    once(map.painter, "render", () => paints() || map.style.loaded());
  }

  const mapOf = (plot) => plot._fullLayout?.map?._subplot?.map;

  /* What a map needs besides what Plotly tells it; a new one has its layers only once it is drawn. */
  async function settle(plot, isNew, drawn) {
    const map = mapOf(plot);
    if (!map) return;
    map._fadeDuration = 0;
    if (!isNew) return still(map);
    await drawn;
    tidy(map);
  }

  Object.assign(dash_clientside.whitespot, { zoom, place, moved, mapOf, settle });
})();
