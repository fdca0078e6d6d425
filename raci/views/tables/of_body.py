"""一单位一表: the tasks of one body, those that it leads first."""

from __future__ import annotations

from dataclasses import dataclass

from raci.model import ROLES
from raci.model.labels import ROLE_WORDS
from raci.views.grid import Grid, GridEntry, join_letters
from raci.views.tables.division import names
from raci.views.tables.table import Column, TableView

__all__ = ["OfBody", "of_body", "tasks_of"]

#: columns that are left out where they are empty
_WHERE_PRESENT = {"path", "lead", "partners", "deadline"}


def tasks_of(grid: Grid) -> dict[int, dict[int, list[GridEntry]]]:
    """Body → its tasks → what it is in each, by the order of the roles."""
    held: dict[int, dict[int, list[GridEntry]]] = {}
    for entry in sorted(grid.entries, key=lambda entry: ROLES.index(entry.role)):
        held.setdefault(entry.body, {}).setdefault(entry.task, []).append(entry)
    return held


@dataclass(frozen=True, slots=True)
class OfBody:
    """The table of a body, and which task (by place) each row is."""

    table: TableView
    tasks: tuple[int, ...]


def of_body(grid: Grid, body: int, mine: dict[int, list[GridEntry]], named: dict[int, tuple[GridEntry, ...]]) -> OfBody:
    """``mine`` are the body's tasks (``tasks_of``), ``named`` the entries of each task (``Grid.of_task``)."""
    order = sorted(mine, key=lambda task: (ROLES.index(mine[task][0].role), task))
    rows: list[tuple[str | int, ...]] = []
    breaks = set()
    for at, index in enumerate(order):
        task = grid.tasks[index]
        others = [entry for entry in named[index] if entry.body != body]
        if at and mine[index][0].role != mine[order[at - 1]][0].role:
            breaks.add(at)
        rows.append(
            (
                at + 1,
                "、".join(dict.fromkeys(ROLE_WORDS[entry.role] for entry in mine[index])),
                join_letters(entry.letter for entry in mine[index]),
                task.label,
                "\n".join(task.path),
                names(others, "lead"),
                "；".join(
                    f"{ROLE_WORDS[role]}：{held}" for role in ROLES if role != "lead" and (held := names(others, role))
                ),
                task.deadline,
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
    kept = [at for at, column in enumerate(columns) if column.key not in _WHERE_PRESENT or any(row[at] for row in rows)]
    table = TableView(
        tuple(columns[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        breaks=frozenset(breaks),
    )
    return OfBody(table, tuple(order))
