"""The clauses of a store that were taken for no task: its tables do not hold them, so some files are read anew."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from raci.errors import RaciError
from raci.pipeline import analyse
from raci.readers.registry import read
from raci.storage.rows import document_id
from raci.studies.clauses import CLAUSES, clause_rows

if TYPE_CHECKING:
    from raci.model import Document
    from raci.networks.material import Material

__all__ = ["STANDS_FOR", "StoreTexts", "texts_of_store"]

#: how many clauses of the store each that is listed stands for
STANDS_FOR = "stands_for"


class StoreTexts(NamedTuple):
    """Clauses that were taken for no task (columns ``CLAUSES`` and ``STANDS_FOR``), of how many documents ``read``.

    ``missing`` is how many more were to be read, and are not there any more as they were.
    """

    clauses: pd.DataFrame
    read: int
    missing: int


def texts_of_store(material: Material, tasks: pd.DataFrame, number: int, seed: int) -> StoreTexts:
    """The clauses of so many documents, drawn at random, that are not among the ``tasks`` of the store.

    A document is read from its source where that still gives the same text. Each clause stands for as many documents as
    each that was read does.
    """
    total = len(material.documents)
    drawn = sorted(Random(f"{seed}/texts").sample(range(total), min(number, total)))
    known = set(zip(tasks["document_no"], tasks["path"], tasks["number"], tasks["task"], strict=True))
    rows: list[tuple[object, ...]] = []
    done = 0
    for position in drawn:
        row = material.documents.iloc[position]
        document = _same_document(str(row["source"]), str(row["document_id"]))
        if document is None:
            continue
        done += 1
        for path, mark, heading, text, _ in clause_rows(analyse(document)):
            if (position, path, mark, heading) not in known:
                rows.append((position, path, mark, heading, text, False))
    clauses = pd.DataFrame(rows, columns=list(CLAUSES))
    return StoreTexts(clauses.assign(**{STANDS_FOR: total / max(done, 1)}), done, len(drawn) - done)


def _same_document(source: str, own_id: str) -> Document | None:
    """The document of a source whose text is the same as in the store; None where there is none any more."""
    return next((document for document in _documents(source) if document_id(document) == own_id), None)


def _documents(source: str) -> Iterator[Document]:
    try:
        yield from read(source)
    except (RaciError, OSError):
        return
