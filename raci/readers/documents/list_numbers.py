"""Numbers as lists show them: 一、（一）1. ① A. iv), by the names that Word and web pages give the styles."""

from __future__ import annotations

__all__ = ["BULLET", "format_number"]

#: the style of a list without numbers
BULLET = "bullet"

_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN_SIZES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")


def format_number(value: int, style: str) -> str:
    """The number ``value`` in a style of Word (ST_NumberFormat) or of CSS; an unknown style counts in digits."""
    if style in ("none", BULLET, "") or value < 0:
        return ""
    name = style.lower()
    if name in ("decimal", "decimalhalfwidth", "arabic") or value > 99_999:
        return str(value)
    if name in _HAN_STYLES:
        return _han(value, "零" + _HAN[1:], "十百千万")
    if name in ("chineselegalsimplified", "ideographlegaltraditional", "simp-chinese-formal"):
        return _han(value, _FORMAL, "拾佰仟万", bare=False)
    if name in ("ideographdigital", "japanesedigitaltenthousand", "taiwanesedigital", "koreandigital2"):
        return "".join(_HAN[int(digit)] for digit in str(value))
    if name == "decimalzero" or name == "decimal-leading-zero":
        return f"{value:02d}"
    if name.startswith("decimalfullwidth"):
        return "".join(chr(ord("０") + int(digit)) for digit in str(value))
    if name.startswith("decimalenclosedcircle"):
        return _circled(value)
    if name == "decimalenclosedparen":
        return f"（{value}）"
    if name == "decimalenclosedfullstop":
        return f"{value}."
    if name == "ideographenclosedcircle":
        return chr(0x3280 + value - 1) if 1 <= value <= 10 else str(value)
    if name in ("ideographtraditional", "cjk-heavenly-stem"):
        return _STEMS[(value - 1) % 10] if value else ""
    if name in ("ideographzodiac", "cjk-earthly-branch"):
        return _BRANCHES[(value - 1) % 12] if value else ""
    if name in ("upperletter", "upper-alpha", "upper-latin"):
        return _letters(value).upper()
    if name in ("lowerletter", "lower-alpha", "lower-latin"):
        return _letters(value)
    if name in ("upperroman", "upper-roman"):
        return _roman(value).upper()
    if name in ("lowerroman", "lower-roman"):
        return _roman(value)
    return str(value)


_HAN_STYLES = frozenset(
    (
        "chinesecounting",
        "chinesecountingthousand",
        "taiwanesecounting",
        "taiwanesecountingthousand",
        "japanesecounting",
        "koreancounting",
        "cjk-ideographic",
        "simp-chinese-informal",
        "trad-chinese-informal",
    )
)


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
