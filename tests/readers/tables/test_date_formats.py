"""Dates as the number formats of cells show them."""

from __future__ import annotations

import datetime

import pytest

from raci.readers.tables.date_formats import built_in_date, date_format, shown_date

DAY = datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("yyyy/m/d", "2026年6月30日"),
        ("yyyy-mm-dd;@", "2026年6月30日"),
        ("[$-804]yyyy年m月d日;@", "2026年6月30日"),
        ('yyyy"年"m"月"d"日"', "2026年6月30日"),
        ('m"月"d"日"', "2026年6月30日"),
        ("yyyy/m/d h:mm", "2026年6月30日"),
        ("dddd", "2026年6月30日"),
        ('yyyy"年"m"月"', "2026年6月"),
        ("yyyy年m月", "2026年6月"),
        ("[DBNum1]yyyy.mm", "2026年6月"),
        ("mmm-yy", "2026年6月"),
        ('yyyy"年"', "2026年"),
        ('yyyy"年"m"月底前";@', "2026年6月底前"),
        ('yyyy"年"m"月"d"日前"', "2026年6月30日前"),
        ('yyyy"年底前"', "2026年底前"),
        ('"计划于"yyyy"年"m"月完成"', "计划于2026年6月完成"),
        ("yyyy\\年m\\月\\末", "2026年6月末"),
        ('yyyy-mm"  "_-', "2026年6月"),
    ],
)
def test_dates_as_cells_show_them(code: str, shown: str) -> None:
    format = date_format(code)
    assert format is not None
    assert shown_date(DAY, format) == shown


@pytest.mark.parametrize(
    "code",
    ["", "General", "@", "0.00", "0.00%", '0"年"', '"ymd"0', "[Red]0;[Blue]-0", "0;yyyy", "\\d0", "#,##0_);(#,##0)"],
)
def test_formats_that_show_no_date(code: str) -> None:
    assert date_format(code) is None


@pytest.mark.parametrize(
    ("number", "shown"),
    [(14, "2026年6月30日"), (17, "2026年6月"), (31, "2026年6月30日"), (57, "2026年6月"), (0, None), (9, None)],
)
def test_formats_by_number(number: int, shown: str | None) -> None:
    format = built_in_date(number)
    assert (format and shown_date(DAY, format)) == shown
