"""任务分工表 as offices hand it out: 序号, 重点任务, 工作内容, who, by when, 备注."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from raci.config.templates import Template, TemplateColumn, load_template
from raci.model import ROLES, Analysis, Role
from raci.model.labels import ROLE_WORDS, UNASSIGNED
from raci.views.grid import Entry, Grid, Task
from raci.views.tables.content import contents
from raci.views.tables.division import evidence, names
from raci.views.tables.table import Column, Table

__all__ = ["Band", "bands", "bands_of", "merged", "named", "part", "plan", "whole"]


def plan(analysis: Analysis, grid: Grid, template: Template | None = None) -> Table:
    """A row a task, in document order, with the columns of the template (by default ``plan``)."""
    chosen = template or load_template()
    return part(whole(analysis, grid, chosen), chosen, range(len(grid.tasks)))


def whole(analysis: Analysis, grid: Grid, template: Template) -> Table:
    """A row a task, with all columns of the template, those that stay empty too."""
    named = grid.of_task()
    rows = []
    for index, (task, content) in enumerate(zip(grid.tasks, contents(analysis, grid), strict=True)):
        values = _values(index, task, named.get(index, ()), content)
        rows.append(tuple(values[one.key] for one in template.columns))
    columns = tuple(Column(one.key, one.heading, one.width) for one in template.columns)
    return Table(columns, tuple(rows), frozenset(grid.unassigned()), empty="没有读出任务")


def part(table: Table, template: Template, tasks: Sequence[int]) -> Table:
    """Those rows of a ``whole`` table, with the columns in which something stands, or that stay in any case."""
    rows = [table.rows[task] for task in tasks]
    held = {column.key for at, column in enumerate(table.columns) if any(row[at] for row in rows)}
    shown = _fields(template, held)
    kept = [at for at, one in enumerate(template.columns) if one in shown]
    return Table(
        tuple(table.columns[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        frozenset(place for place, task in enumerate(tasks) if task in table.marked),
        empty=table.empty,
    )


def _fields(template: Template, held: set[str]) -> list[TemplateColumn]:
    """The columns that are shown; where nobody is named at all one of those for bodies stays, to be filled in."""
    shown = [one for one in template.columns if not one.optional or one.key in held]
    bodies = [one for one in template.columns if one.key in ROLES]
    if bodies and not any(one in shown for one in bodies):
        kept = next((one for one in bodies if one.key == "responsible"), bodies[0])
        shown = [one for one in template.columns if one in shown or one is kept]
    return shown


def _values(index: int, task: Task, entries: tuple[Entry, ...], content: str) -> dict[str, str | int]:
    """All that may stand in the row of a task, by the keys of templates."""
    return {
        "order": index + 1,
        "chapter": "\n".join(task.path),
        "number": task.number,
        "heading": task.heading,
        "task": task.label or "（无标题）",
        "content": content,
        **{role: names(entries, role) for role in ROLES},
        "deadline": task.deadline,
        "due": task.due,
        "quote": evidence(entries),
        "remark": task.remark if entries else UNASSIGNED,
        "blank": "",
    }


@dataclass(frozen=True, slots=True)
class Band:
    """Tasks (by place) under the headings that stand above them, outermost first, each with its depth from 0.

    No heading where the tasks go on under what stands above already.
    """

    headings: tuple[tuple[int, str], ...]
    tasks: tuple[int, ...]


def bands(grid: Grid, department: str = "", *, chapters: bool = True) -> list[Band]:
    """How the table is parted, in the order of its rows.

    By chapter in document order, each heading once; one that stands in the table as a task already is not said
    again. For a table of one ``department``, by what it is in the tasks, its lead tasks first. Without ``chapters``
    (they stand in a column) there is one band, or one a role.
    """
    if department and (found := _by_role(grid, named(grid, department))):
        return found
    if not chapters:
        return [Band((), tuple(range(len(grid.tasks))))] if grid.tasks else []
    parts: list[tuple[tuple[tuple[int, str], ...], list[int]]] = []
    path: tuple[str, ...] = ()
    said: list[bool] = []  # which headings of the path stand above as bands
    for index, task in enumerate(grid.tasks):
        if index and task.path == path:
            parts[-1][1].append(index)
            continue
        same = next((at for at, pair in enumerate(zip(path, task.path, strict=False)) if pair[0] != pair[1]), None)
        same = min(len(path), len(task.path)) if same is None else same
        above = grid.tasks[index - 1].label if index else ""
        fresh = [(at, heading) for at, heading in enumerate(task.path) if at >= same and heading != above]
        if len(task.path) == same and task.path and any(said[same:]):
            fresh = [(same - 1, task.path[-1])]  # back from a chapter within this one
        said = said[:same] + [(at, heading) in fresh for at, heading in enumerate(task.path) if at >= same]
        path = task.path
        parts.append((tuple(fresh), [index]))
    return [Band(headings, tuple(tasks)) for headings, tasks in parts]


def bands_of(grid: Grid, body: int) -> tuple[list[Band], list[int]]:
    """How the table of one body is parted, what it leads first, and its tasks in the order of the rows.

    The bands hold the places of the rows in that table.
    """
    found = _by_role(grid, {body})
    tasks = [task for band in found for task in band.tasks]
    first, parted = 0, []
    for band in found:
        parted.append(Band(band.headings, tuple(range(first, first + len(band.tasks)))))
        first += len(band.tasks)
    return parted, tasks


def _by_role(grid: Grid, mine: Collection[int]) -> list[Band]:
    held: dict[int, list[Entry]] = {}
    for entry in grid.entries:
        if entry.body in mine:
            held.setdefault(entry.task, []).append(entry)
    parts: dict[Role, list[int]] = {}
    for index in sorted(held):
        first = min((entry.role for entry in held[index]), key=ROLES.index)
        parts.setdefault(first, []).append(index)
    return [
        Band(((0, f"本单位{ROLE_WORDS[role]}（{len(parts[role])} 项）"),), tuple(parts[role]))
        for role in ROLES
        if role in parts
    ]


def named(grid: Grid, department: str) -> set[int]:
    """The bodies of that name, else those with it in their names."""
    bodies = [{one.label, one.canonical, *one.names} for one in grid.bodies]
    exact = {index for index, known in enumerate(bodies) if department in known}
    return exact or {index for index, known in enumerate(bodies) if any(department in name for name in known if name)}


def merged(table: Table, template: Template, tasks: tuple[int, ...]) -> dict[int, list[int]]:
    """For the columns whose cells are joined: how many rows each cell takes, 0 for those that another covers.

    Column (by place) → a number a row of ``tasks``, which are the rows that stand one below the other.
    """
    joined = {one.key for one in template.columns if one.merge}
    found: dict[int, list[int]] = {}
    for at, column in enumerate(table.columns):
        if column.key not in joined:
            continue
        counts: list[int] = []
        first = 0
        for place, task in enumerate(tasks):
            value = table.rows[task][at]
            if place and value and value == table.rows[tasks[first]][at]:
                counts[first] += 1
                counts.append(0)
            else:
                first = place
                counts.append(1)
        found[at] = counts
    return found
