// What is taken away, and what comes back: files of the plan as it stands, a workbook that was edited outside.
import { get } from "./api.js";
import { button, el, popover, toast } from "./dom.js";
import { download } from "./tools.js";

const SHORT = { xlsx: "Excel 工作簿", docx: "Word 分工表", report: "网页报告" };

export async function handOut(store, anchor) {
  const { outputs } = await get("/api/outputs");
  const link = (only, words, properties = {}) => download(store.path("/files", only ? { only } : {}), words, properties);
  const seen = new Set();
  const others = outputs.filter((one) => !SHORT[one.name] && !seen.has(one.name) && seen.add(one.name) && (one.name !== "docx-comments" || store.document.format === "docx"));
  const list = (reading) => el("ul", { class: "others" }, ...others.filter((one) => one.reading === reading).map((one) => el("li", {}, link(one.name, one.words))));
  const file = el("input", { type: "file", accept: ".xlsx", class: "picker", id: "workbook", on: { change: async () => { if (!file.files[0]) return; box.close(); try { await store.takeBack(file.files[0]); } catch (error) { toast(error.message, { fault: true }); } } } });
  const box = popover(anchor, "导出",
    el("div", { class: "downloads" }, ...Object.entries(SHORT).map(([name, words]) => link(name, words, { class: "download" })), link("", "全部常用的（zip）", { class: "download" })),
    el("h5", {}, "其他"), list(true),
    el("details", {}, el("summary", {}, "数据格式（研究、编程用）"), list(false)),
    el("h5", {}, "带回"),
    el("p", {}, el("label", { class: "pick", for: "workbook" }, "带回改过的工作簿"), file),
    el("p", { class: "hint" }, "在 Excel、WPS 里改过的工作簿，改动并入本方案，逐条记在“改动”里。"));
}

export class PictureView {
  constructor(store, root) {
    this.store = store;
    this.root = root;
    this.version = -1;
  }

  async draw() {
    if (this.version === this.store.version) return;
    this.version = this.store.version;
    const { kinds } = await get("/api/outputs");
    this.kind ||= kinds[0].name;
    const image = el("img", { alt: "", class: "picture" });
    const frame = el("div", { class: "canvas", tabindex: "0", "aria-label": "图，方向键移动" }, image);
    const words = el("p", { class: "hint", role: "status" });
    const load = () => {
      words.textContent = "正在画……";
      image.alt = kinds.find((one) => one.name === this.kind).title;
      image.src = this.store.path(`/pictures/${this.kind}`, { v: this.store.version });
    };
    image.addEventListener("load", () => { words.textContent = ""; });
    image.addEventListener("error", async () => { try { await get(this.store.path(`/pictures/${this.kind}`)); words.textContent = "这幅图显示不了"; } catch (error) { words.textContent = error.message; } });
    const pick = el("select", { "aria-label": "哪种图", on: { change: () => { this.kind = pick.value; load(); } } }, ...kinds.map((one) => el("option", { value: one.name }, one.title)));
    pick.value = this.kind;
    const zoom = (by) => { image.style.width = by ? `${Math.max(200, image.clientWidth * by)}px` : ""; };
    this.root.replaceChildren(el("div", { class: "list-head" }, pick, button("－", () => zoom(1 / 1.3), { "aria-label": "缩小" }), button("＋", () => zoom(1.3), { "aria-label": "放大" }), button("适合宽度", () => zoom(0)), words), frame);
    load();
  }
}
