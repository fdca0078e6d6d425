"""Chinese numerals as they number clauses: 一 to 九百九十九, and digits."""

from __future__ import annotations

__all__ = ["numeral"]

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}


def numeral(text: str) -> int:
    """The value of a clause's number (二十一 → 21, 12 → 12); 0 where it has none."""
    text = text.strip()
    if text.isdigit():
        return int(text)
    total = 0
    digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            return 0
    return total + digit
