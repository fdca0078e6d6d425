"""A part of a plan: the tasks of one body, or of one chapter."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from raci.analysis.overlaps import with_overlaps
from raci.errors import OptionError
from raci.model import Analysis, Clause

__all__ = ["select"]


def select(analysis: Analysis, *, department: str = "", chapter: str = "") -> Analysis:
    """The analysis with only the tasks in which ``department`` has a part, and only those under ``chapter``.

    A task keeps all its bodies, so that one sees the partners. ``department`` is a name as written or the
    canonical one, else a part of such names; ``chapter`` is how a heading above the task (or its own) begins,
    else a part of it. Without both the analysis is given back as it is.

    Raises OptionError where no task is left, naming what there is.
    """
    place = analysis.document.source
    selected = set(analysis.tasks) | {assignment.clause.index for assignment in analysis.assignments}
    if chapter:
        selected = _of_chapter(analysis, selected, chapter)
        if not selected:
            tops = dict.fromkeys(_headings(analysis.clauses[index])[0] for index in analysis.tasks)
            known = "、".join(list(tops)[:12]) or "（没有章节）"
            raise OptionError(f"没有章节“{chapter}”下的任务", place=place, remedy=f"--chapter 可用：{known}")
    if department:
        of_department = _of_department(analysis, department)
        if not of_department:
            counts = Counter(
                assignment.department.canonical or assignment.department.name for assignment in analysis.assignments
            )
            near = sorted(counts, key=lambda name: (-len(set(department) & set(name)), -counts[name]))
            known = "、".join(near[:8]) or "（没有写明单位）"
            raise OptionError(f"没有“{department}”的任务", place=place, remedy=f"--department 可用：{known}")
        selected &= of_department
    if not department and not chapter:
        return analysis
    part = replace(
        analysis,
        tasks=tuple(index for index in analysis.tasks if index in selected),
        assignments=tuple(assignment for assignment in analysis.assignments if assignment.clause.index in selected),
        findings=tuple(
            finding for finding in analysis.findings if finding.clause is None or finding.clause in selected
        ),
    )
    return with_overlaps(part)


def _of_chapter(analysis: Analysis, tasks: set[int], chapter: str) -> set[int]:
    headings = {index: _headings(analysis.clauses[index]) for index in tasks}
    exact = {index for index, above in headings.items() if any(heading.startswith(chapter) for heading in above)}
    return exact or {index for index, above in headings.items() if any(chapter in heading for heading in above)}


def _headings(clause: Clause) -> tuple[str, ...]:
    return (*clause.path, clause.label)


def _of_department(analysis: Analysis, department: str) -> set[int]:
    names = [
        (assignment.clause.index, (assignment.department.name, assignment.department.canonical or ""))
        for assignment in analysis.assignments
    ]
    exact = {index for index, both in names if department in both}
    return exact or {index for index, both in names if any(department in name for name in both)}
