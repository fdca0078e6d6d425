"""Number formats that show dates: which parts of a date a cell shows, and the words around it (2026年6月底前)."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

__all__ = ["DateFormat", "built_in_date", "date_format", "shown_date", "shown_time"]

#: one thing that a format says: words as they stand (in quotes, behind a backslash), fillers, colours and conditions,
#: letters that stand for a part of the date or the time, any other sign
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<letters>y+|m+|d+|h+|s+|am/pm|a/p|general)'
    r"|(?P<sign>.)",
    re.I | re.S,
)
_ELAPSED = re.compile(r"[hms]+", re.I)
_HAN = re.compile(r"[\u4e00-\u9fff]")
#: the words that stand behind the parts of a date anyway
_UNITS = "年月日号"
#: number formats that every program knows (ECMA-376 18.8.30): dates and times; a month of a year
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_MONTHS = frozenset((17, 27, 36, 50, 52, 57))


class DateFormat(NamedTuple):
    """How exact a date is shown (``d``: the day, ``m``: the month, ``y``: the year), and the words around it."""

    finest: str = "d"
    before: str = ""
    after: str = ""


def built_in_date(number: int) -> DateFormat | None:
    """What one of the formats shows that have only a number; None where that is no date."""
    return DateFormat("m" if number in _MONTHS else "d") if number in _DATES else None


def date_format(code: str) -> DateFormat | None:
    """What a number format shows; None where it shows no date or time."""
    letters: list[str] = []
    words = {"before": "", "after": ""}
    for token in _TOKEN.finditer(code):
        if token["sign"] == ";":
            break  # what follows is for negative numbers
        if token["letters"]:
            letters.append(token["letters"].lower())
            words["after"] = ""
        elif token["bracket"] is not None:
            letters += ["h"] if _ELAPSED.fullmatch(token["bracket"]) else []
        else:
            words["after" if letters else "before"] += token["quoted"] or token["escaped"] or token["sign"] or ""
    found = {each[0] for each in letters}
    if "general" in letters or not found & set("ymdhs"):
        return None
    if found & set("dhsa"):
        after = "" if found & set("hsa") else words["after"].lstrip(_UNITS)
        return DateFormat("d", _with_words(words["before"]), _with_words(after))
    after = words["after"].lstrip(_UNITS)
    return DateFormat("m" if "m" in found else "y", _with_words(words["before"]), _with_words(after))


def shown_date(day: datetime.date, format: DateFormat) -> str:
    """A date as the cell shows it, in Chinese and with its year."""
    parts = [f"{day.year}年", f"{day.month}月", f"{day.day}日"]
    return format.before + "".join(parts[: "ymd".index(format.finest) + 1]) + format.after


def shown_time(value: float) -> str:
    """A part of a day as hours and minutes."""
    minutes = round(value * 24 * 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


def _with_words(text: str) -> str:
    return text.strip() if _HAN.search(text) else ""
