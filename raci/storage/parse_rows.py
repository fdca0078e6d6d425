"""Rows back to assignments: the rows that raci wrote, edited by hand or not, as mappings from key to value."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from raci.errors import OptionError
from raci.escaping import unescape_formula
from raci.model import ROLES, Assignment, Basis, Clause, Deadline, Department, Origin, Role
from raci.model.labels import ROLE_WORDS
from raci.model.roles import ROLE_BY_WORD
from raci.storage.task_keys import RowWords, task_keys

__all__ = ["NEEDED", "PATH_MARK", "ParsedRow", "flat_row", "parse_rows", "split_path"]

#: what stands between the headings of a path where a table needs one text
PATH_MARK = " > "

#: the columns without which rows are not rows
NEEDED = ("task", "department", "role")

#: what pandas writes as text where a value is missing
_MISSING = frozenset(("<NA>", "NaT"))


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """One row: its task, and its assignment unless nobody is named; ``letter`` None where it has none.

    ``second``: matrix, tables and drawings do not count it (``raci.model.layers``).
    """

    key: Hashable
    document: str
    source: str
    clause: Clause
    deadline: Deadline | None
    assignment: Assignment | None
    letter: str | None
    profile: str
    second: bool = False
    document_id: str | None = None
    task_id: str | None = None


def flat_row(row: Mapping[str, Any]) -> dict[str, Any]:  # Any: as rows hold
    """The row with its path as one text, as CSV, DataFrames and workbooks have it; in JSON and Parquet it is a list."""
    return {**row, "path": PATH_MARK.join(row["path"])}


def split_path(value: object) -> tuple[str, ...]:
    """A path from a list of headings or from their text; empty for anything else."""
    if isinstance(value, str):
        return tuple(heading for heading in unescape_formula(value).split(PATH_MARK) if heading)
    if isinstance(value, Sequence):
        return tuple(str(heading) for heading in value)
    return ()


def parse_rows(
    rows: Iterable[Mapping[str, object]], columns: Collection[object] | None = None
) -> tuple[ParsedRow, ...]:
    """The rows, checked. ``columns`` are those of their table; by default all keys that occur in a row.

    A task is known by its document and that one's id, its source, path, number and heading, and its own id; where
    rows have none, by its place where the words come back (``raci.storage.task_keys``). Roles may be written as keys
    (``lead``) or as words (牵头). None, NaN and empty texts are missing values.

    Raises OptionError where a needed column is missing or a role is unknown, naming the row.
    """
    rows = list(rows)
    known = {key for row in rows for key in row} if columns is None else columns
    if missing := [column for column in NEEDED if column not in known]:
        raise OptionError(
            f"这不是 raci 的明细行，缺少列 {'、'.join(missing)}",
            place="DataFrame",
            remedy="请用 raci.rows 的结果，或读入 assignments.csv",
        )
    index_of_task: dict[Hashable, int] = {}
    parsed = []
    words_of = [_task_words(row) for row in rows]
    documents = _ids(rows, "document_id", [words[:2] for words in words_of])
    tasks = _ids(rows, "task_id", list(zip(documents, words_of, strict=True)))
    keys = task_keys(
        [
            RowWords((*words[:2], document), (document, *words, task), _offset(row, "start"), _text(row, "basis"))
            for row, words, document, task in zip(rows, words_of, documents, tasks, strict=True)
        ]
    )
    for number, (row, words, key) in enumerate(zip(rows, words_of, keys, strict=True), start=1):
        one = _parse(row, number, key, words, index_of_task.setdefault(key, len(index_of_task)))
        parsed.append(replace(one, document_id=documents[number - 1] or None, task_id=tasks[number - 1] or None))
    return tuple(parsed)


def _ids(rows: Sequence[Mapping[str, object]], column: str, said: Sequence[Hashable]) -> list[str]:
    """The ids in a column: of a row that a person added without one, the only one of the rows that say the same."""
    ids = [_text(row, column) for row in rows]
    known: dict[Hashable, set[str]] = {}
    for one, words in zip(ids, said, strict=True):
        known.setdefault(words, set()).update({one} - {""})
    only = {words: next(iter(found)) if len(found) == 1 else "" for words, found in known.items()}
    return [one or only[words] for one, words in zip(ids, said, strict=True)]


_TaskWords = tuple[str, str, tuple[str, ...], str, str]


def _task_words(row: Mapping[str, object]) -> _TaskWords:
    heading = _text(row, "task")
    return (_text(row, "source"), _text(row, "document"), split_path(row.get("path")), _text(row, "number"), heading)


def _parse(row: Mapping[str, object], number: int, key: Hashable, words: _TaskWords, index: int) -> ParsedRow:
    """The row with that number (from 1); ``index`` is the place of its task among all tasks."""
    source, document, path, clause_number, heading = words
    # the span of a row is that of the task only where nobody is named
    named = bool(_text(row, "department"))
    start, end = (0, 0) if named else (_offset(row, "start"), _offset(row, "end"))
    clause = Clause(index, None, len(path) + 1, clause_number, heading, start, end, path)
    deadline_text = _text(row, "deadline")
    deadline = Deadline(deadline_text, _day(row) or None) if deadline_text else None
    assignment = None
    if named:
        assignment = Assignment(
            document=document,
            source=source,
            clause=clause,
            department=_department(row),
            role=_role(row, number),
            start=_offset(row, "start"),
            end=_offset(row, "end"),
            quote=_text(row, "quote"),
            rule=_text(row, "rule"),
            basis=cast("Basis", _text(row, "basis") or "annotation"),  # a person may have written anything here
            inherited_from=_text(row, "inherited_from") or None,
            deadline=deadline,
            origin=cast("Origin", _text(row, "origin") or "text"),  # as above
        )
    letter, profile = _text(row, "letter") or None, _text(row, "profile") or "explicit"
    second = assignment is not None and _text(row, "layer") == "second"
    return ParsedRow(key, document, source, clause, deadline, assignment, letter, profile, second)


def _department(row: Mapping[str, object]) -> Department:
    return Department(
        name=_text(row, "department"),
        canonical=_text(row, "canonical") or None,
        id=_text(row, "department_id") or None,
        kind=_text(row, "kind") or None,
        level=_text(row, "level") or None,
        jurisdiction=_text(row, "jurisdiction") or None,
    )


def _text(row: Mapping[str, object], column: str) -> str:
    value = row.get(column)
    if value is None or (isinstance(value, float) and math.isnan(value)) or str(value) in _MISSING:
        return ""
    return unescape_formula(str(value)).strip()


def _day(row: Mapping[str, object]) -> str:
    """The ISO date of ``due``, which a DataFrame may hold as a date."""
    value = row.get("due")
    return value.isoformat()[:10] if isinstance(value, date) and str(value) not in _MISSING else _text(row, "due")


def _offset(row: Mapping[str, object], column: str) -> int:
    try:
        number = float(str(row.get(column)))
    except ValueError:
        return 0
    return int(number) if math.isfinite(number) else 0


def _role(row: Mapping[str, object], number: int) -> Role:
    written = _text(row, "role")
    role = ROLE_BY_WORD.get(written)
    if role is None:
        raise OptionError(
            f"不认识的角色“{written}”",
            place=f"第{number}行的 role 列",
            remedy=f"可用：{'、'.join(ROLES)}，或 {'、'.join(ROLE_WORDS.values())}",
        )
    return role
