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
    for (const list of ["findings", "changes", "told"]) this[list] = plan[list];
    this.take(plan);
  }

  take(plan) {
    for (const name of ["title", "profile", "own", "legend", "undo", "redo", "coders", "earlier"]) if (name in plan) this[name] = plan[name];
  }

  // One change after the other: each is made of the plan as it stands then. What it touched is shown at once; what it
  // means for all else (findings, names) follows, and the next change waits for that.
  make(act) {
    const made = this.waiting.catch(() => {}).then(async () => {
      const answer = await act();
      // another tab has changed the plan meanwhile
      if (answer.from !== this.state) { location.reload(); return null; }
      this.apply(answer);
      return answer;
    });
    this.waiting = made.then(async (answer) => {
      if (!answer?.rest) return;
      await seen();
      try { this.apply(await get(this.path("/changes", { from: answer.from }))); } catch { location.reload(); }
    });
    return made;
  }

  apply(answer) {
    this.state = answer.version;
    const before = new Map();
    for (const task of answer.tasks) {
      const known = this.tasks.get(task.id);
      if (known && JSON.stringify(known) === JSON.stringify(task)) continue;
      before.set(task.id, known);
      this.tasks.set(task.id, task);
    }
    const gone = [];
    if (answer.order) {
      this.order = joined(this.order, answer.order);
      const kept = new Set(this.order);
      for (const id of this.tasks.keys()) if (!kept.has(id)) { before.set(id, this.tasks.get(id)); gone.push(id); }
      gone.forEach((id) => this.tasks.delete(id));
    }
    for (const list of ["findings", "changes", "told"]) if (answer[list]) this[list] = joined(this[list], answer[list]);
    this.take(answer);
    if (before.size || answer.order || answer.legend || answer.title) this.version += 1; // pictures and matrix are others
    if (this.selected && !this.tasks.has(this.selected)) this.selected = null;
    this.listeners.forEach((told) => told({ before, reordered: Boolean(answer.order), gone, findings: Boolean(answer.findings), told: Boolean(answer.told) }));
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

// a list with the stretch that is other now
const joined = (list, { at, gone, new: added }) => [...list.slice(0, at), ...added, ...list.slice(at + gone)];

// when the browser has drawn what was changed; at once where nobody looks
const seen = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 250); });
