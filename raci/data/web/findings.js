// What needs an eye, the worst first: gone through by keyboard, accepted, put aside with a reason, or put right.
import { ask, button, el } from "./dom.js";

export class FindingsView {
  constructor(store, root, point, fix) {
    this.store = store;
    this.point = point;
    this.fix = fix;
    this.all = false;
    this.now = null;
    this.list = el("ol", { class: "findings" });
    this.head = el("div", { class: "list-head" });
    root.append(this.head, this.list);
    this.made = new Map();
    this.stale = true;
  }

  open() { return this.store.findings.filter((finding) => !finding.verdict).length; }

  draw() {
    const { findings } = this.store, open = this.open();
    const shown = this.all ? findings : findings.filter((finding) => !finding.verdict);
    this.head.replaceChildren(el("span", {}, findings.length ? `待核 ${open} 处，已核 ${findings.length - open} 处` : ""),
      findings.length > open ? button(this.all ? "只看待核" : "已核的也看", () => { this.all = !this.all; this.draw(); }) : "",
      shown.length ? el("small", { class: "keys" }, "N 下一条 · P 上一条 · A 无误 · X 不处理 · F 去改") : "");
    // what is as it was keeps its place: long lists are not made anew
    const made = new Map(shown.map((finding) => [finding, this.made.get(finding) || this.item(finding)]));
    const items = shown.length ? [...made.values()] : [el("li", { class: "none" }, findings.length ? "都核对完了。" : "没有需要人工核对的事项。")];
    const kept = new Set(items);
    for (const item of [...this.list.children]) if (!kept.has(item)) item.remove();
    items.forEach((item, at) => { if (this.list.children[at] !== item) this.list.insertBefore(item, this.list.children[at] || null); });
    this.made = made;
    this.stale = false;
    this.light();
  }

  item(finding) {
    const { text } = this.store.document;
    const quote = finding.span && finding.span[1] > finding.span[0] ? text.slice(finding.span[0], Math.min(finding.span[1], finding.span[0] + 120)).replace(/\s+/g, " ") : "";
    return el("li", { class: `finding ${finding.severity}${finding.verdict ? " done" : ""}`, "data-key": finding.key },
      el("div", { class: "finding-head" }, el("b", {}, finding.word), el("span", {}, finding.title), finding.verdict ? el("span", { class: "verdict" }, finding.verdict === "accepted" ? "已核对无误" : `不予处理${finding.reason ? `：${finding.reason}` : ""}`) : ""),
      button(finding.message, () => this.choose(finding.key), { class: "finding-what" }),
      quote ? el("p", { class: "finding-quote" }, quote) : "",
      finding.remedy ? el("p", { class: "hint" }, finding.remedy) : "",
      el("div", { class: "acts" }, finding.verdict
        ? button("重新待核", () => this.decide(finding.key, ""))
        : [finding.task && this.store.tasks.has(finding.task) ? button("去改", () => this.fix(finding)) : "", button("核对无误", () => this.decide(finding.key, "accepted")), button("不予处理", (event) => this.ignore(finding.key, event.currentTarget))]));
  }

  choose(key) {
    this.now = key;
    this.light();
    const finding = this.store.findings.find((one) => one.key === key);
    if (finding) this.point(finding);
  }

  light() {
    for (const item of this.list.children) item.classList.toggle("now", item.dataset.key === this.now);
    const item = this.item_(this.now);
    if (item) item.scrollIntoView({ block: "nearest" });
  }

  item_(key) { return key ? this.list.querySelector(`[data-key="${CSS.escape(key)}"]`) : null; }

  step(by) {
    const items = [...this.list.querySelectorAll("[data-key]")];
    if (!items.length) return;
    const here = items.findIndex((item) => item.dataset.key === this.now);
    const next = items[Math.max(0, Math.min(items.length - 1, here < 0 ? (by > 0 ? 0 : items.length - 1) : here + by))];
    this.choose(next.dataset.key);
    next.querySelector(".finding-what").focus({ preventScroll: true });
  }

  // what was decided leaves the list, and the next one takes its place
  async decide(key, verdict, reason = "") {
    const items = [...this.list.querySelectorAll("[data-key]")];
    const here = items.findIndex((item) => item.dataset.key === key);
    const next = (items[here + 1] || items[here - 1])?.dataset.key;
    if (!await this.store.change({ do: "finding", key, verdict, reason }, { quiet: true })) return;
    if (!this.all && next) { this.choose(next); this.item_(next)?.querySelector(".finding-what").focus({ preventScroll: true }); }
  }

  async ignore(key, anchor) {
    const reason = await ask(anchor, "不予处理的理由", { hint: "会写进“待核”表和改动记录；可以不写。", ok: "不予处理" });
    if (reason !== null) this.decide(key, "ignored", reason);
  }

  key(event) {
    const chosen = this.store.findings.find((one) => one.key === this.now);
    const acts = { f: () => chosen?.task && this.fix(chosen), n: () => this.step(1), p: () => this.step(-1), a: () => this.now && this.decide(this.now, "accepted"), x: () => this.now && this.ignore(this.now, this.item_(this.now)) };
    const act = acts[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
    return Boolean(act);
  }
}
