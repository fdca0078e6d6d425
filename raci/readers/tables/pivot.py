"""Rows of raci's own (assignments.csv, 明细), one for each body, as a table of tasks with a column for each role."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from raci.escaping import unescape_formula
from raci.model.roles import ROLE_BY_WORD
from raci.readers.tables.sheet_cells import SheetCell, SheetRows, by_rows
from raci.readers.tables.task_rows import TaskRows
from raci.rules.text_patterns import text_patterns

__all__ = ["PivotedSheet", "pivot_sheet"]

#: the head of raci's own rows is among the first so many rows, and has at least these columns
_HEAD_ROWS = 10
_NEEDED_FIELDS = frozenset({"task", "department", "role"})
#: rows of raci's that agree in these are of one task
_TASK_KEY = ("document", "chapter", "number", "task")
_OWN = "own."


class PivotedSheet(NamedTuple):
    """The cells of a table of tasks, rows above its head kept, and what to say of it."""

    cells: list[SheetCell]
    note: str


def pivot_sheet(cells: Sequence[SheetCell]) -> PivotedSheet | None:
    """The sheet as a table of tasks; None where its rows are not raci's own."""
    return _pivot_own_rows(by_rows(cells))


def _pivot_own_rows(rows: SheetRows) -> PivotedSheet | None:
    """Raci's own rows (assignments.csv, 明细), one for each body of a task, merged task by task."""
    head = next((row for row in sorted(rows)[:_HEAD_ROWS] if set(_own_fields(rows[row])) >= _NEEDED_FIELDS), None)
    if head is None:
        return None
    columns = _own_columns(rows[head])
    tasks = TaskRows(head)
    first_rows: dict[tuple[str, ...], int] = {}
    for row in sorted(row for row in rows if row > head):
        fields = _fields(rows[row], columns)
        role = ROLE_BY_WORD.get(fields.pop("role", ""))
        name = fields.pop("department", "")
        if not fields.get("task") or (name == "department" and role is None):
            continue  # the keys that stand under the heads
        first_row = first_rows.setdefault(tuple(fields.get(field, "") for field in _TASK_KEY), row)
        if first_row == row:
            tasks.add_task(row, fields)
        if role and name:
            tasks.add_body(first_row, role, name)
    return PivotedSheet(tasks.cells(rows), "明细表：一行一个单位，按任务合并") if tasks else None


def _own_columns(head: Mapping[int, SheetCell]) -> dict[int, str]:
    """The columns of a row that are headed as those of raci's own rows, with what they hold."""
    patterns = [pattern for pattern in text_patterns("sheets").values() if pattern.id.startswith(_OWN)]
    return {
        column: pattern.id.removeprefix(_OWN)
        for column, cell in head.items()
        for pattern in patterns
        if pattern.holds(cell.text.strip())
    }


def _own_fields(head: Mapping[int, SheetCell]) -> Collection[str]:
    return _own_columns(head).values()


def _fields(cells: Mapping[int, SheetCell], columns: Mapping[int, str]) -> dict[str, str]:
    """What a row holds, by the fields of its columns."""
    return {field: _plain_text(cells[column]) for column, field in columns.items() if column in cells}


def _plain_text(cell: SheetCell) -> str:
    return unescape_formula(cell.text).strip()
