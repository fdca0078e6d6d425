"""Time limits on days that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.due_dates import no_such_day
from raci.analysis.checks.by_task import statements
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each time limit that names a day that no calendar has (4月31日), once: it has no date and is due on none."""
    date = analysis.document.date or ""
    year = int(date[:4]) if date[:4].isdigit() else None
    reported: set[tuple[int, int]] = set()
    for statement in statements(analysis):
        limit = statement.deadline
        if limit is None or statement.basis == "inherited" or (limit.start, limit.end) in reported:
            continue
        reported.add((limit.start, limit.end))
        if day := no_such_day(limit.text, year):
            message = f"时限“{limit.text}”中的{day}不存在，未给出日期，请对照原件"
            yield Issue(message, limit.start, limit.end, statement.clauses[0])


CHECK = Check(
    "time-limit",
    "时限有误",
    "error",
    _find,
    why="不存在的日期没有到期日，催办时会漏掉。",
    remedy="对照原件改正日期。",
    source="公历（GB/T 7408.1-2023）",
    finds=("一、整治河道。（市水利局负责；2025年4月31日前）\n",),
    passes=("一、整治河道。（市水利局负责；2025年4月30日前）\n",),
)
