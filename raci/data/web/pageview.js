// The page of a PDF file or a picture as it looks, with the place marked that is selected.
import { get } from "./api.js";
import { button, el, toast } from "./dom.js";

export class PageView {
  constructor(store, root) {
    this.store = store;
    this.image = el("img", { class: "page-image", alt: "" });
    this.boxes = el("div", { class: "page-boxes", "aria-hidden": "true" });
    this.words = el("span", { role: "status" });
    this.sheet = el("div", { class: "page-sheet" }, this.image, this.boxes);
    this.root = root;
    this.page = null;
    root.append(el("div", { class: "list-head" }, button("‹", () => this.turn(-1), { "aria-label": "上一页" }), button("›", () => this.turn(1), { "aria-label": "下一页" }), this.words), this.sheet);
    this.image.addEventListener("load", () => this.reveal());
  }

  static has(store) { return ["pdf", "picture"].includes(store.document.format); }

  // the first offset of the page behind or before
  turn(by) {
    const { pages } = this.store.document;
    const at = pages.findIndex((page) => page[1] === this.page);
    const next = pages[at + by];
    if (next) this.show([next[0], next[0]], false);
  }

  async show(span, marked = true) {
    const query = { start: span[0], end: span[1] }, asked = (this.asked = Symbol("mark"));
    let mark = await get(this.store.path("/mark", query));
    if (this.asked !== asked) return;
    if (mark.page === null) { toast("这里没有页面图", { fault: true }); return; }
    if (mark.page !== this.page) {
      this.page = mark.page;
      this.image.src = this.store.path("/page", query);
      this.image.alt = `第 ${mark.page} 页`;
    }
    this.draw(mark, marked);
    if (!marked || !mark.more) return;
    // a scanned page: the words are looked for on it, which takes a while the first time
    mark = await get(this.store.path("/mark", { ...query, wait: 1 }));
    if (this.asked === asked) this.draw(mark, marked);
  }

  draw({ page, boxes, exact, more }, marked) {
    const said = exact ? "" : more ? " · 扫描件，正在找确切位置……" : " · 图片识别的文字，标的是大致位置";
    this.words.textContent = `第 ${page} 页${marked ? said : ""}`;
    this.boxes.replaceChildren(...(marked ? boxes : []).map(([left, top, width, height]) => el("i", { class: exact ? "" : "about", "--left": `${100 * left}%`, "--top": `${100 * top}%`, "--wide": `${100 * width}%`, "--high": `${100 * height}%` })));
    if (this.image.complete) this.reveal();
  }

  reveal() { this.boxes.firstChild?.scrollIntoView({ block: "center" }); }
}
