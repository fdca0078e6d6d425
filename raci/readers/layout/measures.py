"""Measures of a page that stand for all of its lines: the usual size of type, the usual gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from raci.readers.layout.glyphs import TextRow

__all__ = ["row_gaps", "upper_median"]


def upper_median(values: Iterable[float], default: float = 0.0) -> float:
    """The middle of the values, the larger of two; ``default`` where there are none."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else default


def row_gaps(rows: Sequence[TextRow]) -> list[float]:
    """The distances from the top of each row to that of the next, in points, where the next stands lower."""
    return [lower.top - upper.top for upper, lower in pairwise(rows) if lower.top > upper.top]
