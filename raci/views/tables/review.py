"""待核: what needs a human eye."""

from __future__ import annotations

from raci.analysis.checks import check_title
from raci.analysis.checks.unassigned import CHECK as UNASSIGNED
from raci.analysis.checks.unresolved import CHECK as UNRESOLVED
from raci.model import Analysis, Document, Finding
from raci.model.findings import SEVERITIES
from raci.rules.headings import printed_label
from raci.views.advice import advice
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


def review(analysis: Analysis) -> TableView:
    """The findings, the most harmful first: one row each, so that all outputs give the same number.

    Of an analysis that was not checked, the tasks that nobody is named for, and the bodies whose meaning stays open.
    """
    findings = list(analysis.findings)
    for check in (UNASSIGNED, UNRESOLVED):
        if all(finding.check != check.id for finding in analysis.findings):
            findings += check.findings(analysis)
    rows: tuple[tuple[str | int, ...], ...] = tuple(
        (number, *_cells(analysis, finding), "") for number, finding in enumerate(findings, start=1)
    )
    marked = frozenset(index for index, finding in enumerate(findings) if finding.check == UNASSIGNED.id)
    return TableView(_COLUMNS, rows, marked, empty=advice(analysis) or "没有需要人工核对的事项")


def _cells(analysis: Analysis, finding: Finding) -> tuple[str, ...]:
    """Severity, check, task, message, place and quote."""
    document = analysis.document
    label = printed_label(analysis.clauses[finding.clause]) if finding.clause is not None else ""
    quote = document.quote(finding.start, finding.end) if finding.start is not None and finding.end else ""
    return (
        SEVERITIES[finding.severity].request,
        check_title(finding.check),
        label,
        finding.message.removeprefix(f"{label}：").removesuffix(f"：{label}"),
        _place(document, finding.start),
        _short(quote),
    )


def _place(document: Document, offset: int | None) -> str:
    place = document.place(offset) if offset is not None else None
    return str(place) if place else ""


def _short(text: str) -> str:
    text = " ".join(text[: 4 * _LONGEST_QUOTE].split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
