"""Bodies of one document whose names are nearly alike: perhaps one body in two spellings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from raci.model import Analysis, Assignment, Finding
from raci.register.body_id import BodyId
from raci.register.compiling import built_in

__all__ = ["check"]


def check(analysis: Analysis) -> Iterator[Finding]:
    """A note for each pair: one duty with two endings (局, 委), one name within the other, or one character apart.

    Of names one character apart one must be unknown to the register: 市工商局 and 市工商联 are both known.
    """
    compared = {kind.kind for kind in built_in().kinds.values() if kind.compared}
    first: dict[str, Assignment] = {}
    for one in analysis.assignments:
        body = one.department
        if body.canonical and body.kind in compared:
            first.setdefault(body.canonical, one)
    groups: dict[tuple[str | None, str], list[tuple[str, str, Assignment]]] = {}
    for one in first.values():
        body_id = BodyId.parse(one.department.id or "")
        if not body_id.unit:
            group_key = (one.department.level, body_id.place)
            groups.setdefault(group_key, []).append((body_id.duty, one.department.canonical or "", one))
    for group in groups.values():
        for (base, name, left), (other, longer, right) in combinations(group, 2):
            why = _why(base, name, left.department.name, other, longer, right.department.name)
            if why:
                names = f"“{left.department.name}”和“{right.department.name}”"
                yield Finding(
                    "alike", "note", f"{names}{why}，请核对是否同一单位", right.start, right.end, right.clause.index
                )


def _why(base: str, name: str, written: str, other: str, longer: str, spelled: str) -> str:
    if base == other:
        return "" if _holds_several(base) else "职能相同而结尾不同"
    if len(name) > len(longer):
        name, longer = longer, name
    if longer.startswith(name[:-1]) and len(name) > 4 and name[-1] == longer[-1] and name[-1] in "局委厅办":
        return "名称相近"
    if (BodyId.parse(base).is_unlisted or BodyId.parse(other).is_unlisted) and len(written) == len(spelled) > 4:
        return "只差一个字" if sum(x != y for x, y in zip(written, spelled, strict=True)) == 1 else ""
    return ""


def _holds_several(duty: str) -> bool:
    """Whether bodies of different duties share the id: those of such a row of the register, and those of no row."""
    body_id = BodyId.parse(duty)
    row = built_in().row_of(body_id)
    return body_id.names_many or (row is not None and row.several)
