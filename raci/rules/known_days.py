"""Days that only a calendar knows: feasts and the ends of five-year plans (``raci/data/calendar.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from raci.rules.numerals import numeral

__all__ = ["KnownTime", "day_before_feast", "end_of_plan", "known_times"]

#: how many years a plan lasts
_PLAN_YEARS = 5


@dataclass(frozen=True, slots=True)
class KnownTime:
    """A feast or a kind of plan: how it is called, why it falls when it does, and where that is written.

    ``day`` is the month and day of a feast that never moves (``05-01``), ``days`` are those of one that does, by year.
    ``first`` and ``first_end`` are the number of the first plan and the last year of it.
    """

    id: str
    pattern: re.Pattern[str]
    why: str
    source: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    day: str = ""
    days: Mapping[int, date] | None = None
    first: str = ""
    first_end: int = 0

    def falls_on(self, year: int) -> date | None:
        """The day of the feast in a year; None where the table does not reach."""
        if self.day:
            return date.fromisoformat(f"{year}-{self.day}")
        return (self.days or {}).get(year)


@cache
def known_times() -> Mapping[str, tuple[KnownTime, ...]]:
    """The entries of the table by their sort (``feast``, ``plan``), loaded on first use."""
    table = tomllib.loads((files("raci") / "data" / "calendar.toml").read_text(encoding="utf-8"))
    return {
        sort: tuple(
            KnownTime(
                entry["id"],
                re.compile(entry["pattern"]),
                entry["why"],
                entry["source"],
                tuple(entry["match"]),
                tuple(entry["no_match"]),
                entry.get("day", ""),
                {int(day[:4]): date.fromisoformat(day) for day in entry.get("days", ())},
                entry.get("first", ""),
                entry.get("first_end", 0),
            )
            for entry in table[sort]
        )
        for sort in ("feast", "plan")
    }


def day_before_feast(text: str, year: int) -> str | None:
    """The last day before the feast that the words name, of the several the first; None where the table has none."""
    days = [feast.falls_on(year) for feast in known_times()["feast"] if feast.pattern.search(text)]
    known = [day for day in days if day is not None]
    return (min(known) - timedelta(days=1)).isoformat() if known and len(known) == len(days) else None


def end_of_plan(text: str) -> str | None:
    """The last day of the five-year plan that the words name; None where they name none, or only its beginning."""
    for plan in known_times()["plan"]:
        if match := plan.pattern.search(text):
            years = _PLAN_YEARS * (numeral(match["plan"]) - numeral(plan.first))
            return f"{plan.first_end + years}-12-31"
    return None
