"""In which order bodies stand: by what they have to do, and by level."""

from __future__ import annotations

from raci.model.labels import KIND_GROUPS, LEVEL_WORDS
from raci.views.grid import Grid

__all__ = ["by_load", "grouped"]

_OTHERS = "其他单位"
#: levels that are called otherwise where they head a group of bodies
_GROUP_NAMES = {"国家级": "中央", "乡镇级": "乡镇"}


def by_load(grid: Grid) -> tuple[int, ...]:
    """The bodies that are no persons: those that lead most first, then those with most tasks, then as they appear."""
    leads, tasks = [0] * len(grid.bodies), [0] * len(grid.bodies)
    for entry in grid.entries:
        tasks[entry.body] += 1
        leads[entry.body] += entry.role == "lead"
    shown = (index for index, body in enumerate(grid.bodies) if not body.person)
    return tuple(sorted(shown, key=lambda index: (-leads[index], -tasks[index], index)))


def grouped(grid: Grid) -> list[tuple[str, list[int]]]:
    """The bodies that the matrix shows, by level from the top, enterprises, places and collectives last.

    In each group by load. One group without a name where of most bodies nothing is known, or all are of one kind.
    """
    shown = set(grid.columns())
    ordered = [index for index in by_load(grid) if index in shown]
    names = [*(f"{word}级" for word in LEVEL_WORDS.values()), _OTHERS, *dict.fromkeys(KIND_GROUPS.values())]
    groups: dict[str, list[int]] = {}
    for index in ordered:
        body = grid.bodies[index]
        level = LEVEL_WORDS.get(body.level or "")
        groups.setdefault(KIND_GROUPS.get(body.kind or "", f"{level}级" if level else _OTHERS), []).append(index)
    known = sum(bool(grid.bodies[index].kind or grid.bodies[index].level) for index in ordered)
    if len(groups) < 2 or 2 * known < len(ordered):
        return [("", ordered)]
    return [(_GROUP_NAMES.get(name, name), groups[name]) for name in names if name in groups]
