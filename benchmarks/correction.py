"""How soon a correction stands on the screen: the local page in a real browser, a role changed by click.

    python benchmarks/correction.py [--short] [FILE]

Without a file on the largest plan of the corpus, and on a made-up one of 5,000 tasks. From the click until the browser
has drawn the task anew, middle of several; and what it cost the processor: of the program (Linux), of the page, until
the task is drawn, and what follows then (findings, names). By the clock only where the machine has a processor to
spare; the processor's time is what a machine without other work would take. Needs the extra web, Playwright and
Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from corpus import CORPUS, report
from playwright.sync_api import CDPSession, Page, Response, sync_playwright

TARGET = 100.0
LARGEST = "unlabelled/BIZ-001.txt"
#: opens the plan of most tasks, where the file holds several
LARGEST_PLAN = """async () => {
  const project = location.hash.split('/')[2];
  const { plans } = await (await fetch(`/api/projects/${project}`)).json();
  const most = plans.reduce((one, other) => (other.tasks > one.tasks ? other : one));
  location.hash = `#/p/${project}/${most.number}`;
  return most.tasks;
}"""
#: opens the first body of a task
OPEN = """async (at) => {
  const cards = [...document.querySelectorAll('.task.filled')].filter((card) => card.querySelector('.chip'));
  const card = cards[at % cards.length];
  card.querySelector('.chip').click();
  card.id = 'measured';
  await new Promise((done) => setTimeout(done, 300));
}"""
#: changes its role to another, and says in which ms after the click that was drawn
CLICK = """async () => {
  const card = document.querySelector('#measured');
  const other = document.querySelector('dialog.pop .role-pick[aria-pressed="false"]');
  const drawn = new Promise((done) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now())));
    });
    watch.observe(card, { childList: true });
  });
  const begun = performance.now();
  other.click();
  const ended = await drawn;
  card.removeAttribute('id');
  return ended - begun;
}"""


class Taken(NamedTuple):
    """Milliseconds: from the click to the picture; of the processor until then, and for what follows."""

    clock: float
    program: float
    page: float
    program_after: float
    page_after: float


@contextmanager
def served(home: str) -> Iterator[tuple[str, int]]:
    """A page in a folder of its own: its address, its process."""
    command = [sys.executable, "-m", "raci", "serve", "--no-open", "--home", home]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        try:
            yield program.stderr.readline().partition("：")[2].strip(), program.pid
        finally:
            program.terminate()


def program_ms(process: int) -> float:
    """What a process took of the processor so far, all its threads together."""
    try:
        tasks = [path.read_text() for path in Path(f"/proc/{process}/task").glob("*/schedstat")]
    except OSError:
        return 0.0
    return sum(int(task.split()[0]) for task in tasks) / 1e6


def page_ms(session: CDPSession) -> float:
    """What the page's own thread did so far."""
    metrics: dict[str, Any] = session.send("Performance.getMetrics")
    return 1000 * next(float(one["value"]) for one in metrics["metrics"] if one["name"] == "TaskDuration")


def is_rest(answer: Response) -> bool:
    """Whether it is what follows when the task is drawn."""
    return answer.request.method == "GET" and "/changes?" in answer.url


def corrections(page: Page, address: str, process: int, text: bytes, rounds: int) -> list[Taken]:
    """The corrections of a plan, one after the other; the first is left out."""
    page.goto(address)
    page.wait_for_selector(".drop")
    page.set_input_files("#picker", {"name": "方案.txt", "mimeType": "text/plain", "buffer": text})
    page.wait_for_selector(".task.filled", timeout=120_000)
    print(f"{page.evaluate(LARGEST_PLAN)} 项任务")
    page.wait_for_timeout(3000)
    page.wait_for_selector(".task.filled", timeout=120_000)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    found = []
    for number in range(rounds + 1):
        page.evaluate(OPEN, number)
        before = program_ms(process), page_ms(session)
        with page.expect_response(is_rest, timeout=120_000):
            clock = float(page.evaluate(CLICK))
            drawn = program_ms(process), page_ms(session)
        page.wait_for_timeout(1000)
        after = program_ms(process), page_ms(session)
        shares = [later - earlier for one in zip(before, drawn, after, strict=True) for earlier, later in pairwise(one)]
        found.append(Taken(clock, shares[0], shares[2], shares[1], shares[3]))
    return found[1:]


def many_tasks(count: int) -> bytes:
    """A plan of so many tasks."""
    bodies = [
        f"市{name}局" for name in ("教育", "财政", "水利", "民政", "统计", "审计", "体育", "林业", "气象", "公安")
    ]
    lines = ["云泽市绿道建设实施方案"]
    for number in range(count):
        lead, other, third = (bodies[(number * step + step) % len(bodies)] for step in (1, 3, 7))
        lines.append(f"{number + 1}．建设第{number + 1}段绿道。（牵头单位：{lead}；配合单位：{other}、{third}）")
    return "\n".join(lines).encode()


def main() -> None:
    """Measure and print."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.exit("没有 Chromium：apt-get install chromium")
    named = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    rounds = 5 if "--short" in sys.argv[1:] else 15
    plans = [(path.stem, path.read_bytes()) for path in named or [CORPUS / LARGEST]]
    if not named and "--short" not in sys.argv[1:]:
        plans.append(("5,000 项任务", many_tasks(5000)))
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, text in plans:
            with TemporaryDirectory() as home, served(home) as (address, process):
                view = chromium.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
                taken = corrections(view, address, process, text, rounds)
                view.close()
            middle = Taken(*(median(each) for each in zip(*taken, strict=True)))
            print(f"{name}：处理器：程序 {middle.program:.0f} 毫秒，网页 {middle.page:.0f} 毫秒")
            print(f"{name}：随后：程序 {middle.program_after:.0f} 毫秒，网页 {middle.page_after:.0f} 毫秒")
            report(f"{name}：点下到显示（处理器）", middle.program + middle.page, "毫秒", TARGET, at_least=False)
            slowest = f"，最慢一次 {max(each.clock for each in taken):.0f} 毫秒"
            print(f"{name}：点下到显示（钟表）{middle.clock:.0f} 毫秒{slowest}")
        chromium.close()


if __name__ == "__main__":
    main()
