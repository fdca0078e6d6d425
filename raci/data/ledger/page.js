"use strict";
const form = document.getElementById("filters"), rows = [...document.querySelectorAll("#rows tr[data-light]")];
const plan = document.getElementById("plan"), body = document.getElementById("body"), words = document.getElementById("words");
const shown = document.getElementById("shown"), months = [...document.querySelectorAll("button.month")];
let month = "";
function filter() {
  const lights = [...form.querySelectorAll("fieldset input:checked")].map((box) => box.value);
  const sought = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const text = sought.length ? row.textContent.toLowerCase() : "";
    const fits = (!lights.length || lights.includes(row.dataset.light)) && (!plan.value || row.dataset.plan === plan.value)
      && (!body.value || row.dataset.bodies.split(" ").includes(body.value)) && (!month || row.dataset.month === month)
      && sought.every((word) => text.includes(word));
    row.hidden = !fits;
    count += fits;
  }
  for (const each of months) each.setAttribute("aria-pressed", String(each.dataset.month === month));
  shown.textContent = count === rows.length ? `${count} 项` : `${count} / ${rows.length} 项`;
}
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => { month = ""; setTimeout(filter); });
for (const each of months) each.addEventListener("click", () => { month = month === each.dataset.month ? "" : each.dataset.month; filter(); });
for (const line of document.querySelectorAll("button.line")) line.addEventListener("click", () => {
  const select = line.dataset.plan !== undefined ? plan : body, value = line.dataset.plan ?? line.dataset.body;
  select.value = select.value === value ? "" : value;
  filter();
  document.getElementById("tasks").scrollIntoView({ block: "start" });
});
filter();
