"""The XML of one worksheet: its cells with their values, merged ranges, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from raci.readers.files.limits import MOST_FILLED
from raci.readers.files.xml_stream import StopReading, XmlReader
from raci.readers.formats.sheet_merges import Area
from raci.readers.formats.sheet_text import TextRun
from raci.readers.formats.xlsx.cell_formats import CellFormat, CellFormats, shown_number
from raci.readers.formats.xlsx.rich_text import TextReader
from raci.readers.tables.sheet_cells import display_value

__all__ = ["SheetXml", "WrittenCell", "parse_area"]

#: rows and columns of a sheet in Excel
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
#: cells with and without words that are looked at, and merged ranges
_MOST_CELLS, _MOST_MERGES = 3_000_000, 100_000
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_TRUE = frozenset(("1", "true"))


class WrittenCell(NamedTuple):
    """A cell with a value; ``shared`` is the number of its text among the shared ones, None where it has its own."""

    runs: tuple[TextRun, ...]
    shared: int | None
    format: CellFormat


def _parse_reference(reference: str) -> tuple[int, int] | None:
    """Row and column (from 0) of a reference such as B3; None where it is none."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    return (row - 1, column - 1) if 0 < row <= MOST_ROWS and column <= MOST_COLUMNS else None


def parse_area(reference: str) -> Area | None:
    """The area of a reference such as A1:C3, whichever corner stands first; None where it is none."""
    first, _, last = reference.partition(":")
    corner, other = _parse_reference(first), _parse_reference(last or first)
    if corner is None or other is None:
        return None
    return Area(min(corner[0], other[0]), min(corner[1], other[1]), max(corner[0], other[0]), max(corner[1], other[1]))


class SheetXml(XmlReader):
    """Reads a worksheet. ``cells`` by row and column (from 0), in the order of the file.

    ``errors`` counts cells that hold an error, ``unsaved`` are formulas whose value was not saved. ``cut_at`` is the
    row at which reading stopped as there are more cells than any table has. ``left`` is how many filled cells are
    still read: one more sets ``is_too_large``.
    """

    def __init__(self, formats: CellFormats, from_1904: bool, left: int = MOST_FILLED) -> None:
        self.cells: dict[tuple[int, int], WrittenCell] = {}
        self.merges: set[Area] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.errors = 0
        self.unsaved: list[tuple[int, int]] = []
        self.cut_at: int | None = None
        self.too_many_merges = self.is_too_large = False
        self._formats, self._from_1904, self._left = formats, from_1904, left
        self._row = self._column = -1
        self._seen = self._merged = 0
        self._attributes: Mapping[str, str] = {}
        self._in_cell = self._hearing = self._has_formula = False
        self._value: list[str] = []
        self._inline: TextReader | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._begin_cell(attributes)
        elif self._in_cell:
            if name == "is":
                self._inline = TextReader()
            elif self._inline is not None:
                self._inline.start(name, attributes)
            elif name == "v":
                self._hearing = True
            elif name == "f":
                self._has_formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden", "0").lower() in _TRUE:
            self._hide_columns(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "c":
            if self._has_formula or self._value or self._inline is not None:
                self._end_cell()
            self._in_cell = False
        elif name == "v":
            self._hearing = False
        elif self._inline is not None:
            self._inline.end(name)

    def text(self, text: str) -> None:
        """Text inside."""
        if self._hearing:
            self._value.append(text)
        elif self._inline is not None:
            self._inline.add(text)

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        written = attributes.get("r", "")
        self._row = int(written) - 1 if written.isascii() and written.isdigit() and len(written) < 8 else self._row + 1
        self._column = -1
        self._count()
        if attributes.get("hidden", "0").lower() in _TRUE:
            self.hidden_rows.add(self._row)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._attributes, self._in_cell = attributes, True
        self._hearing = self._has_formula = False
        self._value, self._inline = [], None
        self._column += 1
        self._count()

    def _count(self) -> None:
        self._seen += 1
        if self._seen > _MOST_CELLS:
            self.cut_at = self._row
            raise StopReading

    def _end_cell(self) -> None:
        kind = self._attributes.get("t", "n")
        position = _parse_reference(self._attributes.get("r", "")) or (max(self._row, 0), self._column)
        self._row, self._column = position
        format = self._formats.of(self._attributes.get("s"))
        value = "".join(self._value)
        shared = None
        if self._inline is not None:
            runs = self._inline.finish()
        elif kind == "s":
            shared = int(value) if value.strip().isdigit() and len(value) < 10 else -1
            runs = ()
        elif kind == "e":
            self.errors += 1
            return
        else:
            shown = self._shown(value, kind, format)
            runs = (TextRun(shown),) if shown else ()
        if self._has_formula and not value and self._inline is None:
            self.unsaved.append(position)
        if runs or shared is not None:
            self.cells[position] = WrittenCell(runs, shared, format)
            self.is_too_large = len(self.cells) > self._left
            if self.is_too_large:
                raise StopReading

    def _shown(self, value: str, kind: str, format: CellFormat) -> str:
        if kind == "b":
            return display_value(value.strip() in _TRUE)
        if kind == "n" and value.strip():
            try:
                return display_value(shown_number(value, format, self._from_1904))
            except ValueError:
                return value
        if kind == "d" and (match := re.match(r"(\d{4})-(\d\d)-(\d\d)", value)):
            return f"{int(match[1])}年{int(match[2])}月{int(match[3])}日"
        return value

    def _merge(self, reference: str) -> None:
        self._merged += 1
        if self._merged > _MOST_MERGES:
            self.too_many_merges = True
            raise StopReading
        area = parse_area(reference)
        if area is not None:
            self.merges.add(area)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        try:
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
        except ValueError:
            return
        if len(self.hidden_columns) < MOST_COLUMNS:
            self.hidden_columns.update(range(max(first, 1) - 1, min(last, MOST_COLUMNS)))
