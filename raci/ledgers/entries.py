"""What people write into the columns of a ledger, understood: dates as text, shares in any form, states in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from raci.config.ledger_words import ledger_words
from raci.ledgers.values import FIELDS, FilledIn
from raci.rules.numerals import numeral
from raci.views.tables.ledger import STATES

__all__ = ["parse_filled"]

_DAY = re.compile(r"(?:(\d{4})\s*[年./\-—－])?\s*(\d{1,2})\s*[月./\-—－]\s*(\d{1,2})\s*[日号]?(?:\s+\d.*)?")
_COMPACT = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"[34]\d{4}|5\d{4}")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*([%％])?")
_SHORT_YEAR = re.compile(r"(\d\d)[./\-](\d{1,2})[./\-](\d{1,2})")
_PERCENT = re.compile(r"(\D{0,4}?)(\d+(?:\.\d+)?)\s*[%％](\D{0,3})")
_HUNDREDTHS = re.compile(r"百分之([一二三四五六七八九十百零]{1,5})")
_BRACKETED = re.compile(r"(.+?)[（(][^（()）]*[)）]")
_TENTHS = re.compile(r"([一二三四五六七八九十])成")
_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九十", start=1)}
#: where Excel counts days from
_EPOCH = date(1899, 12, 30)


def parse_filled(cells: Mapping[str, str], today: date) -> tuple[FilledIn, list[str]]:
    """The values of a row (heading → text), and what in them is strange, in words; nothing is left out.

    What is not understood stays as it was written.
    """
    texts = {key: " ".join(cells.get(heading, "").split()) for key, heading in FIELDS.items()}
    texts["progress"], texts["problems"] = (_lines(cells.get(FIELDS[key], "")) for key in ("progress", "problems"))
    strange: list[str] = []
    texts["state"] = _state(texts["state"], strange)
    texts["share"] = _share(texts["share"], strange)
    texts["on"] = _day(texts["on"], today, strange)
    if texts["state"] == STATES[2] and texts["share"] not in ("", "100%"):
        strange.append(f"完成情况填“{STATES[2]}”，完成比例却是“{texts['share']}”")
    if texts["state"] == STATES[0] and texts["share"] not in ("", "0%"):
        strange.append(f"完成情况填“{STATES[0]}”，完成比例却是“{texts['share']}”")
    return FilledIn(**texts), strange


def _lines(text: str) -> str:
    return "\n".join(filter(None, (line.strip() for line in text.splitlines())))


def _state(written: str, strange: list[str]) -> str:
    if not written:
        return ""
    bare, bracketed = written.strip("。．. ；;"), _BRACKETED.fullmatch(written)
    choice = ledger_words().states.get(bare) or (ledger_words().states.get(bracketed[1]) if bracketed else None)
    if choice is None:
        strange.append(f"完成情况“{written}”不在可选的“{'、'.join(STATES)}”之中，原样保留")
        return written
    if choice != written:
        strange.append(f"完成情况“{written}”按“{choice}”计")
    return choice


def _share(written: str, strange: list[str]) -> str:
    if not written:
        return ""
    tenths, number = _TENTHS.fullmatch(written), _NUMBER.fullmatch(written)
    hundredths, percent = _HUNDREDTHS.fullmatch(written), _PERCENT.fullmatch(written)
    if tenths:
        share = 10.0 * _DIGITS[tenths[1]]
    elif hundredths:
        share = float(numeral(hundredths[1]) or 0)
    elif percent and not number:
        share = float(percent[2])
        strange.append(f"完成比例“{written}”按“{share:.6g}%”计")
    elif number:
        value = float(number[1])
        # 0.8 without a sign is four fifths, 80 is 80 %; 1 is all, as the column shows it
        share = value if number[2] or value > 1 else 100 * value
    else:
        strange.append(f"完成比例“{written}”看不懂，原样保留")
        return written
    if share > 100:
        strange.append(f"完成比例“{written}”超过 100%，原样保留")
        return written
    return f"{share:.6g}%"


def _day(written: str, today: date, strange: list[str]) -> str:
    if not written:
        return ""
    day = _parse_day(written, today)
    if day is None:
        strange.append(f"填报日期“{written}”看不懂，原样保留")
        return written
    if _SHORT_YEAR.fullmatch(written):
        strange.append(f"填报日期“{written}”按“{day.isoformat()}”计")
    if day > today:
        strange.append(f"填报日期“{written}”在今天（{today.isoformat()}）之后")
    return day.isoformat()


def _parse_day(written: str, today: date) -> date | None:
    try:
        if match := _DAY.fullmatch(written):
            return date(int(match[1] or today.year), int(match[2]), int(match[3]))
        if (match := _SHORT_YEAR.fullmatch(written)) and abs(2000 + int(match[1]) - today.year) <= 1:
            return date(2000 + int(match[1]), int(match[2]), int(match[3]))
        if match := _COMPACT.fullmatch(written):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if _SERIAL.fullmatch(written):
            return _EPOCH + timedelta(days=int(written))
    except ValueError:
        return None
    return None
