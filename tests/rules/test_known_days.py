"""Feasts and five-year plans: each entry true to its examples, and the days of the calendar."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from raci.rules.known_days import KnownTime, day_before_feast, end_of_plan, known_times

ENTRIES = [pytest.param(entry, id=entry.id) for entries in known_times().values() for entry in entries]
MOVING = [pytest.param(entry, id=entry.id) for entry in known_times()["feast"] if entry.days]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_says_why_and_whence_and_holds_for_its_examples(entry: KnownTime) -> None:
    assert entry.why
    assert entry.source
    assert [example for example in entry.match if not entry.pattern.search(example)] == []
    assert [example for example in entry.no_match if entry.pattern.search(example)] == []


@pytest.mark.parametrize("entry", MOVING)
def test_a_feast_of_the_lunar_year_comes_back_after_twelve_or_thirteen_moons(entry: KnownTime) -> None:
    assert entry.days
    for before, after in pairwise(sorted(entry.days.values())):
        assert after.year == before.year + 1
        assert round((after - before).days / 29.53) in (12, 13)


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("春节前", 2026, "2026-02-16"),
        ("元旦前", 2026, "2025-12-31"),
        ("“五一”前", 2026, "2026-04-30"),
        ("中秋、国庆前", 2026, "2026-09-24"),
        ("春节前", 1990, None),
        ("汛期前", 2026, None),
    ],
)
def test_the_day_before_a_feast(text: str, year: int, day: str | None) -> None:
    assert day_before_feast(text, year) == day
    assert day is None or date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [("“十四五”末", "2025-12-31"), ("“十五五”期间", "2030-12-31"), ("“十五五”初期", None), ("6月底前", None)],
)
def test_the_end_of_a_five_year_plan(text: str, day: str | None) -> None:
    assert end_of_plan(text) == day
