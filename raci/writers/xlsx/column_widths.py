"""How wide the columns of a sheet are, in digits of its font, so that the printer's paper holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from raci.views.tables.table import Column, TableView
from raci.writers.xlsx.measure import text_width
from raci.writers.xlsx.tight_columns import shared_out

__all__ = ["ON_A3", "ON_A4", "column_widths"]

#: how wide a sheet may be, in digits, to be read with ease when it is fitted to the page …
ON_A4, ON_A3 = 165.0, 245.0
#: … and to be read at all, in letters of 8.5 points, where the office has no other paper than A4
_TIGHT_ON_A4 = 182.0
#: a column keeps as much as this for short words and dates, in digits
_SHORT = 7.5


def column_widths(table: TableView, *, keys: bool, tight: bool, room: Mapping[str, float]) -> list[float]:
    """Columns as wide as their texts, no wider than each may be, and together no wider than the paper can show.

    ``keys``: the sheet shows the keys of its columns too; ``tight``: it goes on A4, whatever columns it has; ``room``
    says how wide columns are, by their keys, whatever stands in them.
    """
    least, widths = [], []
    for position, column in enumerate(table.columns):
        head = _head_width(column, keys=keys, tight=tight)
        needed = _widest((str(row[position]) for row in table.rows), column.widest * 2.0) * 1.02 + 2.0
        given = room.get(column.key)
        widths.append(given or max(head, min(needed, column.widest * 2 + 2.0)))
        least.append(given or max(head, min(needed, _SHORT) if tight else 0.0))
    if tight:
        return widths if sum(widths) <= _TIGHT_ON_A4 else shared_out(table, least, widths, _TIGHT_ON_A4)
    excess, slack = sum(widths) - ON_A3, sum(widths) - sum(least)
    if excess <= 0 or keys or not slack:  # the sheet with keys is for looking things up, not for the printer
        return widths
    share = min(excess / slack, 0.6)
    return [width - (width - narrow) * share for width, narrow in zip(widths, least, strict=True)]


def _widest(texts: Iterable[str], most: float) -> float:
    """How wide the widest of some texts is; ``most`` and a little where one is as wide as that."""
    widest = 0.0
    for text in texts:
        if len(text) * 2.0 > widest:  # no text is wider than two digits a character
            widest = max(widest, text_width(text))
            if widest >= most:
                break
    return widest


def _head_width(column: Column, *, keys: bool, tight: bool) -> float:
    """What a head takes: in one line with room for the filter's button; of tight sheets in two, the button below."""
    if tight:
        return max(text_width(column.heading[: (len(column.heading) + 1) // 2]) + 2.5, 5.5)
    head = text_width(column.heading) + 3.5
    return max(head, text_width(column.key) * 0.8 + 3.5) if keys else head
