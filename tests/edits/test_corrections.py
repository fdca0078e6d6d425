"""What is put right on the page, as edits of the engine that takes in workbooks too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.edits import apply
from raci.edits.apply import extend
from raci.edits.corrections import Corrections, PointedName
from raci.edits.regrouping import join, mark, split
from raci.edits.session import EditSession
from raci.errors import OptionError
from raci.model import Analysis, Document, Edit
from raci.pipeline import analyse
from raci.views.grid import grid

TEXT = """云泽市绿道方案
一、建设
（一）打通断点。年内打通。（责任单位：市水利局、市财政局）
（二）配建驿站。每五公里一处。
包干处室：市林业局、市园林局
二、保障
市城管局每季度通报。
"""


@pytest.fixture(scope="module")
def plan() -> Analysis:
    return analyse(Document(TEXT, title="云泽市绿道方案", source="绿道.txt"))


def asked(analysis: Analysis) -> Corrections:
    return Corrections(analysis, EditSession(analysis).ids(), "网页")


def task(analysis: Analysis, part: str) -> str:
    ids = EditSession(analysis).ids()
    [found] = [ids[clause.index] for clause in analysis.task_clauses() if part in clause.heading]
    return found


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def shown(analysis: Analysis) -> list[tuple[str, list[tuple[str, str]]]]:
    """The tasks in order, with who has which role."""
    table = grid(analysis)
    of_task = table.of_task()
    return [
        (each.heading, [(entry.assignment.department.name, entry.role) for entry in of_task.get(index, ())])
        for index, each in enumerate(table.tasks)
    ]


def test_without_edits_the_analysis_stays_as_it_is(plan: Analysis) -> None:
    assert apply(plan, []) is plan


def test_a_stretch_that_is_marked_is_evidence(plan: Analysis) -> None:
    quote = at("市城管局每季度通报")
    edits = mark(asked(plan), quote, {"lead": [PointedName("市城管局", *at("市城管局"))]}, "task:new")
    made = apply(plan, edits)
    [found] = [each for each in made.assignments if each.origin == "hand"]
    assert TEXT[found.start : found.end] == "市城管局"
    assert found.quote == "市城管局每季度通报"
    assert not found.added
    assert ("市城管局每季度通报", [("市城管局", "lead")]) in shown(made)


def test_a_line_of_a_label_and_names_belongs_to_the_clause_before_it(plan: Analysis) -> None:
    names = [PointedName(name, *at(name)) for name in ("市林业局", "市园林局")]
    edits = mark(asked(plan), at("包干处室：市林业局、市园林局"), {"responsible": names}, "task:new")
    assert [edit.field for edit in edits] == ["added", "added"]
    assert ("配建驿站", [("市林业局", "responsible"), ("市园林局", "responsible")]) in shown(apply(plan, edits))


def test_what_is_marked_counts_as_read(plan: Analysis) -> None:
    assert plan.coverage is not None
    left = [stretch for stretch in plan.coverage.reported if "包干处室" in TEXT[stretch.start : stretch.end]]
    names = [PointedName("市林业局", *at("市林业局"))]
    made = apply(plan, mark(asked(plan), at("市林业局"), {"responsible": names}, "task:new"))
    assert made.coverage is not None
    assert len(made.coverage.reported) == len(plan.coverage.reported) - len(left)
    assert len(made.coverage.stretches) == len(plan.coverage.stretches)


def test_a_task_is_split_and_joined_again(plan: Analysis) -> None:
    words = at("年内打通。（责任单位：市水利局、市财政局）")
    parted = apply(plan, split(asked(plan), task(plan, "打通"), words, "", "task:new"))
    assert shown(parted)[:2] == [
        ("打通断点", []),
        ("年内打通", [("市水利局", "responsible"), ("市财政局", "responsible")]),
    ]
    joined = apply(parted, join(asked(parted), task(parted, "断点"), task(parted, "年内打通")))
    assert shown(joined)[0] == ("打通断点", [("市水利局", "responsible"), ("市财政局", "responsible")])
    assert [TEXT[each.start : each.end] for each in joined.assignments if each.origin == "hand"] == [
        "市水利局",
        "市财政局",
    ]


@pytest.mark.parametrize(
    ("moved", "follows", "order"),
    [
        ("驿站", "", ["配建驿站", "打通断点"]),
        ("打通", "驿站", ["配建驿站", "打通断点"]),
        ("驿站", "打通", ["打通断点", "配建驿站"]),
    ],
)
def test_tasks_are_moved(plan: Analysis, moved: str, follows: str, order: list[str]) -> None:
    edits = asked(plan).move(task(plan, moved), task(plan, follows) if follows else "")
    assert [heading for heading, _ in shown(apply(plan, edits))][:2] == order


def test_a_task_that_is_moved_under_another_heading_stands_there(plan: Analysis) -> None:
    moved = apply(plan, asked(plan).move(task(plan, "打通"), task(plan, "市城管局")))
    [clause] = [clause for clause in moved.clauses if clause.heading == "打通断点"]
    assert clause.path == ("二、保障",)
    assert clause.parent is not None
    assert moved.clauses[clause.parent].label == "二、保障"


@pytest.mark.parametrize("name", ["", " ", "——", "、", "甲" * 300])
def test_what_is_no_name_is_refused(plan: Analysis, name: str) -> None:
    with pytest.raises(OptionError):
        asked(plan).add(task(plan, "打通"), [PointedName(name)], "lead", None)


def test_a_name_beside_the_words_pointed_at_is_refused(plan: Analysis) -> None:
    with pytest.raises(OptionError):
        asked(plan).add(task(plan, "打通"), [PointedName("市水利局", *at("市财政局"))], "lead", None)


def test_what_a_person_says_counts_more_than_a_sentence() -> None:
    text = "云泽市方案\n一、任务\n（一）补植乔木。市林业局会同市园林局补植。（责任单位：市水利局）\n"
    found = analyse(Document(text, title="云泽市方案"))
    told = [each for each in found.assignments if each.basis == "prose"]
    assert ("市林业局", "lead") in {(each.department.name, each.role) for each in told}
    made = apply(found, asked(found).add(task(found, "补植"), [PointedName("市林业局")], "lead", None))
    assert ("市林业局", "lead") in dict(shown(made))["补植乔木"]


@given(st.data())
def test_one_by_one_is_as_all_at_once(data: st.DataObject) -> None:
    """A fork of a session goes on as the session would, and leaves it as it was."""
    plan = analyse(Document(TEXT, title="云泽市绿道方案", source="绿道.txt"))
    names = st.sampled_from(["市水利局", "市财政局", "市教育局"])
    tasks = [task(plan, "打通"), task(plan, "驿站")]
    edits = [
        Edit(
            "网页",
            "",
            "edited.page",
            "added",
            task=data.draw(st.sampled_from(tasks)),
            name=data.draw(names),
            after=role,
        )
        for role in data.draw(st.lists(st.sampled_from(["lead", "support"]), max_size=4))
    ]
    session = EditSession(plan)
    before = session.plan.analysis([])
    all_at_once, one_by_one = session.fork(), session.fork()
    extend(all_at_once, edits, {})
    for edit in edits:
        extend(one_by_one, [edit], {})
        one_by_one = one_by_one.fork()
    assert one_by_one.plan.analysis([]) == all_at_once.plan.analysis([])
    assert session.plan.analysis([]) == before
