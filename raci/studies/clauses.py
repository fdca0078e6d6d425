"""The clauses that a sample for recall is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pandas as pd

from raci.model import Analysis
from raci.storage.parse_rows import PATH_MARK
from raci.storage.rows import document_id

if TYPE_CHECKING:
    from raci.batch.store import CorpusStore
    from raci.networks.material import Material

__all__ = ["CLAUSES", "clause_rows", "clauses_of_analyses", "clauses_of_rows", "clauses_of_store"]

CLAUSES = ("document_no", "path", "number", "task", "text", "is_task")
#: what is shorter says nothing of who does what
_SHORTEST = 15


def clauses_of_analyses(analyses: Iterable[Analysis], material: Material) -> pd.DataFrame:
    """All clauses that hold no others, tasks or not, and all tasks; each with its text."""
    numbers = _numbers(material)
    rows = []
    for analysis in analyses:
        document = analysis.document
        number = numbers[document_id(document) or "", document.source, document.title]
        rows += [(number, *row) for row in clause_rows(analysis)]
    return pd.DataFrame(rows, columns=list(CLAUSES))


def clause_rows(analysis: Analysis) -> Iterator[tuple[str, str, str, str, bool]]:
    """Path, number, heading, text of each clause that holds no others and of each task; and whether it is a task."""
    parents = {clause.parent for clause in analysis.clauses}
    tasks = {*analysis.tasks, *(assignment.clause.index for assignment in analysis.assignments)}
    for clause in analysis.clauses:
        text = analysis.document.quote(clause.start, clause.end).strip()
        if clause.index in tasks or (clause.index not in parents and len(text) >= _SHORTEST):
            yield PATH_MARK.join(clause.path), clause.number, clause.heading, text, clause.index in tasks


def clauses_of_store(store: CorpusStore, material: Material) -> pd.DataFrame:
    """The tasks of a store, with their texts."""
    tasks = store.frame("tasks")
    numbers = _numbers(material)
    keys = zip(*(tasks[column].fillna("") for column in ("document_id", "source", "document")), strict=True)
    found = tasks.assign(document_no=[numbers[key] for key in keys], is_task=True)
    return found[list(CLAUSES)]


def clauses_of_rows(material: Material) -> pd.DataFrame:
    """The tasks that rows tell of; of their words only what was quoted is known."""
    rows = material.assignments
    columns = ["document_no", "path", "number", "task"]
    table = rows.assign(**{column: rows.get(column, "") for column in columns})
    quotes = table["quote"].fillna("").astype(str) if "quote" in table else ""
    table = table.assign(text=table["task"].fillna("").astype(str) + "\n" + quotes, is_task=True)
    return table.groupby(columns, sort=False, dropna=False).first().reset_index()[list(CLAUSES)]


def _numbers(material: Material) -> dict[tuple[str, str, str], int]:
    """Id, source and title of a document → its number."""
    documents = material.documents
    columns = [["" if pd.isna(value) else str(value) for value in documents[key]]
               for key in ("document_id", "source", "title")]  # fmt: skip
    return {key: number for number, key in enumerate(zip(*columns, strict=True))}
