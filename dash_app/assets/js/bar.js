/* The bar above a page: where one is, what is selected, what can be; and the hits of the palette. */
(function () {
  const whitespot = dash_clientside.whitespot;
  const field = (id) => document.getElementById(id);

  const [BAR, MEMBERS, HITS] = ["bar", "members", "hits"].map((address) => ({ address }));

  /* Fills elements by their ids; an answer that comes after a later question is dropped. */
  async function fill(owner, more = {}) {
    const signal = whitespot.turn(owner);
    const parts = await whitespot.ask(owner.address, more, signal).catch(() => ({}));
    if (signal.aborted) return;
    for (const id in parts) whitespot.morph(field(id), parts[id]);
    if (owner === BAR) field("top").removeAttribute("aria-busy");
  }

  let dimension = "";
  const offer = () => field("filters-menu")?.open && fill(MEMBERS, { dimension, text: field("search").value });
  const find = () => fill(HITS, { text: field("palette-search").value });

  function all() {
    field("top").setAttribute("aria-busy", "true");
    fill(BAR);
    offer();
  }

  whitespot.onPlace(all, all);

  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.id === "filters-menu") offer();
  }, true);

  let waiting = 0;
  document.addEventListener("input", ({ target }) => {
    const typed = { search: offer, "palette-search": find }[target.id];
    clearTimeout(waiting);
    if (typed) waiting = setTimeout(typed, 150);
  });

  Object.assign(whitespot.tools, {
    dimension(button) {
      for (const other of button.parentElement.children) other.setAttribute("aria-pressed", other === button);
      dimension = button.dataset.name;
      offer();
      field("search").focus();
    },

    days() {
      const query = new URLSearchParams(location.search);
      for (const name of ["period", "start", "end"]) query.delete(name);
      for (const name of ["start", "end"]) if (field(`day-${name}`).value) query.set(name, field(`day-${name}`).value);
      field("period-menu").open = false;
      whitespot.go("?" + query);
    },
  });
  Object.assign(whitespot, { find });
})();
