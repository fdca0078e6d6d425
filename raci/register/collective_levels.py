"""The level of a set of bodies: 各市（州） are cities, 各县（市、区） counties, 各市、县 are of no one level."""

from __future__ import annotations

from raci.register.name_patterns import patterns_of_group
from raci.register.places import RegisterPlace
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["shared_level"]


def shared_level(text: str, register: Register) -> str | None:
    """The level that the units of a set share; None where they share none."""
    patterns = register.patterns
    if patterns["set.national"].holds(text):
        return patterns["set.national"].level
    rest = text
    while (lead := patterns["set.lead"].find(rest)) and lead.end():
        rest = rest[lead.end() :]
    if rest != text and patterns["set.all-places"].holds(rest):
        return None
    for pattern in patterns_of_group("set.level."):
        if pattern.holds(rest):
            return pattern.level or None
    units = _units(rest, register)
    return _level_of_units(units, register) if units else _level_of_place(rest, register)


def _units(text: str, register: Register) -> list[str]:
    """The kinds of places at the start of a text: 市（州）、县 → 市, 州, 县."""
    units: list[str] = []
    while unit := register.patterns["set.unit"].find(text):
        units.append(unit["unit"])
        text = text[unit.end() :]
        joiner = register.patterns["set.joiner"].find(text)
        text = text[joiner.end() :] if joiner else text
    return units


def _level_of_units(units: list[str], register: Register) -> str | None:
    patterns = register.patterns
    levels = {register.level_by_pattern("set.unit-level.", unit) or "county" for unit in units}
    if {"county", "city"} <= levels and patterns["set.county-unit"].holds(units[0]):
        levels.discard("city")  # 县（市、区）: cities of the rank of a county
    if units[0] == "市" and all(patterns["set.city-unit"].holds(unit) for unit in units):
        return "city"
    return levels.pop() if len(levels) == 1 else None


def _level_of_place(text: str, register: Register) -> str | None:
    """The level of the place that a set begins with: 大同市各部门, 广西…工作领导小组成员单位."""
    shorts: list[RegisterPlace | None] = [register.places.shorts.get(text[:size]) for size in (3, 2)]
    if any(place is not None and place.level == "province" for place in shorts):
        return "province"
    match = register.patterns["set.place"].find(text)
    prefix = read_prefix(match[0], register) if match else None
    return prefix.level if prefix and not prefix.zone else None
