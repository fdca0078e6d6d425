"""Assignments: clause × department × role, with the evidence."""

from __future__ import annotations

from dataclasses import dataclass

from raci.model import notebook
from raci.model.annotations import Deadline
from raci.model.clauses import Clause
from raci.model.labels import ROLE_WORDS
from raci.model.roles import Basis, Origin, Role

__all__ = ["Assignment", "Department", "cells_of"]


@dataclass(frozen=True, slots=True, repr=False)
class Department:
    """What a mention means. ``name`` is as written; the rest is None where the register knows nothing.

    ``candidates`` holds the canonical names that it might mean, with ``reason`` saying why it stays open. ``members``
    are those of a collective, ``until`` is the last year of a body that a reform replaced, ``heirs`` are those that
    carry its duty since, and ``current`` those that do at the date asked for (``--as-of``; several where it was split).
    """

    name: str
    canonical: str | None = None
    id: str | None = None
    kind: str | None = None
    level: str | None = None
    jurisdiction: str | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""
    members: tuple[str, ...] = ()
    until: int | None = None
    heirs: tuple[str, ...] = ()
    current: tuple[str, ...] = ()

    def __repr__(self) -> str:
        shown = self.canonical if self.canonical != self.name else None
        return notebook.call("Department", self.name, canonical=shown, kind=self.kind, candidates=self.candidates)


@dataclass(frozen=True, slots=True, repr=False)
class Assignment:
    """Clause × department × role, with its evidence.

    ``start``/``end`` span the mention, ``quote`` is the annotation verbatim, ``rule`` the id of the rule.
    ``inherited_from`` names the clause (number and heading) or the sentence that speaks for this one. ``origin`` says
    where the words are from: the source's own ``text``, pictures of it (``ocr``), or a person's ``hand``
    (``raci.edits``): then ``rule`` says in which sheet. One that a person added has the name as ``quote``, and spans
    its clause, unless they pointed at the words that say it.
    """

    document: str
    source: str
    clause: Clause
    department: Department
    role: Role
    start: int
    end: int
    quote: str
    rule: str
    basis: Basis = "annotation"
    inherited_from: str | None = None
    deadline: Deadline | None = None
    origin: Origin = "text"

    def __repr__(self) -> str:
        limit = self.deadline.text if self.deadline else None
        return notebook.call(
            "Assignment", self.clause.label, self.department.name, self.role, deadline=limit, basis=self.basis
        )

    def _repr_html_(self) -> str:
        return notebook.table(self.document, notebook.HEADINGS, [cells_of(self)])

    @property
    def added(self) -> bool:
        """Whether a person added it, so that no words of the text say it."""
        pointed_at = self.end - self.start == len(self.quote)
        return self.origin == "hand" and self.quote == self.department.name and not pointed_at


def cells_of(assignment: Assignment) -> tuple[str, ...]:
    """The row of an assignment under ``notebook.HEADINGS``."""
    deadline = assignment.deadline.text if assignment.deadline else ""
    role = ROLE_WORDS.get(assignment.role, assignment.role)
    return assignment.clause.label, assignment.department.name, role, deadline, assignment.quote
