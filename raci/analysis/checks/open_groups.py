"""Groups that are set up without a head, or without an office."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each group of which members are named, and no head; and one without an office where others have one.

    A 领导小组 has one by custom: of it that is told where no office is mentioned behind it either.
    """
    with_office = any(member.position == "office" for group in analysis.groups for member in group.members)
    by_custom, office = lexicon_pattern("checks.group-with-office"), lexicon_pattern("checks.office")
    for group in analysis.groups:
        positions = {member.position for member in group.members}
        lacks = []
        if "member" in positions and "head" not in positions:
            lacks.append("负责人（组长、指挥长、召集人）")
        due = with_office or (by_custom.search(group.name) and not office.search(analysis.document.text, group.start))
        if "head" in positions and due and not positions & {"office", "office_head"}:
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
    finds=(
        "成立云泽市绿道建设工作领导小组，市园林局、市财政局、市水利局为成员单位。\n",
        "成立云泽市绿道建设工作领导小组，由分管副市长任组长，市园林局、市财政局为成员单位。\n",
    ),
    passes=(
        "成立云泽市绿道建设工作领导小组，由分管副市长任组长，市园林局、市财政局为成员单位，办公室设在市园林局。\n",
        "建立云泽市绿道建设联席会议，由分管副市长任召集人，市园林局、市财政局为成员单位。\n",
    ),
)
