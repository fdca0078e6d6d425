"""Starts, texts and ends of a web page to lines and tables, without recursion."""

from __future__ import annotations

import re
import sys

from raci.model import Span
from raci.readers.documents.draft_tables import DraftTable, NestedCell
from raci.readers.documents.nested_tables import arrange_table
from raci.readers.documents.passages import TextLine
from raci.readers.documents.raised import raised
from raci.readers.formats.html.events import TEXT_TAG, PageEvent
from raci.readers.formats.html.lists import OrderedList, whole_number
from raci.readers.formats.html.nodes import is_note
from raci.readers.formats.html.preformatted import unwrapped
from raci.rules.text_patterns import text_patterns

__all__ = ["PageFlow"]

_BLANK = " \t\n\r\u3000\xa0"
#: the parts of a table
_PARTS = frozenset({"thead", "tbody", "tfoot"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\r\n\f]+")
#: a line break of the source between two Chinese characters, which shows as nothing
_BREAK_BETWEEN = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])"
)
#: the most rows and columns that a cell may span (HTML 4.9.12 allows 65,534 and 1,000)
_MOST_ROWS, _MOST_COLUMNS = 10_000, 200


class _Layer:
    """What is being collected: the page, a cell, or what a table holds outside of its cells.

    ``span`` are the rows and columns of a cell, None for the others; ``item_number`` is that of a list item without
    text yet.
    """

    def __init__(self, span: tuple[int, int] | None = None) -> None:
        self.span = span
        self.parts: list[TextLine | DraftTable] = []
        self.item_number = ""
        self._words: list[str] = []
        self._length = 0
        self._bold: list[Span] = []

    def add(self, text: str, bold: bool) -> None:
        """Text that goes on in the same line."""
        if self.item_number and text.strip(_BLANK):
            number, self.item_number = self.item_number, ""
            if not text_patterns("web_pages")["numbered-item"].holds(text):
                self.add(number + (" " if number[-1].isalnum() else ""), bold)
                text = text.lstrip(_BLANK)
        if self._words and self._words[-1][-1] == " ":
            text = text.lstrip(" ")
        if text:
            self._words.append(text)
            if bold:
                self._bold.append(Span(self._length, self._length + len(text)))
            self._length += len(text)

    def end_line(self, level: int = 0) -> None:
        """A line break; ``level`` is that of a heading."""
        if self._words:
            self.parts.append(TextLine("".join(self._words), bold=tuple(self._bold), level=level))
            self._words, self._length, self._bold = [], 0, []


class _OpenTable:
    """A table while it is read: its cells, and which columns are taken by cells from above."""

    def __init__(self) -> None:
        self.cells: list[NestedCell] = []
        self._row = -1
        self._column = 0
        # column → the last row that it is taken in, the column behind; and the same of columns passed over in one step
        self._taken: dict[int, tuple[int, int]] = {}
        self._passed: dict[int, tuple[int, int]] = {}
        self._to_end: list[int] = []  # the cells that reach to the end of their part of the table

    def end_part(self) -> None:
        """A part of the table (tbody) ends, and with it the cells that reach to its end."""
        for index in self._to_end:
            cell = self.cells[index]
            self.cells[index] = cell._replace(rowspan=self._row - cell.row + 1)
            for column in range(cell.column, cell.column + cell.colspan):
                self._taken[column] = (self._row, cell.column + cell.colspan)
        if self._to_end:
            self._to_end, self._passed = [], {}

    def begin_row(self) -> None:
        self._row += 1
        self._column = 0

    def add_cell(self, rowspan: int, colspan: int, parts: list[TextLine | DraftTable]) -> None:
        if self._row < 0:
            self.begin_row()
        column = self._free_column()
        self.cells.append(NestedCell(self._row, column, rowspan, colspan, parts))
        self._column = column + colspan
        if rowspan == _MOST_ROWS:
            self._to_end.append(len(self.cells) - 1)
        if rowspan > 1:
            for taken in range(column, self._column):
                self._taken[taken] = (self._row + rowspan - 1, self._column)

    def _free_column(self) -> int:
        """The next column that no cell from above takes."""
        column = first = self._column
        last = sys.maxsize
        while (taken := self._taken_from(column)) is not None:
            last = min(last, taken[0])
            column = taken[1]
        if column > first:
            self._passed[first] = (last, column)
        return column

    def _taken_from(self, column: int) -> tuple[int, int] | None:
        """The last row in which a column is taken, and the next that may be free; None where it is free itself."""
        for known in (self._passed, self._taken):
            taken = known.get(column)
            if taken is not None and taken[0] >= self._row:
                return taken
        return None


class PageFlow:
    """Takes events in order and gives lines and tables; a stack of layers instead of recursion."""

    def __init__(self) -> None:
        self._layers = [_Layer()]
        self._tables: list[_OpenTable] = []
        self._bold = [False]  # of each open element
        self._preformatted = self._raised = 0  # how many such elements are open
        self._heading = 0
        self._lists: list[OrderedList | None] = []  # None: a list without numbers

    def end_line(self) -> None:
        """A line break."""
        self._layers[-1].end_line(self._heading)

    def take(self, event: PageEvent) -> None:
        """The next event."""
        if event.tag == TEXT_TAG:
            self._add_text(event.text)
        elif event.tag in ("br", "hr"):
            if not event.ends:
                self.end_line()
        elif event.ends:
            self._end(event)
        else:
            self._begin(event)

    def parts(self) -> list[TextLine | DraftTable]:
        """What was collected, also in elements that were not closed."""
        while len(self._layers) > 1:
            self.end_line()
            if self._layers[-1].span is None:
                self._end_table()
            else:
                self._end_cell()
        self.end_line()
        return self._layers[0].parts

    def _add_text(self, text: str) -> None:
        layer, bold = self._layers[-1], self._bold[-1]
        if self._preformatted:
            for index, line in enumerate(unwrapped(text)):
                if index:
                    self.end_line()
                layer.add(line, bold)
            return
        if "\n" in text or "\r" in text:
            text = _BREAK_BETWEEN.sub("", text)
        words = _SPACE.sub(" ", text)
        layer.add(raised(words) if self._raised else words, bold)

    def _begin(self, event: PageEvent) -> None:
        if event.block:
            self.end_line()
        self._bold.append(self._bold[-1] if event.bold is None else event.bold)
        self._preformatted += event.tag == "pre"
        self._raised += event.tag == "sup"
        self._heading = _HEADINGS.get(event.tag, self._heading)
        if event.tag in ("ol", "ul"):
            self._lists.append(OrderedList(event.attributes) if event.tag == "ol" else None)
        elif event.tag == "li":
            ordered = self._lists[-1] if self._lists and not is_note(event.attributes) else None
            self._layers[-1].item_number = ordered.next_number(event.attributes) if ordered else ""
        elif event.tag == "table":
            self._tables.append(_OpenTable())
            self._layers.append(_Layer())
        elif event.tag == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif event.tag in _PARTS and self._tables:
            self._tables[-1].end_part()
        elif event.tag in ("td", "th") and self._tables:
            rows, columns = (
                event.attributes.get(name) or event.attributes.get(f"aria-{name}") for name in ("rowspan", "colspan")
            )
            rowspan = _span(rows, _MOST_ROWS, _MOST_ROWS)  # 0: to the end of the part
            self._layers.append(_Layer((rowspan, _span(columns, _MOST_COLUMNS))))

    def _end(self, event: PageEvent) -> None:
        if event.block:
            self.end_line()
        if len(self._bold) > 1:
            self._bold.pop()
        self._preformatted -= event.tag == "pre" and self._preformatted > 0
        self._raised -= event.tag == "sup" and self._raised > 0
        if event.tag in _HEADINGS:
            self._heading = 0
        if event.tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif event.tag in ("td", "th") and self._tables and self._layers[-1].span is not None:
            self._end_cell()
        elif event.tag == "table" and self._tables:
            self._end_table()

    def _end_cell(self) -> None:
        layer = self._layers.pop()
        rowspan, colspan = layer.span or (1, 1)
        self._tables[-1].add_cell(rowspan, colspan, layer.parts)

    def _end_table(self) -> None:
        outside = self._layers.pop()
        self._layers[-1].parts += outside.parts
        self._layers[-1].parts += arrange_table(self._tables.pop().cells)


def _span(value: str | None, most: int, none: int = 1) -> int:
    """How far a cell reaches, ``most`` at most; ``none`` is what 0 means."""
    return min(max(1, whole_number(value, 1) or none), most)
