"""任务分工表 as offices hand it out: 序号, 重点任务, 工作内容, who, by when, 备注."""

from __future__ import annotations

from raci.grid import Entry, Grid, Task
from raci.model import ROLES, Analysis, Role
from raci.tables.content import contents
from raci.tables.division import evidence, names
from raci.tables.table import Column, Table
from raci.tables.template import Template, load_template
from raci.words import ROLE_WORDS, UNASSIGNED

__all__ = ["bands", "plan"]


def plan(analysis: Analysis, grid: Grid, template: Template | None = None) -> Table:
    """A row a task, in document order, with the columns of the template (by default ``plan``)."""
    chosen = template or load_template()
    named = grid.of_task()
    lines = [
        _values(index, task, named.get(index, ()), content)
        for index, (task, content) in enumerate(zip(grid.tasks, contents(analysis, grid), strict=True))
    ]
    fields = [one for one in chosen.columns if not one.optional or any(line[one.key] for line in lines)]
    rows = tuple(tuple(line[one.key] for one in fields) for line in lines)
    columns = tuple(Column(one.key, one.heading, one.width) for one in fields)
    return Table(columns, rows, frozenset(grid.unassigned()), empty="没有读出任务")


def _values(index: int, task: Task, entries: tuple[Entry, ...], content: str) -> dict[str, str | int]:
    """All that may stand in the row of a task, by the keys of templates."""
    return {
        "order": index + 1,
        "chapter": task.chapter,
        "number": task.number,
        "heading": task.heading,
        "task": task.label or "（无标题）",
        "content": content,
        **{role: names(entries, role) for role in ROLES},
        "deadline": task.deadline,
        "due": task.due,
        "quote": evidence(entries),
        "remark": "" if entries else UNASSIGNED,
        "blank": "",
    }


def bands(grid: Grid, department: str = "") -> list[tuple[str, list[int]]]:
    """The tasks (by place) under the headings that part the table.

    By chapter in document order; for a table of one ``department``, by what it is in them, its lead tasks first.
    """
    if department:
        found = _by_role(grid, department)
        if found:
            return found
    parts: list[tuple[str, list[int]]] = []
    for index, task in enumerate(grid.tasks):
        if not parts or parts[-1][0] != task.chapter:
            parts.append((task.chapter, []))
        parts[-1][1].append(index)
    return parts


def _by_role(grid: Grid, department: str) -> list[tuple[str, list[int]]]:
    bodies = [{one.label, one.canonical, *one.names} for one in grid.bodies]
    mine = {index for index, known in enumerate(bodies) if department in known}
    mine = mine or {index for index, known in enumerate(bodies) if any(department in name for name in known if name)}
    held: dict[int, list[Entry]] = {}
    for entry in grid.entries:
        if entry.body in mine:
            held.setdefault(entry.task, []).append(entry)
    parts: dict[Role, list[int]] = {}
    for index in range(len(grid.tasks)):
        if index in held:
            first = min((entry.role for entry in held[index]), key=ROLES.index)
            parts.setdefault(first, []).append(index)
    return [(f"本单位{ROLE_WORDS[role]}（{len(parts[role])} 项）", parts[role]) for role in ROLES if role in parts]
