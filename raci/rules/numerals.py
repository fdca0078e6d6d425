"""Chinese numerals as they number clauses: 一 to 九百九十九, digits, and circled ones."""

from __future__ import annotations

from raci.rules.punctuation import CIRCLED_NUMBERS

__all__ = ["han", "numeral"]

_HAN = "零一二三四五六七八九"
_DIGITS = {char: value for value, char in enumerate(_HAN)} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}


def numeral(text: str) -> int:
    """The value of a clause's number (二十一 → 21, 12 → 12, ③ → 3); 0 where it has none."""
    text = text.strip()
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and text in CIRCLED_NUMBERS:
        return CIRCLED_NUMBERS.index(text) + 1
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


def han(number: int) -> str:
    """A number below a hundred in Chinese: 12 → 十二."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{_HAN[tens]}十"
    return f"{lead}{_HAN[ones] if ones else ''}"
