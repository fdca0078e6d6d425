// The document as read, on the left: what each task comes from is marked; a click finds the task, a marked stretch
// becomes an annotation.
import { el, Lazy } from "./dom.js";
import { hue } from "./tools.js";

const CHUNK = 40; // blocks that are made at a time
const ROWS = 60; // rows of a table that are made at a time

export class DocumentView {
  constructor(store, root, { onText, onTold, onHead }) {
    this.store = store;
    this.root = root;
    this.lazy = new Lazy(root);
    this.chunks = [];
    this.text = store.document.text;
    this.index();
    this.build();
    root.addEventListener("click", (event) => this.clicked(event, onText, onTold, onHead));
  }

  // the spans that are marked, in order, and the spans of the tasks; of some tasks alone, where the others are as before
  index(touched = null) {
    const tasks = touched ? [...touched].map((id) => this.store.tasks.get(id)).filter(Boolean) : this.store.list();
    const others = touched ? (found) => found.filter((one) => one.task !== undefined && !touched.has(one.task)) : () => [];
    this.marks = others(this.marks);
    this.spans = others(this.spans);
    for (const task of tasks) {
      if (task.span[1] > task.span[0]) this.spans.push({ start: task.span[0], end: task.span[1], task: task.id });
      task.entries.forEach((entry, at) => {
        if (entry.span) this.marks.push({ start: entry.span[0], end: entry.span[1], task: task.id, entry: at, hue: hue(entry.letter || "X"), role: entry.role, hand: entry.hand });
      });
    }
    this.store.told.forEach((one, at) => this.marks.push({ start: one.span[0], end: one.span[1], told: at, hue: "told", role: one.role }));
    this.marks.sort((a, b) => a.start - b.start || b.end - a.end);
    this.spans.sort((a, b) => a.start - b.start);
  }

  build() {
    const { blocks, pages } = this.store.document;
    const parts = [];
    let page = 0;
    let run = [];
    const flush = () => { if (run.length) parts.push({ blocks: run, start: run[0].span[0], end: run[run.length - 1].span[1], size: run.reduce((sum, block) => sum + 14 + 27 * Math.ceil((block.span[1] - block.span[0]) / 34), 0) }); run = []; };
    for (const block of blocks) {
      if (block.kind === "annex") continue;
      while (page < pages.length && pages[page][0] <= block.span[0]) { run.push({ kind: "page", number: pages[page][1], span: [pages[page][0], pages[page][0]] }); page += 1; }
      if (block.cells) { flush(); parts.push(...tableParts(block)); continue; }
      run.push(block);
      if (run.length >= CHUNK) flush();
    }
    flush();
    for (const part of parts) {
      const node = el("div", { class: "chunk", "--size": `${part.size}px` });
      this.chunks.push({ ...part, node });
      this.lazy.watch(node, () => this.fill(this.chunks.find((chunk) => chunk.node === node)));
      this.root.append(node);
    }
    if (!parts.length) this.root.append(el("p", { class: "empty" }, "没有原文。"));
  }

  fill(chunk) {
    chunk.node.classList.add("filled");
    chunk.node.replaceChildren(...(chunk.rows ? [this.table(chunk)] : chunk.blocks.map((block) => this.block(block))));
    this.light(chunk.node);
  }

  block(block) {
    if (block.kind === "page") return el("div", { class: "pagemark", role: "separator", "aria-label": `第${block.number}页` }, `第 ${block.number} 页`);
    const heading = block.kind === "title" || block.level && block.span[1] - block.span[0] < 60;
    const words = this.pieces(block.span[0], block.span[1]);
    return el("p", { class: block.kind === "title" ? "h1" : heading ? `h${Math.min(block.level + 1, 4)}` : block.kind, role: heading ? "heading" : null, "aria-level": heading ? String(block.kind === "title" ? 2 : Math.min(block.level + 2, 6)) : null,
      "data-from": block.span[0], "data-to": block.span[1] }, block.marker ? el("i", { class: "marker" }, block.marker) : "", ...words);
  }

  table(chunk) {
    const body = el("tbody");
    for (const row of chunk.rows) {
      body.append(el("tr", {}, ...row.map(([, , start, end, rowspan, colspan]) =>
        el(chunk.head && row === chunk.rows[0] ? "th" : "td", { rowspan: Math.min(rowspan, chunk.rows.length) > 1 ? String(rowspan) : null, colspan: colspan > 1 ? String(colspan) : null, "data-from": start, "data-to": end, scope: chunk.head && row === chunk.rows[0] ? "col" : null }, ...this.pieces(start, end)))));
    }
    const table = el("table", {}, el("colgroup", {}, ...chunk.widths.map((share) => el("col", { "--share": `${share}%` }))), body);
    return el("div", { class: "tablebox" }, table);
  }

  // the words of a stretch, cut where a mark begins or ends; each piece knows where it stands
  pieces(start, end) {
    const made = [];
    let at = start;
    for (let next = firstFrom(this.marks, start); next < this.marks.length && this.marks[next].start < end; next += 1) {
      const mark = this.marks[next];
      if (mark.start < at || mark.end > end) continue;
      if (mark.start > at) made.push(this.words(at, mark.start));
      const title = this.store.roles[mark.role];
      made.push(el("mark", mark.told === undefined
        ? { class: `m ${mark.hue}${mark.hand ? " hand" : ""}`, "data-task": mark.task, "data-entry": mark.entry, "data-o": mark.start, title }
        : { class: "m told", "data-told": mark.told, "data-o": mark.start, title: `行文提及：${title}（未计入，点击采纳）` }, this.text.slice(mark.start, mark.end)));
      at = mark.end;
    }
    if (at < end) made.push(this.words(at, end));
    return made;
  }

  words(start, end) { return el("span", { "data-o": start }, this.text.slice(start, end)); }

  // what a change touched is made anew where it is in sight already
  changed({ before, told }) {
    const spans = told ? this.marks.filter((mark) => mark.told !== undefined).map((mark) => [mark.start, mark.end]) : [];
    if (!before.size && !told) return;
    this.index(new Set(before.keys()));
    if (told) spans.push(...this.store.told.map((one) => one.span));
    for (const [id, earlier] of before) for (const task of [earlier, this.store.tasks.get(id)]) {
      if (!task) continue;
      spans.push(task.span);
      task.entries.forEach((entry) => { if (entry.span) spans.push(entry.span); });
    }
    const touched = (from, to) => spans.some(([start, end]) => start < to + 1 && end >= from);
    for (const chunk of this.chunks) {
      if (!this.lazy.isFilled(chunk.node) || !touched(chunk.start, chunk.end)) continue;
      for (const node of chunk.node.querySelectorAll("[data-from]")) {
        const from = Number(node.dataset.from), to = Number(node.dataset.to);
        if (touched(from, to)) node.replaceChildren(...node.querySelectorAll(":scope > .marker"), ...this.pieces(from, to));
      }
      this.light(chunk.node);
    }
  }

  taskAt(offset) {
    let best = null;
    for (const span of this.spans) {
      if (span.start > offset) break;
      if (offset < span.end && (!best || span.start >= best.start)) best = span;
    }
    return best?.task ?? null;
  }

  clicked(event, onText, onTold, onHead) {
    if (String(getSelection()).trim()) return;
    const told = event.target.closest("mark[data-told]");
    if (told) return onTold(Number(told.dataset.told), told);
    const mark = event.target.closest("mark[data-task]");
    if (mark) return this.store.select(mark.dataset.task, Number(mark.dataset.entry), "document");
    const head = event.target.closest("th");
    if (head) return onHead(head.textContent.replace(/\s+/g, ""), head);
    const part = event.target.closest("[data-from]");
    if (part) onText(this.taskAt(Number(event.target.closest("[data-o]")?.dataset.o ?? part.dataset.from)));
  }

  // lights up what is selected
  light(within = this.root) {
    const task = this.store.tasks.get(this.store.selected);
    within.querySelectorAll(".here, .now, .quoted").forEach((node) => node.classList.remove("here", "now", "quoted"));
    const [start, end] = this.flash || task?.span || [0, 0];
    const entry = task?.entries[this.store.selectedEntry];
    for (const node of within.querySelectorAll("[data-from]")) {
      const [from, to] = [Number(node.dataset.from), Number(node.dataset.to)];
      if (from < end && to > start) node.classList.add("here");
      if (entry?.quote && from < entry.quote[1] && to > entry.quote[0]) node.classList.add("quoted");
    }
    if (!task) return;
    for (const node of within.querySelectorAll("mark")) {
      if (node.dataset.task === task.id && (this.store.selectedEntry === null || Number(node.dataset.entry) === this.store.selectedEntry)) node.classList.add("now");
    }
  }

  reveal(start, end = start, { smooth = false } = {}) {
    const chunk = this.chunks.find((one) => one.start <= start && start <= one.end) || this.chunks.find((one) => one.end >= start);
    if (!chunk) return;
    this.lazy.fill(chunk.node);
    const nodes = [...chunk.node.querySelectorAll("[data-o]")];
    const node = nodes.findLast((one) => Number(one.dataset.o) <= start) || chunk.node;
    const box = node.getBoundingClientRect(), frame = this.root.getBoundingClientRect();
    if (box.top < frame.top + 40 || box.bottom > frame.bottom - 60) node.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
  }

  show(task, entry) {
    this.flash = null;
    this.light();
    const span = task.entries[entry]?.span || task.span;
    if (span[1] > span[0]) { this.reveal(span[0], span[1]); this.light(); }
  }

  point(span) {
    this.flash = span;
    this.reveal(span[0], span[1]);
    this.light();
  }

  // the stretch that is marked with the mouse or the keyboard, as offsets of the text
  selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!this.root.contains(range.commonAncestorContainer)) return null;
    let start = place(range.startContainer, range.startOffset, false), end = place(range.endContainer, range.endOffset, true);
    if (start === null || end === null || start >= end) return null;
    while (start < end && /\s/.test(this.text[start])) start += 1;
    while (end > start && /\s/.test(this.text[end - 1])) end -= 1;
    return start < end ? { span: [start, end], text: this.text.slice(start, end), box: range.getBoundingClientRect() } : null;
  }
}

function place(node, offset, isEnd) {
  if (node.nodeType === Node.TEXT_NODE) {
    const piece = node.parentElement.closest("[data-o]");
    return piece ? Number(piece.dataset.o) + offset : null;
  }
  const pieces = [...node.querySelectorAll?.("[data-o]") ?? []];
  if (node.matches?.("[data-o]")) return Number(node.dataset.o) + (offset ? node.textContent.length : 0);
  if (isEnd) {
    const before = [...node.childNodes].slice(0, offset).flatMap((child) => child.nodeType === 1 ? [child, ...child.querySelectorAll("[data-o]")] : []).filter((child) => child.dataset?.o);
    const last = before.at(-1);
    if (last) return Number(last.dataset.o) + last.textContent.length;
    // a triple click ends at the beginning of the next paragraph
    const all = [...document.querySelectorAll(".doc [data-o]")];
    const next = pieces[0] ? all.indexOf(pieces[0]) : -1;
    return next > 0 ? Number(all[next - 1].dataset.o) + all[next - 1].textContent.length : null;
  }
  const first = node.childNodes[offset];
  const inside = first?.nodeType === 1 ? (first.matches("[data-o]") ? first : first.querySelector("[data-o]")) : pieces[0];
  return inside ? Number(inside.dataset.o) : null;
}

// the first mark that begins at an offset or behind it
function firstFrom(marks, offset) {
  let low = 0, high = marks.length;
  while (low < high) { const middle = (low + high) >> 1; if (marks[middle].start < offset) low = middle + 1; else high = middle; }
  return low;
}

// a table in pieces of some rows, all with the same widths of columns
function tableParts(block) {
  const rows = [];
  for (const cell of block.cells) (rows[cell[0]] ||= []).push(cell);
  const listed = rows.filter(Boolean);
  const count = Math.max(...block.cells.map((cell) => cell[1] + cell[5]));
  const longest = Array(count).fill(2);
  for (const cell of block.cells) if (cell[5] === 1) longest[cell[1]] = Math.max(longest[cell[1]], Math.min(cell[3] - cell[2], 60));
  const total = longest.reduce((sum, length) => sum + Math.sqrt(length), 0);
  const widths = longest.map((length) => Math.round((1000 * Math.sqrt(length)) / total) / 10);
  const parts = [];
  for (let at = 0; at < listed.length; at += ROWS) {
    const some = listed.slice(at, at + ROWS);
    const cells = some.flat();
    parts.push({ rows: some, head: at === 0, widths, start: Math.min(...cells.map((cell) => cell[2])), end: Math.max(...cells.map((cell) => cell[3])), size: some.length * 44 });
  }
  return parts;
}
