"""Chinese numerals as they number clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.rules.numerals import han, numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", 0),
        ("甲", 0),
        ("一甲", 0),
        ("一", 1),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("二十一", 21),
        ("九十九", 99),
        ("一百", 100),
        ("一百零二", 102),
        ("一百一十", 110),
        ("九百九十九", 999),
        ("12", 12),
        (" 3 ", 3),
        ("３", 3),
    ],
)
def test_value(text: str, value: int) -> None:
    assert numeral(text) == value


def written(value: int) -> str:
    """A number below 1000 in Chinese."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    digits = "零一二三四五六七八九"
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")


@given(st.integers(1, 999))
def test_every_number_is_read_back(value: int) -> None:
    assert numeral(written(value)) == numeral(str(value)) == value


@given(st.integers(1, 99))
def test_a_number_is_read_as_it_was_written(number: int) -> None:
    assert numeral(han(number)) == number
