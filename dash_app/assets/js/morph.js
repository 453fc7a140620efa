/* Turns the content of an element into new markup, and leaves alone what is the same: focus, scrolling and open menus stay. */
(function () {
  const OF_VIEWER = new Set(["open", "aria-pressed"]);

  function attributes(old, wanted) {
    for (const { name } of [...old.attributes]) if (!wanted.hasAttribute(name) && !OF_VIEWER.has(name)) old.removeAttribute(name);
    for (const { name, value } of wanted.attributes) if (old.getAttribute(name) !== value && !OF_VIEWER.has(name)) old.setAttribute(name, value);
  }

  function become(old, wanted) {
    if (old.isEqualNode(wanted)) return;
    if (old.nodeName !== wanted.nodeName || old.id !== wanted.id) return old.replaceWith(wanted);
    if (old.nodeType === Node.TEXT_NODE) return void (old.data = wanted.data);
    attributes(old, wanted);
    children(old, wanted);
  }

  function children(old, wanted) {
    const [before, after] = [[...old.childNodes], [...wanted.childNodes]];
    after.forEach((node, i) => (i < before.length ? become(before[i], node) : old.append(node)));
    for (const node of before.slice(after.length)) node.remove();
  }

  /* What a field holds is not its attribute; the one somebody moves keeps what it has. */
  function fields(element) {
    for (const input of element.querySelectorAll("input")) if (input !== document.activeElement) input.value = input.getAttribute("value");
    for (const option of element.querySelectorAll("option[selected]")) option.selected = true;
  }

  dash_clientside.whitespot.morph = (element, markup) => {
    const template = document.createElement("template");
    template.innerHTML = markup;
    children(element, template.content);
    fields(element);
    dash_clientside.whitespot.refocus();
  };
})();
