"""待核: what needs a human eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from raci.analysis.checks import check_title
from raci.analysis.checks.unassigned import CHECK as UNASSIGNED
from raci.analysis.checks.unresolved import CHECK as UNRESOLVED
from raci.model import Analysis, Clause, Document, Finding
from raci.model.findings import SEVERITIES, Severity
from raci.views.grid import Grid, GridTask
from raci.views.tables.table import Column, TableView

__all__ = ["review"]

_COLUMNS = (
    Column("order", "序号", 4),
    Column("severity", "程度", 6),
    Column("check", "事项", 12),
    Column("task", "任务", 18),
    Column("message", "说明", 28),
    Column("place", "原文位置", 8),
    Column("quote", "原文", 34),
    Column("done", "核对结果", 12),
)
#: characters of the text that a row quotes
_LONGEST_QUOTE = 90


@dataclass(frozen=True, slots=True)
class _Matter:
    """A row of the table; ``offset`` is its place in document order."""

    offset: int
    severity: Severity
    check: str
    task: str
    message: str
    place: str = ""
    quote: str = ""


def review(analysis: Analysis, grid: Grid) -> TableView:
    """The findings, the tasks that nobody is named for, and the bodies whose meaning stays open, in document order."""
    matters = [_of_finding(analysis, finding) for finding in analysis.findings]
    unassigned = {task.clause: task for task in (grid.tasks[index] for index in grid.unassigned())}
    if len(unassigned) > 1 and len(unassigned) == len(grid.tasks):
        # one question, not as many as there are tasks
        message = f"全文 {len(unassigned)} 项任务都没有写明由谁承担，请按职责逐项确定"
        matters = [matter for matter in matters if matter.check != UNASSIGNED.title]
        matters.append(_Matter(-1, "warning", UNASSIGNED.title, "", message))
    else:
        reported = {finding.clause for finding in analysis.findings if finding.check == UNASSIGNED.id}
        matters += [
            _of_unassigned(analysis.document, task, analysis.clauses[clause])
            for clause, task in unassigned.items()
            if clause is not None and clause not in reported
        ]
    matters += _unresolved(analysis)
    matters.sort(key=lambda matter: matter.offset)
    rows = tuple(
        (
            number,
            SEVERITIES[matter.severity].request,
            matter.check,
            matter.task,
            matter.message,
            matter.place,
            matter.quote,
            "",
        )
        for number, matter in enumerate(matters, start=1)
    )
    marked = frozenset(index for index, matter in enumerate(matters) if matter.check == UNASSIGNED.title)
    return TableView(_COLUMNS, rows, marked, empty="没有需要人工核对的事项")


def _of_finding(analysis: Analysis, finding: Finding) -> _Matter:
    document = analysis.document
    label = analysis.clauses[finding.clause].label if finding.clause is not None else ""
    quote = document.quote(finding.start, finding.end) if finding.start is not None and finding.end else ""
    return _Matter(
        finding.start or 0,
        finding.severity,
        check_title(finding.check),
        label,
        finding.message.removeprefix(f"{label}：").removesuffix(f"：{label}"),
        _place(document, finding.start),
        _short(quote),
    )


def _of_unassigned(document: Document, task: GridTask, clause: Clause) -> _Matter:
    message = "原文没有写明由谁承担，请按职责确定"
    quote = _short(document.quote(clause.start, clause.end))
    return _Matter(clause.start, "note", UNASSIGNED.title, task.label, message, _place(document, clause.start), quote)


def _unresolved(analysis: Analysis) -> Iterator[_Matter]:
    """The bodies whose meaning stays open, each once."""
    # an Analysis that was checked says it in its findings
    checked = any(finding.check == UNRESOLVED.id for finding in analysis.findings)
    reported = _names(analysis) if checked else set()
    for assignment in analysis.assignments:
        department = assignment.department
        if not (department.candidates or department.reason) or department.name in reported:
            continue
        reported.add(department.name)
        message = f"“{department.name}”指哪个单位未定：{department.reason}"
        if department.candidates:
            message += f"（可能是{'、'.join(department.candidates)}）"
        yield _Matter(
            assignment.start,
            "note",
            UNRESOLVED.title,
            assignment.clause.label,
            message,
            _place(analysis.document, assignment.start),
            _short(assignment.quote),
        )


def _names(analysis: Analysis) -> set[str]:
    return {assignment.department.name for assignment in analysis.assignments}


def _place(document: Document, offset: int | None) -> str:
    place = document.place(offset) if offset is not None else None
    return str(place) if place else ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
