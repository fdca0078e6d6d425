"""What a text states of itself: title, issuer, number, date, addressees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from raci.model.patterns import DataPattern
from raci.rules.text_patterns import text_patterns

__all__ = ["Metadata", "find_metadata"]

#: how many lines at the head of a text are searched, and how much of each, in characters
_HEAD_LINES, _HEAD_LENGTH = 40, 400
#: in how many of them the title may end, and may be quoted
_TITLE_LINES, _QUOTE_LINES = 25, 12
#: the most lines that one title is broken over
_MOST_LINES = 5
#: the last lines of a text, where a date may stand, and the longest line that holds nothing but a date
_TAIL_LINES, _DATE_LINE = 12, 60


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text states of itself; None where it does not say. ``date`` is an ISO date or a year."""

    title: str
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    addressees: str | None = None


def find_metadata(lines: Sequence[str], fallback: str, title: str | None = None) -> Metadata:
    """The metadata of a text from its paragraphs; ``title`` overrides that of the text, ``fallback`` replaces it."""
    head = [line[:_HEAD_LENGTH] for line in lines[:_HEAD_LINES]]
    title = title or _title(head) or fallback
    number = _number(head)
    return Metadata(title, _issuer(title, head), number, _date(title, head, lines, number), _addressees(head))


def _patterns() -> Mapping[str, DataPattern]:
    return text_patterns("metadata")


def _number(head: Sequence[str]) -> str | None:
    pattern = _patterns()["number"]
    matches = (match for line in head if "号" in line and (match := pattern.find(line[:160])))
    number = next((match["number"] for match in matches), None)
    return _without_title(number) if number else None


def _without_title(number: str) -> str:
    """A number without the end of a title that is set before it without a gap: 某某实施意见云政办发〔2020〕24号."""
    title = _patterns()["title-before-number"].find(number)
    return number[title.end() :] if title else number


def _addressees(head: Sequence[str]) -> str | None:
    ending = (line for line in head if line[-1:] in (":", "：") and len(line) < _HEAD_LENGTH)
    return next((line for line in ending if _patterns()["addressees"].holds(line)), None)


@cache
def _title_endings() -> frozenset[str]:
    """The last characters of the words that end a title, and brackets: a quick test before the pattern.

    Taken from the examples of the pattern and its alternatives.
    """
    words = _patterns()["title-end"].pattern.removeprefix("(?P<kind>").partition(")")[0]
    return frozenset(word[-1] for word in words.split("|")) | frozenset("）)")


def _title(head: Sequence[str]) -> str | None:
    """The first lines that read like a title; a 通知 that prints a plan gives the name of the plan."""
    patterns = _patterns()
    for index, line in enumerate(head[:_TITLE_LINES]):
        if "号" in line[8:120] and (match := patterns["number"].find(line[:120])):
            # the number, and whatever follows, may be set behind the title without a gap
            line = line[: match.end() - len(_without_title(match["number"]))].rstrip() or line
        if not 4 <= len(line) <= 90 or not (line[-1] in _title_endings() or line[-1].isdigit()):
            continue
        if patterns["title-end"].holds(line) and not patterns["heading-number"].holds(line):
            signature = patterns["signed-above"].find(line)
            if signature and len(line) - signature.end() >= 8:
                return line[signature.end() :].strip()
            return _close_up("".join(_lines_above(head, index)) + line)
    for line in head[:_QUOTE_LINES]:
        if quoted := patterns["quoted-title"].find(line):
            return quoted["printed"] or quoted["opening"]
    return None


def _close_up(title: str) -> str:
    """A title without the blanks that set its characters apart: 重 庆 市 某 某 局关于……"""
    gap = _patterns()["spaced-characters"].expression
    return (gap.sub("", title) if len(gap.findall(title)) > 3 else title).strip()


def _lines_above(head: Sequence[str], last: int) -> Sequence[str]:
    """The lines that belong to a title above its last line: 某某市人民政府 / 关于…… / 的通知."""
    patterns = _patterns()
    first = last
    for index in range(last - 1, max(-1, last - _MOST_LINES), -1):
        line = head[index]
        if not 4 <= len(line) <= 40 or line[-1] in "。；，：:;,》号日":
            break
        if patterns["number"].holds(line) or patterns["heading-number"].holds(line):
            break
        if patterns["signed-above"].holds(line + "甲"):  # a title follows, as the pattern demands
            break
        if patterns["title-first-line"].holds(line):
            first = index
    return head[first:last]


def _issuer(title: str, head: Sequence[str]) -> str | None:
    pattern = _patterns()["issuer"]
    return next((match["issuer"] for text in (title, *head[:8]) if (match := pattern.find(text))), None)


def _date(title: str, head: Sequence[str], lines: Sequence[str], number: str | None) -> str | None:
    """The date of issue: a line that holds nothing but a date, near the top or the end; else a year.

    The year is that of the number, or of the title, or the first that is neither a goal nor a time limit.
    """
    patterns = _patterns()
    for line in _date_lines(head, lines):
        match = patterns["date"].find(line) if "年" in line else None
        if match and len(line) - len(match[0]) <= 24:
            month, day = int(match["m"]), int(match["d"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{match['y']}-{month:02d}-{day:02d}"
    if number and (year := patterns["number-year"].find(number)):
        return year[0]
    year = patterns["year"].find(title) or patterns["year"].find("\n".join(head))
    return year["year"] if year else None


def _date_lines(head: Sequence[str], lines: Sequence[str]) -> Iterator[str]:
    """Where the date of issue may stand; a collection sets it in brackets behind the title of each document."""
    behind = _patterns()["date-behind-title"].find(head[0]) if head else None
    if behind:
        yield behind["date"]
    yield from (line for line in head if len(line) < _DATE_LINE)
    yield from (line for line in lines[-_TAIL_LINES:] if len(line) < _DATE_LINE)
