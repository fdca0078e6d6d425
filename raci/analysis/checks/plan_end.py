"""To which day, month or year a plan lasts, as far as it says so."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.due_dates import due_date
from raci.model import Analysis
from raci.rules.lexicon import lexicon_pattern

__all__ = ["end_of_plan"]

#: so much of a document, in characters, may tell how long its plan lasts
_OPENING = 400


def end_of_plan(analysis: Analysis) -> str:
    """The last year, month or day of a plan; empty where nothing says it.

    The title says it (2023—2025年), a line below, a sentence by when all is to be done, or the last year of the goals.
    """
    document = analysis.document
    period = lexicon_pattern("checks.period").search(document.title)
    if period is not None:
        return period["last"] if len(period["last"]) == 4 else period["first"][:2] + period["last"]
    duration = lexicon_pattern("checks.duration").search(document.text, 0, _OPENING)
    if duration is not None:
        return due_date(duration["last"], int(duration["year"])) or ""
    year = document.date[:4] if document.date else ""
    may_say = lexicon_pattern("hint.whole-limit").search(document.text)
    whole = lexicon_pattern("checks.whole-limit").search(document.text) if may_say else None
    if whole is not None:
        return due_date(whole["limit"], int(year) if year.isdigit() else None) or ""
    goals = list(_goals(analysis))
    last = max((goal[:4] for goal in goals), default="")
    if not goals or last < year:
        return ""
    return last if last in goals else max(goals)


def _goals(analysis: Analysis) -> Iterator[str]:
    """The years, or months of a year, by which something is to be reached, as the clauses on goals say."""
    goal = lexicon_pattern("checks.goal-heading").search
    chapters: dict[tuple[str, ...], bool] = {}  # those above a clause are those above many
    for clause in analysis.clauses:
        of_goals = chapters.get(clause.path)
        if of_goals is None:
            of_goals = chapters[clause.path] = any(map(goal, clause.path))
        if of_goals or goal(clause.heading):
            words = lexicon_pattern("checks.goal-year").finditer(analysis.document.text, clause.start, clause.end)
            for found in words:
                yield f"{found['year']}-{int(found['month']):02}" if found["month"] else found["year"]
