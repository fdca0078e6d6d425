"""Bodies of one document whose names are nearly alike: perhaps one body in two spellings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment
from raci.register.body_id import BodyId
from raci.register.compiling import built_in
from raci.register.same_function import holds_duty, same_functions

__all__ = ["CHECK"]

#: names shorter than this are told apart by every character
_SHORTEST = 5


class _NamedBody(NamedTuple):
    """A body where it is first named.

    ``duty`` is its id without suffix and place; ``unlisted`` says that the register does not hold it. ``function`` is
    what bodies share that do the same under other names, ``bureau`` the name that the register has for those of a
    government; empty where it has none.
    """

    duty: str
    function: str
    bureau: str
    unlisted: bool
    canonical: str
    written: str
    assignment: Assignment


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each pair: one duty with two endings (局, 委) or names, one name or duty in the other, or one character apart.

    Of names one character apart neither is known to the register: 市工商局 and 市工商联 are two bodies, and of an
    unknown name beside a known one ``misspelt`` tells.
    """
    compared = {kind.kind for kind in built_in().kinds.values() if kind.compared}
    first: dict[str, Assignment] = {}
    for assignment in analysis.marked:
        body = assignment.department
        if body.canonical and body.kind in compared:
            first.setdefault(body.canonical, assignment)
    groups: dict[tuple[str | None, str], list[_NamedBody]] = {}
    for canonical, assignment in first.items():
        body_id = BodyId.parse(assignment.department.id or "")
        if not body_id.unit:
            same_place = groups.setdefault((assignment.department.level, body_id.place), [])
            same_place.append(_named(body_id, canonical, assignment))
    for group in groups.values():
        for left, right in combinations(group, 2):
            if reason := _reason(left, right):
                message = f"“{left.written}”和“{right.written}”{reason}，请核对是否同一单位"
                second = right.assignment
                yield Issue(message, second.start, second.end, second.clause.index)


def _named(body_id: BodyId, canonical: str, assignment: Assignment) -> _NamedBody:
    duty = body_id.duty
    function = same_functions(built_in()).get(duty, duty)
    row = built_in().row_of(BodyId.parse(duty))
    bureau = row.name.replace("和", "") if row is not None and row.kind == "government" else ""
    name = assignment.department.name
    return _NamedBody(duty, function, bureau, body_id.is_unlisted, canonical, name, assignment)


def _reason(left: _NamedBody, right: _NamedBody) -> str:
    if left.duty == right.duty:
        return "" if _shares_id(left.duty) else "职能相同而结尾不同"
    if left.function == right.function:
        return "职能相同而叫法不同，一地一般只设一个"
    shorter, longer = left.canonical, right.canonical
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    if len(shorter) >= _SHORTEST and longer.startswith(shorter[:-1]) and shorter[-1] == longer[-1] in "局委厅办":
        return "名称相近"
    if _merged(left, right):
        return "职能相含，一地一般只设一个"
    if left.unlisted and right.unlisted and len(left.written) == len(right.written) >= _SHORTEST:
        different = sum(char != other for char, other in zip(left.written, right.written, strict=True))
        return "只差一个字" if different == 1 else ""
    return ""


def _merged(left: _NamedBody, right: _NamedBody) -> bool:
    """Whether one has all duties of the other and more, as bureaus that were merged do (教育局 and 教育体育局)."""
    if left.canonical[-1] != right.canonical[-1]:
        return False  # an office or a team for one of the duties may well stand beside the bureau for all
    shorter, longer = sorted((left.bureau, right.bureau), key=len)
    return 0 < len(shorter) < len(longer) and holds_duty(longer, shorter)


def _shares_id(duty: str) -> bool:
    """Whether bodies of different duties share the id: those of such a row of the register, and those of no row."""
    body_id = BodyId.parse(duty)
    row = built_in().row_of(body_id)
    return body_id.names_many or (row is not None and row.several)


CHECK = Check(
    "alike",
    "名称相近",
    "note",
    _find,
    why="名称只差一点的两个单位，可能是同一家写了两种，也可能是错字。",
    remedy="同一家的在 raci.toml 的 [same] 里合并，不同的写进 [apart]。",
    finds=(
        "一、抓好项目。（责任单位：市发展改革委）\n二、稳定物价。（责任单位：市发展改革局）\n",
        "一、整治河道。（责任单位：市水利局）\n二、建设泵站。（责任单位：市水务局）\n",
        "一、办好学校。（责任单位：市教育局）\n二、办好赛事。（责任单位：市教育体育局）\n",
    ),
    passes=(
        "一、整治河道。（责任单位：市水务局）\n二、修复湿地。（责任单位：市林业局）\n",
        "一、做好征兵。（责任单位：市民政局）\n二、优待军属。（责任单位：市政府征兵办）\n",
    ),
)
