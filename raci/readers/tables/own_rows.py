"""The rows that raci wrote (``assignments.csv``, ``.jsonl``), read back: all that rows hold, and no text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from raci.config.profiles import load_profile, profile_names
from raci.errors import OptionError, ReadError
from raci.model import Analysis, Document, Profile, SavedWorkbook, WorkbookRecord
from raci.storage.parse_rows import NEEDED, ParsedRow, parse_rows

__all__ = ["are_rows", "documents"]

#: what no table of an office's is headed with
_OURS = {*NEEDED, "quote", "letter", "rule"}


def are_rows(keys: Sequence[object]) -> bool:
    """Whether these are the keys of rows."""
    return set(keys) >= _OURS


def documents(rows: Sequence[Mapping[str, object]], name: str, format: str) -> list[Document]:
    """The documents that the rows are of, each with its assignments as they stand (``Document.saved``).

    Raises ReadError where a row is none.
    """
    try:
        listed = parse_rows(rows)
    except OptionError as error:
        raise ReadError(error.what, place=f"{name}：{error.place}", remedy=error.remedy) from error
    if not listed:
        raise ReadError("没有明细行", place=name, remedy="请给出有内容的 assignments.csv 或 .jsonl")
    parts: dict[tuple[str, str], list[ParsedRow]] = {}
    for line in listed:
        parts.setdefault((line.document, line.source), []).append(line)
    return [_document(part, name, format) for part in parts.values()]


def _document(part: Sequence[ParsedRow], name: str, format: str) -> Document:
    order = {key: place for place, key in enumerate(dict.fromkeys(line.key for line in part))}
    clauses = {order[line.key]: replace(line.clause, index=order[line.key]) for line in part}
    held = [replace(line.assignment, clause=clauses[order[line.key]]) for line in part if line.assignment is not None]
    profile = _profile(part[0].profile)
    letters = profile.assign(held)
    written = [line.letter for line in part if line.assignment is not None]
    others = sum(was is not None and was != now for was, now in zip(written, letters, strict=True))
    notes = ["读自 raci 写出的明细：只有各条分工和依据，没有原文，没有未写明单位的任务"]
    if others:
        notes.append(f"{others} 行的字母与角色方案“{profile.title}”不合，以角色为准")
    document = Document("", part[0].document, part[0].source or name, format=format, notes=tuple(notes))
    analysis = Analysis(document, tuple(clauses.values()), tuple(clauses), assignments=tuple(held))
    return replace(document, saved=SavedWorkbook(WorkbookRecord(analysis, profile), (), name))


def _profile(name: str) -> Profile:
    # a file of the user's is known here by its name alone
    return load_profile(name if name in profile_names() else "explicit")
