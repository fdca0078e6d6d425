"""按时限: what is overdue on top, then month by month, last what has no date."""

from __future__ import annotations

from datetime import date

from raci.ledgers.lights import ADJUSTED, DONE, last_due, light_of
from raci.ledgers.tables.total import TaskTable
from raci.ledgers.values import Ledger, LedgerPlan, LedgerTask
from raci.views.tables.ledger import LIGHTS
from raci.views.tables.table import Column, TableView, without_empty

__all__ = ["by_limit", "limit_group"]

_COLUMNS = (
    Column("month", "时限", 9),
    Column("due", "到期日", 8),
    Column("days", "距今（天）", 6),
    Column("light", "时限情况", 7),
    Column("order", "总表序号", 5),
    Column("plan", "文件", 16),
    Column("task", "任务", 28),
    Column("lead", "牵头单位", 14),
    Column("responsible", "责任单位", 18),
    Column("deadline", "完成时限", 10),
    Column("state", "完成情况", 7),
)


def limit_group(task: LedgerTask, light: str) -> tuple[int, str, str]:
    """Where a task stands among others by its limit, and the heading of that part."""
    due = last_due(task)
    if light in (DONE, ADJUSTED):
        return (3, "", light.split()[-1])
    if due is None:
        return (2, "", "没有日期")
    if light == LIGHTS[0]:
        return (0, "", "已到期")
    return (1, f"{due:%Y-%m}", f"{due.year}年{due.month}月")


def by_limit(ledger: Ledger, today: date) -> TaskTable:
    """A row a task: overdue ones on top, the longest first; then by month; done ones at the end."""
    sorted_tasks = sorted(_places(ledger, today), key=lambda item: item[0])
    order = {task.id: number for number, (_, task) in enumerate(ledger.tasks(gone=True), start=1)}
    rows: list[tuple[str | int, ...]] = []
    breaks, last = set(), ""
    for (group, _, _, heading, _), plan, task, light in sorted_tasks:
        due = last_due(task)
        if heading != last:
            breaks.add(len(rows))
            last = heading
        filled = ledger.filled.get(task.id)
        rows.append(
            (
                heading,
                due.isoformat() if due else "",
                (due - today).days if due and group < 2 else "",
                light,
                order[task.id],
                plan.title,
                task.label,
                task.names("lead"),
                task.names("responsible"),
                task.deadline,
                filled.state if filled else "",
            )
        )
    table = TableView(_COLUMNS, tuple(rows), breaks=frozenset(breaks - {0}), empty="没有读出任务")
    shown = without_empty(table, frozenset({"lead", "responsible", "state", "deadline"}))
    return TaskTable(shown, tuple(task.id for _, _, task, _ in sorted_tasks))


def _places(ledger: Ledger, today: date) -> list[tuple[tuple[int, str, str, str, int], LedgerPlan, LedgerTask, str]]:
    found = []
    for number, (plan, task) in enumerate(ledger.tasks()):
        light = light_of(task, ledger.filled.get(task.id), today, ledger.soon)
        group, month, heading = limit_group(task, light)
        due = last_due(task)
        found.append(((group, month, due.isoformat() if due else "", heading, number), plan, task, light))
    return found
