"""Time limits to dates: the last day that the words allow."""

from __future__ import annotations

import calendar
import re

from raci.model import Deadline

__all__ = ["due_date", "time_limit"]

_YEAR = re.compile(r"(?<!\d)(?P<y>20\d\d)\s*(?:年|[./-])")
_SHORT_YEAR = re.compile(r"(?<!\d)(?P<y>[12]\d)年")
_MONTH = re.compile(r"(?<!\d)(?P<m>1[0-2]|0?[1-9])\s*(?:月|[./-](?=\d))")
_DAY = re.compile(r"(?:月|[./-])\s*(?P<d>3[01]|[12]\d|0?[1-9])\s*(?:[日号]|(?=\D|$))")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def due_date(text: str, year: int | None) -> str | None:
    """The ISO date of a time limit; None where it is none (持续推进), or of no known year (20xx年底前).

    ``year`` is the document's, filled in where the words name none. 旬 ends on the 10th, 20th and last day;
    a month, a quarter, a half-year and a year end on their last day.
    """
    if re.search(r"20[xX×*○]{1,2}年?|每[年月季]", text):
        return None
    years = list(_YEAR.finditer(text))
    match = years[-1] if years else _SHORT_YEAR.search(text)
    if match:
        year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
        rest = text[match.end() - 1 :]
    else:
        rest = text
        if "明年" in text or "次年" in text:
            year = year + 1 if year else None
    if year is None:
        return None
    months = list(_MONTH.finditer(rest))
    if months:
        month = months[-1]
        number = int(month["m"])
        after = rest[month.end() - 1 :]
        day = _DAY.match(after)
        last = calendar.monthrange(year, number)[1]
        if day:
            return f"{year}-{number:02d}-{min(int(day['d']), last):02d}"
        if after.startswith(("月上旬", "月初")):
            return f"{year}-{number:02d}-10"
        if after.startswith("月中"):
            return f"{year}-{number:02d}-20"
        return f"{year}-{number:02d}-{last:02d}"
    quarter = re.search(r"第?([一二三四1234])季度", rest)
    if quarter:
        number = _QUARTERS[quarter[1]]
        return f"{year}-{number:02d}-{calendar.monthrange(year, number)[1]}"
    if "上半年" in rest or "年中" in rest:
        return f"{year}-06-30"
    if match or re.search(r"年(?:底|末|内)|[底末]前?|下半年|全年|(?:今|本|当|明|次)年", rest):
        return f"{year}-12-31"
    return None


def time_limit(text: str, start: int, end: int, year: int | None) -> Deadline:
    """The time limit that ``text[start:end]`` states: as written but for white space, and as a date."""
    words = re.sub(r"\s+", "", text[start:end])
    return Deadline(words, due_date(words, year), start, end)
