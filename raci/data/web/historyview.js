// Every change, the newest first, with its time; what was undone stays known.
import { button, day, el } from "./dom.js";

const STATES = { done: "", undone: "已撤销", dropped: "已撤销，不再重做" };

export class HistoryView {
  constructor(store, root) {
    this.store = store;
    this.root = root;
  }

  draw() {
    const { store } = this;
    this.root.replaceChildren(
      el("div", { class: "list-head" }, button("撤销", () => store.back(), { disabled: !store.undo }), button("重做", () => store.again(), { disabled: !store.redo }),
        el("span", {}, store.changes.length ? `共 ${store.changes.length} 次改动，每次都已存盘` : "")),
      store.changes.length ? el("ol", { class: "changes" }, ...store.changes.map((change) => el("li", { class: change.state },
        el("time", { datetime: change.at }, day(change.at)), el("span", {}, change.what), STATES[change.state] ? el("small", {}, STATES[change.state]) : ""))) : el("p", { class: "empty" }, "还没有改动。"));
  }
}
