"""Several bodies in one name that share one ending: 福州、厦门市人民政府."""

from __future__ import annotations

import re

from raci.register.body_id import BodyId
from raci.register.collectives import full_collective
from raci.register.name_reading import NameReading
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["read_listed_places"]


def read_listed_places(text: str, register: Register) -> NameReading | None:
    """The bodies of several places; ``members`` has them in full."""
    patterns = register.patterns
    match = patterns["list.places"].find(text)
    if not match or patterns["list.not"].holds(text):
        return None
    names = patterns["list.joiner"].expression.split(match["first"])
    governments = match["government"] is not None
    if governments and any(not name or patterns["list.level-alone"].holds(name) for name in names):
        return None
    unit = patterns["list.unit"].find(names[-1])
    full = full_collective(match["first"] + (match["government"] or match["committee"]), register)
    full = full.replace("管委会", "管理委员会")
    return NameReading(
        name=text,
        kind="collective",
        canonical=full,
        level=_shared_level(names, unit if governments else None, register),
        stem=full,
        body=BodyId("set", variant=full),
        how="并列名称",
        members=_governments(names, unit, register) if governments else tuple(f"{name}管理委员会" for name in names),
    )


def _governments(names: list[str], unit: re.Match[str] | None, register: Register) -> tuple[str, ...]:
    """The governments, each place with the level word that the last one shares with the others."""
    placed = register.patterns["list.placed"]
    return tuple(f"{name if unit is None or placed.holds(name) else name + unit['unit']}人民政府" for name in names)


def _shared_level(names: list[str], unit: re.Match[str] | None, register: Register) -> str | None:
    prefixes = [read_prefix(name, register) for name in names]
    levels = {prefix.place.level if prefix.place else prefix.level for prefix in prefixes if prefix}
    level = levels.pop() if len(levels) == 1 and all(prefixes) else None
    if unit and not any(register.patterns["list.not-city"].holds(name) for name in names):
        return level or "city"
    return level
