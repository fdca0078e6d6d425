"use strict";
// before anything is painted, so that a dark page does not flash up light
(() => {
  const kept = localStorage.getItem("raci-theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = () => { document.documentElement.dataset.theme = localStorage.getItem("raci-theme") || (dark.matches ? "dark" : "light"); };
  if (kept && kept !== "dark" && kept !== "light") localStorage.removeItem("raci-theme");
  dark.addEventListener("change", set);
  set();
})();
