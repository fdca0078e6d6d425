"""A workbook of raci's without its record (``raci.storage.record``) that a person has edited, as rows again.

The sheet 明细 holds the rows; the matrix holds letters, with the ids of tasks and bodies out of sight. A row that
was changed in 明细 counts as it stands; a letter that was changed in the matrix changes its row, a new one makes a
row, and one that was taken out takes its rows with it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from raci.config.profiles import load_profile
from raci.errors import ReadError
from raci.model import ROLES
from raci.storage.marks import BODY_MARK, TASK_MARK
from raci.storage.parse_rows import NEEDED, PATH_MARK, parse_rows, split_path
from raci.storage.rows import COLUMNS
from raci.views.grid import Grid, grid_of_rows, join_letters

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["EDITED", "workbook_rows"]

#: the rule of a row that a person wrote
EDITED = "edited.matrix"

_REMEDY = "请用 raci build 写出的工作簿，保留“明细”和矩阵中隐藏的行列"
#: the keys of 明细 stand in one of the first rows of its sheet
_HEAD_ROWS = 10

RowValues = dict[str, object]


@dataclass(frozen=True, slots=True)
class _LetterCell:
    """A cell of the matrix as it stands now; ``body`` and ``task`` are ids."""

    task: str
    body: str
    letter: str
    path: str
    number: str
    heading: str


def workbook_rows(data: bytes, place: str | Path) -> list[RowValues]:
    """The rows of the workbook whose bytes these are; their keys are those of ``raci.rows``.

    Raises ReadError where it is no workbook, or not one of raci's.
    """
    workbook = _open(data, place)
    rows = next((rows for sheet in workbook if (rows := _detail_rows(sheet)) is not None), None)
    if rows is None:
        raise ReadError(f"没有“明细”（含列 {'、'.join(NEEDED)}）", place=place, remedy=_REMEDY)
    if not rows or not any(_row_of_body_ids(sheet) for sheet in workbook):
        return rows
    return _with_letters(rows, [cell for sheet in workbook for cell in _letter_cells(sheet)])


def _open(data: bytes, place: str | Path) -> Workbook:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise ReadError(f"不是 Excel 工作簿（{error}）", place=place, remedy=_REMEDY) from error


def _detail_rows(sheet: Worksheet) -> list[RowValues] | None:
    """The rows below the keys; None where the sheet has no keys."""
    lines = sheet.iter_rows(values_only=True)
    for _, keys in zip(range(_HEAD_ROWS), lines, strict=False):
        if set(NEEDED) <= set(keys):
            rows: list[RowValues] = [
                {str(key): value for key, value in zip(keys, line, strict=False) if key in COLUMNS} for line in lines
            ]
            return [row for row in rows if row.get("department")]
    return None


def _row_of_body_ids(sheet: Worksheet) -> int:
    """The number of the hidden row of body ids; 0 where the sheet is no matrix."""
    first_column = next(sheet.iter_cols(min_col=1, max_col=1, values_only=True), ())
    return next((number for number, value in enumerate(first_column, start=1) if value == BODY_MARK), 0)


def _letter_cells(sheet: Worksheet) -> Iterator[_LetterCell]:
    last = _row_of_body_ids(sheet)
    if not last:
        return
    lines = list(sheet.iter_rows(min_row=1, max_row=last, values_only=True))
    bodies = {
        column: str(value) for column, value in enumerate(lines[-1]) if column > 0 and value and value != TASK_MARK
    }
    task_column = max(bodies, default=2) + 1
    path = ""
    for line in lines:
        task = line[task_column] if len(line) > task_column else None
        if not task or not str(task).startswith("task:"):
            if line[0] and not any(line[1:]):
                path = str(line[0])
            continue
        number, heading = str(line[0] or ""), str(line[1] or "")
        for column, body in bodies.items():
            yield _LetterCell(str(task), body, str(line[column] or "").strip(), path, number, heading)


def _with_letters(rows: list[RowValues], cells: list[_LetterCell]) -> list[RowValues]:
    """The rows with the letters that stand in the matrix."""
    rows = [{**row, "path": PATH_MARK.join(split_path(row.get("path")))} for row in rows]
    parsed = parse_rows(rows)
    written = grid_of_rows(parsed)
    # rows of a table that say what a clause says are no entries of the matrix
    index_of = {id(row.assignment): index for index, row in enumerate(parsed)}
    entries = {index_of[id(entry.assignment)]: entry for entry in written.entries}
    rows_of_cell: dict[tuple[str, str], list[int]] = {}
    for index, entry in entries.items():
        if entry.letter and not written.bodies[entry.body].person:
            cell_ids = (written.tasks[entry.task].id, written.bodies[entry.body].id)
            rows_of_cell.setdefault(cell_ids, []).append(index)
    removed: set[int] = set()
    added: list[RowValues] = []
    for cell in cells:
        indexes = rows_of_cell.get((cell.task, cell.body), [])
        if cell.letter == join_letters(entries[index].letter for index in indexes):
            continue
        removed.update(indexes[1:] if cell.letter else indexes)
        if indexes and cell.letter:
            changed = rows[indexes[0]]
            changed |= {"letter": cell.letter, "role": _role(changed, cell.letter)}
        elif cell.letter:
            added.append(_added_row(rows[0], written, cell))
    return [row for index, row in enumerate(rows) if index not in removed] + added


def _added_row(first: RowValues, written: Grid, cell: _LetterCell) -> RowValues:
    """A row for a letter that a person wrote where there was none; ``first`` is a row of the same plan."""
    body = next((body for body in written.bodies if body.id == cell.body), None)
    task = next((task for task in written.tasks if task.id == cell.task), None)
    row: RowValues = dict.fromkeys(COLUMNS)
    row |= {
        "document": first.get("document"),
        "source": first.get("source"),
        "path": task.chapter if task else cell.path,
        "number": task.number if task else cell.number,
        "task": task.heading if task else cell.heading,
        "department": body.names[0] if body else cell.body.removeprefix("body:"),
        "letter": cell.letter,
        "profile": first.get("profile"),
        "rule": EDITED,
    }
    if body:
        row |= {
            "canonical": body.canonical,
            "department_id": body.id.removeprefix("body:") if body.canonical else None,
            "kind": body.kind,
            "level": body.level,
            "jurisdiction": body.jurisdiction,
        }
    row["role"] = _role(row, cell.letter)
    return row


def _role(row: RowValues, letter: str) -> str:
    """The role that the row's profile writes with that letter: its own where that still holds."""
    letters = load_profile(str(row.get("profile") or "explicit")).letters
    parts = letter.split("/")
    role = str(row.get("role"))
    if role in letters and letters[role] in parts:
        return role
    return next((role for part in parts for role in ROLES if letters.get(role) == part), "responsible")
