"""Time limits before the plan was made, and after it ends."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import statements
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Deadline
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["AFTER_END", "AFTER_PARENT", "PAST"]


def _limits(analysis: Analysis) -> Iterator[tuple[Deadline, int]]:
    """The time limits with a day, each where it stands, with its clause."""
    seen: set[tuple[int, int]] = set()
    for statement in statements(analysis):
        limit = statement.deadline
        if limit is None or not limit.due or statement.basis == "inherited" or (limit.start, limit.end) in seen:
            continue
        seen.add((limit.start, limit.end))
        yield limit, statement.clauses[0]


def _find_past(analysis: Analysis) -> Iterator[Issue]:
    """Each time limit before the day (or the month, the year) on which the document was made."""
    date = analysis.document.date
    if not date:
        return
    for limit, clause in _limits(analysis):
        qualifies = analysis.document.text.startswith("的", limit.end)  # 2024年以前的项目: which ones, not by when
        if _later(date, limit.due or "") and not qualifies:
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


def _find_after_parent(analysis: Analysis) -> Iterator[Issue]:
    """Each time limit that is later than that of a clause above, which cannot be done before its parts are.

    The clause above has one where its annotation says so: a day in its words is that of one of its steps.
    """
    own: dict[int, str] = {}
    for annotation in analysis.annotations:
        above_limit = annotation.deadline
        if annotation.basis == "inherited" or above_limit is None or not above_limit.due:
            continue
        if annotation.start <= above_limit.start < annotation.end:
            own.setdefault(annotation.clauses[0], above_limit.due)
    for limit, index in _limits(analysis):
        above = analysis.clauses[index].parent
        while above is not None:
            if above in own and _later(limit.due or "", own[above]):
                message = f"时限“{limit.text}”晚于上一级“{printed_label(analysis.clauses[above])}”的时限"
                yield Issue(message, limit.start, limit.end, index)
                break
            above = analysis.clauses[above].parent


def _later(due: str, other: str) -> bool:
    """Whether a day (month, year) is later than another, as far as both are known."""
    known = min(len(due), len(other))
    return due[:known] > other[:known]


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
AFTER_PARENT = Check(
    "limit-after-parent",
    "时限晚于上一级",
    "warning",
    _find_after_parent,
    why="下一级任务的时限比上一级还晚，上一级到期时不可能完成。",
    remedy="对照原件，核对两处的日期；上一级指的是阶段目标的，在备注里说明。",
    finds=(
        "一、整治河道（市水利局牵头，2025年6月底前完成）\n（一）清淤疏浚。（市水利局负责；2025年9月底前）\n"
        "（二）岸线复绿。（市林业局负责；2025年5月底前）\n",
    ),
    passes=(
        "一、整治河道（市水利局牵头，2025年12月底前完成）\n（一）清淤疏浚。（市水利局负责；2025年9月底前）\n"
        "（二）岸线复绿。（市林业局负责；2025年12月）\n",
        "一、整治河道。2025年6月底前编制方案。（市水利局牵头）\n（一）清淤疏浚。（市水利局负责；2025年9月底前）\n",
    ),
)
