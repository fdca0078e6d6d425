"""Who is what in a group, as the words of a document say it."""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.groups.naming import GroupName
from raci.analysis.groups.posts import Who
from raci.model.work_groups import Position

__all__ = ["Said"]


class Said(NamedTuple):
    """Who is what in a group, as a sentence says it; spans are in its words.

    ``part``: the part of the group that is meant, where a sentence tells of several (综合组由甲牵头，宣传组由乙牵头).
    """

    position: Position
    title: str
    who: Who
    part: GroupName | None = None
