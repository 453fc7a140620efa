/* Menus: one open at a time, closed by a click elsewhere or Esc. */
(function () {
  const open = () => [...document.querySelectorAll("details.popover[open]")];

  document.addEventListener("pointerdown", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
      event.preventDefault();
    }
  }, true);

  document.addEventListener("toggle", (event) => {
    const menu = event.target;
    if (!menu.open || !menu.matches?.("details.popover")) return;
    for (const other of open()) if (other !== menu) other.open = false;
    menu.querySelector("input[type=search]")?.focus();
  }, true);
})();
