"""The lines in which a text says what it is: its first and last ones, as they stand in the source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from raci.model.patterns import DataPattern
from raci.readers.documents.passages import Passage
from raci.rules.text_patterns import text_patterns

__all__ = ["close_up", "fact_lines", "metadata_patterns"]

#: how many lines of either end are looked at, and how many characters of each
_HEAD, _TAIL, _LENGTH = 60, 16, 600
#: what parts paragraphs that the source ran together in one line; a line that is no longer is one
_PARTED = re.compile(r"[\u3000\xa0]{2,}|\t+")
_LONGEST_WHOLE = 120
_MARKS = re.compile(r"^#{1,6}\s+|\*{2,}")


def metadata_patterns() -> Mapping[str, DataPattern]:
    """The patterns of ``raci/data/patterns/metadata.toml``."""
    return text_patterns("metadata")


def fact_lines(parts: Sequence[object]) -> tuple[list[str], list[str]]:
    """The lines at the head and at the end of a text, where paragraphs stand in several lines these.

    ``parts`` are its paragraphs (Passage) and its tables, which say nothing here.
    """
    head: list[str] = []
    for part in parts:
        if len(head) >= _HEAD:
            break
        if isinstance(part, Passage):
            head += _lines(part, 0)
    tail: list[str] = []
    for part in reversed(parts):
        if len(tail) >= _TAIL:
            break
        if isinstance(part, Passage):
            tail = [*_lines(part, -_LENGTH), *tail]
    return head[:_HEAD], tail[-_TAIL:]


def _lines(passage: Passage, begin: int) -> list[str]:
    """The lines of a paragraph, cut to their beginnings, or (``begin`` below 0) to their ends."""
    if (
        len(passage.lines) == 1
        and len(text := passage.lines[0].text) <= _LONGEST_WHOLE
        and not ("#" in text or "*" in text)
    ):
        return [plain] if (plain := text.strip()) else []  # most lines
    if len(passage.lines) > 1 and len(whole := passage.text) <= _LONGEST_WHOLE:
        # a title that a page breaks anywhere: 行动计划（2025— / 2027年）; the first line may be a title by itself
        ends = metadata_patterns()["title-end"]
        if ends.holds(whole) and not any(ends.holds(line.text) for line in passage.lines[:-1]):
            return [whole]
    lines = []
    for line in passage.lines:
        text = line.text[begin:] if begin else line.text[:_LENGTH]
        runs_on = len(line.text) > _LONGEST_WHOLE and any(blank in text for blank in "\u3000\xa0\t")
        pieces = _PARTED.split(text) if runs_on else [text]
        if "#" in text or "*" in text:
            pieces = [_MARKS.sub("", piece) for piece in pieces]
        lines += [plain for piece in pieces if (plain := piece.strip())]
    return lines


def close_up(line: str) -> str:
    """A line without the blanks that set its characters apart (重 庆 市 某 某 局); blanks between words stay."""
    gap = metadata_patterns()["spaced-characters"].expression
    return (gap.sub("", line) if len(gap.findall(line)) > 3 else line).strip()
