"""Time limits: which words state one, and the last day that they allow."""

from __future__ import annotations

import calendar
import re
from functools import cache

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.patterns import DATE, Patterns
from raci.model import Deadline
from raci.rules.lexicon import lexicon_alternation, lexicon_pattern
from raci.rules.numerals import numeral

__all__ = ["due_date", "is_time_limit", "time_limit", "time_limit_in_sentence"]

_YEAR = re.compile(r"(?<!\d)(?P<y>20\d\d)\s*(?:年|[./-])")
_SHORT_YEAR = re.compile(r"(?<!\d)(?P<y>[12]\d)年")
_MONTH = re.compile(r"(?<!\d)(?P<m>1[0-2]|0?[1-9])\s*(?:月|[./-](?=\d))")
_DAY = re.compile(r"(?:月|[./-])\s*(?P<d>3[01]|[12]\d|0?[1-9])\s*(?:[日号]|(?=\D|$))")
_QUARTER = re.compile(r"第?([一二三四1234])季度")
_SPACE = re.compile(r"\s+")
#: the longest piece that may be nothing but a time limit; the longest rest beside a date that begins the piece
_LONGEST, _LONGEST_REST = 40, 14
#: how many characters around a date in a sentence say whether it is the time limit of the task
_AROUND = 4


def due_date(text: str, year: int | None) -> str | None:
    """The ISO date of a time limit; None where it is none (持续推进), or of no known year (20xx年底前).

    ``year`` is the document's, filled in where the words name none. 旬 ends on the 10th, 20th and last day;
    a month, a quarter, a half-year and a year end on their last day.
    """
    if lexicon_pattern("deadline.recurring").search(text):
        return None
    years = list(_YEAR.finditer(text))
    written = years[-1] if years else _SHORT_YEAR.search(text)
    rest = text
    if written:
        year = int(written["y"]) + (2000 if len(written["y"]) == 2 else 0)
        rest = text[written.end() - 1 :]
    elif year and lexicon_pattern("deadline.next-year").search(text):
        year += 1
    if year is None:
        return None
    return _day_of_month(rest, year) or _end_of_period(rest, year, written is not None)


def _day_of_month(text: str, year: int) -> str | None:
    """The last day that the last month in the words allows; None where they name no month."""
    months = list(_MONTH.finditer(text))
    if not months:
        return None
    month = int(months[-1]["m"])
    rest = text[months[-1].end() - 1 :]
    last_day = calendar.monthrange(year, month)[1]
    if day := _DAY.match(rest):
        last_day = min(int(day["d"]), last_day)
    elif lexicon_pattern("deadline.early-month").match(rest):
        last_day = 10
    elif lexicon_pattern("deadline.mid-month").match(rest):
        last_day = 20
    return f"{year}-{month:02d}-{last_day:02d}"


def _end_of_period(text: str, year: int, year_is_written: bool) -> str | None:
    """The last day of a quarter, a half-year or a year; None where the words name none of them."""
    if quarter := _QUARTER.search(text):
        month = 3 * numeral(quarter[1])
        return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}"
    if lexicon_pattern("deadline.half-year").search(text):
        return f"{year}-06-30"
    if year_is_written or lexicon_pattern("deadline.year-end").search(text):
        return f"{year}-12-31"
    return None


def time_limit(text: str, start: int, end: int, year: int | None) -> Deadline:
    """The time limit that ``text[start:end]`` states: as written except for white space, and as a date."""
    words = _SPACE.sub("", text[start:end])
    return Deadline(words, due_date(words, year), start, end)


def is_time_limit(piece: str, patterns: Patterns) -> bool:
    """Whether a piece between commas holds nothing but a time limit."""
    match = patterns.deadline.search(piece)
    if match is None or len(piece) > _LONGEST:
        return False
    rest = patterns.deadline.sub("", piece)
    if _surroundings().fullmatch(rest):
        return True
    return match.start() <= 2 and not is_body(piece, patterns) and len(rest) <= _LONGEST_REST


@cache
def _surroundings() -> re.Pattern[str]:
    """The words that may stand around a date, in any number (6月底前完成并取得明显成效)."""
    return re.compile(f"{lexicon_alternation('deadline.tail')}*")


def time_limit_in_sentence(text: str, start: int, end: int, patterns: Patterns, year: int | None) -> Deadline | None:
    """The time limit in the running words of ``text[start:end]``; None where they name none, or more than one."""
    dates = {match[0]: match for match in lexicon_pattern("deadline.in-sentence").finditer(text, start, end)}
    if len(dates) != 1:
        return None
    (date,) = dates.values()
    before = text[max(0, date.start() - _AROUND) : date.start()]
    after = text[date.end() : date.end() + _AROUND].lstrip(" \n")
    if patterns.no_deadline.search(before + DATE + after):
        return None
    return time_limit(text, date.start(), date.end(), year)
