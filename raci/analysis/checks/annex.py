"""A body that annotates its clauses and an annex that tabulates them: where they differ."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, OverlapSide
from raci.rules.headings import printed_label

__all__ = ["CHECK"]

#: a quote in a message is no longer than this
_LONGEST_QUOTE = 40


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each clause whose row in a table says otherwise; 说明 says how many agree."""
    for overlap in analysis.overlaps:
        if overlap.differences:
            clause = overlap.clause.clause
            both = "；".join(f"正文{in_clause}，附件表{in_row}" for in_clause, in_row in overlap.differences)
            evidence = f"正文{_evidence(analysis, overlap.clause)}；附件表{_evidence(analysis, overlap.row)}"
            yield Issue.of_clause(clause, f"{printed_label(clause)}：{both}。{evidence}")


def _evidence(analysis: Analysis, side: OverlapSide) -> str:
    """Where a side stands, and its words: （第5段）“（责任单位：…）”."""
    words = "；".join(dict.fromkeys(assignment.quote for assignment in side.assignments))
    words = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
    place = analysis.document.place(side.assignments[0].start)
    return f"（{place}）“{words}”" if place else f"“{words}”"


CHECK = Check(
    "annex",
    "附件表与正文",
    "warning",
    _find,
    why="正文和附件表说的不一样，照哪一个办都可能错。",
    remedy="对照原件，以印发的为准改一处；说明里写明取哪一处。",
    passes=("一、整治河道。（市水利局负责）\n",),
)
