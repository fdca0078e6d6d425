// A plan as the page holds it: what was read, what stands now, and who wants to know when that changes.
import { get, send, upload } from "./api.js";
import { toast } from "./dom.js";

export class Store {
  constructor(project, plan, coder) {
    this.base = `/api/projects/${project}/plans/${plan}`;
    this.coder = coder || localStorage.getItem(`raci-coder-${this.base}`) || "";
    this.version = 0;
    this.tasks = new Map();
    this.order = [];
    this.listeners = new Set();
    this.waiting = Promise.resolve();
    this.selected = null;
    this.selectedEntry = null;
  }

  path(rest, query = {}) {
    const wanted = new URLSearchParams({ ...(this.coder ? { coder: this.coder } : {}), ...query }).toString();
    return `${this.base}${rest}${wanted ? `?${wanted}` : ""}`;
  }

  async load() {
    const [plan, read] = await Promise.all([get(this.path("")), get(this.path("/document"))]);
    this.document = read;
    this.roles = read.words.roles;
    this.tasks = new Map(plan.tasks.map((task) => [task.id, task]));
    this.order = plan.tasks.map((task) => task.id);
    this.state = plan.version;
    this.take(plan);
  }

  take(plan) {
    for (const name of ["title", "profile", "own", "legend", "findings", "changes", "undo", "redo", "coders", "told", "earlier"]) if (name in plan) this[name] = plan[name];
    this.version += 1;
  }

  // one change after the other: each is made of the plan as it stands then
  make(act) {
    this.waiting = this.waiting.catch(() => {}).then(async () => {
      const answer = await act();
      // another tab has changed the plan meanwhile
      if (answer.from !== this.state) return location.reload();
      this.state = answer.version;
      const before = new Map();
      for (const task of answer.tasks) { before.set(task.id, this.tasks.get(task.id)); this.tasks.set(task.id, task); }
      const kept = new Set(answer.order);
      const gone = this.order.filter((id) => !kept.has(id));
      for (const id of gone) { before.set(id, this.tasks.get(id)); this.tasks.delete(id); }
      const reordered = gone.length > 0 || answer.order.length !== this.order.length || answer.order.some((id, at) => id !== this.order[at]);
      this.order = answer.order;
      this.take(answer);
      if (this.selected && !this.tasks.has(this.selected)) this.selected = null;
      this.listeners.forEach((told) => told({ before, reordered, gone, findings: "findings" in answer, told: "told" in answer }));
      return answer;
    });
    return this.waiting;
  }

  async change(asked, { quiet = false } = {}) {
    try {
      await this.make(() => send(this.path("/changes"), asked));
      if (!quiet) toast(this.undo, { act: () => this.back(), label: "撤销" });
      return true;
    } catch (error) {
      toast(error.message, { fault: true });
      return false;
    }
  }

  // tables read anew by what the user says of their columns
  columns(heads) { return this.change({ do: "columns", heads }); }

  async back() { if (this.undo) { const what = this.undo; await this.make(() => send(this.path("/undo"))); toast(`已撤销：${what}`, { act: () => this.again(), label: "重做" }); } }
  async again() { if (this.redo) { const what = this.redo; await this.make(() => send(this.path("/redo"))); toast(`已重做：${what}`); } }

  async takeBack(file) {
    const form = new FormData();
    form.append("file", file, file.name);
    await this.make(() => upload(this.path("/workbook"), form));
    toast(this.undo, { act: () => this.back(), label: "撤销" });
  }

  become(coder) {
    if (coder) localStorage.setItem(`raci-coder-${this.base}`, coder);
    else localStorage.removeItem(`raci-coder-${this.base}`);
    location.reload();
  }

  list() { return this.order.map((id) => this.tasks.get(id)); }

  select(id, entry = null, from = "") {
    this.selected = id;
    this.selectedEntry = entry;
    this.picked?.(id, entry, from);
  }
}
