"""Dates that a program stored as numbers of days without saying so: 46143 below 完成时限 is the first of May 2026."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from raci.readers.tables.sheet_cells import SheetCell, display_value
from raci.rules.columns import column

__all__ = ["as_dates"]

#: day 0 of Excel's calendar as it counts from March 1900 on (ECMA-376 18.17.4.1), the first and the last day of
#: 2000 to 2099
_DAY_ZERO, _FIRST, _LAST = datetime.date(1899, 12, 30), 36_526, 73_050
_DIGITS = 5


def as_dates(cells: Sequence[SheetCell], head: Sequence[SheetCell]) -> tuple[list[SheetCell], list[str]]:
    """The cells, numbers of days below the heads of time limits as dates, and what to say of it."""
    heads = {cell.column: cell.text for cell in head}
    limits = {
        place for place, words in heads.items() if (rule := column(words)) is not None and rule.role == "deadline"
    }
    count = sum(_is_day(cell) for cell in cells if cell.column in limits)
    if not count:
        return [*cells], []
    shown = [cell._replace(text=_day(cell.text)) if cell.column in limits and _is_day(cell) else cell for cell in cells]
    return shown, [f"时限一列有 {count} 格日期存成了天数，已按 Excel 的算法换成年月日，请核对"]


def _is_day(cell: SheetCell) -> bool:
    words = cell.text.strip()
    return len(words) == _DIGITS and words.isascii() and words.isdigit() and _FIRST <= int(words) <= _LAST


def _day(words: str) -> str:
    return display_value(_DAY_ZERO + datetime.timedelta(days=int(words)))
