"""Chinese numerals as they number clauses: 一 to 九百九十九, and digits."""

from __future__ import annotations

__all__ = ["numeral"]

_ONES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100}


def numeral(text: str) -> int:
    """The value of a clause's number (二十一 → 21, 12 → 12); 0 where it has none."""
    text = text.strip()
    if text.isdigit():
        return int(text)
    total = 0
    last = 0
    for char in text:
        if char in _ONES:
            last = _ONES[char]
        elif char in _TENS:
            total += (last or 1) * _TENS[char]
            last = 0
        else:
            return 0
    return total + last
