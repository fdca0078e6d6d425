// Which view is open, by the address behind #.
import { Fault } from "./api.js";
import { el, toast } from "./dom.js";
import { showHome } from "./home.js";
import { showReview } from "./review.js";

let leave = () => {};

async function show() {
  leave();
  leave = () => {};
  const app = document.getElementById("app");
  const [, project, plan] = location.hash.match(/^#\/p\/([\w-]+)\/(\d+)/) || [];
  try {
    leave = project ? await showReview(app, project, Number(plan)) : await showHome(app);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    app.replaceChildren(el("main", { id: "main" }, el("p", { class: "empty" }, error.message), el("p", { class: "empty" }, el("a", { href: "#/" }, "回到项目列表"))));
  }
}

addEventListener("hashchange", show);
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  toast(event.reason instanceof Fault ? event.reason.message : `网页出错：${event.reason?.message || event.reason}`, { fault: true });
});
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
show();

