"""Groups that are set up without a head, or without an office."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each group of which members are named, and no head; and one without an office, where others have one."""
    with_office = any(member.position == "office" for group in analysis.groups for member in group.members)
    for group in analysis.groups:
        positions = {member.position for member in group.members}
        lacks = []
        if "member" in positions and "head" not in positions:
            lacks.append("负责人（组长、指挥长、召集人）")
        if "head" in positions and with_office and not positions & {"office", "office_head"}:
            lacks.append("办公室")
        if lacks:
            yield Issue(f"“{group.name}”没有写明{'和'.join(lacks)}", group.start, group.end)


CHECK = Check(
    "open-groups",
    "领导小组不全",
    "note",
    _find,
    why="没有组长的领导小组开不成会，没有办公室的没有人办事。",
    remedy="对照原件和附件的名单，补上负责人或办公室。",
    finds=("成立云泽市绿道建设工作领导小组，市园林局、市财政局、市水利局为成员单位。\n",),
    passes=("成立云泽市绿道建设工作领导小组，由分管副市长任组长，市园林局、市财政局为成员单位。\n",),
)
