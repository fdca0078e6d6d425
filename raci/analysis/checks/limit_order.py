"""Time limits before the plan was made, and after it ends."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.due_dates import due_date
from raci.analysis.checks.by_task import statements
from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.plan_end import end_of_plan
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Deadline
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["AFTER_END", "AFTER_PARENT", "PAST"]


#: so many years after a day a plan may still ask for what was due on it: it was copied from an earlier one
_LEFT_OVER = 3
#: a day without a year so many months before the document was made is no day of the next year
_JUST_BEFORE = 2


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
    for limit, clause in sorted((*_limits(analysis), *_in_sentences(analysis, date)), key=lambda one: one[0].start):
        qualifies = analysis.document.text.startswith("的", limit.end)  # 2024年以前的项目: which ones, not by when
        if _later(date, limit.due or "") and not qualifies:
            yield Issue(f"时限“{limit.text}”早于成文日期 {date}", limit.start, limit.end, clause)


def _in_sentences(analysis: Analysis, date: str) -> Iterator[tuple[Deadline, int]]:
    """What sentences of tasks ask for by a day of an earlier year or month, or of the last weeks.

    The words are no time limit of the task (``time_limits_in_sentence``), for most such days tell what was before. A
    day without a year may be of the next one.
    """
    tasks = set(analysis.tasks)
    if not tasks or lexicon_pattern("hint.limit-in-sentence").search(analysis.document.text) is None:
        return
    told = {limit.start for limit, _ in _limits(analysis)}
    year = int(date[:4])
    for found in lexicon_pattern("checks.limit-in-sentence").finditer(analysis.document.text):
        start, end = found.span("limit")
        has_year = found["limit"].startswith("20")
        due = due_date(found["limit"], None if has_year else year)
        if due is None or start in told or not _later(date, due) or year - int(due[:4]) > _LEFT_OVER:
            continue
        if not has_year and (len(date) < len("2025-05") or int(date[5:7]) - int(due[5:7]) > _JUST_BEFORE):
            continue
        clause = clause_at(analysis, start)
        if clause is not None and clause.index in tasks:
            yield Deadline(found["limit"], due, start, end), clause.index


def _find_after_end(analysis: Analysis) -> Iterator[Issue]:
    """Each time limit after the end of the plan, and each year after it by which a task asks for something."""
    end = end_of_plan(analysis)
    if not end:
        return
    closing = lexicon_pattern("checks.closing-step")
    later = [
        (limit, clause)
        for limit, clause in _limits(analysis)
        if _later(limit.due or "", end) and not closing.search(analysis.clauses[clause].heading)
    ]
    for limit, clause in sorted((*later, *_goals_after(analysis, end)), key=lambda one: one[0].start):
        yield Issue(f"时限“{limit.text}”晚于方案的期限（到 {end}）", limit.start, limit.end, clause)


def _goals_after(analysis: Analysis, end: str) -> Iterator[tuple[Deadline, int]]:
    """What a task asks for by a later year (到2027年), where the title says to which year the plan lasts."""
    if len(end) > len("2025") or lexicon_pattern("checks.period").search(analysis.document.title) is None:
        return
    tasks = set(analysis.tasks)
    for found in lexicon_pattern("checks.goal-year").finditer(analysis.document.text):
        clause = clause_at(analysis, found.start())
        if found["year"] > end and clause is not None and clause.index in tasks:
            yield Deadline(found[0], found["year"], found.start(), found.end()), clause.index


def _find_after_parent(analysis: Analysis) -> Iterator[Issue]:
    """Each time limit that is later than that of a clause above, which cannot be done before its parts are."""
    limits = list(_limits(analysis))
    own = _own_limits(analysis) if limits else {}
    for limit, index in limits:
        above = analysis.clauses[index].parent
        while above is not None:
            if (due := own.get(above)) and _later(limit.due or "", due):
                message = f"时限“{limit.text}”晚于上一级“{printed_label(analysis.clauses[above])}”的时限"
                yield Issue(message, limit.start, limit.end, index)
                break
            above = analysis.clauses[above].parent


def _own_limits(analysis: Analysis) -> dict[int, str]:
    """The day by which clauses with others below them are to be done: by their annotations or the end of their heading.

    A day in their words is that of one of their steps.
    """
    own: dict[int, str] = {}
    for annotation in analysis.annotations:
        limit = annotation.deadline
        if annotation.basis == "inherited" or limit is None or not limit.due:
            continue
        if annotation.start <= limit.start < annotation.end:
            own.setdefault(annotation.clauses[0], limit.due)
    date = analysis.document.date or ""
    year = int(date[:4]) if date[:4].isdigit() else None
    for index in {clause.parent for clause in analysis.clauses if clause.parent is not None} - own.keys():
        clause = analysis.clauses[index]
        closing = lexicon_pattern("checks.own-limit").search(analysis.document.quote(clause.start, clause.end))
        if closing is not None and (due := due_date(closing["limit"], year)):
            own[index] = due
    return own


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
    finds=(
        "云泽市河道整治方案\n一、整治河道。（市水利局负责；2023年6月底前）\n\n云泽市人民政府\n2024年3月5日\n",
        "云泽市河道整治方案\n一、整治河道。由市水利局牵头，于2023年6月底前完成。\n\n云泽市人民政府\n2024年3月5日\n",
        "云泽市河道整治方案\n一、整治河道。2月10日前完成清淤。（市水利局牵头）\n\n云泽市人民政府\n2024年3月5日\n",
    ),
    passes=(
        "云泽市河道整治方案\n一、整治河道。（市水利局负责；2024年6月底前）\n\n云泽市人民政府\n2024年3月5日\n",
        "云泽市河道整治方案\n一、整治河道。2月10日前完成清淤。（市水利局牵头）\n\n云泽市人民政府\n2024年12月5日\n",
        "云泽市河道整治方案\n一、整治河道。2023年6月底前完成的河段由市水利局复查。\n\n云泽市人民政府\n2024年3月5日\n",
    ),
)
AFTER_END = Check(
    "limit-after-end",
    "时限晚于方案期限",
    "note",
    _find_after_end,
    why="方案到期后才到时限的任务，收官时会算作没有完成。",
    remedy="对照原件，核对年份；确为跨期任务的，在备注里说明。",
    finds=(
        "云泽市河道整治行动方案（2023—2025年）\n一、整治河道。（市水利局负责；2026年6月底前）\n",
        "云泽市河道整治方案\n（实施时间：2025年3月至12月）\n一、整治河道。（市水利局负责；2026年6月底前）\n",
        "云泽市河道整治行动方案（2023—2025年）\n一、整治河道。到2027年，整治河道30条。（市水利局负责）\n",
        "云泽市河道整治方案\n一、工作目标\n到2025年底，全市河道水质改善。\n二、主要任务\n"
        "（一）整治河道。（市水利局负责；2026年6月底前）\n（二）清理垃圾。（市城管局负责）\n",
        "云泽市河道整治方案\n一、工作目标\n到2025年6月底，河道水质改善。\n二、主要任务\n"
        "（一）整治河道。（市水利局负责；2025年8月底前）\n",
        "云泽市河道整治方案\n一、整治河道。（市水利局负责；6月25日前）\n二、清理垃圾。（市城管局负责；6月10日前）\n"
        "三、工作要求\n各单位于6月20日前完成全部整治任务。\n\n云泽市人民政府\n2025年5月6日\n",
    ),
    passes=(
        "云泽市河道整治行动方案（2023—2025年）\n一、整治河道。（市水利局负责；2025年12月底前）\n",
        "云泽市河道整治行动方案\n一、整治河道。（市水利局负责；2026年6月底前）\n",
        "云泽市河道整治方案\n一、工作目标\n到2025年底水质改善，到2027年底全面达标。\n二、主要任务\n"
        "（一）整治河道。（市水利局负责；2026年6月底前）\n（二）清理垃圾。（市城管局负责）\n",
        "云泽市河道整治方案\n一、工作目标\n到2025年6月底水质改善，到2025年全面达标。\n二、主要任务\n"
        "（一）整治河道。（市水利局负责；2025年8月底前）\n",
        "云泽市河道整治方案\n（2025年3月—2025年12月）\n一、整治河道。（市水利局负责；2025年12月底前）\n",
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
        "一、整治河道（2025年6月底前完成）\n（一）清淤疏浚。（市水利局负责；2025年9月底前）\n",
        "一、动员部署（2025年3月—2025年4月）\n（一）制定方案。2025年5月底前制定方案。（市水利局负责）\n",
    ),
    passes=(
        "一、整治河道（市水利局牵头，2025年12月底前完成）\n（一）清淤疏浚。（市水利局负责；2025年9月底前）\n"
        "（二）岸线复绿。（市林业局负责；2025年12月）\n",
        "一、动员部署（2025年3月—2025年4月）\n（一）制定方案。2025年4月底前制定方案。（市水利局负责）\n",
        "一、整治河道。2025年6月底前编制方案。（市水利局牵头）\n（一）清淤疏浚。（市水利局负责；2025年9月底前）\n",
    ),
)
