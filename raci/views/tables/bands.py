"""How a 任务分工表 is divided: tasks under the headings of their chapters, or under the role of one body."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from raci.model import ROLES, Role
from raci.model.labels import ROLE_WORDS
from raci.rules.headings import common_length
from raci.views.grid import Grid, GridTask

__all__ = ["ROWS_HEADING", "TaskBand", "bands", "bands_of", "is_row", "named"]

#: a heading with its depth, from 0
Heading = tuple[int, str]
#: the heading of rows of a table that stand under no chapter, behind the chapters of the text
ROWS_HEADING = "附表所列任务"


@dataclass(frozen=True, slots=True)
class TaskBand:
    """Tasks (by index) under the headings that stand above them, outermost first, each with its depth from 0.

    No heading where the tasks go on under what stands above already.
    """

    headings: tuple[Heading, ...]
    tasks: tuple[int, ...]


def bands(grid: Grid, department: str = "", *, chapters: bool = True) -> list[TaskBand]:
    """How the table is divided, in the order of its rows.

    By chapter in document order, each heading once; one that stands in the table as a task already is not said
    again, but a task that is a chapter itself is parted by its heading from the chapter before it. For a table of one
    ``department``, by what it is in the tasks, its lead tasks first. Without ``chapters``
    (they stand in a column) there is one band, or one a role.
    """
    if department and (by_role := _by_role(grid, named(grid, department))):
        return by_role
    if not chapters:
        return [TaskBand((), tuple(range(len(grid.tasks))))] if grid.tasks else []
    divided: list[tuple[tuple[Heading, ...], list[int]]] = []
    path: tuple[str, ...] = ()
    shown: list[bool] = []  # which headings of the path stand above as bands
    for index, task in enumerate(grid.tasks):
        if index and task.path == path:
            divided[-1][1].append(index)
            continue
        common = common_length(path, task.path)
        task_above = grid.tasks[index - 1].written if index else ""
        depths = [depth for depth, heading in enumerate(task.path) if depth >= common and heading != task_above]
        back = len(task.path) == common and any(shown[common:])
        if back and task.path:
            depths = [common - 1]  # back from a chapter within this one
        path = task.path
        shown = shown[:common] + [depth in depths for depth in range(common, len(path))]
        headings = tuple((depth, task.above[depth]) for depth in depths)
        if back and not path and is_row(task):
            headings = ((0, ROWS_HEADING),)
        elif back and not path:  # a task that is itself a chapter, behind other chapters
            path, shown, headings = (task.written,), [True], ((0, task.label),)
        divided.append((headings, [index]))
    return [TaskBand(headings, tuple(tasks)) for headings, tasks in divided]


def is_row(task: GridTask) -> bool:
    """Whether a task under no heading is a row of a table, which figures number, and no chapter of the text."""
    return not task.number or task.number[0].isdigit()


def bands_of(grid: Grid, body: int) -> tuple[list[TaskBand], list[int]]:
    """How the table of one body is divided, what it leads first, and its tasks in the order of the rows.

    The bands hold the indexes of the rows in that table.
    """
    by_role = _by_role(grid, {body})
    first, by_row = 0, []
    for band in by_role:
        by_row.append(TaskBand(band.headings, tuple(range(first, first + len(band.tasks)))))
        first += len(band.tasks)
    return by_row, [task for band in by_role for task in band.tasks]


def _by_role(grid: Grid, bodies: Collection[int]) -> list[TaskBand]:
    """A band for each role that one of the bodies has; a task stands under the first of several roles."""
    first_role: dict[int, Role] = {}
    for entry in grid.entries:
        if entry.body in bodies:
            role = first_role.get(entry.task, entry.role)
            first_role[entry.task] = min(role, entry.role, key=ROLES.index)
    tasks_of: dict[Role, list[int]] = {}
    for task in sorted(first_role):
        tasks_of.setdefault(first_role[task], []).append(task)
    return [
        TaskBand(((0, f"本单位{ROLE_WORDS[role]}（{len(tasks_of[role])} 项）"),), tuple(tasks_of[role]))
        for role in ROLES
        if role in tasks_of
    ]


def named(grid: Grid, department: str) -> set[int]:
    """The bodies of that name, else those with it in their names."""
    names = [{body.label, body.canonical, *body.names} for body in grid.bodies]
    exact = {index for index, known in enumerate(names) if department in known}
    return exact or {index for index, known in enumerate(names) if any(department in name for name in known if name)}
