"""How wide a text is in Excel's unit, and how high a row must be for its texts."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import east_asian_width

__all__ = ["row_height", "text_width"]


class _Advances(dict[str, float]):
    """How far each character goes, found when it is first met."""

    def __missing__(self, char: str) -> float:
        self[char] = advance = 2.0 if east_asian_width(char) in "WFA" else 1.1
        return advance


_advance = _Advances().__getitem__


@lru_cache(maxsize=20_000)  # a text is measured for its column, and for its row
def text_width(text: str) -> float:
    """How wide the widest line of a text is, in Excel's unit, a digit; a Chinese character takes two."""
    return max((sum(map(_advance, line)) for line in text.split("\n")), default=0.0)


def row_height(cells: Iterable[tuple[str, float]], size: float = 10.5, most: float = 409.0) -> float:
    """How high a row must be, in points, for its texts in columns of these widths; Excel knows no row above 409.

    Stated, not left to the program: Excel, WPS and LibreOffice each fit rows in other cases.
    """
    lines = 1
    for text, column_width in cells:
        room = max(column_width - 1.0, 2.0)  # Excel keeps a little blank at both sides
        if "\n" in text:
            lines = max(lines, sum(max(1, math.ceil(text_width(line) / room)) for line in text.split("\n")))
        elif len(text) * 2.0 > room * lines:  # no text is wider than two digits a character
            lines = max(lines, math.ceil(text_width(text) / room))
    return min(lines * size * 1.45 + 4, most)  # Noto, which stands in for missing fonts, has the highest lines
