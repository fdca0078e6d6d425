"""Bodies of one document whose names are nearly alike: perhaps one body in two spellings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment
from raci.register.body_id import BodyId
from raci.register.compiling import built_in

__all__ = ["CHECK"]

#: names shorter than this are told apart by every character
_SHORTEST = 5


class _NamedBody(NamedTuple):
    """A body where it is first named: its id without suffix and place, its canonical name, the assignment."""

    duty: BodyId
    canonical: str
    assignment: Assignment

    @property
    def written(self) -> str:
        return self.assignment.department.name

    @property
    def shares_id(self) -> bool:
        """Whether bodies of different duties share the id: those of such a row of the register, and those of no row."""
        row = built_in().row_of(self.duty)
        return self.duty.names_many or (row is not None and row.several)


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each pair: one duty with two endings (局, 委), one name within the other, or one character apart.

    Of names one character apart one must be unknown to the register: 市工商局 and 市工商联 are both known.
    """
    compared = {kind.kind for kind in built_in().kinds.values() if kind.compared}
    first: dict[str, Assignment] = {}
    for assignment in analysis.assignments:
        body = assignment.department
        if body.canonical and body.kind in compared:
            first.setdefault(body.canonical, assignment)
    groups: dict[tuple[str | None, str], list[_NamedBody]] = {}
    for canonical, assignment in first.items():
        body_id = BodyId.parse(assignment.department.id or "")
        if not body_id.unit:
            same_place = groups.setdefault((assignment.department.level, body_id.place), [])
            same_place.append(_NamedBody(BodyId.parse(body_id.duty), canonical, assignment))
    for group in groups.values():
        for left, right in combinations(group, 2):
            if reason := _reason(left, right):
                message = f"“{left.written}”和“{right.written}”{reason}，请核对是否同一单位"
                second = right.assignment
                yield Issue(message, second.start, second.end, second.clause.index)


def _reason(left: _NamedBody, right: _NamedBody) -> str:
    if left.duty == right.duty:
        return "" if left.shares_id else "职能相同而结尾不同"
    shorter, longer = sorted((left.canonical, right.canonical), key=len)
    if len(shorter) >= _SHORTEST and longer.startswith(shorter[:-1]) and shorter[-1] == longer[-1] in "局委厅办":
        return "名称相近"
    if (left.duty.is_unlisted or right.duty.is_unlisted) and len(left.written) == len(right.written) >= _SHORTEST:
        different = sum(char != other for char, other in zip(left.written, right.written, strict=True))
        return "只差一个字" if different == 1 else ""
    return ""


CHECK = Check("alike", "名称相近", "note", _find)
