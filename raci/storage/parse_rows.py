"""Rows that were edited by hand, as assignments again."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from raci.errors import OptionError
from raci.escaping import unescape_formula
from raci.model import ROLES, Assignment, Basis, Clause, Deadline, Department, Origin, Role
from raci.model.labels import ROLE_WORDS
from raci.model.roles import ROLE_BY_WORD

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["NEEDED", "PATH_MARK", "ParsedRow", "parse_rows", "split_path"]

#: what stands between the headings of a path where a table needs one text
PATH_MARK = " > "

#: the columns without which rows are not rows
NEEDED = ("task", "department", "role")


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """One row: its task, and its assignment unless nobody is named; ``letter`` None where it has none."""

    key: Hashable
    document: str
    source: str
    clause: Clause
    deadline: Deadline | None
    assignment: Assignment | None
    letter: str | None
    profile: str


def split_path(value: object) -> tuple[str, ...]:
    """A path from a list of headings or from their text; empty for anything else."""
    if isinstance(value, str):
        return tuple(part for part in unescape_formula(value).split(PATH_MARK) if part)
    if isinstance(value, Sequence):
        return tuple(str(part) for part in value)
    return ()


def parse_rows(frame: pd.DataFrame) -> list[ParsedRow]:
    """The rows of a DataFrame, checked.

    A task is known by its document, source, path, number and heading. Roles may be written as keys
    (``lead``) or as words (牵头).

    Raises OptionError where a needed column is missing or a role is unknown, naming the row.
    """
    missing = [column for column in NEEDED if column not in frame.columns]
    if missing:
        raise OptionError(
            f"这不是 raci 的明细行，缺少列 {'、'.join(missing)}",
            place="DataFrame",
            remedy="请用 raci.rows 的结果，或读入 assignments.csv",
        )
    order: dict[Hashable, int] = {}
    return [
        _line({str(key): value for key, value in record.items()}, position, order)
        for position, record in enumerate(frame.to_dict("records"), start=1)
    ]


def _line(row: Mapping[str, object], position: int, order: dict[Hashable, int]) -> ParsedRow:
    document, source = _text(row, "document"), _text(row, "source")
    path, number, heading = split_path(row.get("path")), _text(row, "number"), _text(row, "task")
    key = (source, document, path, number, heading)
    clause = Clause(order.setdefault(key, len(order)), None, len(path) + 1, number, heading, 0, 0, path)
    limit = Deadline(_text(row, "deadline"), _text(row, "due") or None) if _text(row, "deadline") else None
    assignment = None
    if _text(row, "department"):
        assignment = Assignment(
            document=document,
            source=source,
            clause=clause,
            department=Department(
                name=_text(row, "department"),
                canonical=_text(row, "canonical") or None,
                id=_text(row, "department_id") or None,
                kind=_text(row, "kind") or None,
                level=_text(row, "level") or None,
                jurisdiction=_text(row, "jurisdiction") or None,
            ),
            role=_role(row, position),
            start=_offset(row, "start"),
            end=_offset(row, "end"),
            quote=_text(row, "quote"),
            rule=_text(row, "rule"),
            basis=cast("Basis", _text(row, "basis") or "annotation"),
            inherited_from=_text(row, "inherited_from") or None,
            deadline=limit,
            origin=cast("Origin", _text(row, "origin") or "text"),
        )
    letter, profile = _text(row, "letter") or None, _text(row, "profile") or "explicit"
    return ParsedRow(key, document, source, clause, limit, assignment, letter, profile)


def _text(row: Mapping[str, object], column: str) -> str:
    value = row.get(column)
    if value is None or (isinstance(value, float) and math.isnan(value)) or str(value) in {"<NA>", "NaT"}:
        return ""
    return unescape_formula(str(value)).strip()


def _offset(row: Mapping[str, object], column: str) -> int:
    try:
        number = float(str(row.get(column)))
    except ValueError:
        return 0
    return int(number) if math.isfinite(number) else 0


def _role(row: Mapping[str, object], position: int) -> Role:
    written = _text(row, "role")
    role = ROLE_BY_WORD.get(written)
    if role is None:
        raise OptionError(
            f"不认识的角色“{written}”",
            place=f"第{position}行的 role 列",
            remedy=f"可用：{'、'.join(ROLES)}，或 {'、'.join(ROLE_WORDS.values())}",
        )
    return role
