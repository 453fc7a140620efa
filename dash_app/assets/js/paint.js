/* Draws what the server describes: colours by name become those of the theme, for maps see maps.js. */
(function () {
  const DATA = new Set(["x", "y", "z", "lat", "lon", "text", "customdata", "locations", "geojson", "coordinates", "names"]);
  const NAME = /var\((--[\w-]+)\)/g;

  function painted(value, color) {
    if (typeof value === "string") {
      if (value.startsWith("/assets/")) return location.origin + value;
      return value.includes("var(") ? value.replace(NAME, (_, name) => color(name)) : value;
    }
    if (Array.isArray(value)) return value.map((item) => painted(item, color));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, DATA.has(key) ? item : painted(item, color)])
    );
  }

  /* Values of the style sheet as they are now, each looked up once. */
  function colors() {
    const [style, known] = [getComputedStyle(document.documentElement), {}];
    return (name) => (known[name] ??= style.getPropertyValue(name).trim());
  }

  /* Leaves out labels for which a narrow frame has no room. */
  const LABEL_PIXELS = 62;
  function thinned(axis, width, pixels) {
    const every = Math.ceil(((axis?.tickvals?.length || 0) * (pixels || LABEL_PIXELS)) / width);
    if (every < 2) return;
    for (const key of ["tickvals", "ticktext"]) axis[key] = axis[key].filter((_, i) => i % every === 0);
  }

  /* Plotly comes once there is something to draw. */
  let loading = null;
  function library() {
    loading ??= new Promise((resolve, reject) => {
      const failed = () => reject((loading = null, new Error("Plotly did not come")));
      document.head.append(Object.assign(document.createElement("script"), { src: document.getElementById("plotly").href, onload: resolve, onerror: failed }));
    });
    return loading;
  }

  const CONFIG = { displayModeBar: false, doubleClick: false, showTips: false };
  const plots = new Set();
  const sizes = new ResizeObserver((changes) => {
    for (const { target, contentRect: box } of changes) {
      const drawn = target._fullLayout;
      const other = drawn && Math.abs(drawn.width - box.width) + Math.abs(drawn.height - box.height) > 1;
      if (other && box.width) Plotly.Plots.resize(target);
    }
  });

  function listen(plot) {
    if (plots.has(plot)) return;
    plots.add(plot);
    sizes.observe(plot);
    plot.dispatchEvent(new CustomEvent("begun", { bubbles: true }));
    plot.on("plotly_click", (click) => dash_clientside.whitespot.drill(click));
    plot.on("plotly_relayout", (moved) => dash_clientside.whitespot.moved(plot, moved));
  }

  /* Axes of amounts: one, or one for each of several small charts. */
  const amountsOf = (layout) => [layout.meta?.amounts || "yaxis"].flat();

  Object.assign(dash_clientside.whitespot, {
    amountsOf,

    async paint(plot, figure) {
      const signal = dash_clientside.whitespot.turn(plot);
      const drawn = painted(figure, colors());
      const box = plot.getBoundingClientRect();
      thinned(drawn.layout.xaxis, box.width || 600, drawn.layout.meta?.label_pixels);
      if ("log" in plot.closest(".card").dataset) for (const axis of amountsOf(drawn.layout)) drawn.layout[axis].type = "log";
      if (drawn.layout.meta?.fit) await dash_clientside.whitespot.place(drawn.layout, plot);
      await library();
      if (signal.aborted || !plot.isConnected) return;
      const isNew = !dash_clientside.whitespot.mapOf(plot);
      const done = Plotly.react(plot, drawn.data, drawn.layout, CONFIG);
      listen(plot);
      await Promise.all([done, dash_clientside.whitespot.settle(plot, isNew, done)]);
      plot.dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
    },

    /* Lets go of drawings that have left the page: each map holds a context of the graphics card. */
    forget() {
      for (const plot of plots) {
        if (plot.isConnected) continue;
        plots.delete(plot);
        sizes.unobserve(plot);
        Plotly.purge(plot);
      }
    },
  });
})();
