/* Puts markup that came as text into its place, before it is shown. */
(function () {
  function fill(element) {
    if (element.dataset.html === undefined) return;
    element.innerHTML = element.dataset.html;
    element.removeAttribute("data-html");
  }

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") fill(target);
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        fill(node);
        node.querySelectorAll("[data-html]").forEach(fill);
      }
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-html"] });
})();
