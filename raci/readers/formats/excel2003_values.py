"""Styles and values of XML Spreadsheet 2003."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from raci.readers.files.xml_stream import local_attribute
from raci.readers.tables.date_formats import DateFormat, date_format, shown_date
from raci.readers.tables.sheet_cells import display_value
from raci.rules.text_patterns import text_patterns

__all__ = ["Look2003", "Styles2003", "is_switched_on", "shown_value", "whole_attribute"]

#: a number format in letters, not one with a name (Short Date)
_CODE = re.compile(r"[ymd]{1,4}[^a-z]|[ymd]{1,4}$", re.I)


class Look2003(NamedTuple):
    """How a style shows text, whether it shows numbers as percentages, and how it shows dates."""

    is_bold: bool = False
    is_struck: bool = False
    is_percent: bool = False
    date: DateFormat = DateFormat()


class Styles2003:
    """The styles of a workbook, collected from the starts of its elements."""

    def __init__(self) -> None:
        self._looks: dict[str, Look2003] = {}
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        look = self._looks.get(self._style, Look2003())
        if name == "Style":
            self._style = local_attribute(attributes, "ID") or ""
            self._looks[self._style] = self._looks.get(local_attribute(attributes, "Parent") or "", Look2003())
        elif name == "Font" and self._style:
            heavy = text_patterns("fonts")["heavy-font"].holds(local_attribute(attributes, "FontName") or "")
            bold = heavy or is_switched_on(attributes, "Bold")
            struck = is_switched_on(attributes, "StrikeThrough")
            self._looks[self._style] = look._replace(is_bold=bold, is_struck=struck)
        elif name == "NumberFormat" and self._style:
            written = local_attribute(attributes, "Format") or ""
            is_percent = "%" in written or written == "Percent"
            self._looks[self._style] = look._replace(
                is_percent=is_percent,
                date=date_format(written) or DateFormat() if _CODE.search(written) else DateFormat(),
            )

    def of(self, attributes: Mapping[str, str]) -> Look2003 | None:
        """The look that a row or a cell names; None where it names none."""
        style = local_attribute(attributes, "StyleID")
        return self._looks.get(style) if style else None


def is_switched_on(attributes: Mapping[str, str], name: str) -> bool:
    """Whether a switch is there and not turned off."""
    return (local_attribute(attributes, name) or "0").lower() not in ("0", "false")


def whole_attribute(attributes: Mapping[str, str], name: str, otherwise: int) -> int:
    """A whole number as written; ``otherwise`` where there is none."""
    written = local_attribute(attributes, name) or ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 8 else otherwise


def shown_value(written: str, kind: str, look: Look2003) -> str:
    """A value that is no text, as the cell shows it."""
    with suppress(ValueError):
        if kind == "Number":
            value = float(written)
            return f"{value * 100:.10g}%" if look.is_percent else display_value(value)
        if kind == "DateTime":
            return shown_date(datetime.datetime.fromisoformat(written), look.date)
        if kind == "Boolean":
            return display_value(written.strip() == "1")
    return written
