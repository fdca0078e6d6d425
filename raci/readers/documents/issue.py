"""Who issued a text, and when: its title, its letterhead, its signature."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.documents.fact_lines import close_up, metadata_patterns
from raci.readers.documents.issuing_bodies import bodies_listed, is_placed
from raci.rules.numerals import numeral

__all__ = ["find_date", "find_issuers", "find_signature"]

#: how many lines of names may stand above a date, and in how many lines a letterhead may stand
_MOST_SIGNERS, _LETTERHEAD = 16, 10
#: the longest line of a letterhead, in characters
_LONGEST_HEAD = 120
#: the longest label that stands on the line before what it is of
_LONGEST_LABEL = 12


class Signature(NamedTuple):
    """Who signed, as written and in order, and on which day (ISO)."""

    issuers: tuple[str, ...]
    date: str


def find_signature(head: Sequence[str], tail: Sequence[str]) -> Signature | None:
    """The first signature of a text: names of bodies and a date below or behind them; else a date that stands alone."""
    alone: Signature | None = None
    for lines in (head, tail):
        if not _holds_day("".join(lines)):
            continue
        for index in _beside_days(lines):
            signature = _signed(lines, index, lines[index])
            if signature is not None and signature.issuers:
                return signature
            alone = alone or signature
    return alone


def _beside_days(lines: Sequence[str]) -> list[int]:
    """The lines that may hold a date, or stand before one or behind a label: a quick look."""
    following = (*lines[1:], "")
    return [
        index
        for index, (line, after) in enumerate(zip(lines, following, strict=True))
        if "日" in (words := line + after) or "20" in words or (index and lines[index - 1][-1] in ":：")
    ]


def _signed(lines: Sequence[str], index: int, line: str) -> Signature | None:
    """The signature that a line ends; None where it holds no date of issue."""
    if index and lines[index - 1][-1] in ":：" and len(lines[index - 1]) < _LONGEST_LABEL:
        line = lines[index - 1] + line  # 发布日期： on one line, the day on the next
    words = line + "".join(lines[index + 1 : index + 2])
    if not _holds_day(words):
        return None
    return _enacted(line, lines[index + 1 : index + 2]) or _dated(lines, index, line) or _signed_in_line(line)


def _holds_day(words: str) -> bool:
    """Whether some words hold a date to the day: a quick look."""
    patterns = metadata_patterns()
    written = "日" in words and "年" in words and patterns["day-written"].holds(words)
    return written or ("20" in words and patterns["day-in-figures"].holds(words))


def _enacted(line: str, following: Sequence[str]) -> Signature | None:
    """By whom and when a law was adopted or ordered, or a report given: that stands below its title."""
    patterns = metadata_patterns()
    words = line + "".join(following)
    match = patterns["adopted"].find(words) or patterns["ordered"].find(words)
    issuers = (match["issuer"],) if match else ()
    match = match or patterns["spoken"].find(line)
    date = _iso(match["date"]) if match else None
    return Signature(issuers, date) if date else None


def _dated(lines: Sequence[str], index: int, line: str) -> Signature | None:
    """A line that holds a date and nothing else but who signs, or that begins with it."""
    patterns = metadata_patterns()
    if not _holds_day(line):
        return None
    match = patterns["date-line"].find(line)
    before = match["before"] if match else ""
    match = match or patterns["date-begins"].find(line)
    date = _iso(match["date"]) if match else None
    if date is None:
        return None
    issuers = bodies_listed(before)
    if before.strip() and not issuers and not patterns["date-label"].holds(before):
        return None
    return Signature(issuers or _signers_above(lines, index), date)


def _signed_in_line(line: str) -> Signature | None:
    """A signature in a line that runs on: ……贯彻执行。某某市人民政府2024年3月31日（此件公开发布）."""
    if "日" not in line or not metadata_patterns()["day-written"].holds(line):
        return None
    for match in metadata_patterns()["signed-in-line"].expression.finditer(line):
        date, issuers = _iso(match["date"]), bodies_listed(match["issuer"])
        if date and issuers:
            return Signature(issuers, date)
    return None


def _signers_above(lines: Sequence[str], index: int) -> tuple[str, ...]:
    """The bodies on the lines above a date."""
    patterns = metadata_patterns()
    names: list[str] = []
    for line in reversed(lines[max(0, index - _MOST_SIGNERS) : index]):
        if patterns["remark-line"].holds(line):
            continue
        listed = bodies_listed(line)
        if not listed:
            # the last sentence of the text, with the name at its end: ……贯彻执行。某某市人民政府
            behind = patterns["name-behind-sentence"].find(line)
            if behind and not names:
                names[:0] = bodies_listed(behind["issuer"])
            if not patterns["broken-name"].holds(line):
                break
            # a name that two columns or the end of a line broke: the others of the line are known all the same
            names[:0] = [name for word in line.split() for name in bodies_listed(word)]
            continue
        names[:0] = listed
    return tuple(dict.fromkeys(names))


def _iso(text: str) -> str | None:
    """A date in figures or Chinese numerals as ISO; None where there is no such day."""
    match = metadata_patterns()["date"].find(text)
    if match is None:
        return None
    year, month, day = _year(match["y"]), numeral(match["m"].strip()), numeral(match["d"].strip())
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return f"{year}-{month:02d}-{day:02d}"


def _year(text: str) -> int:
    """The year in figures or in Chinese numerals, of which the zero is written in several ways: 二○二四 → 2024."""
    zeros = metadata_patterns()["zero"].expression
    return int("".join(str(numeral(char)) for char in zeros.sub("0", text)))


def find_issuers(title: str, head: Sequence[str], signature: Signature | None, stated: str | None) -> tuple[str, ...]:
    """The bodies that issued a text: those that its title begins with, else its signature's, its letterhead's.

    ``stated`` is whom the source names outside of the text; it stands in where the text names nobody.
    """
    patterns = metadata_patterns()
    signed = signature.issuers if signature else ()
    named = _named_in_title(title)
    if named:
        # 某委等部门关于……, 市政府关于……: the signature says who the others are, and of which city
        others = patterns["and-others"].holds(title) and len(signed) > len(named)
        unplaced = len(signed) == len(named) and not any(is_placed(name) for name in named)
        return signed if others or unplaced else named
    if signed:
        return signed
    for before, line in pairwise(("", *head)):
        words = before + line if before[-1:] in (":", "：") and len(before) < _LONGEST_LABEL else line
        for kind in ("announced", "issuer-label"):
            if (match := patterns[kind].find(words)) and (listed := bodies_listed(match["issuer"])):
                return listed
    return _letterhead(head) or (bodies_listed(stated) if stated else ())


def _named_in_title(title: str) -> tuple[str, ...]:
    match = metadata_patterns()["issuer-in-title"].find(title)
    return bodies_listed(match["issuer"]) if match else ()


def _letterhead(head: Sequence[str]) -> tuple[str, ...]:
    """The bodies on the first lines: 某某市人民政府文件, or names alone above the title."""
    patterns = metadata_patterns()
    names: list[str] = []
    for line in head[:_LETTERHEAD]:
        line = close_up(line)
        if len(line) > _LONGEST_HEAD or line.endswith("。") or patterns["heading-number"].holds(line):
            break
        match = patterns["letterhead"].find(line)
        listed = bodies_listed(match["issuer"] if match else line)
        if match and listed:
            return tuple(dict.fromkeys((*names, *listed)))
        if not listed:
            if names:
                break
            continue
        names += listed
    return tuple(dict.fromkeys(names))


def find_date(
    title: str,
    head: Sequence[str],
    signature: Signature | None,
    number: str | None,
    stated: str | None,
) -> str | None:
    """The date of issue: behind the title, of the signature, as the source states it; else a year.

    The year is that of the number, or of the title, or the first that is neither a goal nor a time limit.
    """
    patterns = metadata_patterns()
    for line in head[:6]:
        behind = patterns["date-behind-title"].find(line) if line.endswith((")", "）")) else None
        if behind and (date := _iso(behind["date"])):
            return date
    if signature:
        return signature.date
    number_year = patterns["number-year"].find(number) if number else None
    if stated and (number_year is None or number_year[0] == stated[:4]):
        return stated
    if number_year:
        return number_year[0]
    year = patterns["year"].find(title) or patterns["year"].find("\n".join(head))
    return year["year"] if year else None
