"""Time limits to dates: the last day that the words allow."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.analysis.annotations.time_limits import due_date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "持续推进",
        "长期坚持",
        "立即实施",
        "每年6月底前",
        "每季度末",
        "20XX年底前",
        "20××年6月底前",
        "20○○年12月",
        "按时间节点推进",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert due_date(text, 2024) is None


@pytest.mark.parametrize("text", ["年底前", "6月底前", "上半年", "第三季度", "今年年底前", "6月30日前", "明年6月底前"])
def test_without_a_year_nothing_is_made_up(text: str) -> None:
    assert due_date(text, None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年6月30日前", "2025-06-30"),
        ("2025年6月30日", "2025-06-30"),
        ("2025年06月05日前", "2025-06-05"),
        ("2025年6月5号", "2025-06-05"),
        ("2025.6.30前", "2025-06-30"),
        ("2025-06-30", "2025-06-30"),
        ("2025/6/30", "2025-06-30"),
        ("2025年6月底前", "2025-06-30"),
        ("2025年6月前", "2025-06-30"),
        ("2024年2月底", "2024-02-29"),
        ("2025年2月底", "2025-02-28"),
        ("2025年6月上旬", "2025-06-10"),
        ("2025年6月初", "2025-06-10"),
        ("2025年6月中旬", "2025-06-20"),
        ("2025年6月下旬", "2025-06-30"),
        ("2025年第一季度", "2025-03-31"),
        ("2025年三季度末", "2025-09-30"),
        ("2025年第4季度", "2025-12-31"),
        ("2025年上半年", "2025-06-30"),
        ("2025年年中", "2025-06-30"),
        ("2025年下半年", "2025-12-31"),
        ("2025年底前", "2025-12-31"),
        ("2025年年底前", "2025-12-31"),
        ("2025年内", "2025-12-31"),
        ("2025年", "2025-12-31"),
        ("2025年度", "2025-12-31"),
        ("力争2025年12月底前完成", "2025-12-31"),
        ("2025年12月底前并长期坚持", "2025-12-31"),
        ("25年6月底前", "2025-06-30"),
        ("2024年3月至2025年6月", "2025-06-30"),
        ("2024年3月至6月", "2024-06-30"),
        ("2024—2026年", "2026-12-31"),
        ("2025 年 6 月 30 日前", "2025-06-30"),
        # of the document's year, 2024
        ("6月30日前", "2024-06-30"),
        ("6月底前完成", "2024-06-30"),
        ("年底前", "2024-12-31"),
        ("年内", "2024-12-31"),
        ("上半年", "2024-06-30"),
        ("第三季度", "2024-09-30"),
        ("今年年底前", "2024-12-31"),
        ("全年", "2024-12-31"),
        ("明年6月底前", "2025-06-30"),
        ("次年3月底前", "2025-03-31"),
    ],
)
def test_the_last_day_that_the_words_allow(text: str, expected: str) -> None:
    assert due_date(text, 2024) == expected


@given(day=st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_any_day_is_read_back(day: date) -> None:
    for text in (f"{day.year}年{day.month}月{day.day}日前", day.isoformat(), f"{day.year}.{day.month}.{day.day}"):
        assert due_date(text, None) == day.isoformat()
    assert due_date(f"{day.month}月{day.day}日前完成", day.year) == day.isoformat()


@given(day=st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_a_month_ends_on_its_last_day(day: date) -> None:
    last = calendar.monthrange(day.year, day.month)[1]
    assert due_date(f"{day.year}年{day.month}月底前", 1990) == f"{day.year}-{day.month:02d}-{last}"


@given(
    text=st.text(alphabet="0123456789年月日底前旬季度上下半第一二三四.-/至持续 ", max_size=24),
    year=st.integers(2000, 2090),
)
def test_whatever_the_words_it_is_a_day_or_none(text: str, year: int) -> None:
    found = due_date(text, year)
    if found is not None:
        assert date.fromisoformat(found).isoformat() == found
