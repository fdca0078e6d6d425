"""Which words of a changed task are new, and which are gone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from raci.comparison.needed import missing

__all__ = ["MarkedText", "segments"]

#: a run that both texts share and that is shorter than this, between changes, is part of the change: single characters
#: that happen to be the same make a text unreadable
_RUN = 3
#: what parts the names of a list and the halves of a sentence: a change reads best from one of these onward
_MARKS = frozenset("、，；。：,;")


#: a number, with what it cannot be read without
_NUMBER = r"[0-9０-９]+(?:[.．][0-9０-９]+)?[%％]?"
#: a run that both texts share: where it begins before and after, and how long it is
_Run = tuple[int, int, int]


class MarkedText(NamedTuple):
    """A stretch of a text: ``same`` in both, or only in that one (``changed``)."""

    kind: Literal["same", "changed"]
    text: str


def segments(
    before: str, after: str, names: Iterable[str] = ()
) -> tuple[tuple[MarkedText, ...], tuple[MarkedText, ...]]:
    """The stretches of both texts, in order: what they share, and what only one has.

    One of the ``names`` (of bodies), or a number, that is not the same as a whole is marked as a whole.

    Raises OptionError where RapidFuzz is not installed.
    """
    try:
        from rapidfuzz.distance import Indel
    except ImportError as fault:
        raise missing("rapidfuzz") from fault
    blocks = Indel.editops(before, after).as_matching_blocks()
    shared = [(block.a, block.b, block.size) for block in blocks if block.size]
    shared = _at_marks(before, after, _readable(shared, len(before)))
    shared = _readable(_whole_units(before, after, shared, names), len(before))
    return _stretches(before, [(a, size) for a, _, size in shared]), _stretches(
        after, [(b, size) for _, b, size in shared]
    )


def _readable(shared: Iterable[_Run], length: int) -> list[_Run]:
    """The shared runs but for short ones between changes; ``length`` is that of the text before."""
    return [(a, b, size) for a, b, size in shared if size >= _RUN or a in (0, length) or a + size in (0, length)]


def _whole_units(before: str, after: str, shared: list[_Run], names: Iterable[str]) -> list[_Run]:
    """The shared runs without the parts of names and numbers of which another part is not shared.

    What one text gives up the other does too, and may have a unit there that then is in parts: until none is.
    """
    words = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
    unit = re.compile("|".join((*map(re.escape, words), _NUMBER)))
    units = [[match.span() for match in unit.finditer(text)] for text in (before, after)]
    while True:
        cut = _cut(_cut(shared, units[0], 0), units[1], 1)
        if cut == shared:
            return shared
        shared = cut


def _cut(shared: Iterable[_Run], units: Sequence[tuple[int, int]], side: int) -> list[_Run]:
    """The shared runs, cut at their ends where a unit of one side (0 before, 1 after) goes on beyond them."""
    starts = [start for start, _ in units]
    kept: list[_Run] = []
    for run in shared:
        first, last = run[side], run[side] + run[2]
        index = bisect_left(starts, first) - 1
        if index >= 0 and first < units[index][1]:
            first = units[index][1]
        index = bisect_left(starts, last) - 1
        if index >= 0 and last < units[index][1]:
            last = units[index][0]
        if first < last:
            step = first - run[side]
            kept.append((run[0] + step, run[1] + step, last - first))
    return kept


def _at_marks(before: str, after: str, shared: Iterable[_Run]) -> list[_Run]:
    """The shared runs with what was only put in, or only taken out, between two of them moved to begin at a mark.

    水利局、城管局 out of 水利局 has 、城管局 more, or just as well 局、城管: a reader wants the first.
    """
    blocks = [list(block) for block in shared]
    for one, other in pairwise(blocks):
        gap_before, gap_after = other[0] - one[0] - one[2], other[1] - one[1] - one[2]
        if bool(gap_before) == bool(gap_after):
            continue
        text, side, gap = (before, 0, gap_before) if gap_before else (after, 1, gap_after)
        step = _step_to_mark(text, one[side] + one[2], gap, one[2], other[2])
        one[2] += step
        other[0], other[1], other[2] = other[0] + step, other[1] + step, other[2] - step
    return [(a, b, size) for a, b, size in blocks if size]


def _step_to_mark(text: str, start: int, gap: int, back: int, onward: int) -> int:
    """How far the change of ``gap`` characters at ``start`` can move and say the same, to begin at a mark; 0 if not.

    Where it cannot begin at one (the first name of a list), it moves to end with one. It moves at most ``back``
    characters to the left and ``onward`` to the right, but never over more than its own length, so that the time
    stays in proportion to the text.
    """
    steps = [0]
    for step in range(1, min(onward, gap) + 1):
        if text[start + step - 1] != text[start + gap + step - 1]:
            break
        steps.append(step)
    for step in range(1, min(back, gap) + 1):
        if text[start - step] != text[start + gap - step]:
            break
        steps.append(-step)
    begins = (step for step in steps if text[start + step] in _MARKS)
    ends = (step for step in steps if text[start + step + gap - 1] in _MARKS)
    return next(begins, next(ends, 0))


def _stretches(text: str, shared: list[tuple[int, int]]) -> tuple[MarkedText, ...]:
    found: list[MarkedText] = []
    offset = 0
    for start, length in shared:
        if start > offset:
            found.append(MarkedText("changed", text[offset:start]))
        found.append(MarkedText("same", text[start : start + length]))
        offset = start + length
    if offset < len(text):
        found.append(MarkedText("changed", text[offset:]))
    return tuple(found)
