"""Sheets that say who does what another way: a RACI matrix of letters, and one row for each body.

Both become a table of tasks with a column for each role, in the rows in which they stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from raci.escaping import unescape_formula
from raci.model.roles import ROLE_BY_WORD
from raci.readers.tables.sheet_cells import SheetCell, SheetRows, by_rows
from raci.readers.tables.task_rows import FIELD_HEADS, TaskRows
from raci.rules.columns import column as column_rule
from raci.rules.text_patterns import text_patterns

__all__ = ["PivotedSheet", "pivot_sheet"]

#: letter → role: the usual meaning, as profiles have it the other way round; who is A also leads where both stand
_LETTER_ROLES = {"A": "lead", "R": "responsible", "C": "support", "S": "support", "I": "inform"}
_LETTERS = re.compile(r"[RACISV](?:\s*[/、,，]?\s*[RACISV])*")
#: a column is one of letters where this part of its cells below the first letter are; a matrix has so many of them
_LETTER_SHARE, _MIN_LETTER_COLUMNS = 0.9, 2
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
    """The sheet as a table of tasks; None where it is neither a matrix nor rows of one body each."""
    rows = by_rows(cells)
    return _pivot_own_rows(rows) or _pivot_matrix(rows)


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


def _pivot_matrix(rows: SheetRows) -> PivotedSheet | None:
    """A matrix of letters: a row for each task, a column for each body."""
    columns: dict[int, list[SheetCell]] = {}
    for cells in rows.values():
        for column, cell in cells.items():
            columns.setdefault(column, []).append(cell)
    first_letters = _first_letters(columns)
    if len(first_letters) < _MIN_LETTER_COLUMNS:
        return None
    above = [row for row in sorted(rows) if row < min(first_letters.values())]
    head = next(
        (row for row in reversed(above) if len(first_letters.keys() & rows[row].keys()) >= _MIN_LETTER_COLUMNS), None
    )
    if head is None or sum(column in rows[head] for column in first_letters) < len(first_letters) / 2:
        return None
    fields = _matrix_fields(rows[head], first_letters.keys())
    if "task" not in fields.values():
        unknown = [column for column in columns if column < min(first_letters) and column not in fields]
        if not unknown:
            return None
        fields[max(unknown)] = "task"
    return _read_matrix(rows, head, fields, set(first_letters))


def _first_letters(columns: Mapping[int, Sequence[SheetCell]]) -> dict[int, int]:
    """The columns of letters, each with the row of its first letter."""
    first_letters: dict[int, int] = {}
    for column, cells in columns.items():
        rows = [cell.row for cell in cells if _LETTERS.fullmatch(cell.text.strip())]
        if rows and len(rows) >= _LETTER_SHARE * sum(cell.row >= min(rows) for cell in cells):
            first_letters[column] = min(rows)
    return first_letters


def _matrix_fields(head: Mapping[int, SheetCell], letter_columns: Collection[int]) -> dict[int, str]:
    """What the other columns of a matrix hold, by their heads: those of tables of tasks, and raci's own keys."""
    fields = {
        column: rule.role
        for column, cell in head.items()
        if column not in letter_columns and (rule := column_rule(cell.text)) is not None and rule.role in FIELD_HEADS
    }
    keys = {column: cell.text.strip() for column, cell in head.items()}
    fields |= {column: "chapter" for column, key in keys.items() if key == "path"}
    return fields | {column: key for column, key in keys.items() if key in ("number", "task")}


def _read_matrix(rows: SheetRows, head: int, fields: Mapping[int, str], letter_columns: set[int]) -> PivotedSheet:
    tasks = TaskRows(head)
    unread: set[str] = set()
    for row in sorted(row for row in rows if row > head):
        task_fields = _fields(rows[row], fields)
        if not task_fields.get("task"):
            continue
        tasks.add_task(row, task_fields)
        for column in sorted(letter_columns & rows[row].keys() & rows[head].keys()):
            letters = re.findall("[A-Z]", rows[row][column].text)
            unread |= {letter for letter in letters if letter not in _LETTER_ROLES}
            roles = [_LETTER_ROLES[letter] for letter in letters if letter in _LETTER_ROLES]
            # A/R: leads, and nobody else is responsible
            for role in ["lead"] if "lead" in roles else roles:
                tasks.add_body(row, role, _plain_text(rows[head][column]))
    note = "责任矩阵：A 读作牵头，R 责任，C、S 配合，I 知晓"
    return PivotedSheet(tasks.cells(rows), note + (f"；字母 {'、'.join(sorted(unread))} 未读" if unread else ""))
