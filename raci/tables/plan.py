"""任务分工表 as offices hand it out: 序号, 重点任务, 工作内容, who, by when, 备注."""

from __future__ import annotations

from raci.grid import Entry, Grid
from raci.model import ROLES, Analysis, Role
from raci.tables.content import contents
from raci.tables.division import names
from raci.tables.table import Column, Table
from raci.words import ROLE_WORDS, UNASSIGNED

__all__ = ["bands", "plan"]


def plan(analysis: Analysis, grid: Grid) -> Table:
    """A row a task, in document order; 责任单位 always, of the other roles those that the text has."""
    named = grid.of_task()
    present = {entry.role for entry in grid.entries} | {"responsible"}
    roles = tuple(role for role in ROLES if role in present)
    texts = list(contents(analysis, grid))
    timed, filled = any(task.deadline for task in grid.tasks), any(texts)
    rows: list[tuple[str | int, ...]] = []
    for index, task in enumerate(grid.tasks):
        entries = named.get(index, ())
        rows.append(
            (
                index + 1,
                task.label or "（无标题）",
                *([texts[index]] if filled else []),
                *(names(entries, role) for role in roles),
                *([task.deadline] if timed else []),
                "" if entries else UNASSIGNED,
            )
        )
    columns = (
        Column("order", "序号", 3),
        Column("task", "重点任务", 11 if filled else 24),
        *([Column("content", "工作内容", 22)] if filled else []),
        *(Column(role, _heading(role), 8) for role in roles),
        *([Column("deadline", "完成时限", 6)] if timed else []),
        Column("remark", "备注", 5),
    )
    return Table(columns, tuple(rows), frozenset(grid.unassigned()), empty="没有读出任务")


def _heading(role: Role) -> str:
    return ROLE_WORDS[role] if role == "leader" else f"{ROLE_WORDS[role]}单位"


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
