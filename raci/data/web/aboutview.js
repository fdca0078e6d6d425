// What the document is, what its tables' columns were taken for, and by which profile the letters stand.
import { get } from "./api.js";
import { send } from "./api.js";
import { button, el, toast } from "./dom.js";
import { legend } from "./matrixview.js";

export class AboutView {
  constructor(store, root) {
    this.store = store;
    this.root = root;
    this.version = -1;
  }

  async draw() {
    if (this.version === this.store.version) return;
    this.version = this.store.version;
    const { store } = this, { words, facts } = store.document;
    const [{ tables }, settings] = await Promise.all([get(store.path("/tables")), get(store.path("/settings"))]);
    const profile = el("select", { id: "profile", on: { change: () => store.change({ do: "profile", name: profile.value }) } }, ...Object.entries(store.own ? { ...words.profiles, own: `${store.own}（工作簿原来的）` } : words.profiles).map(([name, title]) => el("option", { value: name }, title)));
    profile.value = store.profile;
    this.root.replaceChildren(
      el("h2", {}, "角色方案"), el("p", {}, el("label", { for: "profile" }, "字母按 "), profile), legend(store),
      el("h2", {}, "文件"), el("table", {}, el("tbody", {}, ...facts.map(([what, value]) => el("tr", {}, el("th", { scope: "row" }, what), el("td", {}, value))))),
      tables.length ? el("h2", {}, "表格的列") : "",
      tables.length ? el("p", { class: "hint" }, "认错的列在这里改，改后立即重新读表；已做的改动会套用上去。") : "",
      ...tables.map((table) => this.table(table)),
      settings.text ? el("h2", {}, "写进 raci.toml") : "",
      settings.text ? el("pre", {}, settings.text) : "",
      settings.text ? el("p", {}, button("写入", async () => { const { path } = await send(store.path("/settings")); toast(`已写入 ${path}`); }, { class: "main" }), el("span", { class: "hint" }, ` ${settings.path}：同一文件夹里的文件以后都按它认名称和列；原有的内容不动。`)) : "");
  }

  table(table) {
    const { columns: roles } = this.store.document.words;
    return el("table", { class: "columns" }, el("thead", {}, el("tr", {}, ...["表头", "当作", "为什么"].map((head) => el("th", { scope: "col" }, head)))), el("tbody", {}, ...table.columns.map((column) => {
      const pick = el("select", { "aria-label": `“${column.head}”是`, on: { change: () => this.store.columns({ [column.head]: pick.value }) } }, el("option", { value: "" }, column.role ? "按原样识别" : "（没有认出）"), ...Object.entries(roles).map(([role, word]) => el("option", { value: role }, word)));
      pick.value = column.role || "";
      return el("tr", {}, el("td", {}, column.head || "（无表头）"), el("td", {}, column.head ? pick : ""), el("td", {}, column.why));
    })));
  }
}
