"""Where in a document the rosters are, the tables, and what sentences say of groups."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.analysis.groups.entries import is_entry
from raci.analysis.groups.grid import GroupTable
from raci.analysis.groups.heading_lines import is_numbered_heading, named_in_heading
from raci.analysis.groups.posts import is_list
from raci.analysis.groups.roster_ends import LONGEST_ENTRY
from raci.analysis.groups.rosters import RosterPart, has_head, roster_parts
from raci.analysis.groups.tables import has_entries_alone, is_list_of_members
from raci.model import Block, Document
from raci.rules.lexicon import lexicon_pattern

__all__ = ["GroupStretch", "stretches", "worth_reading"]


class GroupStretch(NamedTuple):
    """A part of a document: a roster with its parts, a table, or (neither) sentences."""

    start: int
    end: int
    roster: tuple[RosterPart, ...] = ()
    table: Block | None = None


def stretches(text: str, blocks: Sequence[Block]) -> Iterator[GroupStretch]:
    """The tables of a document, its rosters, and what stands between them; ``text`` in full-width punctuation."""
    position = 0
    for block in blocks:
        if block.cells and not _is_roster(text, block):
            yield from _in_text(text, position, block.start)
            yield GroupStretch(block.start, block.end, table=block)
            position = block.end
    yield from _in_text(text, position, len(text))


def _is_roster(text: str, block: Block) -> bool:
    """Whether a table is a roster by its lines, whose columns mean nothing: 组长 │ 市长　王某."""
    if lexicon_pattern("group.may-list").search(text, block.start, block.end) is None:
        return False
    table = GroupTable.of(text, block)
    if is_list_of_members(table) and not _goes_on_below(text, block) and not has_entries_alone(table):
        return False
    return has_head(list(roster_parts(text, block.start, block.end)))


def _goes_on_below(text: str, block: Block) -> bool:
    """Whether the line below a table is an entry, or a body in the line right below it, set in: 　　　　市水务局."""
    below = text[block.end : block.end + LONGEST_ENTRY].lstrip("\n").split("\n", 1)[0]
    is_set_in = below[:1].isspace() and is_list(below.strip())
    return is_entry(below.strip()) or is_set_in


def _in_text(text: str, start: int, end: int) -> Iterator[GroupStretch]:
    if lexicon_pattern("group.may-list").search(text, start, end) is None:
        if start < end:
            yield GroupStretch(start, end)
        return
    roster: list[RosterPart] = []
    position = start
    for part in roster_parts(text, start, end):
        between = text[position : part.label].strip("。；， \t\r\n\u3000")
        if roster and lexicon_pattern("group.label-number").fullmatch(between):
            between = ""
        if roster and between:
            yield from _roster(roster)
            roster = []
        if between:
            yield GroupStretch(position, part.label)
        roster.append(part)
        position = part.end
    yield from _roster(roster)
    if position < end:
        yield GroupStretch(position, end)


def _roster(parts: Sequence[RosterPart]) -> Iterator[GroupStretch]:
    if parts:
        yield GroupStretch(parts[0].label, parts[-1].end, tuple(parts))


def worth_reading(
    document: Document, text: str, start: int, end: int, names: Sequence[int], is_spoken_of: Callable[[], bool]
) -> Iterator[tuple[int, int]]:
    """The paragraphs in which something may be said of groups: most are not of groups, and cost but a glance.

    ``text`` is in full-width punctuation, ``names`` as in ``paragraphs``; ``is_spoken_of`` tells, of each
    paragraph anew, whether a group was named before.
    """
    may_say = lexicon_pattern("group.may-say").search
    title_end = len(document.title) if document.text.startswith(document.title) else 0
    for begin, stop in pairwise([start, *paragraphs(text, start, end, names, title_end), end]):
        if stands_in(names, begin, stop) or (is_spoken_of() and may_say(text, begin, stop)):
            yield begin, stop


def paragraphs(text: str, start: int, end: int, names: Sequence[int], title_end: int = 0) -> list[int]:
    """Where paragraphs begin: behind a line that ends a sentence, and behind a short heading.

    ``names`` are where in the text words stand without which no group is named, in order; ``title_end`` is the end of
    the line that is the document's title.
    """
    breaks: list[int] = []
    position = start
    for line in text[start:end].splitlines(keepends=True):
        begin, position = position, position + len(line)
        breaks += [begin + item.end() for item in lexicon_pattern("group.first-item").finditer(line)]
        words = line.strip()
        if begin > start and lexicon_pattern("group.numbered-line").match(words):
            breaks.append(begin)
        if words and (
            words[-1] in "。；：！？"
            or begin < title_end <= position
            or lexicon_pattern("group.document-title").match(words)
            or _is_heading(words, may_name=stands_in(names, begin, position))
        ):
            breaks.append(position)
    return sorted(breaks)


def stands_in(offsets: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the offsets, which are in order, is in a stretch."""
    first = bisect_left(offsets, start)
    return first < len(offsets) and offsets[first] < end


def _is_heading(line: str, *, may_name: bool) -> bool:
    """Whether a line is a heading: numbered and without a pause, or the name of a group."""
    # where nothing may be of a group, no group is named
    if is_numbered_heading(line):
        return True
    if not may_name:
        return False
    alone = lexicon_pattern("group.office-alone").match(line) or lexicon_pattern("group.work-group").fullmatch(line)
    return alone is not None or named_in_heading(line) is not None
