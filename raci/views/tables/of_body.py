"""一单位一表: the tasks of one body, those that it leads first."""

from __future__ import annotations

from dataclasses import dataclass

from raci.model import ROLES
from raci.model.labels import ROLE_WORDS
from raci.views.grid import Grid, GridEntry, join_letters
from raci.views.tables.division import names, own_limit
from raci.views.tables.table import Column, TableView, without_empty

__all__ = ["OfBody", "of_body", "tasks_of"]

#: columns that are left out where they are empty
_WHERE_PRESENT = frozenset({"path", "lead", "partners", "deadline"})


def tasks_of(grid: Grid) -> dict[int, dict[int, list[GridEntry]]]:
    """Body → its tasks → what it is in each, by the order of the roles."""
    tasks: dict[int, dict[int, list[GridEntry]]] = {}
    for entry in sorted(grid.entries, key=lambda entry: ROLES.index(entry.role)):
        tasks.setdefault(entry.body, {}).setdefault(entry.task, []).append(entry)
    return tasks


@dataclass(frozen=True, slots=True)
class OfBody:
    """The table of a body, and which task (by place) each row is."""

    table: TableView
    tasks: tuple[int, ...]


def of_body(
    grid: Grid, body: int, own: dict[int, list[GridEntry]], entries_of_task: dict[int, tuple[GridEntry, ...]]
) -> OfBody:
    """The table of a body: ``own`` are its entries by task (``tasks_of``), ``entries_of_task`` those of all bodies."""
    order = sorted(own, key=lambda task: (ROLES.index(own[task][0].role), task))
    rows: list[tuple[str | int, ...]] = []
    breaks = set()
    for row, index in enumerate(order):
        task = grid.tasks[index]
        others = [entry for entry in entries_of_task[index] if entry.body != body]
        if row and own[index][0].role != own[order[row - 1]][0].role:
            breaks.add(row)
        rows.append(
            (
                row + 1,
                "、".join(dict.fromkeys(ROLE_WORDS[entry.role] for entry in own[index])),
                join_letters(entry.letter for entry in own[index]),
                task.label,
                "\n".join(task.above),
                names(others, "lead"),
                "；".join(
                    f"{ROLE_WORDS[role]}：{partners}"
                    for role in ROLES
                    if role != "lead" and (partners := names(others, role))
                ),
                own_limit(task, own[index]),
                "",
            )
        )
    columns = (
        Column("order", "序号", 4),
        Column("role", "本单位角色", 7),
        Column("letter", "字母", 4),
        Column("task", "任务", 24),
        Column("path", "章节", 16),
        Column("lead", "牵头单位", 14),
        Column("partners", "其他单位", 26),
        Column("deadline", "完成时限", 9),
        Column("remark", "备注", 10),
    )
    table = without_empty(TableView(columns, tuple(rows), breaks=frozenset(breaks)), _WHERE_PRESENT)
    return OfBody(table, tuple(order))
