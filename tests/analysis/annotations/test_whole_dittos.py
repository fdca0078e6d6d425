"""Brackets that say the same as the one above them; lines of tasks with nothing but bodies behind them."""

from __future__ import annotations

import pytest
from texts import MARKED, NOISE

from raci import analyse
from raci.pipeline import extract

A, B, C = NOISE[:3]


def rows(text: str) -> list[tuple[str, str, str]]:
    """(task, department, role) in order."""
    return [(one.clause.heading, one.department.name, one.role) for one in extract(text, basis=MARKED)]


@pytest.mark.parametrize(
    "same", ["（同上）", "（同前）", "（牵头单位、配合单位、完成时限同上）", "（责任单位和时限均同上）"]
)
def test_a_bracket_that_says_nothing_but_the_same_again_means_all_of_the_one_above(same: str) -> None:
    first = "（牵头单位：县水利局；配合单位：县住建局；完成时限：6月底前）"
    text = f"一、任务\n（一）整治河道。{A}{first}\n（二）清理垃圾。{B}{same}\n"
    found = extract(text, basis=MARKED)
    assert [(one.clause.heading, one.department.name, one.role) for one in found] == [
        ("整治河道", "县水利局", "lead"),
        ("整治河道", "县住建局", "support"),
        ("清理垃圾", "县水利局", "lead"),
        ("清理垃圾", "县住建局", "support"),
    ]
    assert {one.deadline.text for one in found if one.deadline} == {"6月底前"} and all(one.deadline for one in found)


def test_with_nothing_above_it_says_nothing() -> None:
    assert rows(f"一、任务\n（一）整治河道。{A}（同上）\n（二）清理垃圾。{B}\n") == []


@pytest.mark.parametrize("mark", ["→", "——"])
def test_the_bodies_behind_a_dash_may_have_their_persons_in_brackets(mark: str) -> None:
    text = f"一、任务\n1.矛盾排查{mark}平安办（责任人：李明）\n2.环境整治{mark}城管办、司法所（责任人：王强）\n"
    assert rows(text) == [
        ("矛盾排查", "李明", "leader"),
        ("矛盾排查", "平安办", "responsible"),
        ("环境整治", "王强", "leader"),
        ("环境整治", "城管办", "responsible"),
        ("环境整治", "司法所", "responsible"),
    ]


def test_a_label_of_who_approves_needs_no_word_for_body() -> None:
    text = "一、工作分工\n1.场地布置。责任单位：后勤处；审批：校办\n2.奖品采购\n责任单位：工会\n审核：财务处\n"
    assert [row for row in rows(text) if row[2] == "approve"] == [
        ("场地布置", "校办", "approve"),
        ("奖品采购", "财务处", "approve"),
    ]
    assert rows("一、任务\n1.审批：加快办理。\n2.行政审批：市审批局实施。\n（一）清理。（市城管局负责）\n") == [
        ("清理", "市城管局", "responsible")
    ]


DUTIES = "防汛值班安排\n\n综合值班：党政办\n后勤保障：财政所\n道路保畅：派出所、交通站\n"


def test_lines_of_duties_with_nothing_but_bodies_behind_them_are_tasks_where_several_stand_together() -> None:
    assert rows(DUTIES) == [
        ("综合值班", "党政办", "responsible"),
        ("后勤保障", "财政所", "responsible"),
        ("道路保畅", "派出所", "responsible"),
        ("道路保畅", "交通站", "responsible"),
    ]
    assert "unread" not in {finding.check for finding in analyse(DUTIES).findings}
    bulleted = DUTIES.replace("综合", "- 综合").replace("后勤", "- 后勤").replace("道路", "- 道路")
    assert rows(bulleted) == rows(DUTIES)


def test_one_alone_is_told() -> None:
    analysis = analyse("防汛值班安排\n\n一、工作安排\n综合值班：党政办\n")
    assert analysis.assignments == ()
    assert "unread" in {finding.check for finding in analysis.findings}


def test_facts_of_an_event_are_no_duties() -> None:
    assert rows("活动安排\n\n地点：镇文化站\n主办：镇政府\n联系电话：党政办\n") == []
