"""Findings as rows: what needs a human eye, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from raci.model import Analysis
from raci.storage.rows import document_id
from raci.storage.task_ids import ids_of_tasks

__all__ = ["FINDING_COLUMNS", "FindingRow", "finding_rows"]


class FindingRow(TypedDict):
    """A finding, its keys in this order (``raci/data/schemas/finding.schema.json``); None where it says nothing.

    ``number`` and ``task`` are those of the clause that it speaks of, ``task_id`` its id where it is a task; ``place``
    says where in the source it stands.
    """

    document: str
    source: str
    document_id: str | None
    task_id: str | None
    check: str
    severity: str
    message: str
    number: str | None
    task: str | None
    place: str | None
    start: int | None
    end: int | None


#: the keys of a row in their order
FINDING_COLUMNS: tuple[str, ...] = tuple(FindingRow.__annotations__)


def finding_rows(analysis: Analysis) -> Iterator[FindingRow]:
    """A row for each finding of an analysis, in its order."""
    document = analysis.document
    own_id = document_id(document)
    task_ids = ids_of_tasks(analysis) if analysis.findings else {}
    for finding in analysis.findings:
        clause = None if finding.clause is None else analysis.clauses[finding.clause]
        place = None if finding.start is None else document.place(finding.start)
        yield FindingRow(
            document=document.title,
            source=document.source,
            document_id=own_id,
            task_id=task_ids.get(clause.index) if clause else None,
            check=finding.check,
            severity=finding.severity,
            message=finding.message,
            number=clause.number if clause else None,
            task=clause.heading if clause else None,
            place=str(place) if place else None,
            start=finding.start,
            end=finding.end,
        )
