"""Which clause an annotation speaks for, and which clauses take it over."""

from __future__ import annotations

import pytest
from texts import MARKED, NOISE

from raci.model import Assignment
from raci.pipeline import extract

A, B, C = NOISE[:3]


def rows(text: str) -> list[tuple[str, str, str, str]]:
    """(task, department, role, basis) in order."""

    def row(one: Assignment) -> tuple[str, str, str, str]:
        return one.clause.heading, one.department.name, one.role, one.basis

    return [row(one) for one in extract(text, basis=MARKED)]


def own(text: str) -> list[tuple[str, str]]:
    """(task, department) of what is said of a task itself."""
    return [(task, name) for task, name, _, basis in rows(text) if basis == "annotation"]


def inherited(text: str) -> list[tuple[str, str, str | None]]:
    """(task, department, from where) of what a task takes over."""
    return [
        (one.clause.heading, one.department.name, one.inherited_from)
        for one in extract(text, basis=MARKED)
        if one.basis == "inherited"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"一、任务\n（一）优化布局。{A}（责任单位：市商务局）\n（二）完善设施。{B}（责任单位：市财政局）\n",
        f"一、任务\n（一）优化布局。{A}\n责任单位：市商务局\n（二）完善设施。{B}\n责任单位：市财政局\n",
        f"一、任务\n（一）优化布局\n责任单位：市商务局\n{A}\n（二）完善设施\n责任单位：市财政局\n{B}\n",
        f"一、任务\n（一）优化布局\n{A}\n（责任单位：市商务局）\n（二）完善设施\n{B}\n（责任单位：市财政局）\n",
        f"一、优化布局。{A}（责任单位：市商务局）\n二、完善设施。{B}（责任单位：市财政局）\n",
        f"1.优化布局。{A}\n政策依据：云政发〔2022〕6号\n执行期限：长期\n责任单位：市商务局\n咨询电话：00000\n"
        f"2.完善设施。{B}\n政策依据：云政发〔2022〕7号\n执行期限：暂无\n责任单位：市财政局\n咨询电话：00000\n",
        f"优化布局。{A}（责任单位：市商务局）\n完善设施。{B}（责任单位：市财政局）\n",
        f"（一）优化布局。{A}（责任单位：市商务局）（二）完善设施。{B}（责任单位：市财政局）",
    ],
)
def test_an_annotation_speaks_for_the_clause_that_it_closes_or_stands_under(text: str) -> None:
    assert rows(text) == [
        ("优化布局", "市商务局", "responsible", "annotation"),
        ("完善设施", "市财政局", "responsible", "annotation"),
    ]


HEADING = f"""一、重点任务
（一）建设街区（牵头单位：市商务局，责任单位：市住建局）
1.完善规划。{A}
2.推进改造。{B}{{}}
（二）强化保障。{C}（责任单位：市财政局）
"""


def test_an_annotation_on_a_heading_speaks_for_its_children_and_says_so() -> None:
    from_ = "（一）建设街区"
    assert own(HEADING.format("")) == [("建设街区", "市商务局"), ("建设街区", "市住建局"), ("强化保障", "市财政局")]
    assert inherited(HEADING.format("")) == [
        ("完善规划", "市商务局", from_),
        ("完善规划", "市住建局", from_),
        ("推进改造", "市商务局", from_),
        ("推进改造", "市住建局", from_),
    ]


@pytest.mark.parametrize(
    ("annotation", "taken"),
    [
        ("（责任单位：市城管局）", ["市商务局"]),  # the lead that it lacks
        ("（牵头单位：市城管局）", []),
        ("（牵头单位：市城管局，责任单位：市公安局）", []),
    ],
)
def test_a_child_with_bodies_of_its_own_takes_over_only_what_it_lacks(annotation: str, taken: list[str]) -> None:
    text = HEADING.format(annotation)
    assert [name for task, name, _ in inherited(text) if task == "推进改造"] == taken
    assert ("推进改造", "市城管局") in own(text)


def test_an_annotation_on_a_chapter_stays_within_it() -> None:
    text = f"一、任务（责任单位：市商务局）\n（一）优化布局。{A}\n二、保障\n（一）资金保障。{B}\n"
    assert {task for task, *_ in rows(text)} == {"任务", "优化布局"}


def test_an_annotation_after_the_last_of_several_items_speaks_for_all_of_them() -> None:
    text = f"一、任务\n（一）优化布局。{A}\n（二）完善设施。{B}\n（三）加强管理。{C}\n责任单位：市商务局\n二、保障\n"
    assert own(text) == [("任务", "市商务局")]
    assert inherited(text) == [(task, "市商务局", "一、任务") for task in ("优化布局", "完善设施", "加强管理")]


def test_but_only_for_the_last_where_another_has_its_own() -> None:
    text = f"一、任务\n（一）优化布局。{A}（责任单位：市财政局）\n（二）完善设施。{B}\n责任单位：市商务局\n二、保障\n"
    assert rows(text) == [
        ("优化布局", "市财政局", "responsible", "annotation"),
        ("完善设施", "市商务局", "responsible", "annotation"),
    ]


def test_each_paragraph_of_a_clause_may_have_its_own() -> None:
    text = f"（一）建设街区\n{A}（责任单位：市商务局）\n{B}（责任单位：市财政局）\n（二）强化保障。{C}\n"
    assert [(name, basis) for _, name, _, basis in rows(text)] == [
        ("市商务局", "annotation"),
        ("市财政局", "annotation"),
    ]
    assert len({task for task, *_ in rows(text)}) == 2


def test_an_annotation_at_the_end_of_the_paragraphs_of_a_clause_is_the_clause_s() -> None:
    text = f"（一）建设街区\n{A}\n{B}\n责任单位：市商务局\n（二）强化保障。{C}（责任单位：市财政局）\n"
    assert own(text) == [("建设街区", "市商务局"), ("强化保障", "市财政局")]


def test_an_annotation_before_all_clauses_is_not_lost() -> None:
    assert [name for _, name, _, _ in rows(f"（责任单位：市商务局）\n{A}\n")] == ["市商务局"]
