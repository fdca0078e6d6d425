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
from typing import TYPE_CHECKING, Any

from raci.config.profiles import load_profile
from raci.errors import ReadError
from raci.model import ROLES
from raci.storage.marks import BODY_MARK, TASK_MARK
from raci.storage.parse_rows import NEEDED, PATH_MARK, split_path
from raci.storage.rows import COLUMNS
from raci.views.grid import Grid, grid, join_letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["EDITED", "workbook_rows"]

#: the rule of a row that a person wrote
EDITED = "edited.matrix"

_REMEDY = "请用 raci build 写出的工作簿，保留“明细”和矩阵中隐藏的行列"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A letter of the matrix as it stands now; ``body`` and ``task`` are ids."""

    task: str
    body: str
    letter: str
    path: str
    number: str
    heading: str


def workbook_rows(data: bytes, place: str | Path) -> list[dict[str, Any]]:
    """The rows of the workbook whose bytes these are; their keys are those of ``raci.rows``.

    Raises ReadError where it is no workbook, or not one of raci's.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise ReadError(f"不是 Excel 工作簿（{error}）", place=place, remedy=_REMEDY) from error
    rows = next((found for sheet in book if (found := _rows(sheet)) is not None), None)
    if rows is None:
        raise ReadError(f"没有“明细”（含列 {'、'.join(NEEDED)}）", place=place, remedy=_REMEDY)
    cells = [cell for sheet in book for cell in _cells(sheet)]
    return _merged(rows, cells, [sheet for sheet in book if _hidden_row(sheet)] != [])


def _rows(sheet: Worksheet) -> list[dict[str, Any]] | None:
    """The rows below the keys; None where the sheet has no keys."""
    lines = sheet.iter_rows(values_only=True)
    keys: tuple[Any, ...] = ()
    for _, line in zip(range(10), lines, strict=False):
        if set(NEEDED) <= set(line):
            keys = line
            break
    if not keys:
        return None
    found = []
    for line in lines:
        row = {key: value for key, value in zip(keys, line, strict=False) if key in COLUMNS}
        if row.get("department"):
            found.append(row)
    return found


def _hidden_row(sheet: Worksheet) -> int:
    """The number of the row of body ids; 0 where the sheet is no matrix."""
    column = next(sheet.iter_cols(min_col=1, max_col=1, values_only=True), ())
    return next((at for at, value in enumerate(column, start=1) if value == BODY_MARK), 0)


def _cells(sheet: Worksheet) -> Iterator[_Cell]:
    below = _hidden_row(sheet)
    if not below:
        return
    lines = list(sheet.iter_rows(min_row=1, max_row=below, values_only=True))
    bodies = {at: str(value) for at, value in enumerate(lines[-1]) if at > 0 and value and value != TASK_MARK}
    beside = max(bodies, default=2) + 1
    path = ""
    for line in lines:
        task = line[beside] if len(line) > beside else None
        if not task or not str(task).startswith("task:"):
            if line[0] and not any(line[1:]):
                path = str(line[0])
            continue
        number, heading = str(line[0] or ""), str(line[1] or "")
        for at, body in bodies.items():
            yield _Cell(str(task), body, str(line[at] or "").strip(), path, number, heading)


def _merged(rows: list[dict[str, Any]], cells: list[_Cell], matrix: bool) -> list[dict[str, Any]]:
    """The rows with the letters that stand in the matrix."""
    if not rows or not matrix:
        return rows
    import pandas as pd

    listed = [{**row, "path": PATH_MARK.join(split_path(row.get("path")))} for row in rows]
    table = grid(pd.DataFrame(listed, dtype=object))
    held: dict[tuple[str, str], list[int]] = {}
    for at, entry in enumerate(table.entries):
        if entry.letter and not table.bodies[entry.body].person:
            held.setdefault((table.tasks[entry.task].id, table.bodies[entry.body].id), []).append(at)
    gone: set[int] = set()
    fresh: list[dict[str, Any]] = []
    for cell in cells:
        here = held.get((cell.task, cell.body), [])
        before = join_letters(table.entries[at].letter for at in here)
        if cell.letter == before:
            continue
        gone.update(here[1:] if cell.letter else here)
        if here and cell.letter:
            listed[here[0]] |= {"letter": cell.letter, "role": _role(listed[here[0]], cell.letter)}
        elif cell.letter:
            fresh.append(_fresh(listed[0], table, cell))
    return [row for at, row in enumerate(listed) if at not in gone] + fresh


def _fresh(like: dict[str, Any], table: Grid, cell: _Cell) -> dict[str, Any]:
    """A row for a letter that a person wrote where there was none."""
    body = next((one for one in table.bodies if one.id == cell.body), None)
    name = body.label if body else cell.body.removeprefix("body:")
    task = next((one for one in table.tasks if one.id == cell.task), None)
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {
        "document": like.get("document"),
        "source": like.get("source"),
        "path": task.chapter if task else cell.path,
        "number": task.number if task else cell.number,
        "task": task.heading if task else cell.heading,
        "department": body.names[0] if body else name,
        "canonical": body.canonical if body else None,
        "department_id": body.id.removeprefix("body:") if body and body.canonical else None,
        "kind": body.kind if body else None,
        "level": body.level if body else None,
        "jurisdiction": body.jurisdiction if body else None,
        "letter": cell.letter,
        "profile": like.get("profile"),
        "rule": EDITED,
    }
    row["role"] = _role(row, cell.letter)
    return row


def _role(row: dict[str, Any], letter: str) -> str:
    """The role that the row's profile writes with that letter: its own where that still holds."""
    letters = load_profile(str(row.get("profile") or "explicit")).letters
    parts = letter.split("/")
    if row.get("role") in letters and letters[row["role"]] in parts:
        return str(row["role"])
    return next((role for part in parts for role in ROLES if letters.get(role) == part), "responsible")
