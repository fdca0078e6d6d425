"""The page in a real browser: from the file that is dropped to the table that is taken away, as a person works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from browser import CHROMIUM, needs_browser
from desks import PLAN, Page
from openpyxl import load_workbook
from plans import HOSTILE
from returning import edit

EXAMPLES = Path(__file__).parents[2] / "examples"


@contextmanager
def opened(address: str, width: int = 1440, *, dark: bool = False) -> Iterator[tuple[Any, list[str]]]:
    """The page in a browser, and what went wrong or left this computer."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        view = browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", locale="zh-CN"
        )
        faults: list[str] = []
        view.on(
            "console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None
        )
        view.on("pageerror", lambda error: faults.append(str(error)))
        view.on("dialog", lambda dialog: faults.append(dialog.message))
        host = address.split("/")[2]
        view.on("request", lambda request: faults.append(request.url) if request.url.split("/")[2] != host else None)
        view.goto(address)
        view.wait_for_selector(".drop")
        yield view, faults
        browser.close()


def drop(view: Any, name: str, data: bytes) -> None:
    view.set_input_files("#picker", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    view.wait_for_selector(".task.filled", timeout=60000)


def mark(view: Any, words: str) -> None:
    """Mark a stretch of the document, as with the mouse."""
    found = view.evaluate(
        """words => {
          for (const part of document.querySelectorAll('.doc [data-from]')) {
            const at = part.textContent.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
            let before = 0;
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const after = before + node.length;
              if (at >= before && at < after) range.setStart(node, at - before);
              const end = at + words.length - before;
              if (end > 0 && end <= node.length) range.setEnd(node, end);
              before = after;
            }
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return true;
          }
          return false;
        }""",
        words,
    )
    assert found
    view.wait_for_selector(".marker-bar:not([hidden])")


def done(view: Any, work: Any) -> None:
    """Do what changes the plan, and wait until the page has the answer."""
    with view.expect_response(lambda answer: answer.request.method == "POST" and "/plans/" in answer.url):
        work()


def count(view: Any, selector: str, number: int) -> None:
    """Wait until so many are there."""
    from playwright.sync_api import expect

    expect(view.locator(selector)).to_have_count(number)


@needs_browser
@pytest.mark.parametrize(
    "file", [next(EXAMPLES.glob(f"*{suffix}")).name for suffix in (".txt", ".docx", ".pdf", ".xlsx", ".html")]
)
def test_from_a_dropped_file_to_the_table(page: Page, file: str) -> None:
    """Drop, add a body, mark another in the text, take the workbook away: all is in it."""
    with opened(page.token_address) as (view, faults):
        drop(view, file, (EXAMPLES / file).read_bytes())
        view.click(".task .quiet >> nth=0")
        view.fill("dialog input[type=text]", "云泽市绿道专班")
        done(view, lambda: view.keyboard.press("Enter"))
        view.wait_for_selector(".chip:has-text('云泽市绿道专班')")
        view.click("text=导出")
        with view.expect_download(timeout=60000) as coming:
            view.click("text=Excel 工作簿")
        book = load_workbook(BytesIO(Path(coming.value.path()).read_bytes()))
        cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
        assert any("云泽市绿道专班" in words for words in cells)
        assert not faults


@needs_browser
def test_a_person_goes_through_a_plan(page: Page) -> None:
    with opened(page.token_address) as (view, faults):
        drop(view, "绿道.txt", PLAN.encode())
        # either side finds the other
        view.click(".doc mark:has-text('市水利局')")
        assert "打通断点" in view.inner_text(".task.now")
        view.click(".task-link:has-text('配建驿站')")
        assert "配建驿站" in view.inner_text(".doc .here >> nth=0")
        # a body gets another role, another name, and goes
        view.click(".chip:has-text('市体育局')")
        done(view, lambda: view.click("dialog .role-pick.lead"))
        count(view, ".part:has-text('牵头') .chip:has-text('市体育局')", 1)
        view.click(".chip:has-text('市体育局')")
        done(view, lambda: view.click("dialog button:has-text('删去')"))
        count(view, ".chip:has-text('市体育局')", 0)
        done(view, lambda: view.keyboard.press("z"))
        count(view, ".chip:has-text('市体育局')", 1)
        # a stretch of the text
        mark(view, "市城管局会同市园林中心")
        done(view, lambda: view.click(".marker-bar .role-pick.lead"))
        count(view, ".task:has-text('市城管局会同') .chip:has-text('市园林中心')", 1)
        mark(view, "每五公里设一处驿站")
        done(view, lambda: view.click(".marker-bar button:has-text('拆出一项')"))
        count(view, ".task h3:has-text('每五公里设一处驿站')", 1)
        # the findings, by keyboard alone
        view.keyboard.press("n")
        open_before = int(view.inner_text("#tab-findings small"))
        done(view, lambda: view.keyboard.press("a"))
        count(view, f"#tab-findings small:has-text('{open_before - 1}')", 1)
        view.click("#tab-matrix")
        view.wait_for_selector(".matrix .letter >> nth=4")
        view.click("#tab-changes")
        view.wait_for_selector(".changes li >> nth=4")
        view.click("#tab-pictures")
        view.wait_for_selector(".view-pictures p:empty", state="attached", timeout=60000)
        assert not faults


@needs_browser
def test_what_cannot_be_made_is_said(page: Page) -> None:
    """A file that fails is no download that ends in nothing: the page says why. Only what may work is offered."""
    with opened(page.token_address) as (view, faults):
        drop(view, "绿道.txt", PLAN.encode())
        view.click("text=导出")
        view.wait_for_selector("dialog a:has-text('幻灯片')")
        assert not view.locator("dialog a:has-text('Pajek')").is_visible()
        assert view.locator("dialog a:has-text('一条批注')").count() == 0
        view.route("**/files*", lambda route: route.fulfill(status=422, json={"fault": "画不出来"}))
        view.click("text=Excel 工作簿")
        view.wait_for_selector(".toast.fault:has-text('画不出来')")
        assert [fault for fault in faults if "422" not in fault] == []


@needs_browser
def test_what_was_put_right_outlives_a_kill(tmp_path: Path) -> None:
    """``raci serve``, killed after the answer to a change: the next one shows the change."""

    def started() -> tuple[subprocess.Popen[str], str]:
        command = [sys.executable, "-m", "raci", "serve", "--no-open", "--home", str(tmp_path)]
        program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
        assert program.stderr is not None
        line = program.stderr.readline()
        return program, line.partition("：")[2].strip()

    program, address = started()
    try:
        with opened(address) as (view, _):
            drop(view, "绿道.txt", PLAN.encode())
            view.click(".chip:has-text('市体育局')")
            done(view, lambda: view.click("dialog .role-pick.lead"))
            os.kill(program.pid, signal.SIGKILL)
            program.wait()
        program, address = started()
        with opened(address) as (view, faults):
            view.click(".plan")
            view.wait_for_selector(".task.filled")
            count(view, ".part:has-text('牵头') .chip:has-text('市体育局')", 1)
            assert not faults
        os.kill(program.pid, signal.SIGINT)
        assert program.wait(10) == 0
        assert [path.suffix for path in tmp_path.iterdir()] == [".raci"]
    finally:
        program.kill()
        program.wait()


@needs_browser
def test_scripts_in_names_do_nothing(page: Page) -> None:
    names = [name for name in HOSTILE if "、" not in name]
    lines = [
        f"（{number}）{name}<img src=x onerror=alert(1)>。办理。（责任单位：{name}）"
        for number, name in enumerate(names)
    ]
    text = "<script>alert(2)</script>方案\n一、<b onclick=alert(3)>任务</b>\n" + "\n".join(lines)
    with opened(page.token_address) as (view, faults):
        drop(view, "<svg onload=alert(4)>.txt", text.encode())
        view.click(".task .quiet >> nth=0")
        view.fill("dialog input[type=text]", '"><script>alert(5)</script>局')
        done(view, lambda: view.keyboard.press("Enter"))
        for key in ("matrix", "findings", "changes", "about", "pictures", "tasks"):
            view.click(f"#tab-{key}")
        view.wait_for_timeout(500)
        count(view, "script:not([src]), .doc img, .side img:not(.picture), svg", 0)
        assert not faults


@needs_browser
@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_runs_over_the_edge_at_any_width(page: Page, width: int, dark: bool) -> None:
    with opened(page.token_address, width, dark=dark) as (view, faults):
        drop(view, "绿道.txt", PLAN.encode())
        tabs = [*(["text"] if width < 760 else []), "tasks", "findings", "matrix", "pictures", "changes", "about"]
        for key in tabs:
            view.click(f"#tab-{key}")
            assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert view.evaluate("document.documentElement.dataset.theme") == ("dark" if dark else "light")
        assert not faults


@needs_browser
@pytest.mark.parametrize("dark", [False, True])
def test_a_screen_reader_finds_its_way(page: Page, dark: bool) -> None:
    """axe-core finds nothing wrong with any view, in either colours."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="没有安装 axe-playwright-python").Axe()

    def wrong(where: str) -> list[tuple[str, str, str]]:
        found = axe.run(view).response["violations"]
        return [(where, each["id"], each["nodes"][0]["html"][:120]) for each in found]

    with opened(page.token_address, dark=dark) as (view, _):
        found = wrong("home")
        drop(view, "绿道.txt", PLAN.encode())
        found += wrong("tasks")
        view.click(".chip >> nth=0")
        view.wait_for_selector(".meaning")
        found += wrong("entry")
        view.keyboard.press("Escape")
        for key in ("findings", "matrix", "changes", "about"):
            view.click(f"#tab-{key}")
            found += wrong(key)
        assert not found


@needs_browser
def test_a_file_is_dropped_with_the_mouse(page: Page) -> None:
    with opened(page.token_address) as (view, faults):
        dropped = view.evaluate_handle(
            """text => {
              const dropped = new DataTransfer();
              dropped.items.add(new File([text], '绿道.txt'));
              return dropped;
            }""",
            PLAN,
        )
        view.dispatch_event(".drop", "drop", {"dataTransfer": dropped})
        count(view, ".task", 3)
        assert not faults


@needs_browser
def test_a_click_on_the_head_of_a_table_says_what_the_column_is(page: Page) -> None:
    table = "绿道任务表\n序号\t任务\t出力的\n1\t打通断点\t市水利局\n2\t配建驿站\t市文旅局\n3\t种植树木\t市林业局\n"
    with opened(page.token_address) as (view, faults):
        view.set_input_files("#picker", {"name": "表.txt", "mimeType": "text/plain", "buffer": table.encode()})
        view.click(".doc th:has-text('出力的')")
        done(view, lambda: view.click("dialog button:has-text('牵头')"))
        count(view, ".task .part:has-text('牵头')", 3)
        assert not faults


@needs_browser
def test_a_ledger_is_made_handed_out_and_collected_by_click(page: Page, tmp_path: Path) -> None:
    with opened(page.token_address) as (view, faults):
        drop(view, "绿道.txt", PLAN.encode())
        view.click(".home-link")
        view.check(".plan-row input >> nth=0")
        with view.expect_download() as handed:
            view.click(".chosen a:has-text('填报表')")
        with ZipFile(handed.value.path()) as packed:
            packed.extractall(tmp_path)
        book = next((tmp_path / "下发").glob("*体育局.xlsx"))
        edit(book, tmp_path / "回填" / book.name, lambda sheet: sheet.fill(0))
        view.set_input_files("#returned", [tmp_path / "台账.xlsx", tmp_path / "回填" / book.name])
        view.wait_for_selector("dialog.pop summary:has-text('未回')")
        with view.expect_download() as made:
            view.click("dialog.pop a:has-text('台账.xlsx')")
        sheet = load_workbook(BytesIO(Path(made.value.path()).read_bytes()))["填报记录"]
        assert "做到第0步" in {cell.value for row in sheet.iter_rows() for cell in row}
    assert not faults
