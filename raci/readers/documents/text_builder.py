"""One text out of paragraphs and tables, with its blocks, places and marked spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from raci.model import Block, Cell, Place, Span
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage, TextLine, glue

__all__ = ["TextBuilder"]


class TextBuilder:
    """Takes the parts of a document in order; paragraphs and tables are parted by line breaks.

    A table is a row a line, its cells parted by tabs. ``blocks`` and ``places`` count offsets in ``text``; ``emphasis``
    are bold spans, ``ocr`` spans that were recognised in a picture, ``doubted`` those of them that are in doubt,
    ``unplaced`` cells of which the source does not tell the column.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self._texts: list[str] = []
        self._length = 0
        self._parts = self._tables = 0
        self._emphasis: list[Span] = []
        self._ocr: list[Span] = []
        self._doubted: list[Span] = []
        self.unplaced: list[Span] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._texts)

    @property
    def emphasis(self) -> tuple[Span, ...]:
        """The bold spans, adjacent ones joined."""
        return _join_adjacent(self._emphasis)

    @property
    def ocr(self) -> tuple[Span, ...]:
        """The recognised spans, adjacent ones joined."""
        return _join_adjacent(self._ocr)

    @property
    def doubted(self) -> tuple[Span, ...]:
        """The spans in doubt, adjacent ones joined."""
        return _join_adjacent(self._doubted)

    def add_passage(self, passage: Passage, kind: Literal["paragraph", "heading", "furniture"]) -> None:
        """A paragraph as a block of that kind; the level of a heading is that of its first line."""
        start = self._begin_part()
        text, page, number, bold, level, ocr = passage.lines[0]
        if len(passage.lines) == 1 and not bold and ocr is None:
            self.places.append(tuple.__new__(Place, (start, number, page, self._parts, None, None)))
            self._texts.append(text)
            self._length = end = start + len(text)
        else:
            self._add_lines(passage.lines, None)
            end = self._length
        self.blocks.append(tuple.__new__(Block, (kind, start, end, level if kind == "heading" else 0, (), "")))

    def add_table(self, table: DraftTable) -> None:
        """A table as a block with its cells."""
        start = self._begin_part()
        self._tables += 1
        cells: list[Cell] = []
        row = table.cells[0].row
        for index, cell in enumerate(table.cells):
            if index:
                self._add("\t" if cell.row == row else "\n")
            row = cell.row
            cell_start = self._length
            for position, passage in enumerate(cell.passages):
                if position:
                    self._add("\n")
                self._add_lines(passage.lines, (self._tables, cell.row + 1, cell.column + 1))
            cells.append(Cell(cell.row, cell.column, cell_start, self._length, cell.rowspan, cell.colspan))
            if cell.unplaced:
                self.unplaced.append(Span(cell_start, self._length))
        self.blocks.append(Block("table", start, self._length, cells=tuple(cells)))

    def _begin_part(self) -> int:
        if self._parts:
            self._texts.append("\n")
            self._length += 1
        self._parts += 1
        return self._length

    def _add(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)

    def _add_lines(self, lines: Sequence[TextLine], cell: tuple[int, int, int] | None) -> None:
        """The lines of one paragraph; ``cell``: the numbers of the table, row and column, from 1."""
        before = ""
        for text, page, number, bold, _, ocr in lines:
            if before and (gap := glue(before, text)):
                self._add(gap)
            start = self._length
            self.places.append(tuple.__new__(Place, (start, number, page, self._parts, cell, None)))
            if bold:
                self._emphasis += [Span(start + span.start, start + span.end) for span in bold]
            if ocr is not None:
                self._ocr.append(Span(start, start + len(text)))
                self._doubted += [Span(start + span.start, start + span.end) for span in ocr]
            self._texts.append(text)
            self._length = start + len(text)
            before = text or before


def _join_adjacent(spans: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        elif span.end > span.start:
            joined.append(span)
    return tuple(joined)
