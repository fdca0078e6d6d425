"""The assignments of one task, changed by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from raci.model import Assignment, Department, Edit, Role

__all__ = ["by_hand", "change_assignment", "insertion_index"]


def by_hand(assignment: Assignment, edit: Edit) -> Assignment:
    """The assignment as one of a person's hand, by the sheet of the edit."""
    return replace(assignment, rule=edit.rule, origin="hand")


def insertion_index(assignments: Sequence[Assignment], role: Role) -> int:
    """The index behind the last assignment of a role, or at the end."""
    indexes = reversed(range(len(assignments)))
    return next((index + 1 for index in indexes if assignments[index].role == role), len(assignments))


def change_assignment(
    edit: Edit, assignments: Sequence[Assignment], departments: tuple[Department, ...], canonical: Collection[str]
) -> list[Assignment] | None:
    """The assignments after one changed its role or its body, or was taken out; None where it is not among them.

    It is known by the name as written or, where no name agrees, by the names in ``canonical``. ``departments`` is what
    a new name means.
    """
    of_role = [assignment for assignment in assignments if assignment.role == edit.role]
    matches = [assignment for assignment in of_role if assignment.department.name == edit.name]
    matches = matches or [assignment for assignment in of_role if assignment.department.canonical in canonical]
    if not matches:
        return list(assignments) if _is_done(edit, assignments) else None
    index = assignments.index(matches[0])
    others = [assignment for assignment in assignments if assignment not in matches]
    if edit.field == "removed":
        return others
    if edit.field == "role":
        role = edit.new_role
        known = {(assignment.department, assignment.role) for assignment in others}
        changed = [
            replace(assignment, role=role) for assignment in matches if (assignment.department, role) not in known
        ]
        index = insertion_index(others, role)
    elif edit.field == "name":
        changed = [
            replace(matches[0], department=department) for department in departments or (Department(edit.after),)
        ]
    else:
        meant = departments[0] if departments else Department(edit.name)
        department = replace(meant, name=edit.name, canonical=meant.canonical or edit.after or None)
        changed = [replace(assignment, department=department) for assignment in matches]
    return [*others[:index], *(by_hand(assignment, edit) for assignment in changed), *others[index:]]


def _is_done(edit: Edit, assignments: Sequence[Assignment]) -> bool:
    """Whether it is already as the edit wants it: a second sheet or row said it before."""
    if edit.field == "role":
        return any(other.department.name == edit.name and other.role == edit.after for other in assignments)
    if edit.field == "name":
        return any(other.department.name == edit.after and other.role == edit.role for other in assignments)
    return False
