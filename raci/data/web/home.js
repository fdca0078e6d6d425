// The projects, and where files are dropped.
import { get, send, upload } from "./api.js";
import { ask, button, day, el, panel, popover, toast } from "./dom.js";
import { download, themeButton } from "./tools.js";

const READS = "Word、PDF、Excel、网页、WPS、OFD、图片、纯文本，或装着它们的压缩包";

export async function showHome(app) {
  document.title = "raci 任务分工核对";
  let left = false;
  const list = el("ul", { class: "projects" });
  const jobs = el("ul", { class: "jobs", "aria-label": "正在读取" });
  const together = el("input", { type: "checkbox", id: "together" });
  const picker = el("input", { type: "file", multiple: true, class: "picker", id: "picker", on: { change: () => { drop([...picker.files]); picker.value = ""; } } });
  const zone = el("section", { class: "drop", "aria-label": "新建项目" },
    el("p", { class: "big" }, "把方案文件拖到这里"),
    el("p", {}, el("label", { class: "pick", for: "picker" }, "选择文件"), picker, button("粘贴文字", paste)),
    el("label", { class: "check" }, together, el("span", {}, "几个文件是一个方案（通知与附件）")),
    el("p", { class: "hint" }, `${READS}。全部在本机读取，不联网。`));
  zone.addEventListener("dragover", () => zone.classList.add("over"));
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  const onDrop = async (event) => {
    zone.classList.remove("over");
    const files = await filesOf(event.dataTransfer);
    if (files.length) drop(files);
  };
  addEventListener("drop", onDrop);
  const home = el("p", { class: "hint" });
  const returned = el("input", { type: "file", multiple: true, class: "picker", id: "returned", on: { change: () => { collect([...returned.files]); returned.value = ""; } } });
  const desk = el("section", { class: "ledger-desk", "aria-label": "台账" }, el("h2", {}, "台账"),
    el("p", { class: "hint" }, "在上面选中几个方案，可合成一本台账，并给各单位做填报表。填报表收回后，把台账.xlsx 和收回的文件（或压缩包）一起选上："),
    el("p", {}, el("label", { class: "pick", for: "returned" }, "汇总回填"), returned));
  const rules = el("details", { class: "kept-rules", hidden: true });
  // what is made of the plans that are chosen
  const chosen = new Set();
  const { tools } = await get("/api/tools");
  const bar = el("div", { class: "chosen", role: "group", "aria-label": "对所选方案", hidden: true });
  function choose() {
    bar.hidden = !chosen.size;
    const query = new URLSearchParams([...chosen].map((plan) => ["plan", plan])).toString();
    bar.replaceChildren(el("span", {}, `已选 ${chosen.size} 个方案`), ...tools.filter((tool) => chosen.size >= tool.least && !(tool.least > 1 && chosen.size > tool.least)).map((tool) => download(`/api/tools/${tool.name}?${query}`, tool.title, { class: "download" })));
  }

  app.replaceChildren(
    el("header", { class: "top" }, el("div", { class: "titles" }, el("h1", {}, "任务分工核对"), el("p", { class: "sub" }, "拖入方案，对照原文核对、改正，导出分工表")), el("div", { class: "tools" }, themeButton())),
    el("main", { id: "main", class: "home" }, zone, jobs, el("h2", {}, "项目"), bar, list, desk, rules, home));

  async function drop(files) {
    const groups = together.checked ? [files] : files.map((file) => [file]);
    await Promise.all(groups.map(async (group) => {
      const form = new FormData();
      if (group.length > 1) form.append("together", "1");
      group.forEach((file) => form.append("file", file, file.name));
      try {
        const { jobs: begun } = await upload("/api/projects", form);
        begun.forEach((job) => follow(job, groups.length === 1));
      } catch (error) { toast(`${group[0].name}：${error.message}`, { fault: true }); }
    }));
  }

  async function paste(event) {
    const area = el("textarea", { rows: 12, "aria-label": "文字" });
    const box = popover(event.currentTarget, "粘贴文字", area, button("读取", async () => {
      const { jobs: begun } = await send("/api/texts", { text: area.value });
      box.close();
      begun.forEach((job) => follow(job, true));
    }, { class: "main" }));
    area.focus();
  }

  async function follow(job, open) {
    const bar = el("progress", { "aria-label": `${job.name} 的进度` });
    const words = el("span", {}, "排队");
    const row = el("li", {}, el("b", {}, job.name), bar, words);
    jobs.append(row);
    for (let wait = 120; ; wait = Math.min(wait * 1.4, 1500)) {
      await new Promise((done) => setTimeout(done, wait));
      if (left) return;
      const now = await get(`/api/jobs/${job.id}`);
      words.textContent = now.total > 1 ? `${now.step} ${now.done}/${now.total}` : now.step;
      if (now.total) { bar.max = now.total; bar.value = now.done; }
      if (now.state === "done") {
        row.remove();
        if (open) location.hash = `#/p/${now.result}/1`;
        else refresh();
        return;
      }
      if (now.state === "failed") {
        bar.remove();
        row.classList.add("failed");
        words.textContent = now.error;
        row.append(button("知道了", () => row.remove()));
        return;
      }
    }
  }

  // returned workbooks, merged into the ledger that is among them
  async function collect(files) {
    const form = new FormData();
    files.forEach((file) => form.append("file", file, file.name));
    const busy = toast("正在汇总……");
    try {
      const { said, findings, silent, files: made } = await upload("/api/ledgers", form);
      busy.remove();
      panel(desk.querySelector("label"), "汇总回填",
        ...said.map((line) => el("p", {}, line)),
        el("div", { class: "downloads" }, ...made.map((file) => download(`/api/ledgers/${file.id}`, file.name, { class: "download" }))),
        silent.length ? el("details", {}, el("summary", {}, `未回或未回全 ${silent.length} 个单位`), el("p", {}, silent.join("、"))) : el("p", { class: "hint" }, "下发的都已收回。"),
        findings.length ? el("h5", {}, `需要人看的 ${findings.length} 项（都在台账的“待核”里）`) : "",
        findings.length ? el("ul", { class: "others" }, ...findings.map((line) => el("li", {}, line))) : "");
    } catch (error) { toast(error.message, { fault: true }); }
  }

  // the rules that corrections were made into: what is dropped is read by them, until they are taken back
  async function listRules() {
    const { rules: kept, file } = await get("/api/rules");
    rules.hidden = !kept.length;
    rules.replaceChildren(el("summary", {}, `采用的规则（${kept.length} 条）`),
      el("ul", {}, ...kept.map((rule) => el("li", {}, el("span", {}, rule.words), button("停用", async () => { await send("/api/rules/forget", { id: rule.id }); toast("已停用：以后拖入的文件不再按它读，已有的项目不变"); listRules(); }, { "aria-label": `停用：${rule.words}` })))),
      el("p", { class: "hint" }, `拖入的文件都按这些规则读；存放在 ${file}。`));
  }

  async function refresh() {
    const { projects, home: folder } = await get("/api/projects");
    home.textContent = `项目存放在 ${folder}`;
    list.replaceChildren(...projects.map(item));
    if (!projects.length) list.append(el("li", { class: "none" }, "还没有项目。"));
  }

  function item(project) {
    const pick = (plan) => {
      const key = `${project.id}/${plan.number}`;
      const box = el("input", { type: "checkbox", "aria-label": `选中：${plan.title || "（无标题）"}`, on: { change: () => { if (box.checked) chosen.add(key); else chosen.delete(key); choose(); } } });
      box.checked = chosen.has(key);
      return box;
    };
    const plans = project.plans.map((plan) => el("div", { class: "plan-row" }, pick(plan), el("a", { class: "plan", href: `#/p/${project.id}/${plan.number}` },
      el("span", {}, plan.title || "（无标题）"), el("small", {}, `${plan.tasks} 项任务`))));
    const row = el("li", {}, el("div", { class: "project-head" }, project.plans.length === 1 && project.plans[0].title === project.name ? "" : el("b", {}, project.name), el("small", {}, project.made ? day(project.made) : "")),
      project.fault ? el("p", { class: "fault" }, project.fault) : el("div", { class: "plans" }, ...plans),
      el("div", { class: "acts" }, project.fault ? "" : button("改名", async (event) => {
        const name = await ask(event.currentTarget, "项目名称", { value: project.name });
        if (name) { await send(`/api/projects/${project.id}`, { name }, "PATCH"); refresh(); }
      }, { "aria-label": `改名：${project.name}` }), project.fault ? "" : button("删除", (event) => {
        const box = popover(event.currentTarget, "删除项目", el("p", {}, `“${project.name}”连同其中的改动都会删除，不能恢复。`),
          button("删除", async () => { box.close(); await send(`/api/projects/${project.id}`, {}, "DELETE"); refresh(); }, { class: "danger" }));
      }, { "aria-label": `删除：${project.name}` })));
    return row;
  }

  await refresh();
  listRules().catch((error) => toast(error.message, { fault: true }));
  const { jobs: going } = await get("/api/jobs");
  const opens = going.length === 1 && !sessionStorage.getItem("raci-opened");
  sessionStorage.setItem("raci-opened", "1");
  going.forEach((job) => follow(job, opens));
  return () => { left = true; removeEventListener("drop", onDrop); };
}

// the files that were dropped, and those in folders; hidden ones are none
async function filesOf(dropped) {
  const entries = [...dropped?.items ?? []].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [...dropped?.files ?? []];
  const files = [];
  const walk = async (entry) => {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) return;
    if (entry.isFile) return files.push(await new Promise((done, fail) => entry.file(done, fail)));
    const reader = entry.createReader();
    for (let some = [null]; some.length;) {
      some = await new Promise((done, fail) => reader.readEntries(done, fail));
      for (const one of some) await walk(one);
    }
  };
  for (const entry of entries) await walk(entry);
  return files;
}
