"""Members of a group that a plan sets up, without a task in it."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import body_key_of, counted
from raci.analysis.checks.listing import first_of
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Department
from raci.model.work_groups import WorkGroup
from raci.register.folding import fold_name

__all__ = ["CHECK"]

#: a plan that names fewer bodies hands out no tasks among those of its group
_FEWEST_BODIES = 3
_MOST_NAMED = 6
#: those who stand in the group as its members; its heads are leaders of the place
_MEMBERS = frozenset({"member", "office", "office_head"})


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Of each group those members that are left over where most of the others have a task; places are left out."""
    if not analysis.groups:
        return
    bodies = [one.department for one in counted(analysis)]
    busy = {key for body in bodies for key in _keys(body)}
    if len({body_key_of(body) for body in bodies}) < _FEWEST_BODIES:
        return
    for group in analysis.groups:
        members = _members(group)
        idle = [name for name, body in members.items() if not busy.intersection(_keys(body))]
        if idle and 2 * len(idle) <= len(members):
            message = f"“{group.name}”的成员单位里没有任务的：{first_of(idle, _MOST_NAMED, '、')}"
            yield Issue(message, group.start, group.end)


def _members(group: WorkGroup) -> dict[str, Department]:
    """The bodies that are members, by their names."""
    bodies = [member.department for member in group.members if member.position in _MEMBERS and member.department]
    return {body.name: body for body in bodies if body.kind not in ("collective", "local_government", "zone", "person")}


def _keys(body: Department) -> set[str]:
    return {body_key_of(body), fold_name(body.name)}


CHECK = Check(
    "idle-members",
    "成员单位没有任务",
    "note",
    _find,
    why="领导小组的成员单位在方案里没有任务，要么是漏写了它的分工，要么不必列为成员。",
    remedy="请起草部门核对：补上它的任务，或从成员里去掉。",
    finds=(
        "云泽市绿道建设方案\n一、组织领导\n成立云泽市绿道建设工作领导小组，市园林局、市财政局、市水利局、市体育局为成员单位。\n"
        "二、主要任务\n（一）建设步道。（市园林局负责）\n（二）保障资金。（市财政局负责）\n（三）整治河道。（市水利局负责）\n",
    ),
    passes=(
        "云泽市绿道建设方案\n一、组织领导\n成立云泽市绿道建设工作领导小组，市园林局、市财政局、市水利局为成员单位。\n"
        "二、主要任务\n（一）建设步道。（市园林局负责）\n（二）保障资金。（市财政局负责）\n（三）整治河道。（市水利局负责）\n",
        "云泽市绿道建设方案\n一、组织领导\n成立云泽市绿道建设工作领导小组，市教育局、市文旅局、市水利局、市体育局为成员单位。\n"
        "二、主要任务\n（一）建设步道。（市园林局负责）\n（二）保障资金。（市财政局负责）\n（三）整治河道。（市水利局负责）\n",
    ),
)
