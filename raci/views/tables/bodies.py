"""部门任务: the tasks of each body."""

from __future__ import annotations

from collections.abc import Iterable

from raci.model import ROLES, Analysis
from raci.model.labels import ROLE_WORDS, UNASSIGNED
from raci.views.grid import Grid, GridEntry, join_letters
from raci.views.tables.body_order import by_load
from raci.views.tables.division import names, own_limit
from raci.views.tables.table import Column, TableView, without_empty

__all__ = ["bodies"]

_COLUMNS = (
    Column("department", "单位", 12),
    Column("role", "角色", 6),
    Column("letter", "字母", 4),
    Column("path", "章节", 14),
    Column("number", "编号", 8),
    Column("task", "任务", 22),
    Column("partners", "同任务单位", 28),
    Column("deadline", "完成时限", 9),
)
#: columns that are left out where they are empty
_WHERE_PRESENT = frozenset({"path", "number", "partners", "deadline"})
_WRITTEN, _CURRENT = Column("written", "原文写法", 12), Column("current", "现名", 12)


def bodies(analysis: Analysis, grid: Grid) -> TableView:
    """A row a body and task: first the tasks that it leads, each group in document order; last the unassigned.

    A column says how the text writes the name, where that is not the body's label throughout; another who carries the
    duty at the date asked for, where one was.
    """
    entries_of_task = grid.of_task()
    tasks_of_body: dict[int, dict[int, list[GridEntry]]] = {}
    for entry in grid.entries:
        tasks_of_body.setdefault(entry.body, {}).setdefault(entry.task, []).append(entry)
    optional = []
    if any(body.names != (body.label,) for body in grid.bodies if not body.person):
        optional.append(_WRITTEN)
    if any(entry.assignment.department.current for entry in grid.entries):
        optional.append(_CURRENT)
    rows: list[tuple[str | int, ...]] = []
    breaks: set[int] = set()
    for body in by_load(grid):
        entries_in = {
            task: sorted(entries, key=lambda entry: ROLES.index(entry.role))
            for task, entries in tasks_of_body[body].items()
        }
        if rows:
            breaks.add(len(rows))
        for task in sorted(entries_in, key=lambda task: (entries_in[task][0].role != "lead", task)):
            entries = entries_in[task]
            partners = _partners(entries_of_task[task], body)
            rows.append((*_row(grid, entries, partners), *(_optional(column, entries) for column in optional)))
    first_unassigned = len(rows)
    for index in grid.unassigned():
        task_ = grid.tasks[index]
        cells = (UNASSIGNED, "", "", task_.printed_chapter, task_.number, task_.shown, "", task_.deadline)
        rows.append((*cells, *[""] * len(optional)))
    if 0 < first_unassigned < len(rows):
        breaks.add(first_unassigned)
    marked = frozenset(range(first_unassigned, len(rows)))
    table = TableView((*_COLUMNS, *optional), tuple(rows), marked, frozenset(breaks), "没有读出任务")
    return without_empty(table, _WHERE_PRESENT)


def _row(grid: Grid, entries: list[GridEntry], partners: str) -> tuple[str, ...]:
    """The cells of a body in a task, whose entries these are."""
    body, task = grid.bodies[entries[0].body], grid.tasks[entries[0].task]
    return (
        body.label,
        "、".join(dict.fromkeys(ROLE_WORDS[entry.role] for entry in entries)),
        join_letters(entry.letter for entry in entries),
        task.printed_chapter,
        task.number,
        task.shown,
        partners,
        own_limit(task, entries),
    )


def _optional(column: Column, entries: Iterable[GridEntry]) -> str:
    if column is _WRITTEN:
        return "、".join(dict.fromkeys(entry.assignment.department.name for entry in entries))
    return "、".join(dict.fromkeys(name for entry in entries for name in entry.assignment.department.current))


def _partners(entries: tuple[GridEntry, ...], body: int) -> str:
    others = [entry for entry in entries if entry.body != body]
    return "；".join(f"{ROLE_WORDS[role]}：{partners}" for role in ROLES if (partners := names(others, role)))
