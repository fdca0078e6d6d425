"""Annotations to assignments: document order, nothing twice, and where each is from."""

from __future__ import annotations

from dataclasses import replace

from raci.analysis.resolve import resolve
from raci.model import Annotation, Assignment, Clause, Deadline, Document, Group, Mention, Role, Span
from raci.pipeline import analyse
from raci.readers.registry import read_text
from raci.storage.rows import records

NAMES = ("甲里制表局", "乙里制表局", "丙里制表局")
TEXT = "一、任务\n（一）优化\n（二）完善\n" + "、".join(NAMES)
CLAUSES = (
    Clause(0, None, 1, "一、", "任务", 0, 4, (), "section"),
    Clause(1, 0, 2, "（一）", "优化", 5, 10, ("一、任务",)),
    Clause(2, 0, 2, "（二）", "完善", 11, 16, ("一、任务",)),
)


def group(role: Role, *names: str, rule: str = "") -> Group:
    return Group(role, tuple(Mention(name, TEXT.index(name), TEXT.index(name) + len(name)) for name in names), rule)


def said(*annotations: Annotation) -> tuple[Assignment, ...]:
    return resolve(Document(TEXT, title="方案", source="-"), CLAUSES, annotations)


def annotation(clauses: tuple[int, ...], *groups: Group, **more: object) -> Annotation:
    return Annotation("rule.whole", 17, len(TEXT), TEXT[17:], clauses, groups, **more)  # type: ignore[arg-type]


def rows(found: tuple[Assignment, ...]) -> list[tuple[int, str, str]]:
    return [(one.clause.index, one.department.name, one.role) for one in found]


def test_nothing_said_is_nothing() -> None:
    assert said() == ()
    assert said(annotation((1,))) == ()


def test_each_mention_is_an_assignment_with_its_evidence() -> None:
    limit = Deadline("年底前", None, 3, 6)
    first, second = said(
        annotation((1,), group("lead", NAMES[0], rule="rule.lead"), group("support", NAMES[1]), deadline=limit)
    )
    assert (first.document, first.source, first.clause, first.role) == ("方案", "-", CLAUSES[1], "lead")
    assert TEXT[first.start : first.end] == first.department.name == NAMES[0]
    assert (first.rule, second.rule) == ("rule.lead", "rule.whole")
    assert (first.quote, first.deadline, first.basis, first.inherited_from) == (TEXT[17:], limit, "annotation", None)


def test_assignments_stand_in_document_order_and_in_a_clause_as_written() -> None:
    found = said(
        annotation((2,), group("responsible", NAMES[0])),
        annotation((1,), group("support", NAMES[2]), group("lead", NAMES[1])),
    )
    assert rows(found) == [(1, NAMES[2], "support"), (1, NAMES[1], "lead"), (2, NAMES[0], "responsible")]


def test_nothing_is_said_twice() -> None:
    found = said(
        annotation((1,), group("lead", NAMES[0]), group("responsible", NAMES[0], NAMES[1])),
        annotation((1,), group("lead", NAMES[0])),
    )
    assert rows(found) == [(1, NAMES[0], "lead"), (1, NAMES[0], "responsible"), (1, NAMES[1], "responsible")]


def test_the_further_clauses_of_an_annotation_inherit_from_the_first() -> None:
    found = said(annotation((0, 1, 2), group("lead", NAMES[0])))
    assert [(one.clause.index, one.basis, one.inherited_from) for one in found] == [
        (0, "annotation", None),
        (1, "inherited", "一、任务"),
        (2, "inherited", "一、任务"),
    ]


def test_what_is_said_once_for_all_names_its_sentence() -> None:
    found = said(annotation((1,), group("responsible", NAMES[0]), basis="inherited", inherited_from="以下均需落实"))
    assert [(one.basis, one.inherited_from) for one in found] == [("inherited", "以下均需落实")]


def test_what_was_read_from_pictures_is_told() -> None:
    (document,) = read_text("一、整治河道。（牵头单位：县水利局）\n二、清理垃圾。（牵头单位：县城管局）")
    second = document.text.index("二、")
    scanned = replace(document, ocr=(Span(second, len(document.text)),))
    assert [one.origin for one in analyse(scanned).assignments] == ["text", "ocr"]
    assert [row["origin"] for row in records(analyse(scanned))] == ["text", "ocr"]
