"""Time limits to dates: the last day that the words allow."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.analysis.annotations.due_dates import due_date, no_such_day
from raci.pipeline import extract


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
        # seasons, and feasts of no year
        "汛期前",
        "2024年主汛期前",
        "2024年采暖期前",
        "2024年秋季开学前",
        "2024年入冬前",
        "春节前",
        "“五一”前",
        "2024年春节后",
        "2024年丰水期",
        "2024年秋",
        "2024年腊月底前",
        "2024年春季学期",
        "2024年竣工验收前",
        # lengths, and beginnings
        "15日内",
        "印发之日起30个工作日内",
        "自2024年1月1日起15日内",
        "三个月内",
        "三年内",
        "即日起",
        "2024年6月1日起",
        "2024年6月起",
        "2024年6月30日后",
        "2024年以来",
        "2024年初",
        "“十五五”初期",
        # ends of no year or month
        "月底前",
        "季度末",
        "学期末",
        "每半年",
        # days that do not exist
        "2025年2月29日",
        "2025年4月31日前",
        "2025年6月32日",
        "2025年13月底",
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
        ("2025.06", "2025-06-30"),
        ("2025/6", "2025-06-30"),
        ("2025.1-2025.11", "2025-11-30"),
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
        ("二〇二五年底", "2025-12-31"),
        ("二○二五年六月底前", "2025-06-30"),
        ("二零二五年十二月三十一日前", "2025-12-31"),
        ("2025年一季度末", "2025-03-31"),
        ("2025年前三季度", "2025-09-30"),
        ("2025年元月底前", "2025-01-31"),
        ("２０２５年６月３０日", "2025-06-30"),
        ("2025年6月中下旬", "2025-06-30"),
        ("2025年7—9月", "2025-09-30"),
        ("2025年一、二季度", "2025-06-30"),
        ("2025年6月上中旬", "2025-06-20"),
        ("2024年2月29日前", "2024-02-29"),
        ("2025年6月1日起至年底", "2025-12-31"),
        ("即日起至2025年6月底", "2025-06-30"),
        ("2025年完成投资5.8亿元", "2025-12-31"),
        ("2025年底前完成冬季清洁取暖改造", "2025-12-31"),
        ("2025年完成前期工作", "2025-12-31"),
        ("2025年5月底汛期前", "2025-05-31"),
        # by the calendar
        ("2025年春节前", "2025-01-28"),
        ("2025年“五一”前", "2025-04-30"),
        ("2025年国庆节前", "2025-09-30"),
        ("2025年中秋、国庆节前", "2025-09-30"),
        ("2026年元旦前", "2025-12-31"),
        ("今年国庆前", "2024-09-30"),
        ("“十四五”末", "2025-12-31"),
        ("“十五五”期间", "2030-12-31"),
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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025年2月29日", "2025年2月29日"),
        ("2025年4月31日前完成", "2025年4月31日"),
        ("2025年13月底", "2025年13月"),
        ("2025-02-30", "2025-02-30"),
        ("二〇二五年四月三十一日", "2025年4月31日"),
        ("2025年2月30日至6月底", "2025年2月30日"),
        ("6月31日", "6月31日"),
        ("2024年2月29日", None),
        ("2月29日", None),  # of 2024
        ("6月底", None),
        ("2025.6-2027.12", None),
        ("投资13.5亿元，6月底", None),
    ],
)
def test_days_that_do_not_exist(text: str, day: str | None) -> None:
    assert no_such_day(text, 2024) == day


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


@pytest.mark.parametrize(
    "words",
    [
        "（市教育局牵头）（6月底前完成）",
        "（责任单位：市教育局）（6月底前完成）",
        "责任单位：市教育局。（6月底前完成）",
        "（6月底前完成）责任单位：市教育局",
    ],
)
def test_a_time_limit_may_stand_in_a_bracket_of_its_own(words: str) -> None:
    (row,) = extract(f"一、建设平台。推进建设。{words}\n")
    assert row.deadline is not None and row.deadline.text == "6月底前完成"


def test_a_year_in_a_heading_is_no_time_limit() -> None:
    (row,) = extract("一、编制规划（2026年）。（责任单位：市教育局）\n")
    assert row.deadline is None
