"use strict";
// Everything that is seen is made here of text nodes: no text of the document becomes markup.
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  // a plan that sets up no group has no view of groups; one that gives no tasks begins with it
  const VIEWS = ["matrix", "tasks", "bodies", ...(data.groups.length ? ["groups"] : []), "drawings", "review", "about"];
  const ROLES = Object.keys(data.roles).filter((role) => data.entries.some((one) => one.role === role));

  function el(tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [key, value] of Object.entries(properties || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (key === "class") made.className = value;
      else if (key === "on") for (const [name, act] of Object.entries(value)) made.addEventListener(name, act);
      else if (key.startsWith("--")) made.style.setProperty(key, value);
      else made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  }

  // what belongs together
  data.tasks.forEach((task, index) => {
    task.index = index;
    task.entries = [];
    task.chapter = task.path.join(" › ");
    task.label = task.number + (/[0-9A-Za-z\u4e00-\u9fff]$/.test(task.number) && task.heading ? " " : "") + task.heading;
  });
  data.bodies.forEach((body, index) => { body.index = index; body.entries = []; });
  data.entries.forEach((one) => { data.tasks[one.task].entries.push(one); data.bodies[one.body].entries.push(one); });
  const letters = new Map(data.letters.map(([task, body, letter]) => [`${task}/${body}`, letter]));
  const passage = (index) => (index >= 0 ? data.passages[index] : "");
  for (const task of data.tasks) {
    task.words = [task.label, task.chapter, task.deadline, passage(task.passage),
      ...task.entries.flatMap((one) => [one.written, data.bodies[one.body].head, data.bodies[one.body].name])].join("\n").toLowerCase();
  }

  // filters
  const state = { view: data.groups.length && !data.tasks.length ? "groups" : "matrix", text: "", body: "", chapter: "", roles: new Set(), open: false };
  const filtered = () => state.text || state.body !== "" || state.chapter !== "" || state.roles.size || state.open;
  const inRole = (one) => !state.roles.size || state.roles.has(one.role);
  const ofBody = (one) => state.body === "" || one.body === Number(state.body);

  function tasksShown() {
    const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
    return data.tasks.filter((task) => {
      if (state.open && task.entries.length) return false;
      // a task that is itself the heading of others is of its chapter
      const own = task.chapter ? `${task.chapter} › ${task.label}` : task.label;
      if (state.chapter !== "" && own !== state.chapter && !`${task.chapter} › `.startsWith(`${state.chapter} › `)) return false;
      if (words.some((word) => !task.words.includes(word))) return false;
      if (state.body === "" && !state.roles.size) return true;
      return task.entries.some((one) => ofBody(one) && inRole(one));
    });
  }

  const hue = (letter) => ({ A: "A", R: "R", C: "C", I: "I", S: "S", V: "V" }[letter.split("/")[0]] || "X");
  const letterMark = (letter) => el("span", { class: `letter ${hue(letter)}` }, letter);

  // what stands above a task: each heading once, and none that stands there as a task already
  function headings() {
    let path = [], said = [], label = null;
    return (task) => {
      let same = 0;
      while (same < path.length && same < task.path.length && path[same] === task.path[same]) same += 1;
      const last = label;
      label = task.label;
      if (last !== null && same === path.length && same === task.path.length) return "";
      let fresh = task.path.map((_, at) => at).filter((at) => at >= same && task.path[at] !== last);
      if (same === task.path.length && said.slice(same).some(Boolean)) fresh = same ? [same - 1] : [-1];
      said = task.path.map((_, at) => (at < same ? said[at] : fresh.includes(at)));
      path = task.path;
      // as in the other outputs: rows of a table behind the chapters, or a task that is itself a chapter
      const own = !task.number || /^[0-9]/.test(task.number) ? data.rows : task.label;
      return fresh.map((at) => (at < 0 ? own : path[at])).join(" › ");
    };
  }

  // 责任矩阵: letters stand where they are, and empty cells are lines of the ground, so that large plans scroll
  function matrix(view, tasks) {
    const shown = new Set(tasks.map((task) => task.index));
    const found = filtered();
    const columns = data.bodies.slice(0, data.columns).filter(
      (body) => !found || body.entries.some((one) => shown.has(one.task) && inRole(one) && one.letter));
    if (!tasks.length) return view.append(nothing());
    const at = new Map(columns.map((body, place) => [body.index, place]));
    const longest = Math.min(Math.max(4, ...columns.map((body) => body.head.length)), 13);
    const grid = el("div", { class: `matrix${tasks.length > 400 ? " many" : ""}`, role: "grid", "aria-label": "责任矩阵",
      "aria-rowcount": tasks.length + 1, "aria-colcount": columns.length + 1, "--n": columns.length || 0.01, "--tall": `${longest * 14 + 34}px` });
    const heads = el("div", { class: "row heads", role: "row" },
      el("div", { class: "corner", role: "columnheader" }, el("span", {}, "任务"), el("span", {}, "单位数")));
    columns.forEach((body, place) => {
      const count = new Set(body.entries.filter((one) => shown.has(one.task) && one.letter).map((one) => one.task)).size;
      // no button: in print browsers do not repeat those with the heads
      heads.append(el("div", { class: "body", tabindex: 0, role: "columnheader", "aria-colindex": place + 2, "--c": place,
        title: `${body.name}：${count} 项（看本单位任务）`, on: { click: () => choose(body.index), keydown: (event) => { if (event.key === "Enter") choose(body.index); } } },
        el("b", { class: body.head.length > 12 ? "two" : "" }, body.head.length > 26 ? `${body.head.slice(0, 25)}…` : body.head), el("small", {}, String(count))));
    });
    grid.append(el("div", { class: "headgroup", role: "rowgroup" }, heads));
    const above = headings();
    tasks.forEach((task) => {
      const band = above(task);
      if (band) grid.append(el("div", { class: "row band", role: "row" }, el("span", { role: "rowheader" }, band)));
      const bodies = new Set(task.entries.filter((one) => !data.bodies[one.body].person).map((one) => one.body)).size;
      const row = el("div", { class: task.entries.length ? "row" : "row open", role: "row" },
        el("button", { class: "task", type: "button", role: "rowheader", on: { click: (event) => showTask(task, event.currentTarget) } },
          el("span", {}, el("i", {}, task.number), task.heading), el("small", { class: task.entries.length ? "load" : "" }, task.entries.length ? String(bodies) : "未标注")));
      for (const body of new Set(task.entries.map((one) => one.body))) {
        const letter = letters.get(`${task.index}/${body}`);
        if (!letter || !at.has(body)) continue;
        const held = task.entries.filter((one) => one.body === body);
        if (!held.some(inRole)) continue;
        const place = at.get(body);
        row.append(el("button", { class: `letter ${hue(letter)}${letter.length > 1 ? " joined" : ""}`, type: "button", role: "gridcell",
          "aria-colindex": place + 2, "aria-label": `${task.label}，${data.bodies[body].name}：${letter}`, "--c": place, tabindex: "-1",
          title: `${data.bodies[body].name} ${held.map((one) => data.roles[one.role]).join("、")}（${letter}）`,
          "data-c": place, on: { click: (event) => showEntries(task, held, event.currentTarget) } }, letter));
      }
      grid.append(row);
    });
    view.append(grid);
    const first = grid.querySelector(".letter");
    if (first) first.tabIndex = 0;
    grid.addEventListener("keydown", walk);
    grid.addEventListener("pointerover", (event) => {
      const place = event.target.dataset ? event.target.dataset.c : undefined;
      heads.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
      if (place !== undefined) heads.children[Number(place) + 1].classList.add("lit");
    });
  }

  // arrows go from letter to letter
  function walk(event) {
    const here = event.target.closest(".letter");
    if (!here || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const own = [...here.parentElement.querySelectorAll(".letter")].sort((a, b) => a.dataset.c - b.dataset.c);
    let next = null;
    if (event.key === "ArrowRight") next = own[own.indexOf(here) + 1];
    else if (event.key === "ArrowLeft") next = own[own.indexOf(here) - 1];
    else {
      const step = event.key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling";
      for (let row = here.parentElement[step]; row && !next; row = row[step]) {
        const there = [...row.querySelectorAll(".letter")];
        there.sort((a, b) => Math.abs(a.dataset.c - here.dataset.c) - Math.abs(b.dataset.c - here.dataset.c));
        next = there[0];
      }
    }
    if (!next) return;
    here.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  const nothing = () => el("p", { class: "empty" }, data.tasks.length ? "没有符合条件的任务。" : "没有读出任务。");

  function due(task) {
    if (!task.deadline) return "";
    const last = task.due.split("；").pop();
    const days = last && data.today ? (new Date(last) - new Date(data.today)) / 86400000 : NaN;
    const late = days < 0 ? " late" : days <= 30 ? " soon" : "";
    return el("span", { class: `due${late}`, title: last ? `到期日 ${last}${late === " late" ? "，已过" : late ? "，一个月内" : ""}` : null }, task.deadline);
  }

  function names(task, wanted) {
    const held = new Map();
    task.entries.filter(wanted).forEach((one) => held.set(one.written, [...(held.get(one.written) || []), one]));
    if (!held.size) return "";
    return el("span", { class: "names" }, ...[...held].map(([written, entries]) =>
      el("button", { type: "button", class: `name${entries.some((one) => state.body !== "" && ofBody(one)) ? " found" : ""}`,
        on: { click: (event) => showEntries(task, entries, event.currentTarget) } }, written)));
  }

  const taskLink = (task, label = task.label) => el("button", { type: "button", class: "task-link", on: { click: (event) => showTask(task, event.currentTarget) } }, label || "（无标题）");
  // a number that only counts the rows of its source stands under 序号 already
  const counted = (task) => (/^\d+[.．、]?$/.test(task.number.trim()) && parseInt(task.number, 10) === task.index + 1 ? task.heading : task.label);

  function tasksView(view, tasks) {
    if (!tasks.length) return view.append(nothing());
    const roles = ROLES.includes("lead") || !ROLES.length ? ROLES : ["lead", ...ROLES];
    const late = tasks.some((task) => task.deadline);
    const heads = ["序号", "任务", ...roles.map((role) => data.heads[role] || (role === "leader" ? data.roles[role] : `${data.roles[role]}单位`)), ...(late ? ["时限"] : [])];
    const body = el("tbody");
    const above = headings();
    for (const task of tasks) {
      const band = above(task);
      if (band) body.append(el("tr", { class: "chapter" }, el("td", { colspan: heads.length }, band)));
      const row = el("tr", { class: task.entries.length ? "" : "open-task" }, el("td", { class: "number" }, String(task.index + 1)),
        el("td", {}, taskLink(task, counted(task)), task.entries.length ? "" : el("div", {}, data.unassigned)));
      roles.forEach((role, place) => row.append(el("td", { "data-head": heads[place + 2] }, names(task, (one) => one.role === role))));
      if (late) row.append(el("td", { "data-head": "时限" }, due(task)));
      body.append(row);
    }
    view.append(el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))), body));
    view.querySelectorAll("td[data-head]").forEach((cell) => { if (!cell.textContent) cell.removeAttribute("data-head"); });
  }

  // 单位任务
  const count = (body, wanted) => new Set(body.entries.filter(wanted).map((one) => one.task)).size;
  function bodiesView(view, tasks) {
    if (state.body !== "") return oneBody(view, data.bodies[Number(state.body)], tasks);
    const shown = new Set(tasks.map((task) => task.index));
    const here = (one) => shown.has(one.task) && inRole(one);
    const listed = data.bodies.filter((body) => body.entries.some(here));
    if (!listed.length) return view.append(filtered() ? nothing() : el("p", { class: "empty" }, "没有读出责任单位。"));
    const most = Math.max(...listed.map((body) => count(body, here)));
    const row = (body) => {
      // a task counts once, for the first of the roles in it
      const first = new Map();
      body.entries.filter(here).forEach((one) => {
        const held = first.get(one.task);
        if (held === undefined || ROLES.indexOf(one.role) < ROLES.indexOf(held)) first.set(one.task, one.role);
      });
      const roles = [...first.values()];
      const lead = roles.filter((role) => role === "lead").length;
      const responsible = roles.filter((role) => role === "responsible").length;
      const other = roles.length - lead - responsible;
      const part = (name, number, word) => (number ? el("span", { class: 20 * number < most ? `${name} thin` : name, style: `width:${(100 * number) / (most || 1)}%`, title: `${word} ${number} 项` }, String(number)) : "");
      return el("tr", {}, el("td", {}, el("button", { type: "button", class: "task-link", title: body.name, on: { click: () => choose(body.index) } }, body.head)),
        el("td", { class: "number" }, String(count(body, here))),
        el("td", { class: "bars" }, el("div", { class: "bar" }, part("lead", lead, "牵头"), part("responsible", responsible, "责任"), part("other", other, "配合等")), el("small", { class: "sums" }, `${lead} / ${responsible} / ${other}`)));
    };
    const [bodies, persons] = [listed.filter((body) => !body.person), listed.filter((body) => body.person)];
    const rows = bodies.map(row);
    if (persons.length) rows.push(el("tr", { class: "persons" }, el("td", { colspan: 3 }, `个人（责任领导、责任人，${persons.length} 人）`)), ...persons.map(row));
    view.append(el("table", { class: "loads" }, el("thead", {}, el("tr", {}, ...["单位", "任务", "牵头 / 责任 / 配合等"].map((head) => el("th", { scope: "col" }, head)))), el("tbody", {}, ...rows)));
  }

  function oneBody(view, body, tasks) {
    const mine = tasks.map((task) => [task, task.entries.filter((one) => one.body === body.index && inRole(one))]).filter(([, held]) => held.length);
    const others = body.written.filter((name) => name !== body.name && name !== body.head);
    const told = [`共 ${mine.length} 项`, body.name === body.head ? "" : `全称：${body.name}`, others.length ? `原文写作：${others.join("、")}` : ""];
    const box = el("div", { class: "of-body" },
      el("h2", {}, `${body.head} · ${body.person ? "本人任务" : "本单位任务"}`),
      el("p", {}, `${told.filter(Boolean).join("；")} `,
        el("button", { type: "button", class: "back", on: { click: () => choose("") } }, "看全部单位")));
    for (const role of ROLES) {
      // a task stands once, under the first of the body's roles in it
      const first = mine.filter(([, entries]) => ROLES.find((one) => entries.some((entry) => entry.role === one)) === role);
      if (!first.length) continue;
      box.append(el("h3", {}, `${data.roles[role]}（${first.length} 项）`), el("div", { class: "cards" }, ...first.map(([task, entries]) => card(task, entries, body))));
    }
    if (!mine.length) box.append(nothing());
    view.append(box);
  }

  function card(task, entries, body) {
    const letter = letters.get(`${task.index}/${body.index}`);
    const made = el("div", { class: "card" },
      el("div", { class: "head" }, letter ? el("button", { type: "button", class: `letter ${hue(letter)}`, on: { click: (event) => showEntries(task, entries, event.currentTarget) } }, letter) : "", taskLink(task)),
      task.chapter ? el("div", { class: "where" }, task.chapter) : "");
    for (const role of ROLES) {
      const partners = names(task, (one) => one.role === role && one.body !== body.index);
      if (partners) made.append(el("div", { class: "partners" }, el("b", {}, data.roles[role]), partners));
    }
    if (task.deadline) made.append(el("div", { class: "partners" }, el("b", {}, "时限"), due(task)));
    return made;
  }

  // 组织架构: each group as offices draw it, in rows from who leads it down to its parts
  function groupsView(view) {
    for (const group of data.groups) {
      const box = el("section", { class: "group" }, el("h2", {}, group.name), group.within ? el("p", { class: "where" }, `${group.within}下设`) : "");
      for (const tier of group.tiers) {
        box.append(el("div", { class: "tier" }, el("b", { class: "label" }, tier.label, tier.boxes.length > 1 ? el("small", {}, `${tier.boxes.length} 个`) : ""),
          el("div", { class: "boxes" }, ...tier.boxes.map((one) => el("button", { type: "button", class: `member${one.leads ? " leads" : ""}${one.seat ? " seat" : ""}`, on: { click: (event) => showMember(group, one, event.currentTarget) } },
            one.title || one.name ? el("b", {}, [one.title, one.name].filter(Boolean).join("：")) : "", one.words ? el("span", {}, one.words) : "")))));
      }
      view.append(box);
    }
  }

  function showMember(group, one, from) {
    const fact = (what, how) => (how ? [el("dt", {}, what), el("dd", {}, how)] : []);
    panel(from, el("h2", {}, group.name), el("dl", {}, ...fact("身份", one.full), ...fact("姓名", one.name), ...fact("职务、单位", one.words)),
      one.quote ? el("blockquote", {}, el("mark", { class: "quote" }, one.quote)) : "");
  }

  function reviewView(view) {
    if (!data.review.rows.length) return view.append(el("p", { class: "empty" }, "没有需要人工核对的事项。"));
    const words = state.text.toLowerCase();
    const rows = data.review.rows.filter((row) => row.join("\n").toLowerCase().includes(words));
    const body = el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((value, place) => el("td", { "data-head": place > 2 && value !== "" ? data.review.columns[place] : null, class: place < 3 ? "number" : "" }, String(value))))));
    view.append(el("table", {}, el("thead", {}, el("tr", {}, ...data.review.columns.map((head) => el("th", { scope: "col" }, head)))), body));
  }

  function aboutView(view) {
    view.append(el("table", {}, el("tbody", {}, ...data.about.map(([what, how]) => el("tr", {}, el("th", { scope: "row" }, what), el("td", {}, how))))));
  }

  // drawings: zoom by buttons or ctrl and wheel, move by dragging
  function drawings() {
    const figures = [...document.querySelectorAll("#view-drawings figure")];
    if (!$("view-drawings").children.length) $("view-drawings").append(el("p", { class: "empty" }, "这份报告没有附图。"));
    for (const figure of figures) {
      const canvas = figure.querySelector(".canvas");
      const svg = canvas.querySelector("svg");
      const [, , wide] = svg.getAttribute("viewBox").split(" ").map(Number);
      let scale = 0;
      const set = (next, x, y) => {
        const before = svg.clientWidth || 1;
        const px = (canvas.scrollLeft + (x ?? canvas.clientWidth / 2)) / before;
        const py = (canvas.scrollTop + (y ?? canvas.clientHeight / 2)) / before;
        scale = Math.min(Math.max(next, 0.1), 8);
        svg.style.width = `${wide * scale}px`;
        canvas.scrollLeft = px * svg.clientWidth - (x ?? canvas.clientWidth / 2);
        canvas.scrollTop = py * svg.clientWidth - (y ?? canvas.clientHeight / 2);
      };
      const fit = () => set((canvas.clientWidth - 2) / wide);
      canvas.tabIndex = 0;
      canvas.setAttribute("aria-label", `${figure.dataset.title}，方向键移动`);
      svg.removeAttribute("width");
      svg.removeAttribute("height");
      svg.style.width = "100%";
      const button = (text, label, act) => el("button", { type: "button", title: label, "aria-label": label, on: { click: act } }, text);
      const now = () => scale || (canvas.clientWidth - 2) / wide;
      figure.prepend(el("figcaption", {}, el("b", {}, figure.dataset.title),
        button("－", "缩小", () => set(now() / 1.3)), button("＋", "放大", () => set(now() * 1.3)),
        button("适合宽度", "适合宽度", fit), button("原大", "原大", () => set(4 / 3))));
      canvas.addEventListener("wheel", (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const box = canvas.getBoundingClientRect();
        set(now() * (event.deltaY < 0 ? 1.15 : 1 / 1.15), event.clientX - box.left, event.clientY - box.top);
      }, { passive: false });
      let held = null;
      canvas.addEventListener("pointerdown", (event) => {
        if (event.pointerType === "mouse" && event.button === 0) { held = [event.clientX + canvas.scrollLeft, event.clientY + canvas.scrollTop]; canvas.classList.add("held"); }
      });
      canvas.addEventListener("pointermove", (event) => { if (held) { canvas.scrollLeft = held[0] - event.clientX; canvas.scrollTop = held[1] - event.clientY; } });
      for (const end of ["pointerup", "pointerleave", "pointercancel"]) canvas.addEventListener(end, () => { held = null; canvas.classList.remove("held"); });
    }
  }

  // 原文依据
  let opener = null;
  function highlighted(one) {
    const text = [...passage(one.passage)]; // spans count characters, not the halves of UTF-16
    const [start, end] = one.span;
    const [first, last] = one.quoted;
    const parts = [];
    const cuts = [...new Set([0, start, end, first, last, text.length])].sort((a, b) => a - b);
    for (let at = 0; at + 1 < cuts.length; at += 1) {
      const [from, to] = [cuts[at], cuts[at + 1]];
      const words = text.slice(from, to).join("");
      if (from >= start && to <= end) parts.push(el("mark", {}, words));
      else if (from >= first && to <= last) parts.push(el("mark", { class: "quote" }, words));
      else parts.push(words);
    }
    return el("blockquote", {}, ...parts);
  }

  function panel(from, ...children) {
    const box = $("evidence");
    if (opener) opener.removeAttribute("aria-expanded");
    opener = from;
    opener.setAttribute("aria-expanded", "true");
    box.replaceChildren(el("button", { type: "button", class: "close", "aria-label": "关闭（Esc）", on: { click: close } }, "✕"), ...children);
    box.hidden = false;
    box.scrollTop = 0;
    box.focus({ preventScroll: true });
    from.scrollIntoView({ block: "nearest", inline: "nearest" }); // the panel stands beside the matrix
  }
  function close() {
    $("evidence").hidden = true;
    if (!opener) return;
    opener.removeAttribute("aria-expanded");
    if (opener.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  }

  function showEntries(task, entries, from) {
    const parts = [el("h2", {}, task.label || "（无标题）"), task.chapter ? el("div", { class: "where" }, task.chapter) : ""];
    for (const one of entries) {
      const body = data.bodies[one.body];
      const fact = (what, how) => (how ? [el("dt", {}, what), el("dd", {}, how)] : []);
      parts.push(el("dl", {},
        ...fact("单位", body.name === one.written ? body.name : `${one.written}（即 ${body.name}）`),
        el("dt", {}, "角色"), el("dd", {}, one.letter ? letterMark(one.letter) : "", ` ${data.roles[one.role]}`),
        ...fact("时限", one.deadline), ...fact("依据", one.basis), ...fact("沿用自", one.inherited), ...fact("规则", one.rule), ...fact("修改", one.hand),
        ...fact("出处", one.place)));
      if (one.passage >= 0) parts.push(highlighted(one));
      else if (one.quote) parts.push(el("blockquote", {}, el("mark", { class: "quote" }, one.quote)));
    }
    panel(from, ...parts);
  }

  function showTask(task, from) {
    const parts = [el("h2", {}, task.label || "（无标题）"), task.chapter ? el("div", { class: "where" }, task.chapter) : ""];
    const facts = el("dl", {});
    for (const role of ROLES) {
      const held = names(task, (one) => one.role === role);
      if (held) facts.append(el("dt", {}, data.roles[role]), el("dd", {}, held));
    }
    if (task.deadline) facts.append(el("dt", {}, "时限"), el("dd", {}, due(task)));
    if (!task.entries.length) facts.append(el("dt", {}, "单位"), el("dd", {}, data.unassigned));
    parts.push(facts);
    if (passage(task.passage)) parts.push(el("blockquote", {}, passage(task.passage)));
    panel(from, ...parts);
  }

  // what is shown
  const MADE = { matrix, tasks: tasksView, bodies: bodiesView, groups: groupsView, review: reviewView, about: aboutView };
  function show() {
    const tasks = tasksShown();
    for (const name of VIEWS) {
      const tab = $(`tab-${name}`);
      const chosen = name === state.view;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      $(`view-${name}`).hidden = !chosen;
      if (MADE[name]) $(`view-${name}`).replaceChildren();
    }
    if (MADE[state.view]) MADE[state.view]($(`view-${state.view}`), tasks);
    $("shown").textContent = filtered() ? `显示 ${tasks.length} / ${data.tasks.length} 项任务` : `共 ${data.tasks.length} 项任务，${data.columns} 个单位`;
    $("f-clear").hidden = !filtered();
    $("more").className = state.body !== "" || state.chapter !== "" || state.roles.size || state.open ? "on" : "";
    $("filters").hidden = ["groups", "drawings", "about"].includes(state.view);
    $("legend").hidden = state.view !== "matrix";
  }
  function choose(body) {
    state.body = String(body);
    $("f-body").value = state.body;
    go("bodies");
  }
  function go(view) {
    close();
    state.view = view;
    show();
  }

  function start() {
    document.title = data.title;
    $("title").textContent = data.title;
    $("subtitle").textContent = data.subtitle;
    $("foot").textContent = `角色方案：${data.profile} · raci ${data.version} · ${data.made}`;
    data.bodies.forEach((body) => $("f-body").append(el("option", { value: body.index }, body.head)));
    const chapters = new Set();
    data.tasks.forEach((task) => task.path.forEach((_, at) => chapters.add(task.path.slice(0, at + 1).join(" › "))));
    [...chapters].forEach((chapter) => {
      const depth = chapter.split(" › ").length - 1;
      $("f-chapter").append(el("option", { value: chapter }, "\u3000".repeat(depth) + chapter.split(" › ").pop()));
    });
    ROLES.forEach((role) => $("f-roles").append(el("label", { class: "chip" }, el("input", { type: "checkbox", value: role }), el("span", {}, data.roles[role]))));
    $("f-roles").hidden = !ROLES.length;
    const open = data.tasks.filter((task) => !task.entries.length).length;
    $("f-open").parentElement.hidden = !open;
    $("f-open").nextElementSibling.textContent = `只看未标注（${open}）`;
    $("tab-groups").hidden = !data.groups.length;
    if (data.groups.length > 1) $("tab-groups").append(" ", el("small", {}, String(data.groups.length)));
    if (data.review.rows.length) $("tab-review").append(" ", el("small", {}, String(data.review.rows.length)));
    data.legend.forEach(([letter, words]) => $("legend").append(el("span", {}, letterMark(letter), words)));
    $("legend").append(el("span", { class: "hint" }, "点字母看原文依据"));

    let waiting = 0;
    $("f-text").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { state.text = $("f-text").value.trim(); show(); }, 120);
    });
    $("f-body").addEventListener("change", () => { state.body = $("f-body").value; show(); });
    $("f-chapter").addEventListener("change", () => { state.chapter = $("f-chapter").value; show(); });
    $("f-open").addEventListener("change", () => { state.open = $("f-open").checked; show(); });
    $("f-roles").addEventListener("change", () => {
      state.roles = new Set([...$("f-roles").querySelectorAll("input:checked")].map((one) => one.value));
      show();
    });
    $("more").addEventListener("click", () => $("more").setAttribute("aria-expanded", String($("more").getAttribute("aria-expanded") === "false")));
    $("filters").addEventListener("submit", (event) => event.preventDefault());
    $("filters").addEventListener("reset", () => {
      Object.assign(state, { text: "", body: "", chapter: "", roles: new Set(), open: false });
      setTimeout(show);
    });
    VIEWS.forEach((name, at) => {
      $(`tab-${name}`).addEventListener("click", () => go(name));
      $(`tab-${name}`).addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        const next = VIEWS[(at + step + VIEWS.length) % VIEWS.length];
        go(next);
        $(`tab-${next}`).focus();
      });
    });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const theme = (name) => { document.documentElement.dataset.theme = name; };
    theme(dark.matches ? "dark" : "light");
    dark.addEventListener("change", () => theme(dark.matches ? "dark" : "light"));
    $("theme").addEventListener("click", () => theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
    $("print").addEventListener("click", () => window.print());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !$("evidence").hidden) { event.preventDefault(); close(); }
      else if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
        event.preventDefault();
        $("f-text").focus();
      }
    });
    drawings();
    show();
  }
  start();
})();
