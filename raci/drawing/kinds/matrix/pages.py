"""How a matrix goes onto sheets of A3, and in letters of which size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from raci.drawing.kinds.matrix.table import DrawnMatrixRow, MatrixTable
from raci.drawing.page import A3, LEAST, MARGIN, SMALL, Caption, numbered, room_on
from raci.drawing.text import width

__all__ = ["STRIP", "MatrixPage", "MatrixScale", "pages"]

#: the sizes of the letters that are tried, with the height of a row in em
_TRIES = (
    *((size, 1.75) for size in (20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0)),
    *((size, 1.45) for size in (11.0, 10.0, LEAST)),
)
#: how wide a column is, and the longest heading of a task, in em
_CELL, _TASK = 1.75, 30.0
#: between the letters of a cell and its edges, in pt
_BESIDE = 2.5
#: a sheet this full ends where a chapter does
_FULL = 0.6
#: how wide the strip of a row's chapter is, in em
STRIP = 3.4


@dataclass(frozen=True, slots=True)
class MatrixScale:
    """The measures of a sheet, in pt: letters, width of a column, height of a row, room for headings and for names."""

    size: float
    cell: float
    row: float
    left: float
    head: float

    @property
    def small(self) -> float:
        """The letters of figures."""
        return max(self.size * 0.75, SMALL)


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """The rows and columns of one sheet."""

    rows: Sequence[DrawnMatrixRow]
    columns: Sequence[int]


def pages(table: MatrixTable, caption: Caption) -> tuple[list[MatrixPage], MatrixScale]:
    """The sheets, and their scale: the largest letters in which one holds all, else by rows.

    Chapters are kept whole where that does not leave a sheet half empty; where all columns would not fit, each sheet
    has those that it needs.
    """
    for size, row_height in _TRIES:
        scale = _scale(table, size, row_height)
        down, across = _room(caption, scale)
        if len(table.rows) <= down and len(table.columns) <= across:
            return [MatrixPage(table.rows, table.columns)], scale
    # of the sizes at which all columns fit the largest: the rows go on anyway
    for size in (11.0, 10.0, LEAST):
        scale = _scale(table, size, 1.45)
        down, across = _room(numbered(caption, 1, 2), scale)
        if len(table.columns) <= across:
            break
    return [page for rows in _even_runs(table, down) for page in _by_columns(table, rows, across)], scale


def _by_columns(table: MatrixTable, rows: Sequence[DrawnMatrixRow], across: int) -> list[MatrixPage]:
    """Some rows on as many sheets as their columns need."""
    columns: Sequence[int] = table.columns
    if len(columns) > across:
        used = {body for row in rows if row.task is not None for body in table.bodies_of.get(row.task, ())}
        columns = [column for column in columns if column in used]
    count = len(columns)
    number = max(1, -(-count // across))
    return [MatrixPage(rows, columns[page * count // number : (page + 1) * count // number]) for page in range(number)]


def _even_runs(table: MatrixTable, down: int) -> list[list[DrawnMatrixRow]]:
    """The rows in as few runs of at most ``down`` as it takes, and these about equally long."""
    runs = _runs(table, down)
    return next(
        even
        for most in range(max(3, -(-len(table.rows) // len(runs))), max(down, 3) + 1)
        if len(even := _runs(table, most)) <= len(runs)
    )


def _runs(table: MatrixTable, down: int) -> list[list[DrawnMatrixRow]]:
    """The rows in runs of at most ``down``; a chapter that goes on begins with its band again."""
    runs: list[list[DrawnMatrixRow]] = [[]]
    for index, row in enumerate(table.rows):
        last = runs[-1]
        if len(last) >= down or (_overflows(table.rows, index, len(last), down) and len(last) > _FULL * down):
            runs.append([])
            if row.task is not None and not table.strip and row.chapter >= 0 and table.chapters:
                runs[-1].append(DrawnMatrixRow(f"{table.chapters[row.chapter]}（续）", None, row.chapter))
        elif row.task is None and len(last) == down - 1:  # no band without a row below it
            runs.append([])
        runs[-1].append(row)
    return runs


def _overflows(rows: Sequence[DrawnMatrixRow], index: int, used: int, down: int) -> bool:
    """Whether a chapter begins at ``index`` that does not fit below ``used`` rows."""
    if rows[index].task is not None:
        return False
    end = next((place for place in range(index + 1, len(rows)) if rows[place].task is None), len(rows))
    return used + end - index > down


def _scale(table: MatrixTable, size: float, row_height: float) -> MatrixScale:
    longest = min(max((width(row.text) for row in table.rows if row.task is not None), default=0.0), _TASK)
    strip = STRIP if table.strip else 0.0
    head = max([len(name) for name in table.names.values()] + [2]) * size * 1.12 + 2.6 * size
    # several letters in one cell (A/R) need room as well, and are no smaller than others
    letters = max((width(letter) for letter, _ in table.cells.values()), default=0.0)
    cell = max(size * _CELL, letters * SMALL + _BESIDE)
    return MatrixScale(size, cell, size * row_height, (longest + strip) * size + 14, head)


def _room(caption: Caption, scale: MatrixScale) -> tuple[int, int]:
    """How many rows and columns a sheet of A3 holds."""
    down = (room_on(caption)[1] - scale.head) / scale.row
    across = (A3[0] - 2 * MARGIN - scale.left) / scale.cell
    return max(int(down + 1e-6), 3), max(int(across + 1e-6), 1)
