"""按文件: a row a plan; and 同类任务: the same task in two plans side by side."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from raci.ledgers.lights import ADJUSTED, DONE, light_of
from raci.ledgers.tables.total import TaskTable
from raci.ledgers.values import Ledger
from raci.views.tables.ledger import LIGHTS
from raci.views.tables.table import Column, TableView, without_empty
from raci.views.tables.titles import day

__all__ = ["by_plan", "like_table"]

_COLUMNS = (
    Column("order", "序号", 4),
    Column("plan", "文件", 30),
    Column("issuers", "发文机关", 16),
    Column("number_of", "文号", 12),
    Column("date", "成文日期", 9),
    Column("place", "地区", 8),
    Column("tasks", "任务", 5),
    Column("done", "已完成", 5),
    Column("open", "未完成", 5),
    Column("overdue", "已到期", 5),
    Column("soon", "临近", 5),
    Column("undated", "无日期", 5),
    Column("unassigned", "未标注单位", 6),
    Column("review", "待核", 5),
    Column("source", "来源", 16),
    Column("change", "本次变动", 7),
)
_LIKE_COLUMNS = (
    Column("order", "序号", 4),
    Column("plan", "文件一", 14),
    Column("task", "任务一", 26),
    Column("bodies", "单位一", 14),
    Column("deadline", "时限一", 8),
    Column("other_plan", "文件二", 14),
    Column("other_task", "任务二", 26),
    Column("other_bodies", "单位二", 14),
    Column("other_deadline", "时限二", 8),
    Column("score", "相似（%）", 6),
    Column("differs", "差异", 20),
)


def by_plan(ledger: Ledger, today: date) -> TableView:
    """A row a plan: whose it is, how many tasks, done, open, overdue."""
    rows: list[tuple[str | int, ...]] = []
    for number, plan in enumerate(ledger.plans, start=1):
        tasks = [task for task in plan.tasks if not task.gone]
        lights = [light_of(task, ledger.filled.get(task.id), today, ledger.soon) for task in tasks]
        done = lights.count(DONE)
        rows.append(
            (
                number,
                plan.title,
                plan.issuers,
                plan.number,
                day(plan.date) if "-" in plan.date else plan.date,
                plan.place,
                len(tasks),
                done,
                len(tasks) - done - lights.count(ADJUSTED),
                lights.count(LIGHTS[0]),
                lights.count(LIGHTS[1]),
                lights.count(LIGHTS[3]),
                sum(not task.parties for task in tasks),
                len(plan.findings),
                PurePath(plan.source).name,
                plan.change,
            )
        )
    table = TableView(_COLUMNS, tuple(rows), empty="没有文件")
    return without_empty(table, frozenset({"issuers", "number_of", "date", "place", "change"}))


def like_table(ledger: Ledger) -> TaskTable:
    """A row a pair of tasks; the ids are those of the first ones."""
    known = {task.id: (plan, task) for plan, task in ledger.tasks()}
    rows: list[tuple[str | int, ...]] = []
    ids, others = [], []
    for pair in ledger.like:
        if pair.one not in known or pair.other not in known:
            continue
        cells: list[str] = []
        for plan, task in (known[pair.one], known[pair.other]):
            cells += [plan.title, task.label, task.names("lead") or task.names("responsible"), task.deadline]
        rows.append((len(rows) + 1, *cells, pair.score, "\n".join(pair.differs) or "没有差异"))
        ids.append(pair.one)
        others.append(pair.other)
    empty = "没有在两份文件里都写到的任务"
    return TaskTable(TableView(_LIKE_COLUMNS, tuple(rows), empty=empty), tuple(ids), tuple(others))
