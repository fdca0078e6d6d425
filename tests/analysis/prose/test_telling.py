"""Reports, speeches, commendations and chapters of how things are tell of no duties, but for what they ask for."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

R, L = "responsible", "lead"


def told(text: str) -> list[tuple[str, str]]:
    return [(row.department.name, row.role) for row in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    "title",
    [
        "2024年度绿道建设工作情况报告",
        "在全市绿道建设现场会上的讲话",
        "关于表扬绿道建设先进单位的通报",
        "关于绿道建设督查情况的通报",
        "县园林局2024年工作总结",
        "让绿道连起来——云泽县绿道建设纪实",
        "县园林局召开绿道管护推进会",
        "致全县市民的一封信",
        "关于王某等人见义勇为事迹的通报",
        "绿道建设事故调查报告（节选）",
    ],
)
def test_what_was_done_is_no_duty_and_what_is_asked_for_is(title: str) -> None:
    text = (
        f"{title}\n今年，县园林局组织开展绿道普查，县水务局会同县住建局建立会商机制。\n"
        "县园林局要及时总结经验；县财政局会同县审计局核查资金。\n"
    )
    assert told(text) == [("县园林局", R), ("县财政局", L), ("县审计局", "support")]


def test_what_comes_next_has_a_chapter_of_its_own() -> None:
    text = (
        "关于绿道建设督查情况的通报\n一、总体情况\n县园林局建立巡查台账。\n二、下步要求\n"
        "（一）抓好整改。住建部门开展桥梁排查，水务部门巡查堤防。\n"
    )
    assert told(text) == [("住建部门", R), ("水务部门", R)]


@pytest.mark.parametrize("heading", ["存在的主要问题", "工作开展情况", "主要做法和成效"])
def test_a_chapter_of_how_things_are_gives_nobody(heading: str) -> None:
    text = (
        f"绿道建设实施方案\n一、{heading}\n（一）管护不力。县园林局建立了台账，县水务局组织巡查。\n"
        "二、主要任务\n县园林局组织普查绿道。\n"
    )
    assert told(text) == [("县园林局", R)]


@pytest.mark.parametrize("heading", ["解决突出问题", "整改措施", "定期通报情况"])
def test_other_chapters_go_on_to_give_duties(heading: str) -> None:
    text = f"绿道建设实施方案\n一、{heading}\n（一）抓好管护。县园林局组织普查绿道。\n"
    assert told(text) == [("县园林局", R)]


def test_a_notice_that_asks_for_reports_is_no_report() -> None:
    text = "关于报送绿道建设情况的通知\n一、县园林局汇总各街道的情况。\n"
    assert told(text) == [("县园林局", R)]


@pytest.mark.parametrize("heading", ["第三章　图书馆设置", "## 第三章 图书馆设置"])
def test_the_heading_of_a_chapter_is_no_sentence(heading: str) -> None:
    text = f"某市图书馆条例\n{heading}\n第十六条 市人民政府应当设置公共图书馆。\n"
    assert told(text) == [("市人民政府", R)]
