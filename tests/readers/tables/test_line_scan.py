"""One look over all lines finds the lines that a look at each of them finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.readers.tables.line_scan import LineScan


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], []),
        ([""], []),
        (["甲"], [0]),
        (["乙", "", "甲甲", "乙甲", ""], [2, 3]),
        (["甲", "甲", "甲"], [0, 1, 2]),
    ],
)
def test_each_line_is_found_once(lines: list[str], expected: list[int]) -> None:
    assert list(LineScan(lines).holding(re.compile("甲"))) == expected


@given(st.lists(st.text(alphabet="甲乙 ", max_size=6), max_size=8))
def test_it_finds_what_a_look_at_each_line_finds(lines: list[str]) -> None:
    pattern = re.compile("甲[^\\S\n]*乙")
    assert list(LineScan(lines).holding(pattern)) == [i for i, line in enumerate(lines) if pattern.search(line)]
