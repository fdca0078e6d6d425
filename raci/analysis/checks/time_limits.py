"""Days that do not exist, and time limits that end before they begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from raci.analysis.annotations.due_dates import no_such_day, turned_span
from raci.analysis.checks.by_task import statements
from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Deadline
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: a day or a span begins so far, in characters, before its last words
_REACH = 16


def _find(analysis: Analysis) -> Iterator[Issue]:
    """What is wrong with the time limits, and each other day that no calendar has; in the order of the text."""
    yield from sorted((*_limits(analysis), *_other_days(analysis)), key=lambda issue: issue.start or 0)


def _limits(analysis: Analysis) -> Iterator[Issue]:
    """Each time limit that names a day that no calendar has (4月31日), or ends before it begins, once."""
    year = _year(analysis)
    reported: set[tuple[int, int]] = set()
    for statement in statements(analysis):
        limit = statement.deadline
        if limit is None or statement.basis == "inherited" or (limit.start, limit.end) in reported:
            continue
        reported.add((limit.start, limit.end))
        if day := no_such_day(limit.text, year):
            message = f"时限“{limit.text}”中的{day}不存在，未给出日期，请对照原件"
            yield Issue(message, limit.start, limit.end, statement.clauses[0])
        elif span := turned_span(limit.text, year):
            message = f"时限“{limit.text}”的起止颠倒：{span}"
            yield Issue(message, limit.start, limit.end, statement.clauses[0])


def _other_days(analysis: Analysis) -> Iterator[Issue]:
    """The same in words that state no time limit of a task: a report due, the day of the document, a span of work."""
    text, year = analysis.document.text, _year(analysis)
    limits: list[Deadline] | None = None
    for found in lexicon_pattern("checks.doubtful-day").finditer(text):
        words = text[max(0, found.start() - _REACH) : found.end()]
        turned = turned_span(words, year) if found[0][0] not in "年月" else None
        wrong = turned or no_such_day(words, year)
        if not wrong or not "".join(words.split()).endswith(wrong):  # what stands before was looked at before
            continue
        limits = limits if limits is not None else _by_place(analysis)
        before = bisect_right(limits, found.start(), key=lambda limit: limit.start) - 1
        if before < 0 or found.start() >= limits[before].end:
            start = found.end() - len(wrong)
            clause = clause_at(analysis, start)
            message = f"起止颠倒：{wrong}，请对照原件" if turned else f"{wrong}不存在，请对照原件"
            yield Issue(message, start, found.end(), clause.index if clause else None)


def _by_place(analysis: Analysis) -> list[Deadline]:
    limits = [statement.deadline for statement in statements(analysis) if statement.deadline is not None]
    return sorted(limits, key=lambda limit: limit.start)


def _year(analysis: Analysis) -> int | None:
    date = analysis.document.date or ""
    return int(date[:4]) if date[:4].isdigit() else None


CHECK = Check(
    "time-limit",
    "时限有误",
    "error",
    _find,
    why="不存在的日期没有到期日，催办时会漏掉；起止颠倒的，不知道哪一天算到期。",
    remedy="对照原件改正日期。",
    source="公历（GB/T 7408.1-2023）",
    finds=(
        "一、整治河道。（市水利局负责；2025年4月31日前）\n",
        "一、整治河道。（责任单位：市水利局；时限：2025年6月底至2025年3月底）\n",
        "一、整治河道。（市水利局负责）\n各县区于2025年2月30日前报送总结。\n",
        "一、整治河道。2025年3月12日至2025年3月2日清淤。（市水利局负责）\n",
        "一、整治河道。2025年3月12日至2025年6月31日清淤。（市水利局负责）\n",
    ),
    passes=(
        "一、整治河道。（市水利局负责；2025年4月30日前）\n",
        "一、整治河道。（责任单位：市水利局；时限：2025年11月至2026年3月）\n",
        "一、整治河道。（责任单位：市水利局；时限：11月至3月）\n各县区于2024年2月29日前报送总结。\n",
    ),
)
