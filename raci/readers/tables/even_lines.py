"""Lines with as many separators each: there a row stands in a line, and none is spread over several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

__all__ = ["is_one_of_even_lines"]

#: so many lines with as many separators each, and so many of these at the least
_LINES, _SEPARATORS = 4, 2


def is_one_of_even_lines(lines: Sequence[str], place: int, sign: str) -> bool:
    """Whether a line is one of several, one below the other, in which ``sign`` stands equally often."""
    held = lines[place].count(sign)
    if held < _SEPARATORS:
        return False
    above = takewhile(lambda line: line.count(sign) == held, reversed(lines[max(0, place - _LINES) : place]))
    below = takewhile(lambda line: line.count(sign) == held, lines[place : place + _LINES])
    return sum(1 for _ in (*above, *below)) >= _LINES
