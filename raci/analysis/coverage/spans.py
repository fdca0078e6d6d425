"""Spans that are read or told already, in the order of the text and apart: which words they cover.

Offsets are characters of ``Document.text``; spans are half-open, so that one which ends where words begin covers none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from raci.model import Span

__all__ = ["is_covered", "joined", "reaching"]


def joined(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart


def is_covered(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans (in order, and apart) covers a character between two offsets."""
    index = bisect_right(spans, start, key=lambda span: span.end)
    return index < len(spans) and spans[index].start < end


def reaching(spans: Sequence[Span], within: Span) -> Iterator[Span]:
    """Those of the spans (in order, and apart) that reach into a span."""
    position = bisect_left(spans, within.start, key=lambda each: each.end)
    while position < len(spans) and spans[position].start < within.end:
        yield spans[position]
        position += 1
