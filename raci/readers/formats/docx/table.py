"""The tables of a Word document: cells that span columns, and cells that go on from the row above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from raci.readers.documents.draft_tables import DraftTable, NestedCell
from raci.readers.documents.nested_tables import arrange_table
from raci.readers.documents.passages import TextLine
from raci.readers.formats.docx.elements import (
    attribute,
    child,
    child_value,
    is_prompt,
    local_name,
    named_children,
    whole_number,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["TableReader"]

#: the most columns that a cell may span
_WIDEST = 200


class _PartsReader(Protocol):
    def __call__(self, element: Element, *, in_cell: bool = False) -> list[TextLine | DraftTable]: ...


class TableReader:
    """Reads one table; ``read_parts`` reads what stands in a cell, ``counts`` counts deleted rows and cells."""

    def __init__(self, counts: Counter[str], read_parts: _PartsReader) -> None:
        self._counts, self._read_parts = counts, read_parts
        self._cells: list[NestedCell] = []
        self._parts: list[list[TextLine | DraftTable]] = []  # of the cells
        self._open: dict[int, int] = {}  # column → index of the cell that may go on below
        self._last: dict[int, int] = {}  # column → index of the lowest cell in it

    def parts(self, table: Element) -> list[TextLine | DraftTable]:
        """The table; where it only arranges the page, the lines and tables inside it."""
        for row, element in enumerate(named_children(table, "tr")):
            properties = child(element, "trPr")
            if child(properties, "del") is not None:
                self._counts["deleted"] += 1
                continue
            column = max(0, whole_number(child_value(properties, "gridBefore"), 0))
            for cell in named_children(element, "tc"):
                column += self._add_cell(cell, row, column)
        return arrange_table(self._cells)

    def _add_cell(self, cell: Element, row: int, column: int) -> int:
        """Takes a cell; gives the columns that it spans."""
        properties = child(cell, "tcPr")
        if child(properties, "cellDel") is not None:
            self._counts["deleted"] += 1
            return 0
        width = min(max(1, whole_number(child_value(properties, "gridSpan"), 1)), _WIDEST)
        merge = child(properties, "vMerge")
        parts = [] if self._is_prompt(cell) else self._read_parts(cell, in_cell=True)
        above = self._open.get(column)
        goes_on = merge is not None and (attribute(merge) or "continue") == "continue"
        if goes_on and above is None and not _filled(parts):
            above = self._unopened(row, column, width)
        if above is not None and goes_on:
            first = self._cells[above]
            self._cells[above] = first._replace(rowspan=row - first.row + 1)
            self._parts[above] += _filled(parts)
            return width
        if merge is not None:
            self._open[column] = len(self._cells)
        else:
            self._open.pop(column, None)
        self._last[column] = len(self._cells)
        self._cells.append(NestedCell(row, column, 1, width, parts))
        self._parts.append(parts)
        return width

    def _is_prompt(self, cell: Element) -> bool:
        """Whether a content control around a cell shows what is to be filled in."""
        content = cell.getparent()
        control = content.getparent() if content is not None and local_name(content) == "sdtContent" else None
        is_one = control is not None and is_prompt(control)
        self._counts["prompts"] += is_one
        return is_one

    def _unopened(self, row: int, column: int, width: int) -> int | None:
        """The cell right above a blank one that goes on from it, though it does not say that it begins a merged one.

        Some programs leave that mark out.
        """
        index = self._last.get(column)
        if index is None:
            return None
        above = self._cells[index]
        if above.row + above.rowspan != row or above.colspan != width or not above.row:
            return None
        self._open[column] = index
        return index


def _filled(parts: Sequence[TextLine | DraftTable]) -> list[TextLine | DraftTable]:
    return [part for part in parts if isinstance(part, DraftTable) or part.text.strip()]
