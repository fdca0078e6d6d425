"""A table as rows of words, with every cell that reaches over several rows in each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from raci.model import Block
from raci.model.places import Cell

__all__ = ["GroupTable"]


class GroupTable(NamedTuple):
    """The rows of a table, each the cells by column, and the text (in full-width punctuation) that they span."""

    text: str
    rows: Sequence[dict[int, Cell]]

    @classmethod
    def of(cls, text: str, block: Block) -> GroupTable:
        """The rows of a block."""
        rows: dict[int, dict[int, Cell]] = defaultdict(dict)
        for cell in block.cells:
            for row in range(cell.row, cell.row + max(1, cell.rowspan)):
                rows[row][cell.column] = cell
        return cls(text, [rows[row] for row in sorted(rows)])

    def words(self, cell: Cell | None) -> str:
        """What stands in a cell, without blanks."""
        return "" if cell is None else "".join(self.text[cell.start : cell.end].split())

    def banner(self, row: dict[int, Cell]) -> Cell | None:
        """The only cell of a row in which something stands: a heading over the table or within it."""
        filled = {cell for cell in row.values() if self.words(cell)}
        only = next(iter(filled)) if len(filled) == 1 else None
        # a cell in the middle of a narrow table is an entry
        return only if only is not None and (len(row) == 1 or only.column == min(row)) else None

    def share(self, column: int, fits: Callable[[str], object]) -> float:
        """The share of the words of a column, under its head, that fit; 0 where nothing stands there."""
        rows = [row for row in self.rows if self.banner(row) is None]
        filled = [words for row in rows if (words := self.words(row.get(column)))]
        below = filled[1:] if filled and not fits(filled[0]) else filled
        return sum(map(bool, map(fits, below))) / len(below) if below else 0.0

    def columns(self) -> list[int]:
        """The columns, in order."""
        return sorted({column for row in self.rows for column in row})
