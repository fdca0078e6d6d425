"""Headings whose 一 was recognised as a dash have their number again; dashes elsewhere stay."""

from __future__ import annotations

import pytest

from raci.readers.layout.ocr.chinese_ones import with_chinese_ones
from raci.readers.layout.ocr.engine import TextStrip, spread_evenly


@pytest.mark.parametrize(
    ("recognised", "meant"),
    [
        ("（--）摸清底数", "（一）摸清底数"),
        ("(—)摸清底数", "(一)摸清底数"),
        ("-、总体要求", "一、总体要求"),
        ("十-、保障措施", "十一、保障措施"),
        ("（二十-）宣传", "（二十一）宣传"),
        ("——市水利局", "——市水利局"),
        ("-5、零下", "-5、零下"),
        ("（-5℃）以下", "（-5℃）以下"),
        ("2024-、", "2024-、"),
        ("县水利局（-）", "县水利局（-）"),
        ("", ""),
    ],
)
def test_dashes_for_one(recognised: str, meant: str) -> None:
    strip = TextStrip(tuple(spread_evenly(recognised, 0.9)), 0.9, ((0, 0), (100, 0), (100, 10), (0, 10)))
    (mended,) = with_chinese_ones([strip])
    assert "".join(char.text for char in mended.chars) == meant
    assert [char.middle for char in mended.chars] == sorted(char.middle for char in mended.chars)
