"""总表: all tasks of all plans, who answers for them, by when, how that stands, and room for what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from raci.ledgers.lights import last_due, light_of
from raci.ledgers.values import FIELDS, FilledIn, Ledger, LedgerPlan, LedgerTask
from raci.model.labels import UNASSIGNED
from raci.views.tables.table import Column, TableView, without_empty

__all__ = ["FILL_COLUMNS", "TOTAL_COLUMNS", "TaskTable", "total", "total_row"]

#: the columns that people fill in
FILL_COLUMNS = tuple(
    Column(key, heading, width) for (key, heading), width in zip(FIELDS.items(), (20, 7, 6, 14, 6, 9), strict=True)
)
#: the columns of 总表
TOTAL_COLUMNS = (
    Column("order", "序号", 4),
    Column("plan_order", "文件号", 4),
    Column("plan", "文件", 14),
    Column("task", "任务", 24),
    Column("lead", "牵头单位", 12),
    Column("responsible", "责任单位", 14),
    Column("support", "配合单位", 14),
    Column("deadline", "完成时限", 9),
    Column("due", "到期日", 9),
    Column("light", "时限情况", 7),
    *FILL_COLUMNS,
    Column("change", "本次变动", 9),
)
_WHERE_PRESENT = frozenset({"lead", "support", "deadline", "due", "change"})


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table in which each row is a task, and which (ids); ``bodies`` are those that each row is for, if any."""

    table: TableView
    tasks: tuple[str, ...]
    bodies: tuple[str, ...] = ()


def total_row(plan: LedgerPlan, task: LedgerTask) -> dict[str, str]:
    """Heading → text, of the columns that tell what the plan says."""
    return {
        "文件": plan.title,
        "任务": task.label,
        "牵头单位": task.names("lead"),
        "责任单位": task.names("responsible") if task.parties else UNASSIGNED,
        "配合单位": task.names("support"),
        "完成时限": task.deadline,
    }


def total(ledger: Ledger, today: date) -> TaskTable:
    """The tasks plan by plan, in the order of the text; those that a plan does not have any more at its end."""
    rows: list[tuple[str | int, ...]] = []
    ids = []
    breaks, marked = set(), set()
    for number, plan in enumerate(ledger.plans, start=1):
        breaks.add(len(rows))
        for task in plan.tasks:
            if not task.parties:
                marked.add(len(rows))
            filled = ledger.filled.get(task.id, FilledIn())
            due = last_due(task)
            light = light_of(task, filled, today, ledger.soon) if not task.gone else ""
            said = total_row(plan, task).values()
            rows.append(
                (len(rows) + 1, number, *said, due.isoformat() if due else "", light, *filled.cells(), task.change)
            )
            ids.append(task.id)
    table = TableView(TOTAL_COLUMNS, tuple(rows), frozenset(marked), frozenset(breaks - {0}), "没有读出任务")
    return TaskTable(without_empty(table, _WHERE_PRESENT), tuple(ids))
