"""Merged areas of a sheet: the first cell reaches over the others, as far as the sheet has words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from raci.readers.tables.sheet_cells import SheetCell

__all__ = ["Area", "apply_merges"]

#: an area that large over other words merges nothing: nobody means to hide a table under one cell
_LARGE_ROWS, _LARGE_COLUMNS = 50_000, 500
#: rows with words that are looked at under merged areas
_MOST_ROWS_SEEN = 2_000_000


class Area(NamedTuple):
    """An area of a sheet: its first and last rows and columns (from 0, the last ones included)."""

    top: int
    left: int
    bottom: int
    right: int


def apply_merges(cells: Sequence[SheetCell], merges: Collection[Area]) -> tuple[list[SheetCell], list[str]]:
    """The cells in reading order, those of merged areas with their reach, those that stand under one left out.

    With them goes what to say of it. An area whose first cell is empty merges nothing: what stands in it would be lost.
    """
    sheet = _Sheet(cells)
    notes: list[str] = []
    covered = ignored = 0
    for area in sorted(merges):
        if (area.top, area.left) not in sheet.cells or area[:2] == area[2:]:
            continue
        inside = sheet.inside(area)
        if inside is None:
            notes.append("合并区域过多，后面的未按合并读")
            break
        is_large = area.bottom - area.top >= _LARGE_ROWS or area.right - area.left >= _LARGE_COLUMNS
        if is_large and len(inside) > 1:
            ignored += 1
            continue
        covered += sheet.reach(area, inside)
    if ignored:
        notes.append(f"合并区域大到盖住别的文字，未按合并读 {ignored} 处")
    if covered:
        notes.append(f"合并单元格下面盖住的文字未读 {covered} 格")
    return sheet.in_order(), notes


class _Sheet:
    """The cells of a sheet by their positions, and the columns that are filled in each row."""

    def __init__(self, cells: Sequence[SheetCell]) -> None:
        self.cells = {(cell.row, cell.column): cell for cell in cells}
        self._columns: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            self._columns.setdefault(row, []).append(column)
        self._rows = list(self._columns)
        self._last_column = max((cell.column for cell in cells), default=0)
        self._left = _MOST_ROWS_SEEN

    def inside(self, area: Area) -> list[tuple[int, int]] | None:
        """The positions with words in an area; None where too much was looked at already."""
        first, last = bisect_left(self._rows, area.top), bisect_right(self._rows, area.bottom)
        self._left -= last - first
        if self._left < 0:
            return None
        found = []
        for row in self._rows[first:last]:
            columns = self._columns[row]
            begin, end = bisect_left(columns, area.left), bisect_right(columns, area.right)
            found += [(row, column) for column in columns[begin:end] if (row, column) in self.cells]
        return found

    def reach(self, area: Area, inside: Sequence[tuple[int, int]]) -> int:
        """Lets the first cell of an area reach over it; gives how many cells with words that covers."""
        for position in inside:
            if position != area[:2]:
                del self.cells[position]
        rows = max(min(area.bottom, self._rows[-1]) - area.top + 1, 1)
        columns = max(min(area.right, self._last_column) - area.left + 1, 1)
        self.cells[area[:2]] = self.cells[area[:2]]._replace(rowspan=rows, colspan=columns)
        return len(inside) - 1

    def in_order(self) -> list[SheetCell]:
        """The cells row by row."""
        return [self.cells[position] for position in sorted(self.cells)]
