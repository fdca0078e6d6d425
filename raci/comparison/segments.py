"""Which words of a changed task are new, and which are gone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

from raci.comparison.needed import missing

__all__ = ["MarkedText", "segments"]

#: a run that both texts share and that is shorter than this, between changes, is part of the change: single characters
#: that happen to be the same make a text unreadable
_RUN = 3
#: what parts the names of a list and the halves of a sentence: a change reads best from one of these onward
_MARKS = frozenset("、，；。：,;")


class MarkedText(NamedTuple):
    """A stretch of a text: ``same`` in both, or only in that one (``changed``)."""

    kind: Literal["same", "changed"]
    text: str


def segments(before: str, after: str) -> tuple[tuple[MarkedText, ...], tuple[MarkedText, ...]]:
    """The stretches of both texts, in order: what they share, and what only one has.

    Raises OptionError where RapidFuzz is not installed.
    """
    try:
        from rapidfuzz.distance import Indel
    except ImportError as fault:
        raise missing("rapidfuzz") from fault
    blocks = Indel.editops(before, after).as_matching_blocks()
    ends = (0, len(before)), (0, len(after))
    shared = [
        (block.a, block.b, block.size)
        for block in blocks
        if block.size >= _RUN or (block.size and (block.a in ends[0] or block.a + block.size in ends[0]))
    ]
    shared = _at_marks(before, after, shared)
    return _stretches(before, [(a, size) for a, _, size in shared]), _stretches(
        after, [(b, size) for _, b, size in shared]
    )


def _at_marks(before: str, after: str, shared: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
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
