// Which tasks are shown: by words, body, chapter, role, as in the report.
import { button, el } from "./dom.js";
import { chapterOf, labelOf } from "./tools.js";

export class Filters {
  constructor(store, changed) {
    this.store = store;
    this.state = { text: "", body: "", chapter: "", roles: new Set(), open: false, hand: false };
    this.count = el("output", { "aria-live": "polite" });
    this.text = el("input", { type: "search", placeholder: "查找任务、单位、原文（/ 键）", "aria-label": "查找", autocomplete: "off" });
    this.body = el("select", { "aria-label": "单位" });
    this.chapter = el("select", { "aria-label": "章节" });
    this.roles = el("span", { class: "chipset", role: "group", "aria-label": "角色" });
    this.open = el("input", { type: "checkbox" });
    this.hand = el("input", { type: "checkbox" });
    this.more = el("div", { class: "more-filters", id: "more-filters", hidden: true }, this.body, this.chapter, this.roles,
      el("label", { class: "check" }, this.open, el("span", {}, "只看未写明")), el("label", { class: "check" }, this.hand, el("span", {}, "只看手工改动")),
      button("清除", () => { this.clear(); changed(); }));
    this.toggle = button("筛选", () => { this.more.hidden = !this.more.hidden; this.refresh(); this.toggle.setAttribute("aria-expanded", String(!this.more.hidden)); }, { "aria-expanded": "false", "aria-controls": "more-filters" });
    this.node = el("form", { class: "filters", role: "search", on: { submit: (event) => event.preventDefault() } }, this.text, this.toggle, this.count, this.more);
    let waiting = 0;
    const read = () => {
      const { state } = this;
      state.text = this.text.value.trim().toLowerCase();
      state.body = this.body.value;
      state.chapter = this.chapter.value;
      state.open = this.open.checked;
      state.hand = this.hand.checked;
      state.roles = new Set([...this.roles.querySelectorAll("input:checked")].map((one) => one.value));
      this.toggle.classList.toggle("on", this.active());
      changed();
    };
    this.text.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(read, 120); });
    this.node.addEventListener("change", read);
    this.refresh();
  }

  // what can be chosen, as the plan stands; made when somebody looks
  refresh() {
    if (this.more.hidden) return;
    const bodies = new Map(), chapters = new Set(), roles = new Set();
    for (const task of this.store.list()) {
      task.path.forEach((_, at) => chapters.add(task.path.slice(0, at + 1).join(" › ")));
      task.entries.forEach((entry) => { bodies.set(entry.body, (bodies.get(entry.body) || 0) + 1); roles.add(entry.role); });
    }
    options(this.body, "全部单位", [...bodies].sort((a, b) => b[1] - a[1]).map(([name, count]) => [name, `${name}（${count}）`]), this.state.body);
    options(this.chapter, "全部章节", [...chapters].map((name) => [name, name]), this.state.chapter);
    this.roles.replaceChildren(...Object.entries(this.store.roles).filter(([role]) => roles.has(role)).map(([role, word]) => {
      const box = el("input", { type: "checkbox", value: role });
      box.checked = this.state.roles.has(role);
      return el("label", { class: "chipbox" }, box, el("span", {}, word));
    }));
  }

  clear() {
    this.state = { text: "", body: "", chapter: "", roles: new Set(), open: false, hand: false };
    this.node.reset();
    this.toggle.classList.remove("on");
    this.refresh();
  }

  active() {
    const { state } = this;
    return Boolean(state.text || state.body || state.chapter || state.roles.size || state.open || state.hand);
  }

  shown() {
    const { state } = this, words = state.text.split(/\s+/).filter(Boolean);
    const found = !this.active() ? this.store.list() : this.store.list().filter((task) => {
      if (state.open && task.entries.length) return false;
      if (state.hand && !task.entries.some((entry) => entry.hand)) return false;
      const chapter = chapterOf(task);
      if (state.chapter && chapter !== state.chapter && !chapter.startsWith(`${state.chapter} › `)) return false;
      if ((state.body || state.roles.size) && !task.entries.some((entry) => (!state.body || entry.body === state.body) && (!state.roles.size || state.roles.has(entry.role)))) return false;
      return !words.length || this.holds(task, words);
    });
    this.count.textContent = this.active() ? `${found.length}/${this.store.order.length} 项` : `${found.length} 项任务`;
    return found;
  }

  holds(task, words) {
    const text = [labelOf(task), chapterOf(task), task.deadline, ...task.entries.flatMap((entry) => [entry.name, entry.body]), this.store.document.text.slice(...task.span)].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  }
}

function options(select, all, listed, chosen) {
  select.replaceChildren(el("option", { value: "" }, all), ...listed.map(([value, words]) => el("option", { value }, words)));
  select.value = listed.some(([value]) => value === chosen) ? chosen : "";
}
