/* What a card can do by itself: fill the screen, change its scale, leave as a picture. */
(function () {
  const cardOf = (button) => button.closest(".card");
  const plotOf = (card) => card.querySelector(".js-plotly-plot");

  function expand(button) {
    const card = cardOf(button);
    const full = card.classList.toggle("full");
    document.documentElement.classList.toggle("has-full", full);
    button.setAttribute("aria-pressed", full);
    requestAnimationFrame(() => plotOf(card) && Plotly.Plots.resize(plotOf(card)));
  }

  document.addEventListener("keydown", (event) => {
    const full = document.querySelector(".card.full");
    if (event.key !== "Escape" || !full || event.defaultPrevented) return;
    event.preventDefault();
    expand(full.querySelector("[data-do=expand]"));
  }, true);

  /* The axis of amounts becomes logarithmic and back; drawings that come later keep to it. */
  function log(button) {
    const card = cardOf(button);
    const on = !("log" in card.dataset);
    if (on) card.dataset.log = "";
    else delete card.dataset.log;
    button.setAttribute("aria-pressed", on);
    const plot = plotOf(card);
    if (!plot?.layout) return;
    const axes = dash_clientside.whitespot.amountsOf(plot.layout);
    Plotly.relayout(plot, Object.fromEntries(axes.map((axis) => [`${axis}.type`, on ? "log" : "linear"])));
  }

  /* A picture says what it shows, of when, and under which filters. */
  async function image(button) {
    const card = cardOf(button);
    const plot = plotOf(card);
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(name).trim();
    const said = [...document.querySelectorAll("#period-name, #chips .chip, #footer span")].map((part) => part.innerText);
    const note = (text, y, size, shift) => ({
      text, x: 0, y, xref: "paper", yref: "paper", xanchor: "left", yanchor: y ? "bottom" : "top", yshift: shift,
      showarrow: false, font: { size, color: color("--ink") },
    });
    const { margin = {}, annotations = [], ...layout } = plot.layout;
    const figure = {
      data: plot.data,
      layout: {
        ...layout,
        paper_bgcolor: color("--surface"),
        margin: { ...margin, l: 56, r: 32, t: 72, b: 88 },
        annotations: [
          ...annotations,
          note(`<b>${card.querySelector("h2")?.innerText || ""}</b>`, 1, 18, 28),
          note(said.join(" · "), 0, 11, -52),
        ],
      },
    };
    const box = plot.getBoundingClientRect();
    const name = card.dataset.card.replace("/", "-");
    const size = { width: Math.max(box.width, 720), height: Math.max(box.height, 360) + 120, scale: 2 };
    await Plotly.downloadImage(figure, { format: button.dataset.form, filename: name, ...size });
    button.closest("details").open = false;
  }

  Object.assign(dash_clientside.whitespot.tools, { expand, log, image });
})();
