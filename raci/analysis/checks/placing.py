"""Which clause a place in the text belongs to."""

from __future__ import annotations

from bisect import bisect_right

from raci.model import Analysis, Clause

__all__ = ["clause_at"]


def clause_at(analysis: Analysis, offset: int) -> Clause | None:
    """The clause in whose own words a place stands; None where it is outside of them all."""
    index = bisect_right(analysis.clauses, offset, key=lambda clause: clause.start) - 1
    if index < 0:
        return None
    clause = analysis.clauses[index]
    return clause if offset < clause.end else None
