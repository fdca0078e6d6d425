"""The numeral 一, which a recogniser takes for a dash where it numbers a heading: （--）摸清底数, -、总体要求."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.readers.layout.ocr.engine import TextStrip

__all__ = ["with_chinese_ones"]

#: dashes where the number of a heading ends, alone or behind tens
_DASHES = re.compile("[（(]?(?:[二三四五六七八九]?十)?([-—–－]{1,3})(?=[)）、])")


def with_chinese_ones(strips: Sequence[TextStrip]) -> list[TextStrip]:
    """The strips, those that begin with such a number with 一 in it."""
    return [_mended(strip) for strip in strips]


def _mended(strip: TextStrip) -> TextStrip:
    texts = [char.text for char in strip.chars]
    found = _DASHES.match("".join(texts))
    if found is None or any(len(text) != 1 for text in texts[: found.end(1)]):
        return strip
    first, end = found.span(1)
    dashes = strip.chars[first:end]
    middle = sum(char.middle for char in dashes) / len(dashes)
    one = dashes[0]._replace(text="一", middle=middle)
    return strip._replace(chars=(*strip.chars[:first], one, *strip.chars[end:]))
