// The matrix as it stands: letters where they are; a click shows the task and puts the letter right.
import { el, Lazy } from "./dom.js";
import { bandOver, chapterOf, hue } from "./tools.js";

const BLOCK = 40; // rows that are made at a time

export class MatrixView {
  constructor(store, root, filters, open) {
    this.store = store;
    this.root = root;
    this.filters = filters;
    this.openEntry = open;
    this.version = -1;
    this.key = "";
  }

  draw() {
    const tasks = this.filters.shown();
    const key = `${this.store.version}/${tasks.length}/${JSON.stringify([...this.filters.state.roles])}`;
    if (key === this.key) return;
    this.key = key;
    const counts = new Map(), names = new Map();
    for (const task of tasks) for (const entry of task.entries) if (entry.letter && entry.kind !== "person" && entry.role !== "leader") {
      counts.set(entry.body, (counts.get(entry.body) || new Set()).add(task.id));
      if (!names.has(entry.body)) names.set(entry.body, entry.name);
    }
    const bodies = [...counts].sort((a, b) => b[1].size - a[1].size).map(([body]) => body);
    const at = new Map(bodies.map((body, place) => [body, place]));
    if (!tasks.length) return this.root.replaceChildren(el("p", { class: "empty" }, "没有符合条件的任务。"));
    const longest = Math.min(Math.max(4, ...bodies.map((body) => names.get(body).length)), 13);
    const grid = el("div", { class: "matrix", role: "grid", "aria-label": "责任矩阵", "aria-rowcount": tasks.length + 1, "aria-colcount": bodies.length + 1, "--n": bodies.length || 0.01, "--tall": `${longest * 14 + 34}px` });
    grid.append(el("div", { class: "row heads", role: "row" }, el("div", { class: "corner", role: "columnheader" }, "任务"),
      ...bodies.map((body) => el("div", { class: "body", role: "columnheader", title: `${body}：${counts.get(body).size} 项` }, el("b", {}, names.get(body).slice(0, 26)), el("small", {}, String(counts.get(body).size))))));
    const lazy = new Lazy(this.root);
    for (let from = 0; from < tasks.length; from += BLOCK) {
      const some = tasks.slice(from, from + BLOCK);
      const block = el("div", { class: "rows", role: "rowgroup", "--size": `${some.length * 45}px` });
      lazy.watch(block, () => { block.classList.add("filled"); block.replaceChildren(...this.rows(some, from ? chapterOf(tasks[from - 1]) : null, at)); });
      grid.append(block);
    }
    this.root.replaceChildren(grid);
  }

  rows(tasks, before, at) {
    const made = [];
    let chapter = before;
    for (const task of tasks) {
      const band = bandOver(task, chapter);
      if (band) made.push(el("div", { class: "row band", role: "row" }, el("span", { role: "rowheader" }, band)));
      chapter = chapterOf(task);
      const row = el("div", { class: task.entries.length ? "row" : "row open", role: "row" }, el("div", { class: "name", role: "rowheader" }, el("button", { type: "button", on: { click: () => this.store.select(task.id, null, "matrix") } }, el("i", {}, task.number), task.shown)));
      this.letters(row, task, at);
      made.push(row);
    }
    return made;
  }

  letters(row, task, at) {
    const cells = new Map();
    task.entries.forEach((entry, place) => { if (entry.letter && at.has(entry.body)) cells.set(entry.body, [...(cells.get(entry.body) || []), [entry, place]]); });
    for (const [body, held] of cells) {
      const letter = [...new Set(held.flatMap(([entry]) => entry.letter.split("/")))].join("/");
      row.append(el("button", { class: `letter ${hue(letter)}`, type: "button", role: "gridcell", "--c": at.get(body), title: `${body}（${letter}）`, "aria-label": `${task.number}${task.shown}，${body}：${letter}`,
        on: { click: (event) => { this.store.select(task.id, held[0][1], "matrix"); this.openEntry(task.id, held[0][1], event.currentTarget); } } }, letter));
    }
  }
}

export const legend = (store) => el("div", { class: "legend", "aria-label": "图例" }, ...Object.entries(store.legend).map(([letter, words]) => el("span", {}, el("span", { class: `letter ${hue(letter)}` }, letter), words)));
