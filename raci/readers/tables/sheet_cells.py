"""A cell of a sheet, as the readers of workbooks and of tables in text give it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from raci.model import Span

__all__ = ["SheetCell", "SheetRows", "by_rows", "display_value"]

#: larger whole numbers are shown as they are stored
_MAX_WHOLE = 1e15


class SheetCell(NamedTuple):
    """A cell with words: its position (from 0), its reach over rows and columns, and what of its text is bold."""

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    bold: tuple[Span, ...] = ()


#: row → column → the cell that stands there
SheetRows = dict[int, dict[int, SheetCell]]


def by_rows(cells: Iterable[SheetCell]) -> SheetRows:
    """The cells by their rows and columns, in the order in which they come."""
    rows: SheetRows = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return rows


def display_value(value: object) -> str:
    """A value as a sheet shows it: whole numbers without a point, dates in Chinese."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer() and abs(value) < _MAX_WHOLE:
        return str(int(value))
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return "" if value is None else str(value)
