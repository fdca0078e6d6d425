// One plan: the document on the left, what was found in it on the right.
import { get } from "./api.js";
import { button, el, popover } from "./dom.js";
import { AboutView } from "./aboutview.js";
import { DocumentView } from "./docview.js";
import { Editor } from "./editor.js";
import { Filters } from "./filters.js";
import { FindingsView } from "./findings.js";
import { handOut, PictureView } from "./handout.js";
import { HistoryView } from "./historyview.js";
import { marker } from "./marker.js";
import { MatrixView } from "./matrixview.js";
import { Store } from "./store.js";
import { PageView } from "./pageview.js";
import { TaskView } from "./taskview.js";
import { tabs, themeButton } from "./tools.js";

const KEYS = [["J / K", "下一项、上一项任务"], ["N / P", "下一条、上一条待核"], ["A", "这条待核无误"], ["X", "这条待核不予处理"], ["F", "去改这条待核"], ["E", "改所选的单位，或给任务加单位"], ["Z / Shift+Z", "撤销、重做"], ["/", "查找"], ["1–6", "换视图"], ["?", "这张表"]];

export async function showReview(app, project, plan) {
  const store = new Store(project, plan, "");
  const [{ plans }] = await Promise.all([get(`/api/projects/${project}`), store.load()]);
  document.title = `${store.title || "方案"} · raci`;
  const panes = Object.fromEntries(["tasks", "findings", "matrix", "pictures", "changes", "about"].map((key) => [key, el("section", { class: `view view-${key}`, id: `view-${key}`, role: "tabpanel", "aria-labelledby": `tab-${key}`, tabindex: "0", hidden: true })]));
  const text = el("section", { class: "doc", "aria-label": "原文", tabindex: "0", id: "view-text" });
  const main = el("main", { id: "main", class: "review" });
  const undo = button("撤销", () => store.back(), { title: "撤销（Z）" });
  const redo = button("重做", () => store.again(), { title: "重做（Shift+Z）" });
  const out = button("导出", () => handOut(store, out), { class: "main", title: "下载工作簿、分工表、图" });
  const choice = el("select", { "aria-label": "方案", on: { change: () => { location.hash = `#/p/${project}/${choice.value}`; } } }, ...plans.map((one) => el("option", { value: one.number }, one.title || `方案 ${one.number}`)));
  choice.value = String(plan);
  const side = el("div", { class: "side" });
  const bar = tabs({ text: "原文", tasks: "任务", findings: "待核", matrix: "矩阵", pictures: "图", changes: "改动", about: "说明" }, (key) => open(key));
  app.replaceChildren(
    el("header", { class: "top" }, el("a", { class: "home-link", href: "#/", title: "全部项目" }, "‹ 项目"),
      el("div", { class: "titles" }, plans.length > 1 ? choice : el("h1", {}, store.title || "（无标题）")),
      bar.bar, el("div", { class: "tools" }, undo, redo, out, button("?", help, { "aria-label": "快捷键", title: "快捷键" }), themeButton())), main);
  const sheet = el("section", { class: "sheet", "aria-label": "页面", tabindex: "0", hidden: true });
  const left = el("div", { class: "left" }, text, sheet);
  const pageView = PageView.has(store) ? new PageView(store, sheet) : null;
  if (pageView) {
    const flip = (toSheet) => {
      sheet.hidden = !toSheet;
      text.hidden = toSheet;
      swap.replaceChildren(toSheet ? "看文字" : "看页面");
      if (toSheet) pageView.show(spot());
    };
    const swap = button("看页面", () => flip(sheet.hidden), { class: "swap", title: "文字、原来的页面" });
    left.append(swap);
  }
  // the stretch that is selected now
  const spot = () => { const task = store.tasks.get(store.selected); return docView.flash || task?.entries[store.selectedEntry]?.span || task?.span || [0, 1]; };
  main.append(left, side);

  const editor = new Editor(store);
  const filters = new Filters(store, () => { taskView.arrange(); if (view === "matrix") matrix.draw(); });
  side.append(filters.node, ...Object.values(panes));
  const docView = new DocumentView(store, text, {
    onText: (task) => { if (task) store.select(task, null, "document"); },
    onTold: (at, anchor) => editor.told(at, anchor),
    onHead: (head, anchor) => editor.column(head, anchor),
  });
  const taskView = new TaskView(store, panes.tasks, editor, filters);
  const findings = new FindingsView(store, panes.findings, (finding) => {
    if (finding.task && store.tasks.has(finding.task)) store.select(finding.task, null, "findings");
    if (finding.span && finding.span[1] > finding.span[0]) docView.point(finding.span);
    if (pageView && !sheet.hidden) pageView.show(spot());
  }, (finding) => {
    // to the task, and where the finding is of one body, to that
    const task = store.tasks.get(finding.task);
    if (!task) return;
    const at = finding.span ? task.entries.findIndex((entry) => entry.span && entry.span[0] < finding.span[1] && entry.span[1] > finding.span[0] && finding.span[1] - finding.span[0] <= entry.name.length + 2) : -1;
    bar.pick("tasks");
    if (!taskView.show(task.id)) { filters.clear(); taskView.arrange(); }
    store.select(task.id, at < 0 ? null : at, "findings");
    const card = taskView.cards.get(task.id);
    if (at >= 0) editor.entry(task.id, at, card);
    else if (!task.entries.length) editor.add(task.id, card);
    else taskView.focus(task.id);
  });
  const matrix = new MatrixView(store, panes.matrix, filters, (id, at, anchor) => editor.entry(id, at, anchor));
  const pictures = new PictureView(store, panes.pictures);
  const history = new HistoryView(store, panes.changes);
  const about = new AboutView(store, panes.about);
  const dropMarker = marker(docView, editor, store);
  let view = "tasks";

  function open(key) {
    view = key;
    main.dataset.view = key;
    for (const [name, pane] of Object.entries(panes)) pane.hidden = name !== (key === "text" ? "tasks" : key);
    filters.node.hidden = !["tasks", "matrix", "text"].includes(key);
    ({ findings: () => { if (findings.stale) findings.draw(); }, matrix: () => matrix.draw(), pictures: () => pictures.draw(), changes: () => history.draw(), about: () => about.draw() })[key]?.();
  }

  store.picked = (id, entry, from) => {
    const task = store.tasks.get(id);
    if (!task) return;
    taskView.light();
    if (from === "document") {
      if (view !== "matrix") bar.pick("tasks");
      if (!taskView.show(id)) { filters.clear(); taskView.arrange(); taskView.show(id); }
      docView.flash = null;
      docView.light();
    } else docView.show(task, entry);
    if (pageView && !sheet.hidden) pageView.show(spot());
    if (from !== "tasks" && from !== "keys" && from !== "document") taskView.show(id);
  };

  function tell() {
    undo.disabled = !store.undo;
    redo.disabled = !store.redo;
    undo.title = store.undo ? `撤销：${store.undo}（Z）` : "没有可撤销的";
    redo.title = store.redo ? `重做：${store.redo}（Shift+Z）` : "没有可重做的";
    bar.say("findings", ["待核", el("small", {}, ` ${findings.open()}`)]);
    bar.say("tasks", ["任务", el("small", {}, ` ${store.order.length}`)]);
  }

  let choices = 0;
  const heard = (what) => {
    docView.changed(what);
    taskView.changed(what);
    if (what.reordered) docView.light();
    if (what.reordered) findings.made.clear();
    if (what.findings || what.reordered) findings.stale = true;
    open(view);
    tell();
    // what can be chosen may wait until the change is seen
    if (!what.before.size) return;
    clearTimeout(choices);
    choices = setTimeout(() => filters.refresh(), 60);
  };
  store.listeners.add(heard);

  function help(event) {
    popover(event?.currentTarget, "快捷键", el("dl", { class: "keylist" }, ...KEYS.flatMap(([key, words]) => [el("dt", {}, key), el("dd", {}, words)])), el("p", { class: "hint" }, "在原文里选取文字，可标为牵头、责任、配合……，也可拆出任务。"));
  }

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input, select, textarea")) return;
    const acts = {
      j: () => { if (view !== "tasks") bar.pick("tasks"); taskView.step(1); },
      k: () => { if (view !== "tasks") bar.pick("tasks"); taskView.step(-1); },
      z: () => (event.shiftKey ? store.again() : store.back()),
      "/": () => filters.text.focus(),
      "?": () => help(),
      e: () => { const id = store.selected; if (!id) return; const card = taskView.cards.get(id); if (store.selectedEntry !== null) editor.entry(id, store.selectedEntry, card); else editor.add(id, card); },
    };
    const names = ["tasks", "findings", "matrix", "pictures", "changes", "about"];
    if (/^[1-6]$/.test(event.key)) { event.preventDefault(); return bar.pick(names[event.key - 1]); }
    if (/^[npaxfNPAXF]$/.test(event.key)) { if (view !== "findings") bar.pick("findings"); findings.key(event); return; }
    const act = acts[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  };
  document.addEventListener("keydown", onKey);
  bar.pick("tasks");
  tell();
  return () => { document.removeEventListener("keydown", onKey); dropMarker(); store.listeners.clear(); };
}
