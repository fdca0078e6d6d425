"""Zones and their committees: 抚州高新区管委会, 雄安新区."""

from __future__ import annotations

import re

from raci.register.body_id import UNLISTED, BodyId
from raci.register.name_reading import BY_ENDING, NameReading
from raci.register.prefixes import NamePrefix, ends_like_zone, read_prefix
from raci.register.register import Register

__all__ = ["read_zone"]

_HOW = "功能区"
#: no level or place before a zone's name is longer
_LONGEST_PREFIX = 14


def read_zone(text: str, register: Register) -> NameReading | None:
    """A zone or its committee."""
    patterns = register.patterns
    match = patterns["zone.managed"].find(text)
    if match:
        return _managed(text, match, register)
    if not patterns["zone.alone"].holds(text) or patterns["zone.not"].holds(text):
        return None
    name = text if text in register.zones else _full_name(text, register)
    return NameReading(
        name=text,
        kind="zone",
        canonical=name,
        level=_level_of(text, register),
        stem=name,
        body=BodyId("zone", variant=name),
        how=_HOW,
    )


def _managed(text: str, match: re.Match[str], register: Register) -> NameReading | None:
    """The committee, or another body that runs a zone."""
    patterns = register.patterns
    zone, end = match["stem"], match["end"]
    committee = patterns["zone.committee"].holds(end)
    if patterns["zone.not-managed"].holds(zone):
        return None
    if not committee and not (zone and ends_like_zone(zone, register)) and not patterns["zone.city"].holds(zone):
        return None
    if patterns["zone.institution"].holds(zone):
        full = zone + register.spelled("zone", "管委会")
        return NameReading(
            name=text,
            kind="institution",
            canonical=full,
            level=_level_of(zone, register),
            stem=full,
            body=BodyId(f"{UNLISTED}{full}"),
            how=BY_ENDING,
        )
    full_end = register.spelled("zone", end)
    name = _full_name(zone, register)
    prefix = _prefix_of(name, register)
    stem = f"{name[len(prefix.text) :]}{full_end}"
    return NameReading(
        name=text,
        kind="zone",
        canonical=f"{name}{full_end}",
        level=prefix.level,
        prefix=prefix.text,
        stem=stem,
        body=BodyId("zone", variant=stem),
        level_word=prefix.level_word,
        place=prefix.place,
        standalone=bool(name) and not prefix.level_word,
        how=_HOW,
    )


def _full_name(zone: str, register: Register) -> str:
    """The zone's name with short kinds of zones in full: 高新区 → 高新技术产业开发区."""
    if register.patterns["zone.spelled"].holds(zone):
        return zone
    for spelling in register.spellings["zone-stem"]:
        zone = zone.replace(spelling.short, spelling.name)
    for short, name in sorted(register.zones.items(), key=lambda pair: -len(pair[0])):
        if zone.endswith(short):
            return zone.removesuffix(short) + name
        if re.search(rf"{short}[\u4e00-\u9fff]{{2,6}}片区$", zone):
            return zone.replace(short, name)
    return zone


def _prefix_of(name: str, register: Register) -> NamePrefix:
    """The level word or full place name before a zone's name; an empty prefix where there is none."""
    for size in range(min(len(name) - 2, _LONGEST_PREFIX), 0, -1):
        prefix = read_prefix(name[:size], register)
        if prefix is None or prefix.zone or prefix.organ or prefix.text != name[:size]:
            continue
        if prefix.short and not prefix.level_word:
            continue
        if prefix.level_word and name[size:] == "管委会":
            continue
        if prefix.named and not prefix.place and not prefix.places:
            continue  # a place that the register does not know could be part of the zone's own name
        return prefix
    return NamePrefix()


def _level_of(zone: str, register: Register) -> str | None:
    """The level that a zone's name begins with."""
    match = register.patterns["zone.level-word"].find(zone)
    return register.level_words[match[0]] if match else None
