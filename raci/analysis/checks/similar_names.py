"""Bodies of one document whose names are nearly alike: perhaps one body in two spellings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from raci.model import Analysis, Assignment, Finding

__all__ = ["check"]

#: rows of the register that hold several bodies
_MANY_OF_A_KIND = ("government", "anwei", "yanjiushi", "danganguan", "faxuehui")
_KINDS = ("government", "party", "institution", "vertical", "mass", "judicial")


def check(analysis: Analysis) -> Iterator[Finding]:
    """A note for each pair: one duty with two endings (局, 委), one name within the other, or one character apart.

    Of names one character apart one must be unknown to the register: 市工商局 and 市工商联 are both known.
    """
    first: dict[str, Assignment] = {}
    for one in analysis.assignments:
        body = one.department
        if body.canonical and body.kind in _KINDS:
            first.setdefault(body.canonical, one)
    groups: dict[tuple[str | None, str], list[tuple[str, str, Assignment]]] = {}
    for one in first.values():
        code, _, where = (one.department.id or "").partition("@")
        if "/" not in code:
            base = code.partition(".")[0]
            groups.setdefault((one.department.level, where), []).append((base, one.department.canonical or "", one))
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
        return "" if base in _MANY_OF_A_KIND or base.startswith(("~", "congress")) else "职能相同而结尾不同"
    if len(name) > len(longer):
        name, longer = longer, name
    if longer.startswith(name[:-1]) and len(name) > 4 and name[-1] == longer[-1] and name[-1] in "局委厅办":
        return "名称相近"
    if (base.startswith("~") or other.startswith("~")) and len(written) == len(spelled) > 4:
        return "只差一个字" if sum(x != y for x, y in zip(written, spelled, strict=True)) == 1 else ""
    return ""
