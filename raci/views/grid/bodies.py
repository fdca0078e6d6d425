"""The bodies of a grid as they are collected: one for all names of the same body, persons apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from raci.model import Assignment, Department
from raci.model.roles import PERSON_ROLES
from raci.storage.unique_names import UniqueNames
from raci.views.grid.values import GridBody

__all__ = ["BodyCollector"]


@dataclass(slots=True)
class _BodyDraft:
    """A body before its id and label are known. ``ambiguous``: its canonical name is also another body's."""

    department: Department
    person: bool
    ambiguous: bool
    names: dict[str, int] = field(default_factory=dict)  # as written → how often


class BodyCollector:
    """Collects the bodies of assignments, in order of appearance."""

    def __init__(self, assignments: Iterable[Assignment]) -> None:
        self._drafts: dict[tuple[str, str | None, bool], _BodyDraft] = {}
        self._index: dict[tuple[str, str | None, bool], int] = {}
        ids: dict[str, set[str]] = {}
        for assignment in assignments:
            if assignment.department.canonical and assignment.department.id:
                ids.setdefault(assignment.department.canonical, set()).add(assignment.department.id)
        self._ambiguous = {canonical for canonical, known in ids.items() if len(known) > 1}

    def add(self, assignment: Assignment) -> int:
        """Take in the body of an assignment; its index."""
        department = assignment.department
        person = department.kind == "person" or assignment.role in PERSON_ROLES
        # one name for two bodies of the register: the id tells them apart
        ambiguous = department.canonical in self._ambiguous
        key = (department.canonical or department.name, department.id if ambiguous else None, person)
        draft = self._drafts.setdefault(key, _BodyDraft(department, person, ambiguous))
        draft.names[department.name] = draft.names.get(department.name, 0) + 1
        return self._index.setdefault(key, len(self._index))

    def bodies(self) -> tuple[GridBody, ...]:
        """The bodies in the order in which they were added."""
        labels, ids = UniqueNames(lambda name, count: f"{name}（{count}）"), UniqueNames()
        return tuple(_body(draft, labels, ids) for draft in self._drafts.values())


def _body(draft: _BodyDraft, labels: UniqueNames, ids: UniqueNames) -> GridBody:
    department = draft.department
    name = department.canonical or department.name
    if draft.ambiguous:
        name += f"（{department.jurisdiction or department.id}）"
    return GridBody(
        id=ids.of(("person:" if draft.person else "body:") + (department.id or name)),
        label=name if draft.person else labels.of(name),
        names=tuple(draft.names),
        uses=tuple(draft.names.values()),
        canonical=department.canonical,
        kind=department.kind,
        level=department.level,
        jurisdiction=department.jurisdiction,
        person=draft.person,
    )
