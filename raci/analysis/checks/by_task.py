"""The marked assignments of each task, for the checks that look at one task after the other."""

from __future__ import annotations

from collections.abc import Mapping

from raci.model import Analysis, Assignment

__all__ = ["assignments_of_tasks", "body_key"]


def assignments_of_tasks(analysis: Analysis) -> Mapping[int, list[Assignment]]:
    """Index of a clause → what annotations and tables say of it, in the order of the text."""
    of_task: dict[int, list[Assignment]] = {}
    for assignment in analysis.marked:
        of_task.setdefault(assignment.clause.index, []).append(assignment)
    return dict(sorted(of_task.items()))


def body_key(assignment: Assignment) -> str:
    """What tells a body from others: its id, else its canonical name, else the name as written."""
    body = assignment.department
    return body.id or body.canonical or body.name
