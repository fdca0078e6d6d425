"""The row that every export agrees on (``raci/data/schemas/row.schema.json``)."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Literal, NotRequired, TypedDict

from raci.config.profiles import profile_of
from raci.model import Analysis, Assignment, Clause, Deadline, Department, Document, Origin, Profile
from raci.model.layers import beside_marked, letters_by_layer, second_layer
from raci.storage.task_ids import ids_of_tasks

__all__ = ["COLUMNS", "CURRENT", "LAYERS", "Layer", "Row", "document_id", "records"]

#: the key that a row has only where ``--as-of`` asked who carries the duty, and another body does
CURRENT = "current"

#: whether matrix, tables and drawings count a row; ``raci.model.layers`` says which are second
Layer = Literal["main", "second"]
LAYERS: tuple[Layer, ...] = ("main", "second")


class Row(TypedDict):
    """One line of ``raci extract --format jsonl``, its keys in this order: an assignment, or a task for nobody.

    Of a task that nobody is named for all that says who does it, and how that is known, is None; ``start``/``end`` span
    the task.
    """

    document: str
    source: str
    number: str
    task: str
    path: list[str]
    department: str | None
    canonical: str | None
    department_id: str | None
    kind: str | None
    level: str | None
    jurisdiction: str | None
    role: str | None
    letter: str | None
    profile: str
    deadline: str | None
    due: str | None
    basis: str | None
    rule: str | None
    inherited_from: str | None
    start: int
    end: int
    quote: str | None
    origin: str
    document_id: str | None
    task_id: str | None
    layer: Layer
    current: NotRequired[list[str]]


#: the keys that every row has, in order
COLUMNS: tuple[str, ...] = tuple(key for key in Row.__annotations__ if key != CURRENT)


def document_id(document: Document) -> str | None:
    """What tells a document from others: 16 hexadecimal digits of the SHA-256 of its text; None without a text."""
    return _digest(document.text) if document.text else None


@lru_cache(maxsize=4)  # each of the tables asks for it
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def records(
    source: Analysis | Iterable[Assignment], profile: Profile | str | None = None, *, current: bool = False
) -> Iterator[Row]:
    """The rows of an Analysis, tasks that nobody is named for among them, or of assignments; in document order.

    The letters are those of ``profile``: by default that of the plan's workbook, if it was read from one, else
    ``explicit``. Assignments do not say of which text they are: their ``document_id`` and ``task_id`` are None, and of
    what sentences tell only that beside marked assignments is in the second layer.

    With ``current`` a row whose department's duty others carry at the date asked for has these under that key.

    Raises ProfileError for an unknown profile.
    """
    chosen = profile_of(source if isinstance(source, Analysis) else None, profile)
    rows = _of_analysis(source, chosen) if isinstance(source, Analysis) else _of_assignments(source, chosen)
    for row, assignment in rows:
        if current and assignment is not None and (bodies := _others_by_now(assignment.department)):
            row["current"] = bodies
        yield row


def _others_by_now(department: Department) -> list[str]:
    """The bodies that carry its duty at the date asked for; none where it is the same body still."""
    return list(department.current) if department.current != (department.canonical,) else []


def _of_assignments(assignments: Iterable[Assignment], profile: Profile) -> Iterator[tuple[Row, Assignment | None]]:
    for _, group in groupby(assignments, key=lambda assignment: (assignment.source, assignment.document)):
        of_document = list(group)
        seconds = beside_marked(of_document, [assignment.clause.index for assignment in of_document])
        letters = letters_by_layer(profile, of_document, seconds)
        for assignment, letter, second in zip(of_document, letters, seconds, strict=True):
            yield _row(assignment, letter, profile.name, "second" if second else "main", None, None), assignment


def _of_analysis(analysis: Analysis, profile: Profile) -> Iterator[tuple[Row, Assignment | None]]:
    own_id, task_ids = document_id(analysis.document), ids_of_tasks(analysis)
    in_second = set(map(id, second_layer(analysis)))
    seconds = [id(assignment) in in_second for assignment in analysis.assignments]
    letters = letters_by_layer(profile, analysis.assignments, seconds)
    waiting = list(reversed(analysis.unassigned()))
    limits = _limits(analysis) if waiting else {}
    for assignment, letter, second in zip(analysis.assignments, letters, seconds, strict=True):
        while waiting and waiting[-1].index < assignment.clause.index:
            clause = waiting.pop()
            yield _unassigned(analysis.document, clause, limits, profile.name, own_id, task_ids), None
        task = task_ids.get(assignment.clause.index)
        yield _row(assignment, letter, profile.name, "second" if second else "main", own_id, task), assignment
    for clause in reversed(waiting):
        yield _unassigned(analysis.document, clause, limits, profile.name, own_id, task_ids), None


def _limits(analysis: Analysis) -> dict[int, Deadline]:
    """Index of a clause → the time limits that are set for it, whoever is to keep them: the words, the first day."""
    limits: dict[int, dict[str, str]] = {}
    for annotation in analysis.annotations:
        if annotation.deadline is not None and annotation.deadline.text:
            for index in annotation.clauses:
                limits.setdefault(index, {}).setdefault(annotation.deadline.text, annotation.deadline.due or "")
    return {
        index: Deadline("；".join(days), min(filter(None, days.values()), default=None))
        for index, days in limits.items()
    }


def _row(
    assignment: Assignment, letter: str | None, profile: str, layer: Layer, own_id: str | None, task: str | None
) -> Row:
    department, deadline = assignment.department, assignment.deadline
    return Row(
        document=assignment.document,
        source=assignment.source,
        number=assignment.clause.number,
        task=assignment.clause.heading,
        path=list(assignment.clause.path),
        department=department.name,
        canonical=department.canonical,
        department_id=department.id,
        kind=department.kind,
        level=department.level,
        jurisdiction=department.jurisdiction,
        role=assignment.role,
        letter=letter,
        profile=profile,
        deadline=deadline.text if deadline else None,
        due=deadline.due if deadline else None,
        basis=assignment.basis,
        rule=assignment.rule,
        inherited_from=assignment.inherited_from,
        start=assignment.start,
        end=assignment.end,
        quote=assignment.quote,
        origin=assignment.origin,
        document_id=own_id,
        task_id=task,
        layer=layer,
    )


def _unassigned(
    document: Document,
    clause: Clause,
    limits: Mapping[int, Deadline],
    profile: str,
    own_id: str | None,
    task_ids: Mapping[int, str],
) -> Row:
    limit = limits.get(clause.index)
    return Row(
        document=document.title,
        source=document.source,
        number=clause.number,
        task=clause.heading,
        path=list(clause.path),
        department=None,
        canonical=None,
        department_id=None,
        kind=None,
        level=None,
        jurisdiction=None,
        role=None,
        letter=None,
        profile=profile,
        deadline=limit.text if limit else None,
        due=limit.due if limit else None,
        basis=None,
        rule=None,
        inherited_from=None,
        start=clause.start,
        end=clause.end,
        quote=None,
        origin=_origin(document, clause),
        document_id=own_id,
        task_id=task_ids[clause.index],
        layer="main",
    )


def _origin(document: Document, clause: Clause) -> Origin:
    """Where the words of a task are from; one that a person added has none."""
    if clause.start == clause.end:
        return "hand"
    position = bisect_left(document.ocr, clause.end, key=lambda span: span.start) - 1
    return "ocr" if position >= 0 and clause.start < document.ocr[position].end else "text"
