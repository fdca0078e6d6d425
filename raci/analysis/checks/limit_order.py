"""Time limits before the plan was made, and after it ends."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Deadline
from raci.rules.lexicon import lexicon_pattern

__all__ = ["AFTER_END", "PAST"]


def _limits(analysis: Analysis) -> Iterator[tuple[Deadline, int]]:
    """The time limits with a day, each where it stands, with its clause."""
    seen: set[tuple[int, int]] = set()
    for annotation in analysis.annotations:
        limit = annotation.deadline
        if limit is None or not limit.due or annotation.basis == "inherited" or (limit.start, limit.end) in seen:
            continue
        seen.add((limit.start, limit.end))
        yield limit, annotation.clauses[0]


def _find_past(analysis: Analysis) -> Iterator[Issue]:
    """Each time limit before the day (or the month, the year) on which the document was made."""
    date = analysis.document.date
    if not date:
        return
    for limit, clause in _limits(analysis):
        due = limit.due or ""
        if due[: len(date)] < date[: len(due)]:
            yield Issue(f"时限“{limit.text}”早于成文日期 {date}", limit.start, limit.end, clause)


def _find_after_end(analysis: Analysis) -> Iterator[Issue]:
    """Each time limit after the last year that the title names (2023—2025年)."""
    period = lexicon_pattern("checks.period").search(analysis.document.title)
    if period is None:
        return
    last = period["last"] if len(period["last"]) == 4 else period["first"][:2] + period["last"]
    for limit, clause in _limits(analysis):
        if (limit.due or "")[:4] > last:
            message = f"时限“{limit.text}”晚于标题所写的期限（到 {last} 年）"
            yield Issue(message, limit.start, limit.end, clause)


PAST = Check(
    "limit-past",
    "时限早于成文",
    "warning",
    _find_past,
    why="文件印发时就已过期的时限无法完成，多半是沿用上一年的稿子没有改。",
    remedy="对照原件；确系笔误的改正，确为已完成事项的注明。",
    finds=("云泽市河道整治方案\n一、整治河道。（市水利局负责；2023年6月底前）\n\n云泽市人民政府\n2024年3月5日\n",),
    passes=("云泽市河道整治方案\n一、整治河道。（市水利局负责；2024年6月底前）\n\n云泽市人民政府\n2024年3月5日\n",),
)
AFTER_END = Check(
    "limit-after-end",
    "时限晚于方案期限",
    "note",
    _find_after_end,
    why="方案到期后才到时限的任务，收官时会算作没有完成。",
    remedy="对照原件，核对年份；确为跨期任务的，在备注里说明。",
    finds=("云泽市河道整治行动方案（2023—2025年）\n一、整治河道。（市水利局负责；2026年6月底前）\n",),
    passes=(
        "云泽市河道整治行动方案（2023—2025年）\n一、整治河道。（市水利局负责；2025年12月底前）\n",
        "云泽市河道整治行动方案\n一、整治河道。（市水利局负责；2026年6月底前）\n",
    ),
)
