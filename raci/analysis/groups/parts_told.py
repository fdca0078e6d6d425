"""Which part of a group the unit of a sentence speaks of: 宣传组由乙牵头; 宣传组：甲; 宣传组，由乙牵头."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.analysis.groups.naming import GroupName, part_announced
from raci.analysis.groups.units import StatementUnit
from raci.rules.lexicon import lexicon_pattern

__all__ = ["PartTold", "part_told"]

#: so much is looked at behind the name of a part and a comma, in characters
_GLANCE = 6


class PartTold(NamedTuple):
    """A part of the group, and whether the unit is nothing but its name."""

    name: GroupName
    alone: bool


def part_told(sentence: str, unit: StatementUnit) -> PartTold | None:
    """The part with whose name a unit of a sentence begins; None where it begins with none."""
    named = _named(sentence, unit)
    told = part_announced(sentence, unit.words) if named is None else None
    if named is None and told is None:
        return None
    name, first = (named["name"], named.start("name")) if named else (told or "", 0)
    begin = unit.start + first
    alone = named is not None and unit.mark == "，" and named.end() == len(unit.words) + 1
    return PartTold(GroupName(name, begin, begin + len(name), part=True), alone)


def _named(sentence: str, unit: StatementUnit) -> re.Match[str] | None:
    named = lexicon_pattern("group.work-group-subject").match(unit.words)
    named = named or lexicon_pattern("group.part-before-colon").match(unit.words + unit.mark)
    if named is None and unit.mark == "，" and unit.words.endswith("组"):
        behind = sentence[unit.start : unit.start + len(unit.words) + _GLANCE]
        named = lexicon_pattern("group.part-before-comma").match(behind)
    return named
