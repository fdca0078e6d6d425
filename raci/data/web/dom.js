// Everything that is seen is made here of text nodes: no text of a document becomes markup.

export function el(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") made.className = value;
    else if (key === "on") for (const [name, act] of Object.entries(value)) made.addEventListener(name, act);
    else if (key === "value") made.value = value;
    else if (key.startsWith("--")) made.style.setProperty(key, value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return made;
}

export const button = (text, act, properties) => el("button", { type: "button", on: { click: act }, ...properties }, text);

// what tells its user that something was done, or why not; with a way back where there is one
export function toast(words, { fault = false, act = null, label = "" } = {}) {
  const made = el("div", { class: fault ? "toast fault" : "toast" }, el("span", {}, words));
  if (act) made.append(button(label, () => { made.remove(); act(); }));
  made.append(button("×", () => made.remove(), { class: "close", "aria-label": "关闭" }));
  const box = document.getElementById("toasts");
  box.replaceChildren();
  box.append(made);
  setTimeout(() => made.remove(), fault ? 12000 : 5000);
  return made;
}

// a dialog near what opened it; Escape and a click beside it close it, and the focus goes back
export function popover(anchor, title, ...children) {
  document.querySelector("dialog.pop")?.close();
  const box = el("dialog", { class: "pop", "aria-label": title },
    el("div", { class: "pop-head" }, el("b", {}, title), button("×", () => box.close(), { class: "close", "aria-label": "关闭" })), ...children);
  document.body.append(box);
  box.addEventListener("close", () => { box.remove(); if (anchor?.isConnected) anchor.focus({ preventScroll: true }); });
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  box.showModal();
  // again where it has grown; anchors in lists may have been made anew by then
  const at = anchor?.getBoundingClientRect?.();
  box.place = () => {
    if (!at || innerWidth <= 620) return;
    box.classList.add("placed");
    const { width, height } = box.getBoundingClientRect();
    const top = at.bottom + height + 8 < innerHeight ? at.bottom + 4 : at.top - height - 4;
    box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    box.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
  };
  box.place();
  return box;
}

// a wide dialog in the middle
export function panel(anchor, title, ...children) {
  const box = popover(null, title, ...children);
  box.classList.add("wide");
  box.addEventListener("close", () => { if (anchor?.isConnected) anchor.focus({ preventScroll: true }); });
  return box;
}

// one question with a line to write; resolves to the text, or null
export function ask(anchor, title, { value = "", label = title, ok = "确定", hint = "", list = [] } = {}) {
  return new Promise((resolve) => {
    let answer = null;
    const input = el("input", { type: "text", value, "aria-label": label, autocomplete: "off", list: list.length ? "asked-list" : null });
    const form = el("form", { class: "asked", on: { submit: (event) => { event.preventDefault(); answer = input.value.trim(); box.close(); } } },
      input, el("button", { type: "submit", class: "main" }, ok));
    const box = popover(anchor, title, form, hint ? el("p", { class: "hint" }, hint) : "",
      list.length ? el("datalist", { id: "asked-list" }, ...list.map((name) => el("option", { value: name }))) : "");
    box.addEventListener("close", () => resolve(answer));
    input.focus();
    input.select();
  });
}

// fills its children only as they come near the sight: what is long opens at once and scrolls
export class Lazy {
  constructor(root, margin = "900px") {
    this.acts = new WeakMap();
    this.observer = new IntersectionObserver((seen) => {
      for (const one of seen) if (one.isIntersecting) this.fill(one.target);
    }, { root, rootMargin: `${margin} 0px` });
  }
  watch(node, act) { this.acts.set(node, act); this.observer.observe(node); }
  fill(node) {
    const act = this.acts.get(node);
    if (!act) return;
    this.acts.delete(node);
    this.observer.unobserve(node);
    act(node);
  }
  isFilled(node) { return !this.acts.has(node); }
}

export const day = (iso) => iso.replace("T", " ").slice(0, 16);
