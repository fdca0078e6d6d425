"""What the formats of cells say of their values: bold type, struck out, a date, a percentage."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple

from raci.readers.files.xml_stream import StopReading, XmlReader
from raci.readers.formats.xlsx.rich_text import is_on
from raci.readers.tables.date_formats import DateFormat, built_in_date, date_format, shown_date, shown_time
from raci.rules.text_patterns import text_patterns

__all__ = ["PLAIN", "CellFormat", "CellFormats", "shown_number"]

#: number formats for percentages that every program knows (ECMA-376 18.8.30)
_PERCENTS = frozenset((9, 10))
#: what a number format writes as it stands: in quotes, behind a backslash, colours and conditions, fillers
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]', re.I | re.S)
#: the first day by which a workbook counts (ECMA-376 18.17.4.1), and where it counts from 1904
_EPOCH, _EPOCH_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
#: formats and fonts that are looked at; Excel itself allows 65,490 formats
_MOST = 100_000
#: numbers as exact as programs show them, in digits
_DIGITS = 15


class CellFormat(NamedTuple):
    """What matters of the format of a cell."""

    is_bold: bool = False
    is_struck: bool = False
    date: DateFormat | None = None
    is_percent: bool = False


PLAIN = CellFormat()


def shown_number(written: str, format: CellFormat, from_1904: bool) -> object:
    """A number as the cell shows it: a date, a percentage, a whole or a broken number.

    Raises ValueError where it is no number.
    """
    value = float(written)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(f"no number: {written}")
    if format.date is not None:
        if 0 < value < 1:
            return shown_time(value)
        try:
            return shown_date((_EPOCH_1904 if from_1904 else _EPOCH) + datetime.timedelta(days=value), format.date)
        except OverflowError:
            return written
    if format.is_percent:
        return f"{value * 100:.10g}%"
    whole = written.strip()
    if whole.lstrip("-").isdigit() and len(whole) <= _DIGITS:
        return int(whole)
    return float(f"{value:.{_DIGITS}g}")


class CellFormats(XmlReader):
    """The formats of ``styles.xml``, by the numbers by which cells name them (``cellXfs``)."""

    def __init__(self) -> None:
        self._fonts: list[tuple[bool, bool]] = []  # whether it is bold or heavy, whether it strikes out
        self._codes: dict[str, str] = {}
        self._formats: list[tuple[str, str]] = []  # the ids of font and number format
        self._in = ""
        self._resolved: dict[str, CellFormat] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._in = name
        elif name == "numFmt" and len(self._codes) < _MOST and self._in != "dxfs":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif self._in == "fonts":
            self._font(name, attributes)
        elif name == "xf" and self._in == "cellXfs":
            self._formats.append((attributes.get("fontId", ""), attributes.get("numFmtId", "")))
        if len(self._fonts) > _MOST or len(self._formats) > _MOST:
            raise StopReading

    def end(self, name: str) -> None:
        """An element ends."""
        if name == self._in:
            self._in = ""

    def _font(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "font":
            self._fonts.append((False, False))
            return
        if not self._fonts:
            return
        bold, struck = self._fonts[-1]
        if name == "b":
            bold = bold or is_on(attributes)
        elif name == "name":
            bold = bold or text_patterns("fonts")["heavy-font"].holds(attributes.get("val", ""))
        elif name == "strike":
            struck = is_on(attributes)
        self._fonts[-1] = bold, struck

    def of(self, number: str | None) -> CellFormat:
        """The format by its number as a cell writes it; plain where there is none."""
        key = number or "0"
        known = self._resolved.get(key)
        if known is None:
            known = self._resolved[key] = self._resolve(key)
        return known

    def _resolve(self, key: str) -> CellFormat:
        number = int(key) if key.isascii() and key.isdigit() and len(key) < 10 else -1
        if not 0 <= number < len(self._formats):
            return PLAIN
        font, code_id = self._formats[number]
        index = int(font) if font.isascii() and font.isdigit() and len(font) < 10 else -1
        bold, struck = self._fonts[index] if 0 <= index < len(self._fonts) else (False, False)
        code = self._codes.get(code_id)
        if code is not None:
            return CellFormat(bold, struck, date_format(code), "%" in _LITERAL.sub("", code))
        built_in = int(code_id) if code_id.isascii() and code_id.isdigit() and len(code_id) < 10 else 0
        return CellFormat(bold, struck, built_in_date(built_in), built_in in _PERCENTS)
