"""Pages whose fonts say of some Chinese characters that they are others: 市财政局 reads 市¯政局 (pdf)."""

from __future__ import annotations

from collections.abc import Iterable

from raci.model.late_patterns import late_pattern
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.measures import upper_median

__all__ = ["misencoded_characters"]

#: Latin letters and control codes; Chinese fonts have at their full width those of GB 2312, such as ā
_LATIN = late_pattern("[\x7f-\xa0\xaa\xaf\xb2-\xb6\xb8-\xba\xc0-\u017f]")
_CHINESE = late_pattern("[\u4e00-\u9fff]")
#: such a character is as wide as a Chinese one, but for so much of it; so many different ones tell a wrong map
_WIDTH_OFF, _MIN_WRONG = 0.04, 2


def misencoded_characters(glyphs: Iterable[Glyph]) -> str:
    """The characters of a page that no font has as wide as its Chinese ones; none where they are too few to tell."""
    chinese, latin = [], []
    for glyph in glyphs:
        if _CHINESE.match(glyph.text):
            chinese.append(glyph.right - glyph.left)
        elif _LATIN.match(glyph.text) and not _is_in_gb2312(glyph.text):
            latin.append(glyph)
    if not latin:
        return ""
    width = upper_median(chinese)
    wrong = {glyph.text for glyph in latin if abs(glyph.right - glyph.left - width) < _WIDTH_OFF * width}
    return "".join(sorted(wrong)) if len(wrong) >= _MIN_WRONG else ""


def _is_in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
