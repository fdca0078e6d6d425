// The bar over a stretch of the text that was marked: what it is to be.
import { button, el } from "./dom.js";

export function marker(docview, editor, store) {
  const bar = el("div", { class: "marker-bar", role: "toolbar", "aria-label": "所选文字标为", hidden: true });
  let chosen = null;
  const act = (work) => () => { const taken = chosen; hide(); getSelection().removeAllRanges(); work(taken); };
  const hide = () => { bar.hidden = true; chosen = null; };
  const update = () => {
    chosen = docview.selection();
    if (!chosen) return hide();
    const inside = docview.taskAt(chosen.span[0]);
    const task = store.tasks.get(inside);
    const splits = task && chosen.span[0] > task.span[0];
    bar.replaceChildren(
      ...Object.entries(store.roles).map(([role, word]) => button(word, act((taken) => editor.mark(taken, role)), { class: `role-pick ${role}` })),
      button("时限", act((taken) => editor.limit(taken, inside))),
      button(splits ? "拆出一项" : "是任务", act((taken) => editor.task(taken, inside))));
    bar.hidden = false;
    const box = chosen.box, width = bar.offsetWidth, height = bar.offsetHeight;
    bar.style.left = `${Math.max(6, Math.min(box.left + box.width / 2 - width / 2, innerWidth - width - 6))}px`;
    bar.style.top = `${box.top - height - 8 > 60 ? box.top - height - 8 : Math.min(box.bottom + 8, innerHeight - height - 6)}px`;
  };
  let waiting = 0;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(update, 160); };
  const changed = () => { if (getSelection().isCollapsed) { if (!bar.contains(document.activeElement)) hide(); } else later(); };
  document.addEventListener("selectionchange", changed);
  docview.root.addEventListener("scroll", () => { if (!bar.hidden) hide(); }, { passive: true });
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  document.body.append(bar);
  return () => { document.removeEventListener("selectionchange", changed); bar.remove(); };
}
