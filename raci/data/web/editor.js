// What is put right: a body, a role, a time limit, a task, a marked stretch. All of it is asked of the program.
import { get } from "./api.js";
import { ask, button, el, popover, toast } from "./dom.js";
import { labelOf } from "./tools.js";

export class Editor {
  constructor(store) {
    this.store = store;
    this.lastRole = "responsible";
  }

  names() { return [...new Set(this.store.list().flatMap((task) => task.entries.map((entry) => entry.name)))].slice(0, 800); }

  roleButtons(chosen, act) {
    return el("div", { class: "roles", role: "group", "aria-label": "角色" }, ...Object.entries(this.store.roles).map(([role, word]) =>
      button(word, () => act(role), { class: `role-pick ${role}`, "aria-pressed": String(role === chosen), autofocus: role === chosen })));
  }

  // one body in one task
  entry(id, at, anchor) {
    const task = this.store.tasks.get(id), entry = task.entries[at];
    const known = { task: id, name: entry.name, role: entry.role };
    const act = async (asked) => { box.close(); await this.store.change(asked); };
    const name = el("input", { type: "text", value: entry.name, "aria-label": "名称", list: "entry-names", autocomplete: "off" });
    const meanings = el("div", { class: "meanings" }, el("small", {}, "正在查名录……"));
    const facts = [entry.canonical ? `规范名称：${entry.canonical}` : "名录里没有", this.store.document.words.kinds[entry.kind], this.store.document.words.levels[entry.level], entry.hand ? "手工" : `依据：${entry.basis}`, entry.inherited ? `沿用自 ${entry.inherited}` : "", entry.reason].filter(Boolean);
    const box = popover(anchor, entry.name,
      el("p", { class: "facts" }, facts.join(" · ")),
      entry.quote ? el("blockquote", {}, this.store.document.text.slice(entry.quote[0], Math.min(entry.quote[1], entry.quote[0] + 300))) : el("p", { class: "hint" }, "手工增加，原文没有。"),
      el("h5", {}, "角色"), this.roleButtons(entry.role, (role) => (role === entry.role ? box.close() : act({ do: "role", ...known, to: role }))),
      el("h5", {}, "名称"),
      el("form", { class: "asked", on: { submit: (event) => { event.preventDefault(); if (name.value.trim() && name.value.trim() !== entry.name) act({ do: "name", ...known, to: name.value.trim() }); else box.close(); } } }, name, el("button", { type: "submit" }, "改名")),
      el("h5", {}, "是哪个单位（全文同名的一起改）"), meanings,
      el("div", { class: "pop-foot" }, button("删去", () => act({ do: "remove", ...known }), { class: "danger" })),
      el("datalist", { id: "entry-names" }, ...this.names().map((one) => el("option", { value: one }))));
    this.fillMeanings(meanings, entry, act);
  }

  async fillMeanings(box, entry, act) {
    const { meanings } = await get(this.store.path("/meanings", { name: entry.name }));
    const own = el("input", { type: "text", "aria-label": "另写规范名称", placeholder: "另写规范名称", autocomplete: "off" });
    box.replaceChildren(
      ...meanings.map(({ name, why }) => button([name, el("small", {}, why)], () => act({ do: "meaning", name: entry.name, to: name }), { class: "meaning", "aria-pressed": String(name === entry.canonical), disabled: name === entry.canonical })),
      el("form", { class: "asked", on: { submit: (event) => { event.preventDefault(); if (own.value.trim()) act({ do: "meaning", name: entry.name, to: own.value.trim() }); } } }, own, el("button", { type: "submit" }, "确定")));
    box.closest("dialog")?.place();
  }

  add(id, anchor) {
    const input = el("input", { type: "text", "aria-label": "单位名称", placeholder: "单位名称，几个用、隔开", list: "add-names", autocomplete: "off" });
    let role = this.lastRole;
    const roles = el("div");
    const draw = () => roles.replaceChildren(this.roleButtons(role, (next) => { role = next; draw(); input.focus(); }));
    draw();
    const box = popover(anchor, "增加单位", roles, el("form", { class: "asked", on: { submit: async (event) => {
      event.preventDefault();
      const names = input.value.split(/[、，,；;]/).map((name) => name.trim()).filter(Boolean);
      if (!names.length) return;
      this.lastRole = role;
      box.close();
      await this.store.change({ do: "add", task: id, names: names.map((name) => ({ name })), role });
    } } }, input, el("button", { type: "submit", class: "main" }, "增加")), el("datalist", { id: "add-names" }, ...this.names().map((one) => el("option", { value: one }))));
    input.focus();
  }

  async deadline(id, anchor) {
    const to = await ask(anchor, "完成时限", { value: this.store.tasks.get(id).deadline, hint: "如 2027年6月底前；清空为没有时限。" });
    if (to !== null && to !== this.store.tasks.get(id).deadline) await this.store.change({ do: "deadline", task: id, to });
  }

  taskMenu(id, anchor) {
    const shown = this.store.order, at = shown.indexOf(id), task = this.store.tasks.get(id);
    const box = popover(anchor, labelOf(task) || "任务", el("div", { class: "menu" }, ...[
      ["改编号、名称", () => this.heading(id, anchor)],
      ["不是任务", () => this.store.change({ do: "untask", task: id })],
      ["在后面加一项任务", async () => { const to = await ask(anchor, "新任务的名称"); if (to) this.store.change({ do: "task", follows: id, to }); }],
      at > 0 && ["并入上一项", () => this.store.change({ do: "join", task: shown[at - 1], other: id })],
      at < shown.length - 1 && ["把下一项并进来", () => this.store.change({ do: "join", task: id, other: shown[at + 1] })],
      at > 0 && ["上移", () => this.store.change({ do: "move", task: id, follows: at > 1 ? shown[at - 2] : "" })],
      at < shown.length - 1 && ["下移", () => this.store.change({ do: "move", task: id, follows: shown[at + 1] })],
    ].filter(Boolean).map(([words, act]) => button(words, () => { box.close(); act(); }))));
    box.append(el("p", { class: "hint" }, "要拆成两项，请在左边选取后半的文字，点“拆出一项”。"));
  }

  heading(id, anchor) {
    const task = this.store.tasks.get(id);
    const number = el("input", { type: "text", value: task.number, "aria-label": "编号", class: "short" });
    const heading = el("input", { type: "text", value: task.heading, "aria-label": "任务名称" });
    const box = popover(anchor, "编号和名称", el("form", { class: "asked", on: { submit: async (event) => {
      event.preventDefault();
      const asked = { number: number.value.trim(), to: heading.value.trim() };
      box.close();
      if (asked.to && (asked.to !== task.heading || asked.number !== task.number)) await this.store.change({ do: "heading", task: id, ...asked });
    } } }, number, heading, el("button", { type: "submit", class: "main" }, "确定")));
    heading.focus();
  }

  // a stretch of the text gets a role: the bodies in it are proposed, and taken as they are where nothing is doubtful
  async mark(chosen, role) {
    const { bodies } = await get(this.store.path("/bodies", { start: chosen.span[0], end: chosen.span[1] }));
    const found = bodies.length ? bodies : [{ name: chosen.text.replace(/\s+/g, " "), span: chosen.span, role: "" }];
    if (!bodies.length && (chosen.text.length > 40 || /[，。；：]/.test(chosen.text))) {
      toast("这段文字里没有认出单位；请只选单位的名称", { fault: true });
      return;
    }
    const roles = new Set(found.map((one) => one.role || role));
    if (roles.size > 1) return this.markEach(chosen, role, found);
    await this.store.change({ do: "mark", quote: chosen.span, role, names: found.map(({ name, span }) => ({ name, span })) });
  }

  // the words say more than one role: each body with its own, to be looked at
  markEach(chosen, role, found) {
    const rows = found.map((one) => {
      const take = el("input", { type: "checkbox", "aria-label": `标出 ${one.name}` });
      take.checked = true;
      const pick = el("select", { "aria-label": `${one.name} 的角色` }, ...Object.entries(this.store.roles).map(([key, word]) => el("option", { value: key }, word)));
      pick.value = one.role || role;
      return { one, take, pick, node: el("label", { class: "proposal" }, take, el("span", {}, one.name), pick) };
    });
    const box = popover(null, "这段文字里有几种角色", ...rows.map((row) => row.node), el("div", { class: "pop-foot" }, button("标出", async () => {
      const names = rows.filter((row) => row.take.checked).map((row) => ({ name: row.one.name, span: row.one.span, role: row.pick.value }));
      box.close();
      if (names.length) await this.store.change({ do: "mark", quote: chosen.span, role, names });
    }, { class: "main" })));
  }

  // what a column of a table is
  async column(head, anchor) {
    const { tables } = await get(this.store.path("/tables"));
    const known = tables.flatMap((table) => table.columns).find((column) => column.head.replace(/\s+/g, "") === head);
    if (!known) return;
    const { columns } = this.store.document.words;
    const pick = (role) => { box.close(); this.store.columns({ [known.head]: role }); };
    const box = popover(anchor, `“${known.head}”这一列是`,
      el("p", { class: "facts" }, known.role ? `现在当作：${columns[known.role] || known.role}（${known.why}）` : "没有认出"),
      el("div", { class: "roles", role: "group", "aria-label": "列的含义" }, ...Object.entries(columns).map(([role, word]) => button(word, () => pick(role), { class: "role-pick", "aria-pressed": String(role === known.role), autofocus: role === known.role }))),
      el("div", { class: "pop-foot" }, button("按原样识别", () => pick(""))));
  }

  // what only a sentence tells: taken over as it is, or in another role
  told(at, anchor) {
    const { name, role, span, quote } = this.store.told[at];
    const text = this.store.document.text;
    const first = text.lastIndexOf(quote, span[0]);
    const box = popover(anchor, name, el("p", { class: "facts" }, `行文提及：${this.store.roles[role]}。没有计入矩阵和分工表；采纳后计入。`),
      el("blockquote", {}, quote), el("h5", {}, "采纳为"), this.roleButtons(role, async (chosen) => {
        box.close();
        await this.store.change({ do: "mark", quote: first >= 0 && first + quote.length >= span[1] ? [first, first + quote.length] : span, role: chosen, names: [{ name, span }] });
      }));
  }

  async limit(chosen, id) {
    if (!id) { toast("这段文字不在任何任务中", { fault: true }); return; }
    await this.store.change({ do: "deadline", task: id, to: chosen.text });
  }

  async task(chosen, id) {
    const task = this.store.tasks.get(id);
    if (task && chosen.span[0] > task.span[0] && chosen.span[1] <= task.span[1]) await this.store.change({ do: "split", task: id, words: chosen.span, to: "" });
    else await this.store.change({ do: "task", words: chosen.span, to: "" });
  }
}
