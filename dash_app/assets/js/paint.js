/* Draws what the server describes: colours by name become those of the theme, maps fit their frame. */
(function () {
  const DATA = new Set(["x", "y", "z", "lat", "lon", "text", "customdata", "locations", "geojson"]);
  const NAME = /var\((--[\w-]+)\)/g;

  function painted(value, style) {
    if (typeof value === "string") {
      if (value.startsWith("/assets/")) return location.origin + value;
      return value.includes("var(") ? value.replace(NAME, (_, name) => style.getPropertyValue(name).trim()) : value;
    }
    if (Array.isArray(value)) return value.map((item) => painted(item, style));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, DATA.has(key) ? item : painted(item, style)])
    );
  }

  /* Centre and zoom that show a box in a frame of this many pixels. */
  function fitting([west, south, east, north], width, height) {
    const mercator = (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
    const high = (mercator(north) - mercator(south)) / (2 * Math.PI);
    const wide = (east - west) / 360;
    const zoom = Math.min(Math.log2(width / 512 / wide), Math.log2(height / 512 / high), 13);
    const middle = (Math.atan(Math.exp((mercator(north) + mercator(south)) / 2)) * 360) / Math.PI - 90;
    return { center: { lon: (west + east) / 2, lat: middle }, zoom: zoom - 0.1 };
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
    const to = delta ? { zoom: plot.layout.map.zoom + delta } : fitting(plot.layout.meta.fit, box.width, box.height);
    Plotly.relayout(plot, Object.fromEntries(Object.entries(to).map(([key, value]) => [`map.${key}`, value])));
  }

  dash_clientside.whitespot.zoom = zoom;

  function frame(id) {
    const name = Object.keys(id).sort().map((key) => `"${key}":${JSON.stringify(id[key])}`).join(",");
    return document.getElementById(`{${name}}`);
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

  /* Leaves out labels for which a narrow frame has no room. */
  const LABEL_PIXELS = 62;
  function thinned(axis, width) {
    const every = Math.ceil(((axis?.tickvals?.length || 0) * LABEL_PIXELS) / width);
    if (every < 2) return;
    for (const key of ["tickvals", "ticktext"]) axis[key] = axis[key].filter((_, i) => i % every === 0);
  }

  Object.assign(dash_clientside.whitespot, {
    async paint(figure) {
      if (!figure) return dash_clientside.no_update;
      const id = dash_clientside.callback_context.outputs_list.id;
      const drawn = painted(figure, getComputedStyle(document.documentElement));
      const fit = figure.layout.meta?.fit;
      const box = frame(id).getBoundingClientRect();
      thinned(drawn.layout.xaxis, box.width || 600);
      const card = frame(id).closest(".card");
      if (card && "log" in card.dataset) drawn.layout[drawn.layout.meta?.amounts || "yaxis"].type = "log";
      if (fit) {
        const source = drawn.layout.map.style.sources.places;
        source.data = await featuresOf(source.data);
        const shown = frame(id).querySelector(".js-plotly-plot")?.layout;
        const stays = shown?.meta?.place === drawn.layout.meta.place;
        const { center, zoom } = stays ? shown.map : fitting(fit, box.width || 600, box.height || 400);
        Object.assign(drawn.layout.map, { center, zoom });
        if (stays) drawn.layout.meta.fit = shown.meta.fit;
      }
      return drawn;
    },

    /* Says which part of a map is in view; small moves inside what is loaded already say nothing. */
    look(moved, id, view) {
      const map = frame(id)?.querySelector(".js-plotly-plot")?.layout;
      if (!moved || !map?.meta?.fit || !("map.zoom" in moved || "map.center" in moved)) return dash_clientside.no_update;
      const box = frame(id).getBoundingClientRect();
      const zoom = Math.round(map.map.zoom * 2) / 2;
      const place = map.meta.place;
      const known = view?.place === place && view.zoom === zoom ? view.bbox.split(",").map(Number) : null;
      const [west, south, east, north] = inView(map.map, box.width, box.height, 1);
      if (known && known[0] <= west && known[1] <= south && east <= known[2] && north <= known[3]) return dash_clientside.no_update;
      const loaded = inView(map.map, box.width, box.height, 1.5);
      return { place, zoom, bbox: loaded.map((degrees) => degrees.toFixed(3)).join(",") };
    },

    turn(clicks) {
      return clicks % 2 ? "table" : "chart";
    },

    switchTheme(clicks) {
      const root = document.documentElement;
      if (clicks) {
        root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
        localStorage.setItem("whitespot-theme", root.dataset.theme);
      }
      return root.dataset.theme;
    },
  });
})();
