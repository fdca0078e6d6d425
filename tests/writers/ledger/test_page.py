"""台账.html in a real browser: filters, no request to anywhere, nothing of a document becomes a tag."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from browser import needs_browser, opened

import raci

TODAY = date(2026, 11, 26)
PLANS = (
    "兰州市绿道方案\n（一）修建绿道<甲>。建成三十公里。（牵头单位：市发展改革委，2026年6月底前完成）\n"
    "（二）建设驿站。建成十二处。（牵头单位：市园林局；配合单位：市财政局，2026年12月10日前完成）\n",
    "兰州市治水方案\n（一）疏浚河道%%STYLE%%。清淤十公里。（责任单位：市水务局）\n",
)


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    raci.ledger(list(PLANS), path=folder / "台账.xlsx", html=True, today=TODAY)
    return folder / "台账.html"


def test_words_of_documents_stay_words(page_file: Path) -> None:
    text = page_file.read_text(encoding="utf-8")
    assert "&lt;甲&gt;" in text
    assert "疏浚河道%%STYLE%%" in text


@needs_browser
def test_filters_and_no_request(page_file: Path) -> None:
    with opened(page_file) as (page, seen):
        rows = page.locator("#rows tr:visible")
        assert "修建绿道" in rows.nth(0).inner_text()  # what is overdue stands on top
        assert rows.count() == 3
        page.locator(".chip", has_text="已到期").click()
        assert rows.count() == 1
        page.locator("button[type=reset]").click()
        page.wait_for_function("document.querySelectorAll('#rows tr:not([hidden])').length === 3")
        page.locator("button.line", has_text="兰州市财政局").click()
        assert "建设驿站" in rows.nth(0).inner_text()
        assert rows.count() == 1
        page.locator("button[type=reset]").click()
        page.locator("button.month[data-month='2026-12']").click()
        assert rows.count() == 1
        page.locator("button[type=reset]").click()
        page.locator("#words").fill("水务")
        assert rows.count() == 1
        assert page.locator("#shown").inner_text() == "1 / 3 项"
        assert seen.console == []
        assert seen.requests == [page_file.as_uri()]


@needs_browser
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_runs_out_of_the_page(page_file: Path, width: int) -> None:
    with opened(page_file, width, dark=width < 1000) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
