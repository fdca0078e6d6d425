"""What sentences say beside the annotation of their clause: the same once more, or something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from raci.model import Assignment, Department
from raci.register.folding import fold_name

__all__ = ["same_body", "without_repeats"]


def without_repeats(assignments: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """The assignments without what a sentence says again: the same body in the same role is the annotation's.

    ``水务局`` in a sentence is the annotation's ``市水务局`` where the register says so. In linear time.
    """
    told = {assignment.clause.index for assignment in assignments if assignment.basis == "prose"}
    marked: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for assignment in assignments:
        if assignment.basis != "prose" and assignment.clause.index in told:
            key = assignment.clause.index
            marked[key] |= {(name, assignment.role) for name in _names(assignment.department)}
    return tuple(
        assignment
        for assignment in assignments
        if assignment.basis != "prose"
        or not any((name, assignment.role) in marked[assignment.clause.index] for name in _names(assignment.department))
    )


def same_body(one: Department, other: Department) -> bool:
    """Whether two names may mean one body: by the register, or as the words of one begin or end those of the other.

    That is a short form (水务局 for 市水务局), or a group and its office, which lead together.
    """
    if _names(one) & _names(other):
        return True
    short, long = sorted((fold_name(one.name), fold_name(other.name)), key=len)
    return long.endswith(short) or long.startswith(short)


def _names(department: Department) -> frozenset[str]:
    """What a body is known by: its name as written, and the one that the register gives where it is sure."""
    names = {fold_name(department.name)}
    if department.canonical and not department.candidates:
        names.add(fold_name(department.canonical))
    return frozenset(names)
