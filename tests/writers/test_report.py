"""report.html: what a reader sees, does and prints, in a real browser where there is one."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import needs_browser, opened
from jobs import job_of
from pictures import render as render_picture
from plans import HOSTILE, Plan, small, unnamed, wide

from raci.drawing.registry import kind_named
from raci.model import Analysis
from raci.pipeline import analyses
from raci.writers.job import Job
from raci.writers.report import render

if TYPE_CHECKING:
    from playwright.sync_api import Page


def job(analysis: Analysis, **more: Any) -> Job:
    kinds = ("bipartite", "network")
    return job_of(
        analysis, drawings={kind_named(kind).title: render_picture(analysis, kind).decode() for kind in kinds}, **more
    )


def page_of(analysis: Analysis, folder: Path, **more: Any) -> Path:
    path = folder / "report.html"
    path.write_bytes(render(job(analysis, **more)))
    return path


def told(page: bytes) -> dict[str, Any]:
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page.decode(), re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


def hostile() -> Analysis:
    plan = Plan("</title><script>alert(1)</script>", source="<b>.txt").chapter("", "<img src=x onerror=alert(2)>")
    for number, text in enumerate(HOSTILE):
        plan.task(
            f"<i>{number}", f"{text}</script>", lead=text, support=HOSTILE[number - 1], say=f"{text}<svg/onload=a>"
        )
    return plan.analysis()


def test_a_span_of_the_page_is_the_mention() -> None:
    found = told(render(job_of(small())))
    assert found["entries"]
    for one in found["entries"]:
        start, end = one["span"]
        assert found["passages"][one["passage"]][start:end] == one["written"]
        first, last = one["quoted"]
        assert first <= start < end <= last


def test_the_passage_of_a_very_long_clause_is_cut_round_the_mention() -> None:
    plan = Plan("方案").task("1.", "甲", lead="甲局", say="很长的内容。" * 5000).analysis()
    found = told(render(job_of(plan)))
    (one,) = found["entries"]
    text = found["passages"][one["passage"]]
    assert len(text) < 5000
    assert text[slice(*one["span"])] == "甲局"


def test_nothing_of_a_hostile_plan_is_markup() -> None:
    page = render(job(hostile())).decode()
    told(page.encode())
    assert page.count("<script") == 2, "the data and the script of the page"
    assert "<img" not in page
    assert not re.search(r"<[^>]*\sonerror", page)


@pytest.mark.slow
def test_a_large_plan_stays_below_three_megabytes() -> None:
    assert len(render(job(wide(120, 300, per_task=8)))) < 3_000_000


def test_a_drawing_too_large_for_a_page_is_left_out_and_that_is_said() -> None:
    page = render(job_of(small(), drawings={"大图": "<svg>" + "x" * 3_000_000 + "</svg>"})).decode()
    assert len(page) < 200_000
    assert "大图太大，没有放进这一页" in page


def test_the_page_names_no_address_to_load_from() -> None:
    page = render(job(small())).decode()
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)
    assert "default-src 'none'" in page


@needs_browser
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_every_view_opens_without_an_error_or_a_request(tmp_path: Path, width: int) -> None:
    with opened(page_of(small(), tmp_path), width) as (page, seen):
        for view in ("matrix", "tasks", "bodies", "drawings", "review", "about"):
            page.click(f"#tab-{view}")
            assert page.locator(f"#view-{view}").is_visible()
            assert page.locator(f"#view-{view}").inner_text().strip()
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{view} goes beyond the window"
        assert seen.console == []
        assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []


@needs_browser
def test_the_matrix_shows_the_letters_and_a_click_the_words(tmp_path: Path) -> None:
    with opened(page_of(small(), tmp_path)) as (page, seen):
        assert page.title() == "青原县便民服务提升方案"
        letters = page.locator(".matrix .letter")
        assert letters.count() == 11
        page.locator('.letter[aria-label="(一)强化组织保障，县档案馆：C"]').click()
        panel = page.locator("#evidence")
        assert "配合" in panel.inner_text()
        assert panel.locator("mark").all_inner_texts() == [
            "（牵头单位：县政务局；配合单位：县财政局、",
            "县档案馆",
            "；2024年9月底前）",
        ]
        assert panel.locator("mark:not(.quote)").inner_text() == "县档案馆"
        page.keyboard.press("Escape")
        assert panel.is_hidden()
        assert page.evaluate("document.activeElement.className").startswith("letter"), "the focus comes back"
        assert seen.console == []


def clear(page: Page) -> None:
    """Take all filters back, and wait until the page has done so: what stands beside the button moves."""
    page.click("#f-clear")
    page.locator("#f-clear").wait_for(state="hidden")


@needs_browser
def test_filters_leave_what_they_say(tmp_path: Path) -> None:
    with opened(page_of(small(), tmp_path)) as (page, _):
        tasks, heads = page.locator(".matrix .task"), page.locator(".matrix .body b")
        assert tasks.count() == 6
        page.select_option("#f-body", label="县司法局")
        assert "公开办事指南" in tasks.first.inner_text()
        assert tasks.count() == 1
        clear(page)
        page.select_option("#f-chapter", label="二、夯实基础支撑")
        assert tasks.count() == 3
        assert sorted(heads.all_inner_texts()) == ["县政务局", "县财政局"]
        clear(page)
        page.locator(".chip", has=page.get_by_text("责任", exact=True)).click()
        assert tasks.count() == 3
        clear(page)
        page.locator("#f-open").check()
        assert tasks.count() == 1
        clear(page)
        page.fill("#f-text", "容缺")
        page.locator("#shown", has_text="显示 1 / 6").wait_for()
        assert "推行容缺受理" in tasks.first.inner_text()
        assert page.locator("#shown").inner_text() == "显示 1 / 6 项任务"


@needs_browser
def test_filters_work_together(tmp_path: Path) -> None:
    with opened(page_of(small(), tmp_path)) as (page, _):
        tasks = page.locator(".matrix .task")
        page.select_option("#f-body", label="县政务局")
        page.locator(".chip", has=page.get_by_text("牵头", exact=True)).click()
        assert tasks.count() == 2
        page.select_option("#f-chapter", label="二、夯实基础支撑")
        assert tasks.count() == 0
        page.select_option("#f-chapter", label="一、优化窗口服务")
        page.fill("#f-text", "容缺")
        page.locator("#shown", has_text="显示 1 / 6").wait_for()
        page.click("#tab-tasks")
        assert page.locator("#view-tasks .task-link").all_inner_texts() == ["(二)推行容缺受理"]


@needs_browser
def test_a_heading_that_is_a_task_itself_is_not_said_again(tmp_path: Path) -> None:
    plan = Plan("方案").chapter("一、", "治水").task("（一）", "清淤", lead="甲局")
    plan.chapter("（一）", "清淤", level=2).task("1.", "丁", lead="甲局")
    plan.chapter("一、", "治水").task("（二）", "护岸", lead="甲局").chapter("二、", "治土").task(
        "3.", "戊", lead="甲局"
    )
    with opened(page_of(plan.analysis(), tmp_path)) as (page, _):
        assert page.locator(".matrix .band").all_inner_texts() == ["一、治水", "二、治土"]


@needs_browser
def test_on_a_phone_the_filters_are_folded_away(tmp_path: Path) -> None:
    with opened(page_of(small(), tmp_path), 390) as (page, _):
        assert page.locator("#f-text").is_visible()
        assert page.locator("#f-body").is_hidden()
        page.click("#more")
        page.select_option("#f-body", label="县司法局")
        page.click("#more")
        assert page.locator("#f-body").is_hidden()
        assert page.locator("#more.on").is_visible(), "that some are set is seen"
        assert page.locator("#shown").inner_text() == "显示 1 / 6 项任务"
    with opened(page_of(small(), tmp_path), 1024) as (page, _):
        assert page.locator("#f-body").is_visible()
        assert page.locator("#more").is_hidden()


@needs_browser
def test_a_body_has_a_page_of_its_own_with_its_lead_tasks_first(tmp_path: Path) -> None:
    with opened(page_of(small(), tmp_path)) as (page, _):
        page.click("#tab-bodies")
        (office,) = [row for row in page.locator(".loads tbody tr").all_inner_texts() if row.startswith("县司法局")]
        assert office.split() == ["县司法局", "1", "1"], "both of its roles are in one task, which counts once"
        page.locator(".loads button", has_text="县政务局").click()
        assert page.locator("h2", has_text="县政务局 · 本单位任务").is_visible()
        assert page.locator("#view-bodies h3").all_inner_texts() == ["牵头（2 项）", "责任（1 项）", "配合（1 项）"]
        first = page.locator("#view-bodies .card").first.inner_text()
        assert "强化组织保障" in first and "县档案馆" in first and "2024年9月底前" in first


@needs_browser
def test_a_task_that_a_body_leads_and_carries_out_stands_once_among_those_it_leads(tmp_path: Path) -> None:
    plan = Plan("方案").task("1.", "植树", responsible="甲局", lead="甲局").task("2.", "种草", responsible="甲局")
    with opened(page_of(plan.analysis(), tmp_path)) as (page, _):
        page.click("#tab-bodies")
        page.locator(".loads button", has_text="甲局").click()
        assert page.locator("#view-bodies h3").all_inner_texts() == ["牵头（1 项）", "责任（1 项）"]
        assert page.locator("#view-bodies .card .task-link").all_inner_texts() == ["1.植树", "2.种草"]


@needs_browser
def test_bodies_bear_one_name_throughout_with_the_full_one_told(tmp_path: Path) -> None:
    plan = Plan("方案")
    for name in ("财政厅", "民政厅"):
        plan.know(f"省{name}", f"临江省{name}", jurisdiction="临江省", level="province", kind="functional")
    plan.task("1.", "植树", lead="省财政厅", support="省民政厅")
    with opened(page_of(plan.analysis(), tmp_path)) as (page, _):
        assert page.locator(".matrix .body b").all_inner_texts() == ["省财政厅", "省民政厅"]
        page.select_option("#f-body", label="省财政厅")
        page.click("#tab-bodies")
        assert page.locator("#view-bodies h2").inner_text() == "省财政厅 · 本单位任务"
        assert "全称：临江省财政厅" in page.locator("#view-bodies p").first.inner_text()
        clear(page)
        page.fill("#f-text", "临江省财政")
        page.locator("#shown", has_text="显示 1 / 1").wait_for()


@needs_browser
def test_a_chapter_is_filtered_with_the_task_that_heads_it_and_without_its_namesakes(tmp_path: Path) -> None:
    plan = Plan("方案").task("一、", "治水", lead="甲局").chapter("一、", "治水").task("1.", "清淤", lead="甲局")
    plan.chapter("一、", "治水土").task("2.", "植树", lead="甲局")
    with opened(page_of(plan.analysis(), tmp_path)) as (page, _):
        page.select_option("#f-chapter", label="一、治水")
        assert [text.split("\n")[0] for text in page.locator(".matrix .task").all_inner_texts()] == [
            "一、治水",
            "1.清淤",
        ]


@needs_browser
def test_the_letter_that_was_clicked_stays_in_sight(tmp_path: Path) -> None:
    with opened(page_of(wide(60, 12), tmp_path)) as (page, _):
        letter = page.locator(".matrix .letter").last
        letter.click()
        seen, panel = letter.bounding_box(), page.locator("#evidence").bounding_box()
        assert seen is not None and panel is not None
        assert seen["x"] + seen["width"] <= panel["x"]


@needs_browser
def test_a_drawing_prints_on_a_page_of_its_own(tmp_path: Path) -> None:
    with opened(page_of(small(), tmp_path)) as (page, _):
        page.click("#tab-drawings")
        page.pdf(path=tmp_path / "图.pdf", prefer_css_page_size=True)
    data = (tmp_path / "图.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 2, "two drawings"


@needs_browser
def test_the_keyboard_goes_everywhere(tmp_path: Path) -> None:
    with opened(page_of(small(), tmp_path)) as (page, _):
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "f-text"
        page.locator(".matrix .letter").first.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert "县财政局" in page.locator("#evidence").inner_text()
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowDown")
        assert "夯实" not in page.evaluate("document.activeElement.ariaLabel")
        page.focus("#tab-matrix")
        page.keyboard.press("ArrowRight")
        assert page.locator("#view-tasks").is_visible()


@needs_browser
def test_time_limits_that_have_passed_are_marked_only_against_a_day(tmp_path: Path) -> None:
    with opened(page_of(small(), tmp_path)) as (page, _):
        page.click("#tab-tasks")
        assert page.locator(".late").count() == 0
    with opened(page_of(small(), tmp_path, today=date(2024, 10, 1))) as (page, _):
        page.click("#tab-tasks")
        assert page.locator(".late").all_inner_texts() == ["2024年9月底前"]


@needs_browser
def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    with opened(page_of(hostile(), tmp_path)) as (page, seen):
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        for view in ("matrix", "tasks", "bodies", "drawings", "review", "about"):
            page.click(f"#tab-{view}")
        page.click("#tab-matrix")
        page.locator(".matrix .letter").first.click()
        assert page.locator("h1").inner_text() == "</title><script>alert(1)</script>"
        assert "<script>alert(1)</script>局" in page.locator(".matrix .heads").inner_text()
        assert page.locator("img").count() == 0
        assert dialogs == []
        assert seen.console == []


@needs_browser
def test_the_view_prints_with_its_heads_on_each_page(tmp_path: Path) -> None:
    with opened(page_of(wide(60, 150), tmp_path)) as (page, _):
        page.pdf(path=tmp_path / "矩阵.pdf", prefer_css_page_size=True)
    data = (tmp_path / "矩阵.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) >= 3
    try:
        told = subprocess.run(["pdftotext", tmp_path / "矩阵.pdf", "-"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("没有 pdftotext：apt-get install poppler-utils")
    pages = told.stdout.decode().split("\f")
    assert "单位数" in pages[0] and "单位数" in pages[1]
    assert "查找" not in pages[0], "the filters are for the screen"


@needs_browser
def test_a_plan_without_bodies_or_tasks_says_so(tmp_path: Path) -> None:
    with opened(page_of(unnamed(), tmp_path)) as (page, seen):
        assert page.locator(".matrix .task").count() == 2
        band = page.locator(".matrix .band").first.bounding_box()
        assert band is not None and band["width"] > 300 > 60 > band["height"], "its heading stands on a line"
        assert page.locator(".matrix .letter").count() == 0
        page.click("#tab-bodies")
        assert page.locator("#view-bodies").inner_text() == "没有读出责任单位。"
        assert seen.console == []
    with opened(page_of(Plan("空方案").analysis(), tmp_path)) as (page, seen):
        assert "没有读出任务" in page.locator("#view-matrix").inner_text()
        assert seen.console == []


GROUP = "云泽市绿道建设方案\n成立云泽市绿道建设领导小组，由市长任组长，市园林局为成员单位。办公室设在市园林局。\n"


def test_the_page_holds_the_groups_in_rows() -> None:
    (analysis,) = analyses(GROUP)
    (group,) = told(render(job_of(analysis)))["groups"]
    assert [(tier["label"], [box["words"] for box in tier["boxes"]]) for tier in group["tiers"]] == [
        ("组长", ["市长"]),
        ("成员单位", ["市园林局"]),
        ("办公室", ["市园林局"]),
    ]


@needs_browser
def test_groups_have_a_view_with_the_words_behind_each_member(tmp_path: Path) -> None:
    (analysis,) = analyses(GROUP)
    with opened(page_of(analysis, tmp_path)) as (page, _):
        page.click("#tab-groups")
        assert page.locator(".member").all_inner_texts() == ["市长", "市园林局", "办公室设在\n市园林局"]
        page.click(".member")
        assert "由市长任组长" in page.inner_text("#evidence")
    with opened(page_of(small(), tmp_path)) as (page, _):
        assert page.locator("#tab-groups").is_hidden()
