"""What the names mean that a person wrote into a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.resolve import resolve
from raci.model import Analysis, Annotation, Clause, Department, Edit, Group, Mention, Role
from raci.model.roles import PERSON_ROLES
from raci.register.naming import Naming

__all__ = ["resolve_names"]

#: the rule of the annotations by which the names are resolved; the number of the edit stands behind it
_RULE = "edited:"


def resolve_names(
    analysis: Analysis, edits: Sequence[Edit], naming: Naming | None
) -> dict[int, tuple[Department, ...]]:
    """What each new name means, in the light of all others in the document; by number of the edit.

    A name that the document has with one meaning keeps it.
    """
    known: dict[tuple[str, bool], set[Department]] = {}
    for assignment in analysis.assignments:
        key = (assignment.department.name, assignment.role in PERSON_ROLES)
        known.setdefault(key, set()).add(assignment.department)
    departments: dict[int, tuple[Department, ...]] = {}
    unknown: list[Annotation] = []
    for number, edit in enumerate(edits):
        name = _new_name(edit)
        if not name:
            continue
        role: Role = edit.new_role if edit.field == "added" else edit.role or "responsible"
        meanings = known.get((name, role in PERSON_ROLES), set())
        if len(meanings) == 1:
            departments[number] = tuple(meanings)
            continue
        group = Group(role, (Mention(name, 0, len(name)),), f"{_RULE}{number}")
        # a clause of its own: names that stand in a clause already would be passed over
        unknown.append(Annotation(_RULE, 0, 0, name, (len(analysis.clauses) + number,), (group,)))
    if not unknown:
        return departments
    first = len(analysis.clauses)
    spare = tuple(Clause(first + number, None, 1, "", "", 0, 0) for number in range(len(edits)))
    annotations = (*analysis.annotations, *unknown)
    for assignment in resolve(analysis.document, (*analysis.clauses, *spare), annotations, naming or Naming()):
        if assignment.rule.startswith(_RULE):
            number = int(assignment.rule.removeprefix(_RULE))
            departments[number] = (*departments.get(number, ()), assignment.department)
    return departments


def _new_name(edit: Edit) -> str:
    """The name of a body that the edit brings in; empty where it brings in none."""
    if edit.field == "added":
        return edit.name
    return edit.after if edit.field in ("name", "canonical") else ""
