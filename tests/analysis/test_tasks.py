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
