"""Who is what in a group, as the words of a document say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.analysis.groups.naming import GroupName
from raci.analysis.groups.posts import Who
from raci.model.work_groups import Position
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Said", "are_of_led_parts", "as_of_office", "position_of"]


class Said(NamedTuple):
    """Who is what in a group, as a sentence says it; spans are in its words.

    ``part``: the part of the group that is meant, where a sentence tells of several (综合组由甲牵头，宣传组由乙牵头).
    """

    position: Position
    title: str
    who: Who
    part: GroupName | None = None


def position_of(title: str, *, of_office: bool = False) -> Position:
    """The position that a title gives: 常务副组长 → deputy, 成员单位 → member; 主任 may be the office's."""
    if title == "办公室":
        return "office"
    if "办公室" in title or title.endswith(("办主任", "办副主任")) or (of_office and title.endswith("主任")):
        return "office_deputy" if "副" in title else "office_head"
    if lexicon_pattern("group.member").search(title):
        return "member"
    if lexicon_pattern("group.contact").search(title):
        return "contact"
    return "deputy" if "副" in title else "head"


def are_of_led_parts(said: Sequence[Said]) -> bool:
    """Whether all that is said is of parts of a group, which somebody leads: 综合组组长单位为甲，成员单位为乙."""
    return all(each.part for each in said) and any(each.position == "head" for each in said)


def as_of_office(said: Said) -> Said | None:
    """Who leads, as of the group's office; None for anybody else in it, as its members are not listed."""
    if said.position not in ("head", "deputy"):
        return None
    return said._replace(position="office_head" if said.position == "head" else "office_deputy")
