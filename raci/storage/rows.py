"""The row that every export agrees on (``raci/data/schemas/row.schema.json``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypedDict

from raci.config.profiles import profile_of
from raci.model import Analysis, Assignment, Profile

__all__ = ["COLUMNS", "Row", "records"]


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


#: the keys of a row, in order
COLUMNS: tuple[str, ...] = tuple(Row.__annotations__)


def records(source: Analysis | Iterable[Assignment], profile: Profile | str | None = None) -> Iterator[Row]:
    """The assignments as rows, in order, with the letters of ``profile``: by default that of the plan's workbook, if it
    was read from one, else ``explicit``.

    Raises ProfileError for an unknown profile.
    """
    assignments = source.assignments if isinstance(source, Analysis) else source
    chosen = profile_of(source if isinstance(source, Analysis) else None, profile)
    for _, same in groupby(assignments, key=lambda one: (one.source, one.document)):
        listed = list(same)
        for one, letter in zip(listed, chosen.assign(listed), strict=True):
            yield _row(one, letter, chosen.name)


def _row(one: Assignment, letter: str | None, profile: str) -> Row:
    body, limit = one.department, one.deadline
    return Row(
        document=one.document,
        source=one.source,
        number=one.clause.number,
        task=one.clause.heading,
        path=list(one.clause.path),
        department=body.name,
        canonical=body.canonical,
        department_id=body.id,
        kind=body.kind,
        level=body.level,
        jurisdiction=body.jurisdiction,
        role=one.role,
        letter=letter,
        profile=profile,
        deadline=limit.text if limit else None,
        due=limit.due if limit else None,
        basis=one.basis,
        rule=one.rule,
        inherited_from=one.inherited_from,
        start=one.start,
        end=one.end,
        quote=one.quote,
        origin=one.origin,
    )
