"""Issuers as rows: one for each body that issued a document, so that those that issue together can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from raci.model import Analysis
from raci.storage.rows import document_id

__all__ = ["ISSUER_COLUMNS", "IssuerRow", "issuer_rows"]


class IssuerRow(TypedDict):
    """An issuer, its keys in this order (``raci/data/schemas/issuer.schema.json``); None where not known.

    ``name`` is as written, ``position`` its place among the issuers of the document, from 1.
    """

    document: str
    source: str
    document_id: str | None
    position: int
    name: str
    canonical: str | None
    department_id: str | None
    kind: str | None
    level: str | None
    jurisdiction: str | None


#: the keys of a row in their order
ISSUER_COLUMNS: tuple[str, ...] = tuple(IssuerRow.__annotations__)


def issuer_rows(analysis: Analysis) -> Iterator[IssuerRow]:
    """A row for each body that issued the document of an analysis, in the order of the document."""
    document = analysis.document
    own_id = document_id(document)
    for position, body in enumerate(analysis.issuers, start=1):
        yield IssuerRow(
            document=document.title,
            source=document.source,
            document_id=own_id,
            position=position,
            name=body.name,
            canonical=body.canonical,
            department_id=body.id,
            kind=body.kind,
            level=body.level,
            jurisdiction=body.jurisdiction,
        )
