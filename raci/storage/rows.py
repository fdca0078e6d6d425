"""The row that every export agrees on (``raci/data/schemas/row.schema.json``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NotRequired, TypedDict

from raci.config.profiles import profile_of
from raci.model import Analysis, Assignment, Profile

__all__ = ["COLUMNS", "CURRENT", "Row", "records"]

#: the key that a row has only where ``--as-of`` asked who carries the duty, and another body does
CURRENT = "current"


class Row(TypedDict):
    """One assignment, as ``raci extract --format jsonl`` prints it; the keys in this order."""

    document: str
    source: str
    number: str
    task: str
    path: list[str]
    department: str
    canonical: str | None
    department_id: str | None
    kind: str | None
    level: str | None
    jurisdiction: str | None
    role: str
    letter: str | None
    profile: str
    deadline: str | None
    due: str | None
    basis: str
    rule: str
    inherited_from: str | None
    start: int
    end: int
    quote: str
    origin: str
    current: NotRequired[list[str]]


#: the keys that every row has, in order
COLUMNS: tuple[str, ...] = tuple(key for key in Row.__annotations__ if key != CURRENT)


def records(
    source: Analysis | Iterable[Assignment], profile: Profile | str | None = None, *, current: bool = False
) -> Iterator[Row]:
    """The assignments as rows, in order, with the letters of ``profile``: by default that of the plan's workbook, if it
    was read from one, else ``explicit``.

    With ``current`` a row whose department names successors for the date asked for has these under that key.

    Raises ProfileError for an unknown profile.
    """
    assignments = source.assignments if isinstance(source, Analysis) else source
    chosen = profile_of(source if isinstance(source, Analysis) else None, profile)
    for _, group in groupby(assignments, key=lambda assignment: (assignment.source, assignment.document)):
        of_document = list(group)
        for assignment, letter in zip(of_document, chosen.assign(of_document), strict=True):
            row = _row(assignment, letter, chosen.name)
            if current and assignment.department.current:
                row["current"] = list(assignment.department.current)
            yield row


def _row(assignment: Assignment, letter: str | None, profile: str) -> Row:
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
    )
