// Every change, the newest first, with its time; what was undone stays known. What rules the changes call for, and how
// far two coders agree.
import { get, send } from "./api.js";
import { ask, button, day, el, panel, toast } from "./dom.js";

const STATES = { done: "", undone: "已撤销", dropped: "已撤销，不再重做" };

export class HistoryView {
  constructor(store, root) {
    this.store = store;
    this.root = root;
    this.rules = el("section", { class: "learned" });
  }

  draw() {
    const { store } = this;
    this.root.replaceChildren(
      el("div", { class: "list-head" }, button("撤销", () => store.back(), { disabled: !store.undo }), button("重做", () => store.again(), { disabled: !store.redo }),
        el("span", {}, store.changes.length ? `共 ${store.changes.length} 次改动，每次都已存盘` : ""), this.coder()),
      this.rules,
      store.changes.length ? el("ol", { class: "changes" }, ...store.changes.map((change) => el("li", { class: change.state },
        el("time", { datetime: change.at }, day(change.at)), el("span", {}, change.what), STATES[change.state] ? el("small", {}, STATES[change.state]) : ""))) : el("p", { class: "empty" }, "还没有改动。"),
      store.earlier.length ? el("details", {}, el("summary", {}, `工作簿里原有的人工改动（${store.earlier.length} 处）`), el("ul", {}, ...store.earlier.map((words) => el("li", {}, words)))) : "");
    if (this.version !== store.version) this.learn();
  }

  // who is at work: each coder has changes of their own
  coder() {
    const { store } = this;
    const known = [...new Set(["", ...(store.coders || []), store.coder])];
    const pick = el("select", { "aria-label": "复核人", title: "各人的改动分开存，可以比较", on: { change: async () => {
      let name = pick.value;
      if (name === "+") name = await ask(pick, "复核人的名字", { hint: "各人的改动分开存，互不影响。" });
      if (name === null) { pick.value = store.coder; return; }
      store.become(name);
    } } }, ...known.map((name) => el("option", { value: name }, name || "（未署名）")), el("option", { value: "+" }, "换一个人……"));
    pick.value = store.coder;
    return el("span", { class: "coder" }, "复核人 ", pick, known.length > 1 ? button("比较", (event) => this.compare(event.currentTarget, known)) : "");
  }

  async compare(anchor, known) {
    const { store } = this;
    const out = el("div");
    const first = choose(known, store.coder), second = choose(known, known.find((name) => name && name !== store.coder) ?? known.find((name) => name !== store.coder));
    const draw = async () => {
      const found = await get(store.path("/comparison", { first: first.value, second: second.value }));
      const words = (roles) => (roles ? roles.split("、").map((role) => store.roles[role]).join("、") : "—");
      out.replaceChildren(
        el("p", {}, `${found.units} 处分工中 ${found.same} 处相同${[["Cohen κ", found.kappa], ["Krippendorff α", found.alpha]].filter(([, value]) => value !== null).map(([name, value]) => `；${name} ${value}`).join("")}`),
        found.note ? el("p", { class: "hint" }, found.note) : "",
        found.tasks.length ? el("p", {}, `只有一人认作任务的：${found.tasks.join("、")}`) : "",
        found.differences.length ? el("table", {}, el("thead", {}, el("tr", {}, ...["任务", "单位", first.value || "（未署名）", second.value || "（未署名）"].map((head) => el("th", { scope: "col" }, head)))),
          el("tbody", {}, ...found.differences.map((one) => el("tr", {}, el("td", {}, store.tasks.has(one.task) ? button(one.label, () => { box.close(); store.select(one.task, null, "compare"); }, { class: "task-link" }) : one.label), el("td", {}, one.body), el("td", {}, words(one.first)), el("td", {}, words(one.second)))))) : el("p", { class: "hint" }, "没有不同。"));
    };
    first.addEventListener("change", draw);
    second.addEventListener("change", draw);
    const box = panel(anchor, "两人的不同", el("p", {}, first, " 与 ", second), out);
    draw();
  }

  // rules that the corrections call for
  async learn() {
    const { store } = this;
    this.version = store.version;
    const { rules, file } = await get(store.path("/rules"));
    this.rules.replaceChildren(...(rules.length ? [el("h2", {}, "可以学成规则"), ...rules.map((rule) => el("p", {}, `${rule.words} `, button("看看会改变什么", (event) => this.tryOut(rule, file, event.currentTarget))))] : []));
  }

  async tryOut(rule, file, anchor) {
    toast("正在各个项目上试……");
    const { plans, left } = await send("/api/trials", { toml: rule.toml });
    const rows = (listed, sign) => listed.map(([task, name, role]) => el("li", {}, `${sign} ${task}：${role} ${name}`));
    const box = panel(anchor, rule.words,
      ...(plans.length ? plans.map((plan) => el("section", {}, el("h5", {}, plan.title), el("ul", { class: "others" }, ...rows(plan.gained, "＋"), ...rows(plan.lost, "－")))) : [el("p", {}, "现有的项目都不会改变。")]),
      left ? el("p", { class: "hint" }, `另有 ${left} 个方案没有来得及试。`) : "",
      el("p", { class: "hint" }, `采用后写入 ${file}，以后拖入的文件都按它读；本方案立即重读，别的项目不动。撤销这次采用，或在首页“采用的规则”里停用，以后就不再按它读。`),
      el("details", {}, el("summary", {}, "规则的写法"), el("pre", {}, rule.toml)),
      el("div", { class: "pop-foot" }, button("采用", async () => {
        box.close();
        await send(this.store.path("/rules"), { toml: rule.toml });
        location.reload();
      }, { class: "main" })));
  }
}

function choose(known, value) {
  const pick = el("select", { "aria-label": "复核人" }, ...known.map((name) => el("option", { value: name }, name || "（未署名）")));
  pick.value = value;
  return pick;
}
