"""Tables drawn with rules (pdf, ofd): from the lines on a page to cells and their reach."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.glyphs import Glyph, rows
from raci.readers.layout.reading_order import cells_of

__all__ = ["RuledLine", "frames", "tables"]

#: rules this near to one another are one
_NEAR = 3.0
#: the most elementary cells of a table; a page of more is a drawing
_MOST_CELLS = 20_000
_MOST_RULES = 3_000


class RuledLine(NamedTuple):
    """A straight line, level or upright; y from the top down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.bottom - self.top


def tables(
    drawn: Sequence[RuledLine], chars: Sequence[Glyph], page: int | None
) -> tuple[list[tuple[float, DraftTable]], list[Glyph]]:
    """The tables of a page with their tops, and the characters outside of them."""
    left = list(chars)
    done = []
    for group, xs, ys in frames(drawn):
        table, inside = _table(group, xs, ys, left, page)
        if table is not None:
            done.append((ys[0], table))
            taken = {id(char) for char in inside}
            left = [char for char in left if id(char) not in taken]
    return done, left


def frames(drawn: Sequence[RuledLine]) -> Iterator[tuple[list[RuledLine], list[float], list[float]]]:
    """The rules of each table, and the places of its columns and its rows."""
    for group in _groups(drawn) if len(drawn) <= _MOST_RULES else ():
        xs = _stops([rule.left for rule in group if not rule.level])
        ys = _stops([rule.top for rule in group if rule.level])
        if len(xs) >= 3 and len(ys) >= 3 and len(xs) * len(ys) <= _MOST_CELLS:  # else a frame, an underline, a drawing
            yield group, xs, ys


def _groups(drawn: Sequence[RuledLine]) -> list[list[RuledLine]]:
    """Rules that touch one another, together."""
    groups: list[tuple[RuledLine, list[RuledLine]]] = []
    for rule in sorted(drawn, key=lambda each: each.top):
        box, members = rule, [rule]
        rest = []
        for other, inside in groups:
            if _touch(box, other):
                box = RuledLine(
                    min(box.left, other.left),
                    min(box.top, other.top),
                    max(box.right, other.right),
                    max(box.bottom, other.bottom),
                )
                members = inside + members
            else:
                rest.append((other, inside))
        groups = [*rest, (box, members)]
    return [members for _, members in groups]


def _touch(a: RuledLine, b: RuledLine) -> bool:
    beside = a.left <= b.right + _NEAR and b.left <= a.right + _NEAR
    return beside and a.top <= b.bottom + _NEAR and b.top <= a.bottom + _NEAR


def _stops(values: Sequence[float]) -> list[float]:
    stops: list[float] = []
    for value in sorted(values):
        if not stops or value - stops[-1] > _NEAR:
            stops.append(value)
    return stops


def _table(
    group: Sequence[RuledLine], xs: Sequence[float], ys: Sequence[float], chars: Sequence[Glyph], page: int | None
) -> tuple[DraftTable | None, list[Glyph]]:
    wide, high = len(xs) - 1, len(ys) - 1

    def nearest(stops: Sequence[float], value: float) -> int:
        return min(range(len(stops)), key=lambda index: abs(stops[index] - value))

    right_of, below = set(), set()  # (row, column): a rule at the right side of the cell, at its lower side
    for rule in group:
        if rule.level:
            line = nearest(ys, rule.top)
            for column in range(wide):
                middle = (xs[column] + xs[column + 1]) / 2
                if rule.left - _NEAR <= middle <= rule.right + _NEAR:
                    below.add((line - 1, column))
        else:
            line = nearest(xs, rule.left)
            for row in range(high):
                middle = (ys[row] + ys[row + 1]) / 2
                if rule.top - _NEAR <= middle <= rule.bottom + _NEAR:
                    right_of.add((row, line - 1))
    held: dict[tuple[int, int], list[Glyph]] = {}
    inside = []
    for char in chars:
        x, y = (char.left + char.right) / 2, (char.top + char.bottom) / 2
        if xs[0] <= x <= xs[-1] and ys[0] <= y <= ys[-1]:
            inside.append(char)
            column = min(bisect_right(xs, x), wide) - 1
            row = min(bisect_right(ys, y), high) - 1
            held.setdefault((row, column), []).append(char)
    taken: set[tuple[int, int]] = set()
    found = []
    for row in range(high):
        for column in range(wide):
            if (row, column) in taken:
                continue
            colspan = 1
            while column + colspan < wide and (row, column + colspan - 1) not in right_of:
                colspan += 1
            rowspan = 1
            while row + rowspan < high and not any((row + rowspan - 1, column + at) in below for at in range(colspan)):
                rowspan += 1
            area = [(row + down, column + at) for down in range(rowspan) for at in range(colspan)]
            taken.update(area)
            words = [char for place in area for char in held.get(place, ())]
            width = xs[column + colspan] - xs[column]
            found.append((row, column, rowspan, colspan, rows(words, page), width))
    return cells_of(found), inside
