"""The last rows of a table in text that name nobody, as who does them is merged over them from above.

A table ends where its words stop fitting, so that such rows are taken for paragraphs: 16 开展创建 ⏎ 17 组织演练.
Where rows within the table name nobody, and the numbers count on, they are rows as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from raci.readers.tables.cell_pieces import CellPiece
from raci.readers.tables.laying import Laying
from raci.readers.tables.way import ACROSS

__all__ = ["with_bare_rows"]

_Steps = list[tuple[int, bool]]


def with_bare_rows(
    laying: Laying, steps: _Steps, taken: list[CellPiece], following: Sequence[CellPiece]
) -> tuple[_Steps, list[CellPiece]]:
    """The steps and pieces of a table, with those of the rows that name nobody right behind it."""
    rows = _rows(steps)
    bare = [row for row in rows if laying.named.isdisjoint(row) and len(row) > 1 and laying.roles[row[0]] == "number"]
    begun = [place for place, (_, fresh) in enumerate(steps) if fresh]
    if not bare or not taken[begun[-1]].text.isdigit():
        return steps, taken
    number, place = int(taken[begun[-1]].text) + 1, 0
    shapes = sorted(set(bare), key=len, reverse=True)
    while columns := next((each for each in shapes if _is_row(laying, following[place:], each, number)), ()):
        steps = [*steps, *((column, turn == 0) for turn, column in enumerate(columns))]
        taken = [*taken, *following[place : place + len(columns)]]
        place, number = place + len(columns), number + 1
    return steps, taken


def _rows(steps: _Steps) -> list[tuple[int, ...]]:
    """The columns that each row has pieces in."""
    rows: list[list[int]] = []
    for column, fresh in steps:
        if fresh:
            rows.append([])
        rows[-1].append(column)
    return [tuple(column for column, _ in groupby(row)) for row in rows if row[0] != ACROSS]


def _is_row(laying: Laying, following: Sequence[CellPiece], columns: tuple[int, ...], number: int) -> bool:
    """Whether the next pieces are a row with its number that fits these columns."""
    pieces, after = following[: len(columns)], following[len(columns) : len(columns) + 1]
    if len(pieces) < len(columns) or pieces[0].text != str(number) or not pieces[0].first:
        return False
    lines = {piece.line for piece in pieces}
    if laying.in_line and (len(lines) > 1 or any(piece.line in lines for piece in after)):
        return False
    return all(laying.fits.fit(piece.text, column) > 0 for piece, column in zip(pieces[1:], columns[1:], strict=True))
