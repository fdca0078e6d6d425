"""Numbers as lists show them: 一、（一）1. ① A. iv), by the names that Word and CSS give to the styles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

__all__ = ["BULLET", "format_number"]

#: the style of a list without numbers
BULLET = "bullet"

_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN_SIZES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
#: from here on numbers are written in digits, whatever the style
_LARGEST = 99_999


def format_number(value: int, style: str) -> str:
    """The number ``value`` in a style of Word (ECMA-376, ST_NumberFormat) or of CSS (css-counter-styles-3).

    An unknown style counts in digits; a list without numbers and a negative number give nothing.
    """
    if style in ("none", BULLET, "") or value < 0:
        return ""
    if value > _LARGEST:
        return str(value)
    name = style.lower()
    # Word has variants of these two: decimalFullWidth2, decimalEnclosedCircleChinese
    for family in ("decimalfullwidth", "decimalenclosedcircle"):
        if name.startswith(family):
            name = family
    return _STYLES.get(name, str)(value)


def _han(value: int, digits: str, units: str, *, bare: bool = True) -> str:
    """Han numerals up to 99,999: 十一, 二十, 一百零一; ``bare``: ten is 十, not 一十."""
    if value == 0:
        return digits[0]
    if value >= 10_000:
        rest = value % 10_000
        gap = digits[0] if 0 < rest < 1_000 else ""
        return (
            _han(value // 10_000, digits, units)
            + units[3]
            + gap
            + (_han(rest, digits, units, bare=False) if rest else "")
        )
    text = ""
    skipped = False
    for power, size in ((3, 1000), (2, 100), (1, 10), (0, 1)):
        digit = value // size % 10
        if digit:
            text += (digits[0] if skipped and text else "") + digits[digit] + (units[power - 1] if power else "")
            skipped = False
        else:
            skipped = True
    return text[1:] if bare and 10 <= value < 20 else text


def _digits(value: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(value))


def _full_width(value: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(value))


def _cycle(value: int, signs: str) -> str:
    """The signs one after the other, from the first again after the last."""
    return signs[(value - 1) % len(signs)] if value else ""


def _circled_han(value: int) -> str:
    return chr(0x3280 + value - 1) if 1 <= value <= 10 else str(value)


def _circled(value: int) -> str:
    if 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if 21 <= value <= 35:
        return chr(0x3251 + value - 21)
    return chr(0x32B1 + value - 36) if 36 <= value <= 50 else str(value)


def _letters(value: int) -> str:
    """a … z, aa, bb … as Word counts."""
    return chr(97 + (value - 1) % 26) * min((value - 1) // 26 + 1, 20) if value else ""


def _roman(value: int) -> str:
    text = ""
    for size, letters in zip(_ROMAN_SIZES, _ROMAN, strict=True):
        count, value = divmod(value, size)
        text += letters * count
    return text


def _in(names: str, writer: Callable[[int], str]) -> dict[str, Callable[[int], str]]:
    return dict.fromkeys(names.split(), writer)


#: the name of a style, in lower case → what writes a number in it
_STYLES: Mapping[str, Callable[[int], str]] = {
    **_in(
        "chinesecounting chinesecountingthousand taiwanesecounting taiwanesecountingthousand japanesecounting"
        " koreancounting cjk-ideographic simp-chinese-informal trad-chinese-informal",
        partial(_han, digits="零" + _HAN[1:], units="十百千万"),
    ),
    **_in(
        "chineselegalsimplified ideographlegaltraditional simp-chinese-formal",
        partial(_han, digits=_FORMAL, units="拾佰仟万", bare=False),
    ),
    **_in("ideographdigital japanesedigitaltenthousand taiwanesedigital koreandigital2", _digits),
    **_in("decimalzero decimal-leading-zero", "{:02d}".format),
    **_in("decimalfullwidth", _full_width),
    **_in("decimalenclosedcircle", _circled),
    **_in("decimalenclosedparen", "（{}）".format),
    **_in("decimalenclosedfullstop", "{}.".format),
    **_in("ideographenclosedcircle", _circled_han),
    **_in("ideographtraditional cjk-heavenly-stem", partial(_cycle, signs=_STEMS)),
    **_in("ideographzodiac cjk-earthly-branch", partial(_cycle, signs=_BRANCHES)),
    **_in("upperletter upper-alpha upper-latin", lambda value: _letters(value).upper()),
    **_in("lowerletter lower-alpha lower-latin", _letters),
    **_in("upperroman upper-roman", lambda value: _roman(value).upper()),
    **_in("lowerroman lower-roman", _roman),
}
