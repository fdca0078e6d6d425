"""Dates that a line's end cuts, behind a label: 完成时限：2026年 ⏎ 11月底前."""

from __future__ import annotations

from raci.model.pattern_codes import compiled
from raci.readers.tables.paragraph_starts import has_colon

__all__ = ["cuts_date"]

#: how a line ends within a date, and what goes on with it
_YEAR, _MONTH = compiled(r"20\d\d年$"), compiled(r"\d{1,2}月(?:份)?[底末]?[前止]?(?!\d)")
_FIGURE, _UNIT = (
    compiled(r"\d{1,2}$"),
    compiled(r"[月日](?:份)?(?:\d{1,2}日)?[底末]?[之以]?[前止]?(?![\u4e00-\u9fff])"),
)
#: the longest line of a date alone
_REACH = 24


def cuts_date(before: str, after: str) -> bool:
    """Whether a line that a label begins ends within a date, which goes on where the next line begins."""
    tail = before[-_REACH:]
    if not has_colon(tail):
        return False
    whole = _YEAR.search(tail), _MONTH.match(after)
    figures = _FIGURE.search(tail), _UNIT.match(after)
    return all(whole) or all(figures)
