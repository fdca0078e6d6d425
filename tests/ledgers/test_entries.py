"""What people write into the columns of a ledger: what is understood, what is told, and that nothing is left out."""

from __future__ import annotations

from datetime import date

import pytest

from raci.ledgers.entries import parse_filled
from raci.ledgers.values import FIELDS, FilledIn

TODAY = date(2026, 11, 26)


def parse(**cells: str) -> tuple[FilledIn, list[str]]:
    return parse_filled({FIELDS[key]: text for key, text in cells.items()}, TODAY)


def test_an_empty_row_says_nothing() -> None:
    assert parse_filled({}, TODAY) == (FilledIn(), [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-05", "2026-11-05"),
        ("2026年11月5日", "2026-11-05"),
        ("2026/11/5", "2026-11-05"),
        ("2026.11.5", "2026-11-05"),
        ("20261105", "2026-11-05"),
        ("11月5日", "2026-11-05"),
        ("11.5", "2026-11-05"),
        ("46331", "2026-11-05"),
    ],
)
def test_a_date_in_any_form(written: str, meant: str) -> None:
    assert parse(on=written) == (FilledIn(on=meant), [])


@pytest.mark.parametrize("written", ["昨天", "2026年13月5日", "11月31日", "上旬", "十一月五日前后"])
def test_what_is_no_date_stays_as_written_and_is_told(written: str) -> None:
    filled, strange = parse(on=written)
    assert filled.on == written
    assert len(strange) == 1
    assert written in strange[0]


def test_a_date_to_come_is_told() -> None:
    filled, strange = parse(on="2026-12-01")
    assert filled.on == "2026-12-01"
    assert "之后" in strange[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("80%", "80%"), ("80％", "80%"), ("0.8", "80%"), ("80", "80%"), ("八成", "80%"), ("1", "100%"), ("0", "0%")],
)
def test_a_share_in_any_form(written: str, meant: str) -> None:
    assert parse(share=written) == (FilledIn(share=meant), [])


@pytest.mark.parametrize("written", ["过半", "120%", "250", "大部分"])
def test_what_is_no_share_stays_as_written_and_is_told(written: str) -> None:
    filled, strange = parse(share=written)
    assert filled.share == written
    assert len(strange) == 1


@pytest.mark.parametrize(("written", "meant"), [("已完成", "已完成"), ("推进中", "推进中"), ("未启动", "未启动")])
def test_a_choice_is_taken_without_a_word(written: str, meant: str) -> None:
    assert parse(state=written) == (FilledIn(state=meant), [])


@pytest.mark.parametrize(("written", "meant"), [("已办结", "已完成"), ("未完成", "推进中"), ("尚未启动", "未启动")])
def test_other_words_for_a_choice_are_taken_and_told(written: str, meant: str) -> None:
    filled, strange = parse(state=written)
    assert filled.state == meant
    assert len(strange) == 1


@pytest.mark.parametrize("written", ["办结了一半", "不清楚", "已完成第一阶段"])
def test_words_that_are_no_choice_stay(written: str) -> None:
    filled, strange = parse(state=written)
    assert filled.state == written
    assert "不在可选" in strange[0]


def test_done_by_half_is_told() -> None:
    assert "50%" in parse(state="已完成", share="50%")[1][0]
    assert parse(state="已完成", share="100%")[1] == []


@pytest.mark.parametrize(
    ("key", "written", "meant"),
    [
        ("share", "百分之八十", "80%"),
        ("share", "百分之三十五", "35%"),
        ("share", "约80%", "80%"),
        ("share", "完成80%左右", "80%"),
        ("state", "已经完成了", "已完成"),
        ("state", "已完成（超额）", "已完成"),
        ("state", "√", "已完成"),
        ("state", "推进中(见附件)", "推进中"),
        ("on", "26/11/5", "2026-11-05"),
        ("on", "25.12.31", "2025-12-31"),
    ],
)
def test_words_in_passing_are_understood(key: str, written: str, meant: str) -> None:
    filled, _ = parse(**{key: written})
    assert getattr(filled, key) == meant


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("share", "完成80%，剩20%"),
        ("share", "过半"),
        ("share", "较上月新增完成5%"),
        ("state", "未完成（缺资金）的原因见附件"),
        ("state", "完成了一半"),
        ("on", "11/5/26"),
        ("on", "31/12/26"),
    ],
)
def test_what_may_mean_another_thing_stays_as_written(key: str, written: str) -> None:
    filled, strange = parse(**{key: written})
    assert getattr(filled, key) == written
    assert strange
