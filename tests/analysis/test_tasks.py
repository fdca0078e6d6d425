"""Which clauses are tasks, and which of them name nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from texts import NOISE, Planted, plans

from raci.model import Analysis
from raci.pipeline import analyses

A, B, C = NOISE[:3]


def analysed(text: str) -> Analysis:
    (analysis,) = analyses(text)
    return analysis


def tasks(text: str) -> list[str]:
    return [one.heading for one in analysed(text).task_clauses()]


def unassigned(text: str) -> list[str]:
    return [one.heading for one in analysed(text).unassigned()]


@pytest.mark.parametrize(
    "chapter", ["总体要求", "指导思想", "基本原则", "工作原则", "总体目标", "主要目标", "工作目标", "附则", "总则"]
)
def test_a_chapter_that_asks_nobody_holds_no_task(chapter: str) -> None:
    aims = f"一、{chapter}\n（一）坚持统筹。{A}\n（二）坚持创新。{B}\n"
    assert tasks(f"{aims}二、任务\n（一）优化布局。{C}（责任单位：市商务局）\n") == ["优化布局"]


def test_a_text_without_numbers_has_no_task() -> None:
    assert tasks(f"{A}\n{B}\n") == []


@pytest.mark.parametrize("chapter", ["总体要求", "基本原则"])
def test_but_who_is_named_there_has_one(chapter: str) -> None:
    text = f"一、{chapter}\n（一）坚持统筹。{A}（责任单位：市商务局）\n（二）坚持创新。{B}\n"
    assert tasks(text) == ["坚持统筹"]


def test_an_item_of_a_chapter_that_asks_nobody_is_one_where_a_sentence_tells_who_does_it() -> None:
    aims = f"一、总体要求\n（一）坚持统筹。{A}\n（二）绿道名录由市园林局负责公布。\n"
    found = tasks(f"{aims}二、任务\n（一）优化布局。{C}（责任单位：市商务局）\n")
    assert found == ["绿道名录由市园林局负责公布", "优化布局"]


def test_a_task_that_nobody_is_named_for_stays_visible() -> None:
    text = f"一、任务\n（一）优化布局。{A}（责任单位：市商务局）\n（二）严格考核。{B}\n二、保障\n（一）加强宣传。{C}\n"
    assert tasks(text) == ["优化布局", "严格考核", "加强宣传"]
    assert unassigned(text) == ["严格考核", "加强宣传"]


def test_a_plan_that_names_nobody_is_all_unassigned() -> None:
    text = f"一、任务\n（一）优化布局。{A}\n（二）完善设施。{B}\n二、保障\n（一）加强宣传。{C}\n"
    assert tasks(text) == unassigned(text) == ["优化布局", "完善设施", "加强宣传"]


def test_a_heading_is_no_task_beside_its_children() -> None:
    text = f"一、任务\n（一）优化布局。{A}\n1.完善规划。{B}（责任单位：市商务局）\n2.划定范围。{C}\n"
    assert tasks(text) == ["完善规划", "划定范围"]


def test_items_within_an_annotated_clause_are_the_clause_s() -> None:
    text = f"一、优化布局。{A}（责任单位：市商务局）\n1.完善规划。{B}\n2.划定范围。{C}\n二、保障。{A}\n"
    assert unassigned(text) == ["保障"]


@settings(max_examples=30)
@given(plan=plans())
def test_every_task_of_a_plan_is_seen(plan: Planted) -> None:
    analysis = analysed(plan.text)
    named = {task for task, _, _ in plan.expected}
    written = {line.split("）", 1)[1].split("。")[0] for line in plan.paragraphs if line.startswith("（")}
    assert {one.heading for one in analysis.task_clauses()} == written
    assert {one.heading for one in analysis.unassigned()} == written - named


@pytest.mark.parametrize(
    "lead_in",
    [
        "入选企业应当同时符合以下条件：",
        "申请摊位的，应当提交下列材料：",
        "在夜市内禁止下列行为：",
        "经营者不得有下列行为：",
        "有下列情形之一的，由市城管局责令改正：",
        "摊位协议应当载明下列事项：",
        "摊位分为以下三类：",
        "摊位费按照下列标准收取：",
    ],
)
def test_points_of_conditions_of_what_is_forbidden_and_of_contents_are_no_tasks(lead_in: str) -> None:
    points = "（一）占用盲道摆摊。\n（二）使用明火和扩音设备。\n（三）在本市经营满三年。\n"
    text = (
        f"一、开设夜市。{A}（责任单位：市商务局）\n二、摊位管理\n{lead_in}\n{points}三、清运垃圾。{B}（市城管局负责）\n"
    )
    assert not {"占用盲道摆摊", "使用明火和扩音设备", "在本市经营满三年"} & set(tasks(text))


@pytest.mark.parametrize(
    "lead_in", ["重点做好以下工作：", "抓好下列任务：", "市城管局履行下列职责：", "主要措施如下："]
)
def test_but_points_of_work_are_tasks(lead_in: str) -> None:
    points = "（一）划定夜市摊位。\n（二）更换照明灯具。\n"
    text = f"一、开设夜市。{A}（责任单位：市商务局）\n二、摊位管理\n{lead_in}\n{points}"
    assert {"划定夜市摊位", "更换照明灯具"} <= set(tasks(text))


def test_points_that_name_a_body_stay_tasks_whatever_leads_in_to_them() -> None:
    text = "一、摊位管理\n经营者应当提交下列材料：\n（一）身份证明。（责任单位：市商务局）\n（二）健康证明。\n"
    assert tasks(text) == ["身份证明"]


DUTIES = "发改部门：负责项目立项备案。\n\n财政部门：负责补贴资金的筹集和发放。\n\n住建部门：负责指导房源建设。\n\n"


@pytest.mark.parametrize("more", ["", f"{A}\n"])
def test_the_lines_of_a_list_of_duties_are_tasks_in_place_of_their_heading(more: str) -> None:
    before, after = f"一、任务\n（一）优化布局。{A}（责任单位：市商务局）\n", f"三、要求\n（一）加强宣传。{C}\n"
    text = f"{before}二、职责分工\n{DUTIES}{more}{after}"
    assert tasks(text) == ["优化布局", "发改部门", "财政部门", "住建部门", "加强宣传"]
    assert unassigned(text) == ["加强宣传"]


def test_a_heading_of_which_most_paragraphs_name_nobody_stays_a_task() -> None:
    duty = "财政部门负责补贴资金的筹集和发放。\n"
    text = f"一、任务\n（一）优化布局。{A}（责任单位：市商务局）\n（二）加强保障\n{A}\n{B}\n{C}\n{duty}"
    assert tasks(text) == ["优化布局", "加强保障", "财政部门负责补贴资金的筹集和发放"]


def test_an_item_with_words_of_its_own_stays_a_task_beside_a_paragraph_that_names_somebody() -> None:
    text = f"一、任务\n（一）优化布局。{A}（责任单位：市商务局）\n（二）加强保障。{B}\n财政部门负责补贴资金的筹集。\n"
    assert tasks(text) == ["优化布局", "加强保障", "财政部门负责补贴资金的筹集"]
    assert unassigned(text) == ["加强保障"]


def test_paragraphs_below_an_annotated_item_are_no_tasks_of_their_own() -> None:
    text = f"一、任务\n（一）优化布局（责任单位：市商务局）\n{A}\n财政部门负责补贴资金的筹集。\n（二）加强宣传。{C}\n"
    assert tasks(text) == ["优化布局", "加强宣传"]


def test_a_heading_that_is_the_name_of_a_group_is_no_task_where_only_its_members_stand_below() -> None:
    work = "3 任务\n3.1 优化布局\n（责任单位：市商务局）\n"
    roster = "指挥长：副市长\n成员：市水务局、市商务局\n"
    assert tasks(f"2 组织体系\n2.1 市防汛指挥部\n{roster}2.2 成立专班\n{A}\n{work}") == ["成立专班", "优化布局"]
    assert tasks(f"2 组织体系\n2.1 市防汛指挥部\n{roster}市水务局负责值班。\n{work}")[-1] == "优化布局"
    assert "市水务局负责值班" in tasks(f"2 组织体系\n2.1 市防汛指挥部\n{roster}市水务局负责值班。\n{work}")
