"""Documents as rows: what each is, who issued it, how much is in it (``documents.csv``, ``raci.documents``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from raci.model import Analysis
from raci.storage.rows import document_id
from raci.views.grid import Grid, grid
from raci.views.tables.titles import document_kind

__all__ = ["DOCUMENT_COLUMNS", "DocumentRow", "document_row", "document_rows"]


class DocumentRow(TypedDict):
    """A document, its keys in this order (``raci/data/schemas/document.schema.json``); None where not known.

    ``document_id`` is that of the rows; ``kind`` what its title calls it. Tasks and assignments are those that matrix
    and tables count.
    """

    document_id: str | None
    title: str
    issuers: str
    number: str | None
    date: str | None
    year: int | None
    place: str | None
    level: str | None
    kind: str | None
    format: str
    source: str
    characters: int
    tasks: int
    assignments: int
    findings: int
    unassigned: int


#: the keys of a row in their order
DOCUMENT_COLUMNS: tuple[str, ...] = tuple(DocumentRow.__annotations__)


def document_rows(analyses: Iterable[Analysis]) -> Iterator[DocumentRow]:
    """A row for each analysis, in order."""
    return (document_row(analysis, grid(analysis)) for analysis in analyses)


def document_row(analysis: Analysis, counted: Grid) -> DocumentRow:
    """The row of an analysis, of which ``counted`` is the grid."""
    document = analysis.document
    return DocumentRow(
        document_id=document_id(document),
        title=document.title,
        issuers="；".join(document.issued_by()),
        number=document.number,
        date=document.date,
        year=int(document.date[:4]) if document.date else None,
        place=analysis.place,
        level=analysis.level,
        kind=document_kind(document.title),
        format=document.format,
        source=document.source,
        characters=len(document.text),
        tasks=len(counted.tasks),
        assignments=len(counted.entries),
        findings=len(analysis.findings),
        unassigned=len(counted.unassigned()),
    )
