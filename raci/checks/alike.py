"""Bodies of one document whose names are nearly alike: perhaps one body in two spellings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from raci.model import Analysis, Assignment, Finding

__all__ = ["check"]

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
    groups: dict[tuple[str | None, str], list[Assignment]] = {}
    for one in first.values():
        body = one.department
        where = (body.id or "").partition("@")[2]
        groups.setdefault((body.level, where), []).append(one)
    for group in groups.values():
        for left, right in combinations(group, 2):
            why = _why(left, right)
            if why:
                names = f"“{left.department.name}”和“{right.department.name}”"
                yield Finding(
                    "alike", "note", f"{names}{why}，请核对是否同一单位", right.start, right.end, right.clause.index
                )


def _why(left: Assignment, right: Assignment) -> str:
    a, b = left.department, right.department
    one, other = (a.id or "").partition("@")[0], (b.id or "").partition("@")[0]
    if "/" in one or "/" in other:
        return ""
    if one.partition(".")[0] == other.partition(".")[0] and not one.startswith(("~", "congress", "government")):
        return "职能相同而结尾不同"
    long, short = sorted((a.canonical or "", b.canonical or ""), key=len, reverse=True)
    if short[-1:] == long[-1:] and len(short) > 4 and long.startswith(short[:-1]) and long[-1] in "局委厅办":
        return "名称相近"
    if one.startswith("~") or other.startswith("~"):
        names = (a.name, b.name)
        if len(a.name) == len(b.name) > 4 and sum(x != y for x, y in zip(*names, strict=True)) == 1:
            return "只差一个字"
    return ""
