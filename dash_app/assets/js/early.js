/* Chooses light or dark before anything is drawn. */
(function () {
  const stored = localStorage.getItem("whitespot-theme");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = stored || (dark ? "dark" : "light");
})();
