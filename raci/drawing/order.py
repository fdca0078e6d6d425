"""The order of two or three columns in which few lines cross.

Bodies stand in one column, tasks in one column beside it or in two on either side of it. Bodies may take
any order; a task stays in its group (its chapter). Counting takes O(E log V) by an indexed tree; ordering
is the barycentre method (Sugiyama, Tagawa and Toda 1981) followed by sifting (Matuszewski, Schönfeld and
Molitor 1999), both deterministic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Columns", "crossings", "reduce"]

#: sifting compares all pairs of a column: beyond this many steps only barycentres are used
_STEPS = 6_000_000
_ROUNDS = 24


@dataclass(frozen=True, slots=True)
class Columns:
    """The order of the bodies, and on each side the groups of tasks, each in its order."""

    bodies: tuple[int, ...]
    sides: tuple[tuple[tuple[int, ...], ...], ...]

    def crossings(self, links: Iterable[tuple[int, int]]) -> int:
        """How many of the links (body, task) cross in this order."""
        place = {body: position for position, body in enumerate(self.bodies)}
        listed = list(links)
        total = 0
        for side in self.sides:
            row = {task: position for position, task in enumerate(task for group in side for task in group)}
            total += crossings((place[body], row[task]) for body, task in listed if task in row)
        return total


def crossings(pairs: Iterable[tuple[int, int]]) -> int:
    """How many of the lines between two columns cross; a line is (position left, position right).

    Lines that meet in an end do not cross: each has its own port there.
    """
    ordered = sorted(pairs)
    size = max((right for _, right in ordered), default=0) + 1
    tree = [0] * (size + 1)
    total = 0
    for seen, (_, right) in enumerate(ordered):
        at_most, index = 0, right + 1
        while index:
            at_most += tree[index]
            index &= index - 1
        total += seen - at_most
        index = right + 1
        while index <= size:
            tree[index] += 1
            index += index & -index
    return total


def reduce(start: Columns, links: Sequence[tuple[int, int]], *, tasks_too: bool = True) -> Columns:
    """An order with few crossings, never more than ``start`` has. Tasks without links keep their row.

    Without ``tasks_too`` all tasks do, and only the bodies move.
    """
    best, fewest = start, start.crossings(links)
    current = start
    for _ in range(_ROUNDS):
        current = _barycentre(current, links, tasks_too)
        count = current.crossings(links)
        if count < fewest:
            best, fewest = current, count
    sifted = _sift(best, links, tasks_too)
    return sifted if sifted.crossings(links) < fewest else best


def _barycentre(columns: Columns, links: Sequence[tuple[int, int]], tasks_too: bool) -> Columns:
    of_body: dict[int, list[float]] = {body: [] for body in columns.bodies}
    of_task: dict[int, list[float]] = {}
    level: dict[int, float] = {}
    for side in columns.sides:
        row = [task for group in side for task in group]
        level |= {task: (position + 0.5) / len(row) for position, task in enumerate(row)}
    for body, task in links:
        of_body[body].append(level[task])
    bodies = _by_mean(columns.bodies, of_body)
    if not tasks_too:
        return Columns(bodies, columns.sides)
    place = {body: position for position, body in enumerate(bodies)}
    for body, task in links:
        of_task.setdefault(task, []).append(place[body])
    sides = tuple(tuple(_by_mean(group, of_task) for group in side) for side in columns.sides)
    return Columns(bodies, sides)


def _by_mean(items: tuple[int, ...], levels: dict[int, list[float]]) -> tuple[int, ...]:
    """The items in order of their mean level; those without stay where they are."""
    linked = [item for item in items if levels.get(item)]
    linked.sort(key=lambda item: sum(levels[item]) / len(levels[item]))
    following = iter(linked)
    return tuple(next(following) if levels.get(item) else item for item in items)


def _sift(columns: Columns, links: Sequence[tuple[int, int]], tasks_too: bool) -> Columns:
    """Each item in turn to the place in its column (its group) where the fewest lines cross."""
    bodies, sides = columns.bodies, columns.sides
    for _ in range(3):
        row: dict[int, tuple[int, int]] = {}
        for number, side in enumerate(sides):
            row |= {task: (number, place) for place, task in enumerate(task for group in side for task in group)}
        ends: dict[int, list[list[int]]] = {body: [[] for _ in sides] for body in bodies}
        for body, task in links:
            number, place = row[task]
            ends[body][number].append(place)
        bodies = _sifted(bodies, ends)
        if not tasks_too:
            break
        rank = {body: place for place, body in enumerate(bodies)}
        met: dict[int, list[list[int]]] = {}
        for body, task in links:
            met.setdefault(task, [[]])[0].append(rank[body])
        moved = tuple(tuple(_sifted(group, met) for group in side) for side in sides)
        if moved == sides:
            break
        sides = moved
    return Columns(bodies, sides)


def _sifted(items: tuple[int, ...], ends: dict[int, list[list[int]]]) -> tuple[int, ...]:
    linked = [item for item in items if any(ends.get(item, ()))]
    degree = sum(len(rows) for item in linked for rows in ends[item])
    if len(linked) < 2 or 2 * len(linked) * degree > _STEPS:
        return items
    for item in linked:
        for rows in ends[item]:
            rows.sort()
    # gain[u][v]: crossings of u above v, less those of v above u
    gain = {u: {v: _pairs(ends[u], ends[v]) - _pairs(ends[v], ends[u]) for v in linked if v != u} for u in linked}
    order = list(linked)
    for _ in range(4):
        before = list(order)
        for item in sorted(linked, key=lambda item: -sum(map(len, ends[item]))):
            order.remove(item)
            best = cost = 0
            slot = 0
            for place, other in enumerate(order, start=1):
                cost += gain[other][item]
                if cost < best:
                    best, slot = cost, place
            order.insert(slot, item)
        if order == before:
            break
    following = iter(order)
    return tuple(next(following) if any(ends.get(item, ())) else item for item in items)


def _pairs(upper: list[list[int]], lower: list[list[int]]) -> int:
    """How many crossings the lines of ``upper`` have with those of ``lower`` below it (rows sorted)."""
    total = 0
    for ours, theirs in zip(upper, lower, strict=True):
        below = 0
        for end in ours:
            while below < len(theirs) and theirs[below] < end:
                below += 1
            total += below
    return total
