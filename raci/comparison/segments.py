"""Which words of a changed task are new, and which are gone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from raci.comparison.needed import missing

__all__ = ["MarkedText", "segments"]

#: a run that both texts share and that is shorter than this, between changes, is part of the change: single characters
#: that happen to be the same make a text unreadable
_RUN = 3


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
    return _stretches(before, [(a, size) for a, _, size in shared]), _stretches(
        after, [(b, size) for _, b, size in shared]
    )


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
