"""Pages whose fonts give some Chinese characters wrong codes."""

from __future__ import annotations

import pytest

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.misencoded import misencoded_characters


def line(text: str, wide: str = "") -> list[Glyph]:
    """Characters side by side, Latin ones half as wide as Chinese but for those in ``wide``."""
    glyphs, left = [], 0.0
    for char in text:
        width = 12.0 if char in wide or ord(char) > 0x2000 else 6.2
        glyphs.append(Glyph(char, left, 0, left + width, 14))
        left += width
    return glyphs


@pytest.mark.parametrize(
    ("text", "wide", "expected"),
    [
        ("市¯政局牵头，ÿ市配合", "¯ÿ", "¯ÿ"),
        ("市¯政局牵头", "¯", ""),  # a single one may be meant
        ("市财政局 Süßwaren Café", "", ""),
        ("拼音 āáǎà 注音", "āáǎà", ""),
        ("气温20℃，误差±2°", "±°", ""),
        ("2026年3月底前", "2026", ""),
        ("", "", ""),
    ],
)
def test_characters_as_wide_as_chinese_ones_that_no_chinese_font_has(text: str, wide: str, expected: str) -> None:
    assert misencoded_characters(line(text, wide)) == expected
