/* Draws what the server describes: colours by name become those of the theme, for maps see maps.js. */
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

  /* Leaves out labels for which a narrow frame has no room. */
  const LABEL_PIXELS = 62;
  function thinned(axis, width, pixels) {
    const every = Math.ceil(((axis?.tickvals?.length || 0) * (pixels || LABEL_PIXELS)) / width);
    if (every < 2) return;
    for (const key of ["tickvals", "ticktext"]) axis[key] = axis[key].filter((_, i) => i % every === 0);
  }

  /* Axes of amounts: one, or one for each of several small charts. */
  const amountsOf = (layout) => [layout.meta?.amounts || "yaxis"].flat();

  Object.assign(dash_clientside.whitespot, {
    amountsOf,

    async paint(figure) {
      if (!figure) return dash_clientside.no_update;
      const id = dash_clientside.callback_context.outputs_list.id;
      const drawn = painted(JSON.parse(figure), getComputedStyle(document.documentElement));
      const { frame, place } = dash_clientside.whitespot.maps;
      const box = frame(id).getBoundingClientRect();
      thinned(drawn.layout.xaxis, box.width || 600, drawn.layout.meta?.label_pixels);
      const card = frame(id).closest(".card");
      if (card && "log" in card.dataset) for (const axis of amountsOf(drawn.layout)) drawn.layout[axis].type = "log";
      if (drawn.layout.meta?.fit) await place(drawn.layout, id);
      return drawn;
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
