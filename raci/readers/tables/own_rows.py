"""The rows that raci wrote (``assignments.csv``, ``.jsonl``) to Documents: all that rows hold, and no text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from raci.config.profiles import load_profile, profile_names
from raci.errors import OptionError, ReadError
from raci.model import Analysis, Document, Profile, SavedWorkbook, WorkbookRecord
from raci.model.layers import letters_by_layer
from raci.storage.parse_rows import NEEDED, ParsedRow, parse_rows

__all__ = ["are_own_rows", "own_documents"]

#: the keys that together no other table is headed with
_OWN_KEYS = {*NEEDED, "quote", "letter", "rule"}


def are_own_rows(keys: Sequence[object]) -> bool:
    """Whether these are the keys of rows that raci wrote."""
    return set(keys) >= _OWN_KEYS


def own_documents(rows: Sequence[Mapping[str, object]], name: str, format: str) -> list[Document]:
    """The documents that the rows are of, each with its assignments as they stand (``Document.saved``).

    ``format`` is the one of the file. Raises ReadError where a row lacks what a row needs, and where there is none.
    """
    try:
        parsed = parse_rows(rows)
    except OptionError as error:
        raise ReadError(error.what, place=f"{name}：{error.place}", remedy=error.remedy) from error
    if not parsed:
        raise ReadError("没有明细行", place=name, remedy="请给出有内容的 assignments.csv 或 .jsonl")
    by_document: dict[tuple[str, str], list[ParsedRow]] = {}
    for row in parsed:
        by_document.setdefault((row.document, row.source), []).append(row)
    return [_document(document_rows, name, format) for document_rows in by_document.values()]


def _document(rows: Sequence[ParsedRow], name: str, format: str) -> Document:
    """The document of its rows, in order; each clause is counted by its first row."""
    indexes = {key: index for index, key in enumerate(dict.fromkeys(row.key for row in rows))}
    clauses = {indexes[row.key]: replace(row.clause, index=indexes[row.key]) for row in rows}
    assigned = [(row, row.assignment) for row in rows if row.assignment is not None]
    assignments = tuple(replace(assignment, clause=clauses[indexes[row.key]]) for row, assignment in assigned)
    profile = _load_profile(rows[0].profile)
    own_letters = letters_by_layer(profile, assignments, [row.second for row, _ in assigned])
    letters = zip((row.letter for row, _ in assigned), own_letters, strict=True)
    differing = sum(written is not None and written != letter for written, letter in letters)
    counted = dict.fromkeys(indexes[row.key] for row in rows if not row.second)
    notes = ["读自 raci 写出的明细：只有各条分工和依据，没有原文"]
    if differing:
        notes.append(f"{differing} 行的字母与角色方案“{profile.title}”不合，以角色为准")
    document = Document("", rows[0].document, rows[0].source or name, format=format, notes=tuple(notes))
    analysis = Analysis(document, tuple(clauses.values()), tuple(counted), assignments=assignments)
    return replace(document, saved=SavedWorkbook(WorkbookRecord(analysis, profile), (), name))


def _load_profile(name: str) -> Profile:
    # a file of the user's is known here by its name alone
    return load_profile(name if name in profile_names() else "explicit")
