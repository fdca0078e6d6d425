"""Who does what, for the checks: what is marked, and what counts as tables, matrix and drawings count it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from raci.analysis.checks.genre import binds_everybody
from raci.model import Analysis, Annotation, Assignment, Department
from raci.model.layers import main_assignments

__all__ = ["assignments_of_tasks", "body_key", "body_key_of", "counted", "is_told", "marked_of_tasks", "statements"]


def counted(analysis: Analysis) -> tuple[Assignment, ...]:
    """What annotations and tables say, and sentences where a task has nothing else; in the order of the text."""
    return main_assignments(analysis)


def statements(analysis: Analysis) -> tuple[Annotation, ...]:
    """The annotations, and the duties of tasks of which only sentences tell."""
    if not analysis.duties:
        return analysis.annotations
    told = {one.clause.index for one in counted(analysis) if one.basis == "prose"}
    return (*analysis.annotations, *(duty for duty in analysis.duties if told.intersection(duty.clauses)))


def marked_of_tasks(analysis: Analysis) -> Mapping[int, list[Assignment]]:
    """Index of a clause → what annotations and tables say of it, in the order of the text."""
    return _of_tasks(analysis.marked)


def assignments_of_tasks(analysis: Analysis) -> Mapping[int, list[Assignment]]:
    """Index of a clause → what counts of it, in the order of the text.

    Of a law only what is marked: its sentences speak to everybody.
    """
    return _of_tasks(analysis.marked if binds_everybody(analysis) else counted(analysis))


def is_told(assignments: Iterable[Assignment]) -> bool:
    """Whether only sentences tell of a task."""
    return all(assignment.basis == "prose" for assignment in assignments)


def _of_tasks(assignments: Iterable[Assignment]) -> Mapping[int, list[Assignment]]:
    of_task: dict[int, list[Assignment]] = {}
    for assignment in assignments:
        of_task.setdefault(assignment.clause.index, []).append(assignment)
    return dict(sorted(of_task.items()))


def body_key(assignment: Assignment) -> str:
    """What tells the body of an assignment from others."""
    return body_key_of(assignment.department)


def body_key_of(body: Department) -> str:
    """What tells a body from others: its id, else its canonical name, else the name as written."""
    return body.id or body.canonical or body.name
