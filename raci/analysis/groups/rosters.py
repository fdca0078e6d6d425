"""Rosters: 组长：王某　市长, a person or a body a line under its label, or several run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from raci.analysis.groups.persons import name_and_post
from raci.analysis.groups.posts import is_post, people_in, with_person
from raci.analysis.groups.statements import Said, position_of
from raci.rules.lexicon import lexicon_pattern

__all__ = ["RosterPart", "read_roster", "roster_parts"]

_BLANK = re.compile(r"\s+")
_STOPS = "。；;"
#: the longest name of a person, and the narrowest gap between two entries, in characters
_LONGEST_NAME, _WIDE_GAP = 4, 3
#: the shortest entry (a name and a post), and so much of a post is looked at, in characters
_SHORTEST_ENTRY, _LONGEST_POST = 4, 30


class RosterPart(NamedTuple):
    """A label (组长, 成员 …) and the span of the text that stands behind it."""

    title: str
    start: int
    end: int


def roster_parts(text: str, start: int, end: int, title: str) -> list[RosterPart]:
    """The labels in ``text[start:end]``, a line, each with what stands behind it up to the next.

    What stands before the first goes on under ``title``, the last one above (empty: there is none).
    """
    labels = list(lexicon_pattern("group.roster-label").finditer(text, start, end))
    first = labels[0].start() if labels else end
    parts = [RosterPart(title, start, first)] if title and text[start:first].strip() else []
    for index, label in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else end
        written = _BLANK.sub("", label[0]).rstrip("：:")
        # 成 may stand on the line above
        parts.append(RosterPart("成员" if written == "员" else written, label.end(), stop))
    return parts


def read_roster(text: str, part: RosterPart) -> Iterator[Said]:
    """Who stands behind a label, in ``text``; spans are those in the text."""
    position = position_of(part.title)
    for start, end in _entries(text, part):
        words = text[start:end]
        person = with_person(words)
        if person is not None:
            yield Said(position, part.title, person._replace(start=start + person.start, end=start + person.end))
            continue
        bare = words.strip().strip(_STOPS)
        offset = start + words.find(bare) if bare else start
        for who in people_in(_BLANK.sub("", bare)):
            yield Said(position, part.title, who._replace(start=offset, end=offset + len(bare)))


def _entries(text: str, part: RosterPart) -> Iterator[tuple[int, int]]:
    """The entries behind a label: parted by wide blanks where persons and posts alternate, else the whole."""
    words = text[part.start : part.end]
    tokens = [(match.start(), match.end()) for match in re.finditer(r"\S+", words)]
    if not tokens:
        return
    groups: list[list[tuple[int, int]]] = [[tokens[0]]]
    for before, token in pairwise(tokens):
        gap = token[0] - before[1]
        entry = groups[-1]
        named = len(entry) > 1 or entry[0][1] - entry[0][0] > _LONGEST_NAME
        if gap >= _WIDE_GAP and named:
            groups.append([token])
        else:
            entry.append(token)
    for entry in groups:
        yield from _run_together(text, part.start + entry[0][0], part.start + entry[-1][1])


def _run_together(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The entries in a stretch where persons follow one another without a blank: 王某市财政局局长李某市水务局局长."""
    begin = start
    for surname in lexicon_pattern("group.surname").finditer(text, start + _SHORTEST_ENTRY, end):
        place = surname.start()
        if place - begin < _SHORTEST_ENTRY or not is_post(text[max(begin, place - _LONGEST_POST) : place]):
            continue
        if name_and_post(text[place : min(end, place + _LONGEST_POST)], open_end=True) is not None:
            yield begin, place
            begin = place
    yield begin, end
