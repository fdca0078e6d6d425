"""A table of LaTeX while it is read: its rows and cells, merged ones, and the parts of a longtable."""

from __future__ import annotations

from raci.readers.documents.draft_tables import DraftTable, NestedCell
from raci.readers.documents.nested_tables import arrange_table
from raci.readers.documents.passages import TextLine

__all__ = ["OpenTable"]

#: the most rows and columns that a cell may span
_MOST_SPAN = 1_000


class OpenTable:
    """Takes lines, ends of cells and ends of rows; ``depth`` says how many braces were open where it began."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self._cells: list[NestedCell] = []
        self._parts: list[TextLine | DraftTable] = []
        self._last: list[NestedCell] = []  # below all others: the foot of the last page
        self._row = self._column = self._first_of_part = 0
        self._rowspan = self._colspan = 1
        self._has_first_head = False

    def add(self, part: TextLine | DraftTable) -> None:
        """A line or a table in the cell that is open."""
        self._parts.append(part)

    def span(self, rows: int, columns: int) -> None:
        """The open cell reaches over so many rows and columns."""
        self._rowspan, self._colspan = (max(1, min(_MOST_SPAN, span)) for span in (rows, columns))

    def end_cell(self) -> None:
        """The next cell begins."""
        if self._parts:
            self._cells.append(NestedCell(self._row, self._column, self._rowspan, self._colspan, self._parts))
        self._column += self._colspan
        self._parts, self._rowspan, self._colspan = [], 1, 1

    def end_row(self) -> None:
        """The next row begins; a row without words is none."""
        self.end_cell()
        self._row += bool(self._cells) and self._cells[-1].row == self._row
        self._column = 0

    def end_part(self, name: str) -> None:
        """What stands above belongs to the head or foot of pages (``endhead`` …): the head is read once, the foot not.

        Raises nothing: a foot of the last page stands below the table.
        """
        self.end_row()
        part = [cell for cell in self._cells if cell.row >= self._first_of_part]
        kept = [cell for cell in self._cells if cell.row < self._first_of_part]
        if name == "endlastfoot":
            self._last, self._cells = part, kept
        elif name == "endfoot" or (name == "endhead" and self._has_first_head):
            self._cells = kept
        self._has_first_head = self._has_first_head or name == "endfirsthead"
        self._first_of_part = self._row

    def finish(self) -> list[TextLine | DraftTable]:
        """The table; where it only arranges the page, what stands in it."""
        self.end_row()
        end = max((cell.row for cell in self._cells), default=-1) + 1
        first = min((cell.row for cell in self._last), default=0)
        return arrange_table([*self._cells, *(cell._replace(row=cell.row - first + end) for cell in self._last)])
