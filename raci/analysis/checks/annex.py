"""A body that annotates its clauses and an annex that tabulates them: where they differ."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Analysis, Finding, OverlapSide

__all__ = ["check"]

#: a quote in a message is no longer than this
_LONGEST = 40


def check(analysis: Analysis) -> Iterator[Finding]:
    """A finding for each clause whose row in a table says otherwise; what agrees is told in 说明."""
    for overlap in analysis.overlaps:
        if overlap.differences:
            clause = overlap.clause.clause
            both = "；".join(f"正文{mine}，附件表{its}" for mine, its in overlap.differences)
            where = f"正文{_where(analysis, overlap.clause)}；附件表{_where(analysis, overlap.row)}"
            yield Finding(
                "annex", "warning", f"{clause.label}：{both}。{where}", clause.start, clause.end, clause.index
            )


def _where(analysis: Analysis, side: OverlapSide) -> str:
    """Where a side stands, and its words: （第5段）“（责任单位：…）”."""
    quotes = list(dict.fromkeys(one.quote for one in side.assignments))
    place = analysis.document.place(side.assignments[0].start)
    words = "；".join(quotes)
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return f"（{place}）“{words}”" if place else f"“{words}”"
