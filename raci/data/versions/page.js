"use strict";
(() => {
  const rows = [...document.querySelectorAll("#rows > tr[data-kinds]")];
  const boxes = [...document.querySelectorAll("#filters input[type=checkbox]")];
  const words = document.getElementById("words");
  const shown = document.getElementById("shown");
  const texts = rows.map((row) => row.textContent);
  // by reading, not from the attributes: a browser keeps what was chosen when the page is opened again
  const show = () => {
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = words.value.trim();
    let count = 0;
    rows.forEach((row, index) => {
      const own = row.dataset.kinds.split(" ");
      const fits = (kinds.size === 0 || own.some((kind) => kinds.has(kind))) && (!wanted || texts[index].includes(wanted));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = count === rows.length ? `共 ${count} 处` : `${count} / ${rows.length} 处`;
  };
  const form = document.getElementById("filters");
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
