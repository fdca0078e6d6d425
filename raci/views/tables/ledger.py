"""台账: each task with its light against a day, and room for what comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from raci.model import ROLES
from raci.model.labels import UNASSIGNED
from raci.views.grid import Grid
from raci.views.tables.division import names
from raci.views.tables.source_columns import SourceColumns, in_order
from raci.views.tables.table import Column, TableView, without_empty

__all__ = ["LIGHTS", "SOON", "STATES", "ledger", "light"]

#: a task is due soon within so many days
SOON = 30
#: the lights, in the order of their urgency
LIGHTS = ("● 已到期", "● 临近", "● 未到期", "○ 无日期")
#: columns that are left out where they are empty
_WHERE_PRESENT = frozenset({"lead", "support", "leader", "deadline", "due"})
#: what a person may write under 进展状态
STATES = ("未启动", "推进中", "已完成", "调整")


def light(due: str, today: date, soon: int = SOON) -> str:
    """The light of a task: ``due`` are ISO dates parted by ；, of which the last counts; ``soon`` is in days."""
    last = due.rsplit("；", 1)[-1]
    try:
        days = (date.fromisoformat(last) - today).days
    except ValueError:
        return LIGHTS[3]
    return LIGHTS[0] if days < 0 else LIGHTS[1] if days <= soon else LIGHTS[2]


def ledger(grid: Grid, today: date, source: SourceColumns | None = None) -> TableView:
    """The tasks in document order: who answers for them, by when, how that stands ``today``; and empty columns.

    Heads and order are those of the plan's own table, where it has one (``source``).
    """
    entries_of_task = grid.of_task()
    rows: list[tuple[str | int, ...]] = []
    breaks = set()
    for index, task in enumerate(grid.tasks):
        entries = entries_of_task.get(index, ())
        if index and task.path[:1] != grid.tasks[index - 1].path[:1]:
            breaks.add(index)
        responsible = names(entries, "responsible") if entries else UNASSIGNED
        rows.append(
            (
                index + 1,
                task.label,
                names(entries, "lead"),
                responsible,
                names(entries, "support"),
                names(entries, "leader"),
                task.deadline,
                task.due.rsplit("；", 1)[-1],
                light(task.due, today),
                "",
                "",
            )
        )
    columns: tuple[Column, ...] = (
        Column("order", "序号", 4),
        Column("task", "任务", 26),
        Column("lead", "牵头单位", 16),
        Column("responsible", "责任单位", 20),
        Column("support", "配合单位", 18),
        Column("leader", "责任领导", 10),
        Column("deadline", "完成时限", 10),
        Column("due", "到期日", 8),
        Column("light", "时限情况", 7),
        Column("state", "进展状态", 7),
        Column("progress", "进展情况", 24),
    )
    source = source or SourceColumns()
    heads = {key: head for key, head in source.heads.items() if key in ROLES or key == "deadline"}
    places = in_order([column.key for column in columns], source.order)
    columns = tuple(replace(one, heading=heads.get(one.key, one.heading)) for one in (columns[at] for at in places))
    table = TableView(
        columns,
        tuple(tuple(row[place] for place in places) for row in rows),
        frozenset(grid.unassigned()),
        frozenset(breaks),
        "没有读出任务",
    )
    return without_empty(table, _WHERE_PRESENT)
