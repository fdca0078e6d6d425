"""What the comments in a commented Word file say, and to which words of the text each belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from raci.model import ROLES, Annotation, Assignment, Finding, Role
from raci.model.findings import SEVERITIES
from raci.model.labels import ROLE_WORDS
from raci.views.grid import join_letters
from raci.writers.job import Job

__all__ = ["Remark", "remarks"]

#: who makes the comments: Word shows and hides them by that name
DIVISION, REVIEW = "raci 分工", "raci 待核"
#: so many tasks that an annotation speaks for are named
_MOST_TASKS = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment by ``author`` on the words ``start:end`` of the text; without a place on the whole document."""

    start: int | None
    end: int | None
    author: str
    text: str


def remarks(job: Job) -> list[Remark]:
    """A remark for each annotation (who, role, letter, limit) and for each finding, in the order of the text.

    What sentences tell beside that, and what a person added, has remarks of its own.
    """
    analysis = job.analysis
    said = _said_by_annotation(job)
    made = [
        Remark(annotation.start, annotation.end, DIVISION, text)
        for annotation in (*analysis.annotations, *analysis.duties)
        if (text := _of_annotation(job, annotation, said.pop((annotation.start, annotation.end), [])))
    ]
    made += [
        Remark(start, end, DIVISION, _who(job, own, "人工增加" if own[0][0].added else ""))
        for (start, end), own in said.items()
    ]
    made += [_of_finding(job, finding) for finding in analysis.findings]
    return sorted(made, key=lambda remark: (remark.start is None, remark.start or 0, -(remark.end or 0)))


def _said_by_annotation(job: Job) -> dict[tuple[int, int], list[tuple[Assignment, str | None]]]:
    """The span of an annotation → its assignments with their letters.

    An assignment of no annotation stands under the span of its words, or of the clause that a person added it to.
    """
    analysis = job.analysis
    spans = sorted({(one.start, one.end) for one in (*analysis.annotations, *analysis.duties)})
    letters = job.profile.assign(analysis.assignments)
    second = [(assignment, None) for assignment in job.second_layer]
    said: dict[tuple[int, int], list[tuple[Assignment, str | None]]] = {}
    for assignment, letter in (*zip(analysis.assignments, letters, strict=True), *second):
        said.setdefault(_span_of(assignment, spans), []).append((assignment, letter))
    return said


def _span_of(assignment: Assignment, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The narrowest of the sorted spans around the words of an assignment; else the span of these."""
    from bisect import bisect_right

    if assignment.added:
        return assignment.clause.start, assignment.clause.end
    last = bisect_right(spans, (assignment.start, assignment.end + 10**9))
    for start, end in reversed(spans[max(0, last - 8) : last]):
        if start <= assignment.start and assignment.end <= end:
            return start, end
    return assignment.start, assignment.end


def _of_annotation(job: Job, annotation: Annotation, own: Sequence[tuple[Assignment, str | None]]) -> str:
    """Empty for one of which nothing is known: no body, no time limit."""
    lines = [who] if (who := _who(job, own, "行文" if annotation.basis == "prose" else "")) else []
    limit = annotation.deadline
    if limit is not None and limit.text:
        lines.append(f"时限：{limit.text}" + (f"（{limit.due}）" if limit.due else ""))
    if lines and len(annotation.clauses) > 1:
        clauses = job.analysis.clauses
        named = [clauses[index].label for index in annotation.clauses[:_MOST_TASKS] if index < len(clauses)]
        more = f"等 {len(annotation.clauses)} 项" if len(annotation.clauses) > _MOST_TASKS else ""
        lines.append(f"适用：{'；'.join(named)}{more}")
    return "\n".join(lines)


def _who(job: Job, own: Sequence[tuple[Assignment, str | None]], basis: str) -> str:
    """A line a role: 牵头（A）：县政务局、县财政局（青原县财政局）."""
    bodies: dict[Role, dict[str, None]] = {}
    letters: dict[Role, list[str | None]] = {}
    for assignment, letter in own:
        department = assignment.department
        known = department.canonical if department.canonical != department.name else None
        bodies.setdefault(assignment.role, {})[f"{department.name}（{known}）" if known else department.name] = None
        letters.setdefault(assignment.role, []).append(letter)
    lines = []
    for role in ROLES:
        if role in bodies:
            marks = "，".join(filter(None, (join_letters(letters[role]), basis)))
            lines.append(f"{ROLE_WORDS[role]}{f'（{marks}）' if marks else ''}：{'、'.join(bodies[role])}")
    return "\n".join(lines)


def _of_finding(job: Job, finding: Finding) -> Remark:
    """A finding stands at its words, else at those of its clause: at their first line, which is enough to find it."""
    severity = SEVERITIES[finding.severity]
    text = f"{severity.word}，{severity.request}：{finding.message}"
    start, end = finding.start, finding.end
    if start is None and finding.clause is not None and finding.clause < len(job.analysis.clauses):
        start, end = job.analysis.clauses[finding.clause].start, job.analysis.clauses[finding.clause].end
    if start is None or end is None:
        return Remark(None, None, REVIEW, text)
    words = job.analysis.document.text[start:end]
    lead = len(words) - len(words.lstrip())
    line = words[lead:].split("\n", 1)[0]
    return Remark(start + lead, start + lead + len(line), REVIEW, text)
