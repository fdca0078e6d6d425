"""任务分工: a row a task, with who does what by when."""

from __future__ import annotations

from collections.abc import Iterable

from raci.model import ROLE_TYPES, Analysis, Role, RoleType
from raci.model.labels import UNASSIGNED
from raci.views.grid import Grid, GridEntry, GridTask
from raci.views.tables.table import Column, TableView

__all__ = ["division", "evidence", "names", "own_limit"]

#: the roles in the order of their columns
_BY_COLUMN: tuple[RoleType, ...] = tuple(sorted(ROLE_TYPES, key=lambda role: role.column))


def division(analysis: Analysis, grid: Grid) -> TableView:
    """The tasks in document order; columns for roles that are not usual only where the text has them."""
    entries_of_task = grid.of_task()
    present = {entry.role for entry in grid.entries}
    roles = [role for role in _BY_COLUMN if role.usual or role.key in present]
    rows: list[tuple[str | int, ...]] = []
    breaks = set()
    for index, task in enumerate(grid.tasks):
        entries = entries_of_task.get(index, ())
        names_of = {role.key: names(entries, role.key) for role in roles}
        if not entries:
            names_of["responsible"] = UNASSIGNED
        if index and task.path[:1] != grid.tasks[index - 1].path[:1]:
            breaks.add(index)
        rows.append(
            (index + 1, task.chapter, task.number, task.shown, *names_of.values(), task.deadline, evidence(entries))
        )
    columns = (
        Column("order", "序号", 4),
        Column("path", "章节", 14),
        Column("number", "编号", 8),
        Column("task", "任务", 18),
        *(Column(role.key, role.heading, 14) for role in roles),
        Column("deadline", "完成时限", 9),
        Column("quote", "原文依据", 30),
    )
    return TableView(columns, tuple(rows), frozenset(grid.unassigned()), frozenset(breaks), "没有读出任务")


def names(entries: Iterable[GridEntry], role: Role) -> str:
    """The bodies with a role, as written, parted by 、."""
    return "、".join(dict.fromkeys(entry.assignment.department.name for entry in entries if entry.role == role))


def own_limit(task: GridTask, entries: Iterable[GridEntry]) -> str:
    """The time limits that a task sets for a body, whose entries these are; those of the task where it sets it none."""
    own = dict.fromkeys(entry.assignment.deadline.text for entry in entries if entry.assignment.deadline)
    return "；".join(own) or task.deadline


def evidence(entries: Iterable[GridEntry]) -> str:
    """The annotations that entries come from, verbatim, a line each; an inherited one says from where."""
    quotes: dict[str, str] = {}
    for entry in entries:
        assignment = entry.assignment
        inherited = f"〔沿用：{assignment.inherited_from}〕" if assignment.inherited_from else ""
        inherited = "〔行文〕" if assignment.basis == "prose" else inherited
        quotes.setdefault(assignment.quote, "〔人工增加〕" if assignment.added else inherited)
    return "\n".join(f"{remark}{quote}" for quote, remark in quotes.items())
