"""Sets of bodies: 各市州, 市有关部门, 属地政府, 联席会议成员单位."""

from __future__ import annotations

import re

from raci.register.body_id import BodyId
from raci.register.collective_levels import shared_level
from raci.register.name_reading import NameReading
from raci.register.register import Register

__all__ = ["full_collective", "read_collective"]

_BRACKET = re.compile(r"（[^（）]*）")


def read_collective(text: str, register: Register) -> NameReading | None:
    """The set that ``text`` names."""
    bare = _BRACKET.sub("", text)
    if register.patterns["set.nothing"].holds(bare) or not _is_set(text, bare, register):
        return None
    full = full_collective(text, register)
    return NameReading(
        name=text,
        kind="collective",
        canonical=full,
        level=shared_level(bare, register),
        stem=full,
        body=BodyId("set", variant=full),
        how="集合名称",
    )


def _is_set(text: str, bare: str, register: Register) -> bool:
    patterns = register.patterns

    def fits(name: str) -> bool:
        return patterns[name].find(bare) is not None

    if fits("set.bare") or patterns["set.bare"].holds(text):
        return True
    if fits("set.noun") and (fits("set.each-word") or fits("set.start")):
        return True
    if fits("set.each") and fits("set.each-word"):
        return True
    if (len(bare) > 5 and fits("set.members")) or fits("set.and-others"):
        return True
    if fits("set.inside") and (fits("set.levelled") or fits("set.concerned")):
        return True
    return fits("set.field") and not fits("set.field-not")


def full_collective(text: str, register: Register) -> str:
    """The set's name with 人民政府 for governments and 政府 for their departments."""
    text = register.patterns["set.government-of-parts"].replace(text, "政府")
    return register.patterns["set.government-short"].replace(text, "人民政府")
