"""Time limits as dates: what falls due on which day, of the whole plan or of one body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from raci.views.grid import Grid, GridEntry

__all__ = ["DatedLimit", "dated_limits", "limits_by_body", "undated_tasks"]


@dataclass(frozen=True, slots=True)
class DatedLimit:
    """A day on which a task (by index) falls due.

    ``order`` counts the days of the task, from 0; ``text`` is the time limit as written.
    """

    task: int
    due: date
    order: int
    text: str


def dated_limits(grid: Grid) -> list[DatedLimit]:
    """The days on which tasks fall due, in the order of the tasks."""
    entries_of = grid.of_task()
    return [
        DatedLimit(index, day, order, _text(entries_of.get(index, ()), day) or task.deadline)
        for index, task in enumerate(grid.tasks)
        for order, day in enumerate(_days(task.due))
    ]


def limits_by_body(grid: Grid) -> dict[int, list[DatedLimit]]:
    """Body → the days on which the tasks fall due that it has a part in; bodies without such a day left out.

    Where a task has several days and the text says which is the body's, only that.
    """
    entries_of = grid.of_task()
    limits_of_task: dict[int, list[DatedLimit]] = {}
    for limit in dated_limits(grid):
        limits_of_task.setdefault(limit.task, []).append(limit)
    by_body: dict[int, list[DatedLimit]] = {}
    for task, limits in limits_of_task.items():
        own_days: dict[int, set[date]] = {}
        for entry in entries_of.get(task, ()):
            own_days.setdefault(entry.body, set()).update(_days(_due(entry)))
        for body, days in own_days.items():
            own = [limit for limit in limits if limit.due in days]
            by_body.setdefault(body, []).extend(own or limits)
    return by_body


def undated_tasks(grid: Grid) -> list[int]:
    """The tasks (by index) whose time limit is no day: 长期坚持, 按国家要求推进."""
    return [index for index, task in enumerate(grid.tasks) if task.deadline and not _days(task.due)]


def _days(due: str) -> list[date]:
    """The days in ISO dates parted by ；, each once, in their order."""
    days: dict[date, None] = {}
    for part in due.split("；"):
        try:
            days[date.fromisoformat(part)] = None
        except ValueError:
            continue  # no day: the table shows the time limit as written
    return list(days)


def _due(entry: GridEntry) -> str:
    limit = entry.assignment.deadline
    return (limit.due if limit else None) or ""


def _text(entries: Sequence[GridEntry], day: date) -> str:
    """How the text names that day."""
    texts = {
        entry.assignment.deadline.text: None
        for entry in entries
        if entry.assignment.deadline and day in _days(_due(entry))
    }
    return "；".join(texts)
