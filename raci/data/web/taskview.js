// The tasks, on the right: who has a part in each, in which role, until when; cards in blocks that are made when seen.
import { button, el, Lazy } from "./dom.js";
import { bandOver, chapterOf, labelOf, letterMark } from "./tools.js";

const BLOCK = 20; // cards that are made at a time
const TALL = 112; // what one takes, about

export class TaskView {
  constructor(store, root, editor, filters) {
    this.store = store;
    this.root = root;
    this.editor = editor;
    this.filters = filters;
    this.cards = new Map();
    this.blocks = new Map();
    root.addEventListener("keydown", (event) => this.walk(event));
    this.arrange();
  }

  // the cards of the tasks that the filters leave, in order, with the headings above them
  arrange() {
    const known = new Set(this.store.order);
    for (const id of this.cards.keys()) if (!known.has(id)) this.cards.delete(id);
    this.shown = this.filters.shown();
    this.blocks.clear();
    this.lazy?.observer.disconnect();
    this.lazy = new Lazy(this.root);
    const nodes = [], again = [];
    for (let from = 0; from < this.shown.length; from += BLOCK) {
      const tasks = this.shown.slice(from, from + BLOCK);
      const block = el("div", { class: "cards", "--size": `${tasks.length * TALL}px` });
      tasks.forEach((task) => this.blocks.set(task.id, block));
      this.lazy.watch(block, () => this.fillBlock(block, from));
      if (tasks.some((task) => this.cards.has(task.id))) again.push(block);
      nodes.push(block);
    }
    if (!nodes.length) nodes.push(el("p", { class: "empty" }, this.store.order.length ? "没有符合条件的任务。" : "没有读出任务。可在左边选取文字，标为牵头、责任或配合；表格可点表头，说明这一列是什么。"));
    again.forEach((block) => this.lazy.fill(block)); // so that what is in sight stays where it is
    this.root.replaceChildren(...nodes);
    this.light();
  }

  fillBlock(block, from) {
    const nodes = [];
    let chapter = from ? chapterOf(this.shown[from - 1]) : null;
    for (const { id } of this.shown.slice(from, from + BLOCK)) {
      const task = this.store.tasks.get(id);
      if (!task) continue;
      const band = bandOver(task, chapter);
      if (band) nodes.push(el("h2", { class: "chapter" }, band));
      chapter = chapterOf(task);
      nodes.push(this.card(id));
    }
    block.classList.add("filled");
    block.replaceChildren(...nodes);
    this.light();
  }

  card(id) {
    let card = this.cards.get(id);
    if (!card) {
      card = el("article", { class: "task", "data-id": id, tabindex: "-1", on: { click: (event) => this.clicked(event, id) } });
      this.cards.set(id, card);
      this.fill(id);
    }
    return card;
  }

  fill(id) {
    const task = this.store.tasks.get(id), card = this.cards.get(id);
    if (!task || !card) return;
    const label = labelOf(task);
    const byRole = new Map();
    task.entries.forEach((entry, at) => byRole.set(entry.role, [...(byRole.get(entry.role) || []), [entry, at]]));
    const hand = task.entries.some((entry) => entry.hand);
    card.classList.toggle("open", !task.entries.length);
    card.classList.add("filled");
    card.setAttribute("aria-label", label);
    card.replaceChildren(
      el("div", { class: "task-head" },
        el("h3", {}, button(label || "（无标题）", () => this.store.select(id, null, "tasks"), { class: "task-link", "aria-current": this.store.selected === id ? "true" : null })),
        hand ? el("span", { class: "handmark", title: "有手工改动" }, "手工") : "",
        button("⋯", (event) => this.editor.taskMenu(id, event.currentTarget), { class: "more", "aria-label": `${label}：更多`, title: "改名、合并、拆分、移动、不是任务" })),
      ...[...byRole].map(([role, held]) => el("div", { class: "part" }, el("span", { class: "role" }, this.store.roles[role]),
        el("span", { class: "chips" }, ...held.map(([entry, at]) => this.chip(id, entry, at))))),
      task.entries.length ? "" : el("p", { class: "none" }, "未写明责任单位"),
      task.remark ? el("p", { class: "remark" }, task.remark) : "",
      el("div", { class: "tail" },
        button("＋ 单位", (event) => this.editor.add(id, event.currentTarget), { class: "quiet", "aria-label": `${label}：增加单位` }),
        button(task.deadline ? `时限：${task.deadline}` : "＋ 时限", (event) => this.editor.deadline(id, event.currentTarget), { class: task.deadline ? "quiet due" : "quiet", title: task.due ? `到期日 ${task.due}` : null, "aria-label": task.deadline ? `${label}：时限 ${task.deadline}` : `${label}：增加时限` })));
  }

  chip(id, entry, at) {
    const open = entry.candidates.length > 0 || entry.kind === "unknown" || !entry.canonical && !["collective", "person"].includes(entry.kind);
    const chosen = this.store.selected === id && this.store.selectedEntry === at;
    const title = [entry.canonical && entry.canonical !== entry.name ? entry.canonical : "", entry.hand ? "手工" : entry.basis, open ? "含义未定" : ""].filter(Boolean).join(" · ");
    return button([el("span", { class: "unseen" }, `${this.store.roles[entry.role]} `), letterMarkOf(entry), entry.name], (event) => { this.store.select(id, at, "tasks"); this.editor.entry(id, at, event.currentTarget); },
      { class: `chip${entry.hand ? " hand" : ""}${open ? " unsure" : ""}${chosen ? " now" : ""}`, "data-at": at, title });
  }

  clicked(event, id) { if (!event.target.closest("button")) this.store.select(id, null, "tasks"); }

  changed({ before, reordered }) {
    for (const id of before.keys()) if (this.cards.has(id)) this.fill(id);
    if (reordered || this.filters.active() || this.pathChanged(before)) this.arrange();
    this.light();
  }

  pathChanged(before) {
    for (const [id, task] of before) if (!task || !this.store.tasks.has(id) || chapterOf(task) !== chapterOf(this.store.tasks.get(id))) return true;
    return false;
  }

  light() {
    this.root.querySelectorAll(".task.now, .chip.now").forEach((node) => node.classList.remove("now"));
    const card = this.cards.get(this.store.selected);
    if (!card) return;
    card.classList.add("now");
    if (this.store.selectedEntry !== null) card.querySelector(`.chip[data-at="${this.store.selectedEntry}"]`)?.classList.add("now");
  }

  show(id) {
    const block = this.blocks.get(id);
    if (!block?.isConnected) return false;
    this.lazy.fill(block);
    const card = this.cards.get(id);
    this.light();
    const box = card.getBoundingClientRect(), frame = this.root.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) card.scrollIntoView({ block: "center" });
    return true;
  }

  focus(id) {
    if (this.show(id)) this.cards.get(id).querySelector(".task-link")?.focus({ preventScroll: true });
  }

  // j and k, or the arrows where a card has the focus, go from task to task
  step(by) {
    const { shown } = this;
    if (!shown.length) return;
    const here = shown.findIndex((task) => task.id === this.store.selected);
    const next = shown[Math.max(0, Math.min(shown.length - 1, here < 0 ? (by > 0 ? 0 : shown.length - 1) : here + by))];
    this.store.select(next.id, null, "keys");
    this.focus(next.id);
  }

  walk(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || !event.target.matches(".task-link")) return;
    event.preventDefault();
    this.step(by);
  }
}

const letterMarkOf = (entry) => (entry.letter ? letterMark(entry.letter) : "");
