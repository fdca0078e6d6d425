"""What no document reaches is refused in a line, with what to do."""

from __future__ import annotations

import pytest
from documents import refusal

from raci.errors import ReadError
from raci.readers.registry import read_bytes, read_text


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        ("改造。".encode() * 4_500_000, "方案.txt", "1000 万字"),
        ("改造。".encode() * 4_500_000, "方案.md", "1000 万字"),
        (b"1,2,3\n" * 100_001, "表.csv", "30 万"),
        ('任务,责任单位\n改造,"市财政局\n'.encode() + b"a,b\n" * 40_000, "表.csv", "引号"),
    ],
    ids=["txt", "md", "cells", "quote"],
)
def test_too_large(data: bytes, name: str, says: str) -> None:
    assert says in refusal(read_bytes, data, name)


def test_a_text_that_is_decoded_already() -> None:
    with pytest.raises(ReadError, match="1000 万字"):
        read_text("改造。\n" * 2_500_001)


def test_a_stray_word_far_off_is_no_large_table() -> None:
    (document,) = read_bytes(
        "任务,责任单位\n改造,市财政局\n".encode() + b"," * 5_000 + b"x\n" + b"\n" * 90_000 + b"y", "表.csv"
    )
    assert "市财政局" in document.text
