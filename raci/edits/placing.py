"""Where tasks stand among the clauses of an analysis under edit: new ones, and those that a person moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from raci.model import Clause

__all__ = ["container", "is_below", "moved_behind", "subtree_end", "with_words"]

Clauses = Mapping[int, Clause]


def is_below(clauses: Clauses, key: int, above: int) -> bool:
    """Whether a clause stands under another, at whatever depth."""
    parent = clauses[key].parent
    while parent is not None and parent != above:
        parent = clauses[parent].parent
    return parent == above


def subtree_end(clauses: Clauses, order: list[int], position: int) -> int:
    """The place behind the clause at ``position`` and all that stands under it."""
    key, end = order[position], position + 1
    while end < len(order) and is_below(clauses, order[end], key):
        end += 1
    return end


def container(clauses: Clauses, order: list[int], start: int) -> int | None:
    """The key of the clause in whose own words an offset of the text stands, else of the last one before it."""
    holding = [key for key in order if clauses[key].start <= start < clauses[key].end]
    if holding:
        return max(holding, key=lambda key: clauses[key].start)
    before = [key for key in order if clauses[key].start <= start]
    return max(before, key=lambda key: clauses[key].start) if before else None


def with_words(key: int, number: str, heading: str, span: tuple[int, int], holder: Clause | None) -> Clause:
    """A new task of the words of ``span``, which stand in the words of ``holder``: its neighbour, not its child."""
    if holder is None:
        return Clause(key, None, 1, number, heading, *span)
    return Clause(key, holder.parent, holder.level, number, heading, *span, holder.path)


def moved_behind(
    clauses: Clauses, order: list[int], key: int, target: int | None
) -> tuple[list[int], dict[int, Clause]]:
    """The order with a task, and all under it, behind another and all under that (None: first under its heading).

    Also the clauses that change: a task that comes under another heading takes its path.
    """
    start = order.index(key)
    block = order[start : subtree_end(clauses, order, start)]
    if target in block:
        return order, {}
    rest = [other for other in order if other not in set(block)]
    changed: dict[int, Clause] = {}
    if target is None:
        above = clauses[key].parent
        position = rest.index(above) + 1 if above is not None else 0
        return [*rest[:position], *block, *rest[position:]], changed
    position = subtree_end(clauses, rest, rest.index(target))
    neighbour, moved = clauses[target], clauses[key]
    if neighbour.parent != moved.parent:
        depth, shift = len(moved.path), neighbour.level - moved.level
        for each in block:
            clause = clauses[each]
            path = (*neighbour.path, *clause.path[depth:])
            parent = neighbour.parent if each == key else clause.parent
            changed[each] = replace(clause, path=path, parent=parent, level=max(1, clause.level + shift))
    return [*rest[:position], *block, *rest[position:]], changed
