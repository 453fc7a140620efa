/* Lists that narrow as one types, text that is copied. */
(function () {
  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

  function narrow(field) {
    const wanted = words(field.value);
    const list = document.getElementById(field.dataset.narrows);
    let found = 0;
    for (const group of list.querySelectorAll("[data-group]")) {
      let here = 0;
      for (const entry of group.querySelectorAll("[data-words]")) {
        const fits = wanted.every((word) => entry.dataset.words.includes(word));
        entry.hidden = !fits;
        here += fits;
      }
      group.hidden = !here;
      found += here;
    }
    list.dataset.found = found;
    document.getElementById(`${field.dataset.narrows}-none`).hidden = found > 0;
  }

  document.addEventListener("input", ({ target }) => {
    const field = target.closest?.("[data-narrows]");
    if (field) narrow({ value: target.value, dataset: field.dataset });
  });

  function copyText(button) {
    const text = button.closest("[data-text]").querySelector("code").textContent;
    const { tell } = dash_clientside.whitespot;
    const [done, failed] = [() => tell(button.dataset.done), () => tell(button.dataset.failed)];
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, failed);
    else failed();
  }

  Object.assign(dash_clientside.whitespot.tools, { copyText });
})();
