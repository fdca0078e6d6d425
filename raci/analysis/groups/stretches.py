"""Where in a document the rosters are, the tables, and what sentences say of groups."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.analysis.groups.persons import is_person
from raci.analysis.groups.posts import is_post, with_person
from raci.model import Block, Document
from raci.rules.lexicon import lexicon_pattern

__all__ = ["GroupStretch", "paragraphs", "stretches"]

#: the longest line that may go on a roster, and the shortest name, in characters
_LONGEST_LINE, _SHORTEST_NAME = 60, 2


class GroupStretch(NamedTuple):
    """A part of a document: a line of a roster, a table, or (neither) sentences."""

    start: int
    end: int
    is_roster: bool = False
    table: Block | None = None


def stretches(document: Document) -> Iterator[GroupStretch]:
    """The tables of a document, the lines of its rosters, one by one, and what stands between them, as a whole."""
    position = 0
    for block in document.blocks:
        if block.cells:
            yield from _in_text(document.text, position, block.start)
            yield GroupStretch(block.start, block.end, table=block)
            position = block.end
    yield from _in_text(document.text, position, len(document.text))


def _in_text(text: str, start: int, end: int) -> Iterator[GroupStretch]:
    if lexicon_pattern("group.may-list").search(text, start, end) is None:
        if start < end:
            yield GroupStretch(start, end)
        return
    begin = position = start
    in_roster = False
    for line in text[start:end].splitlines(keepends=True):
        first, last, in_roster = _roster_in(line, in_roster)
        if first < last:
            if begin < position + first:
                yield GroupStretch(begin, position + first)
            yield GroupStretch(position + first, position + last, is_roster=True)
            begin = position + last
        position += len(line)
    if begin < position:
        yield GroupStretch(begin, position)


def _roster_in(line: str, goes_on: bool) -> tuple[int, int, bool]:
    """Where a roster stands in a line (all of it, part of it, nowhere), and whether one may go on in the next."""
    if _is_roster(line, goes_on):
        return 0, len(line), True
    if lexicon_pattern("group.may-list").search(line):
        labels = list(lexicon_pattern("group.roster-label").finditer(line))
        if len({label[0] for label in labels}) > 1:
            stop = lexicon_pattern("group.roster-end").search(line, labels[-1].end())
            return labels[0].start(), stop.start() if stop else len(line), False
    return 0, 0, False


def _is_roster(line: str, goes_on: bool) -> bool:
    """Whether a line is of a roster: it has a label, or goes on with a person, a post, or nothing."""
    words = line.strip()
    has_colon = "：" in words or ":" in words  # as every label has
    may_list = has_colon and lexicon_pattern("group.may-list").search(words) is not None
    label = lexicon_pattern("group.roster-label").search(words) if may_list else None
    if label is not None and (goes_on or not label.start() or "  " in words.replace("\u3000", " ")):
        return True
    if not goes_on:
        return False
    if len(words) < _SHORTEST_NAME:
        return True
    if len(words) > _LONGEST_LINE or words.endswith(("。", "；", "，")):
        return False
    return is_person(words) or is_post(words) or with_person(words) is not None


def paragraphs(text: str, start: int, end: int, names: Sequence[int]) -> list[int]:
    """Where paragraphs begin: behind a line that ends a sentence, and behind a short heading.

    ``names`` are where in the text words stand without which no group is named, in order.
    """
    breaks: list[int] = []
    position = start
    for line in text[start:end].splitlines(keepends=True):
        begin, position = position, position + len(line)
        words = line.strip()
        if words and (words[-1] in "。；：！？" or _is_heading(words, may_name=stands_in(names, begin, position))):
            breaks.append(position)
    return breaks


def stands_in(offsets: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the offsets, which are in order, is in a stretch."""
    first = bisect_left(offsets, start)
    return first < len(offsets) and offsets[first] < end


def _is_heading(line: str, *, may_name: bool) -> bool:
    """Whether a line is a heading: numbered and without a pause, or the name of a group."""
    if lexicon_pattern("group.heading").search(line):
        return True
    # where nothing may be of a group, no group is named
    return may_name and lexicon_pattern("group.named").search(line) is not None
