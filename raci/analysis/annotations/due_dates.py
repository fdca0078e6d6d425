"""The last day that the words of a time limit allow: only what they say, and what the calendar knows of it."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.rules.known_days import day_before_feast, end_of_plan
from raci.rules.lexicon import lexicon_pattern
from raci.rules.numerals import numeral

__all__ = ["days_named", "due_date", "no_such_day", "turned_span"]

_YEAR = compiled(r"(?<!\d)(?P<y>20\d\d)(?:年|[./-])")
_SHORT_YEAR = compiled(r"(?<!\d)(?P<y>[12]\d)年")
_MONTH = compiled(r"(?<!\d)(?P<m>\d{1,2})(?:月|[./-](?=\d))")
_DAY = compiled(r"(?:月|[./-])(?P<d>\d{1,2})(?:[日号]|(?![\d个天家处项周%.年月亿万]))")
#: what may stand before 6.30, so that it is a date: 投资5.8亿元 is none
_BEFORE_MONTH = "年./-—–~～至到于在前、，（("
#: a month in figures, no day behind it: 2026.06
_FIGURES = compiled(r"(?<!\d)(?P<y>20\d\d)[./-](?P<m>0?[1-9]|1[0-2])(?!\d|月|[./-]\d{1,2}(?!\d))")
_QUARTER = compiled(r"第?([一二三四1234])季度")
_CHINESE_YEAR = compiled("二([〇○零0][〇○零一二三四五六七八九]{2})(?=年)")
_CHINESE_DAY = compiled("(?<![一二三四五六七八九十第])([一二三四五六七八九十]{1,3})(?=月(?!内)|[日号](?!内))")
_PLAIN = {ord("０") + value: str(value) for value in range(10)}
#: a leap year, where no year is known: 2月29日 may exist
_LEAP_YEAR = 2024
#: so many months before it begins nothing ends in the next year: 6月至5月 is turned around, 11月至3月 a winter
_JUST_BEFORE = 2


class _Day(NamedTuple):
    """A day or a whole month (``day`` 0) as written, whether it exists or not; ``start`` and ``end`` are its span."""

    year: int
    month: int
    day: int
    start: int
    end: int

    @property
    def exists(self) -> bool:
        """Whether the calendar has it."""
        return 1 <= self.month <= 12 and self.day <= calendar.monthrange(self.year, self.month)[1]


class _Dated(NamedTuple):
    """A day with the year that counts for it; ``start`` is that of the year where it is written with the day."""

    day: _Day
    start: int
    end: int
    has_year: bool


def due_date(text: str, year: int | None) -> str | None:
    """The ISO date of a time limit; None where it is none (持续推进), or of no known year (20xx年底前).

    ``year`` is the document's, filled in where the words name none. 旬 ends on the 10th, 20th and last day;
    a month, a quarter, a half-year and a year end on their last day, a five-year plan on that of its last year.
    Seasons (汛期前) have no date, days that do not exist (4月31日) neither.
    """
    words = _FIGURES.sub(r"\g<y>年\g<m>月", _in_figures(text))
    if lexicon_pattern("deadline.recurring").search(words):
        return None
    years = list(_YEAR.finditer(words))
    written = years[-1] if years else _SHORT_YEAR.search(words)
    rest, is_said = words, written is not None
    if written:
        year = int(written["y"]) + (2000 if len(written["y"]) == 2 else 0)
        rest = words[written.end() - 1 :]
    elif plan := end_of_plan(words):
        return plan
    elif year and lexicon_pattern("deadline.next-year").search(words):
        year, is_said = year + 1, True
    if year is None:
        return None
    if days := list(_days(rest, year)):
        more = lexicon_pattern("deadline.goes-on").match(rest, days[-1].end)
        # 6月1日起至年底
        end = _end_of_period(rest[more.end() :], year, False) if more else None
        return end or _last_day(rest, days[-1])
    return _end_of_period(rest, year, is_said or lexicon_pattern("deadline.this-year").search(words) is not None)


def no_such_day(text: str, year: int | None) -> str | None:
    """The words of a time limit that name a day that no calendar has (2026年4月31日); None where there are none."""
    words = _in_figures(text)
    for dated in _dated(words, year):
        # 24.5 alone may be any figure
        if not dated.day.exists and (dated.has_year or "月" in words[dated.start : dated.end]):
            return words[dated.start : dated.end]
    return None


def days_named(text: str, year: int | None) -> list[tuple[str, bool]]:
    """The months and days that words name, as ISO dates (a month by its end), and whether with a year."""
    found = _dated(_in_figures(text), year)
    return [(f"{one.day.year:04}-{one.day.month:02}-{one.day.day or 31:02}", one.has_year) for one in found]


def turned_span(text: str, year: int | None) -> str | None:
    """The words of a time limit that name a span which ends before it begins (2026年6月至2026年3月); else None.

    Where the year of its end is not written (11月至3月) it may be the next one, if not just before the beginning.
    """
    words = _in_figures(text)
    for first, last in pairwise(_dated(words, year)):
        parted = lexicon_pattern("deadline.span-mark").fullmatch(words, first.end, last.start)
        same_year = last.has_year or 0 <= first.day.month - last.day.month <= _JUST_BEFORE
        if parted and same_year and _ends_of(last.day) < _ends_of(first.day):
            return words[first.start : last.end]
    return None


def _dated(words: str, year: int | None) -> Iterator[_Dated]:
    """The months and days that words in figures name, in order, each with the last year written before it."""
    # where each year is written, where what it counts for begins, and which it is
    years = [(match.start(), match.end() - 1, int(match["y"])) for match in _YEAR.finditer(words)]
    ends = [start for start, _, _ in years] + [len(words)]
    for (begin, start, in_year), end in zip([(0, 0, year or _LEAP_YEAR), *years], ends, strict=True):
        for place, day in enumerate(_days(words[start:end], in_year)):
            has_year = begin < start and not place
            yield _Dated(day, begin if has_year else start + day.start, start + day.end, has_year)


def _ends_of(day: _Day) -> tuple[int, int, int]:
    """What orders days; a whole month is over on its last."""
    return day.year, day.month, day.day or 31


def _in_figures(text: str) -> str:
    """The words without white space, years, months and days in Arabic figures: 二〇二六年六月 → 2026年6月."""
    words = "".join(text.split()).translate(_PLAIN).replace("元月", "1月")
    words = _CHINESE_YEAR.sub(lambda match: "2" + "".join(str(numeral(_zero(char))) for char in match[1]), words)
    return _CHINESE_DAY.sub(lambda match: str(numeral(match[1])), words)


def _zero(char: str) -> str:
    return "0" if char in "〇○零" else char


def _days(text: str, year: int) -> Iterator[_Day]:
    """The months and days that the words name, in order."""
    for month in _MONTH.finditer(text):
        dotted = not month[0].endswith("月")
        if dotted and month.start() and text[month.start() - 1] not in _BEFORE_MONTH:
            continue
        day = _DAY.match(text, month.end() - 1)
        if dotted and day is None:
            continue  # 1.5个工作日
        yield _Day(year, int(month["m"]), int(day["d"]) if day else 0, month.start(), (day or month).end())


def _last_day(text: str, day: _Day) -> str | None:
    """The last day that a day or month in the words allows; None where it does not exist, or something begins there."""
    if not day.exists or lexicon_pattern("deadline.beginning").match(text, day.end):
        return None
    last = day.day or calendar.monthrange(day.year, day.month)[1]
    if not day.day and lexicon_pattern("deadline.early-month").match(text, day.end - 1):
        last = 10
    elif not day.day and lexicon_pattern("deadline.mid-month").match(text, day.end - 1):
        last = 20
    return f"{day.year}-{day.month:02d}-{last:02d}"


def _end_of_period(text: str, year: int, year_is_said: bool) -> str | None:
    """The last day of a quarter, a half-year or a year; None where the words name none of them, or only a season."""
    quarters = _QUARTER.findall(text)
    if quarters:
        month = 3 * numeral(quarters[-1])
        return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}"
    if lexicon_pattern("deadline.year-end").search(text):
        return f"{year}-12-31"
    if lexicon_pattern("deadline.half-year").search(text):
        return f"{year}-06-30"
    if not year_is_said:
        return None
    if lexicon_pattern("deadline.season").search(text):
        before = lexicon_pattern("deadline.before-event").search(text)
        return day_before_feast(text, year) if before else None
    is_open = lexicon_pattern("deadline.before-event").search(text) or lexicon_pattern("deadline.year-begins").search(
        text
    )
    return None if is_open else f"{year}-12-31"
