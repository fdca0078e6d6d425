"""Bodies that a sentence of a task asks to do something, and its annotation does not name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from raci.analysis.checks.listing import first_of
from raci.analysis.checks.values import Check, Issue
from raci.analysis.prose.beside import same_body
from raci.model import Analysis, Assignment, Department
from raci.model.layers import second_layer
from raci.register.body_id import BodyId
from raci.rules.headings import printed_label

__all__ = ["CHECK"]

_MOST_NAMED = 3
_DOING = frozenset({"lead", "responsible", "support"})
_DEPARTMENTS = frozenset({"government", "party", "vertical", "judicial", "mass", "enterprise"})


def _find(analysis: Analysis) -> Iterator[Issue]:
    """All of them in one finding: what sentences say beside an annotation stands in the second layer alone."""
    aside = [one for one in second_layer(analysis) if one.role in _DOING and _is_listed(one.department)]
    if not aside:
        return
    named: dict[int, list[Assignment]] = defaultdict(list)
    for one in analysis.marked:
        named[one.clause.index].append(one)
    left: dict[tuple[int, str], Assignment] = {}
    for one in aside:
        others = named.get(one.clause.index, ())
        if others and not any(_means(one, other) for other in others):
            left.setdefault((one.clause.index, one.department.name), one)
    if left:
        first = next(iter(left.values()))
        shown = first_of(
            [f"{printed_label(one.clause)}（{one.department.name}）" for one in left.values()], _MOST_NAMED, "；"
        )
        message = f"有 {len(left)} 处句子里点了单位做什么，标注里没有它：{shown}"
        yield Issue(message, first.start, first.end, first.clause.index)


def _is_listed(body: Department) -> bool:
    """Whether the register knows a body as one department: governments approve, and 品牌指导站 may be any words."""
    return body.kind in _DEPARTMENTS and body.id is not None and not BodyId.parse(body.id).is_unlisted


def _means(one: Assignment, other: Assignment) -> bool:
    """Whether the annotation names the body, or all of its kind (各区县)."""
    return other.department.kind == "collective" or same_body(one.department, other.department)


CHECK = Check(
    "told-aside",
    "句中单位不在标注里",
    "note",
    _find,
    why="句子要它做事，末尾的责任单位里没有它，分解任务时会漏派。",
    remedy="对照原文，该算责任单位的补进标注；只是顺带提到的可不管。",
    finds=("一、整治河道。由市公安局查处非法采砂。（责任单位：市水利局、市城管局）\n",),
    passes=(
        "一、整治河道。由市水利局查处非法采砂。（责任单位：市水利局、市城管局）\n",
        "一、整治河道。由市公安局查处非法采砂。（责任单位：市水利局、市直各部门）\n",
    ),
)
