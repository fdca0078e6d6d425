// Small things that several views show.
import { file } from "./api.js";
import { button, el, toast } from "./dom.js";

export function themeButton() {
  return button("明暗", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("raci-theme", next);
    document.documentElement.dataset.theme = next;
  }, { title: "深色、浅色" });
}

// a file to take away: the browser saves it when it is made, or the page says why there is none
export function download(href, words, properties = {}) {
  return el("a", { href, download: "", ...properties, on: { click: async (event) => {
    event.preventDefault();
    toast("正在生成，完成后浏览器会开始下载");
    try {
      const { name, data } = await file(href);
      const address = URL.createObjectURL(data);
      el("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    } catch (error) { toast(error.message, { fault: true }); }
  } } }, words);
}

// the class of a letter's colour
export const hue = (letter) => ({ A: "A", R: "R", C: "C", I: "I", S: "S", V: "V" }[letter.split("/")[0]] || "X");

export const labelOf = (task) => task.number + (/[0-9A-Za-z\u4e00-\u9fff]$/.test(task.number) && task.shown ? " " : "") + task.shown;

export const chapterOf = (task) => task.path.join(" › ");

// what stands over a task in a list, where it is of another chapter than the one before it (null: the first)
export const bandOver = (task, before) => {
  const above = chapterOf(task);
  if (above === before || (!above && before === null)) return "";
  return above || (!task.number || /^[0-9]/.test(task.number) ? "附表所列任务" : labelOf(task));
};

export const letterMark = (letter) => el("span", { class: `letter ${hue(letter)}`, "aria-hidden": "true" }, letter);

export function tabs(names, choose) {
  const bar = el("div", { class: "tabs", role: "tablist", "aria-label": "视图" });
  const buttons = Object.entries(names).map(([key, name]) => button(name, () => pick(key), {
    role: "tab", id: `tab-${key}`, "aria-controls": `view-${key}`, "data-key": key }));
  const pick = (key) => {
    buttons.forEach((one) => {
      const on = one.dataset.key === key;
      one.setAttribute("aria-selected", String(on));
      one.tabIndex = on ? 0 : -1;
    });
    choose(key);
  };
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const shown = buttons.filter((one) => one.offsetParent);
    const next = shown[(shown.indexOf(document.activeElement) + step + shown.length) % shown.length];
    next.focus();
    pick(next.dataset.key);
  });
  bar.append(...buttons);
  return { bar, pick, say: (key, words) => { buttons.find((one) => one.dataset.key === key).replaceChildren(...[words].flat()); } };
}
