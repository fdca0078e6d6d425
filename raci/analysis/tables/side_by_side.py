"""Tables that stand side by side: under one head (任务, 责任单位, 任务, 责任单位), or parted by a blank column."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from raci.analysis.tables.column_cells import kinds_below
from raci.analysis.tables.grid import TableGrid
from raci.analysis.tables.heads import TableHead
from raci.rules.columns import NAMED, TASKS

__all__ = ["side_by_side"]

#: roles of columns of bodies, and of what these have to do
_BODIES, _WORK = NAMED | {"unit"}, TASKS | {"duty"}
#: of the words over two tables so many must be the same
_SHARED = 0.5


def side_by_side(grid: TableGrid, head: TableHead, rows: Sequence[int]) -> list[list[int]]:
    """The columns of each table where several stand side by side; empty where none do."""
    parted = _parted(grid, head, rows)
    texts = {place for place in grid.places if place not in head.known and _holds_text(grid, rows, place)}
    whole = bool(parted) and all(_is_whole(head, columns, texts) for columns in parted)
    return parted if whole else _repeated(head)


def _parted(grid: TableGrid, head: TableHead, rows: Sequence[int]) -> list[list[int]]:
    """The columns on each side of a column that is blank from the head down; empty where none is."""
    filled = {cell.column for row in (head.last, *rows) if not grid.is_across(row) for cell in grid.filled(row)}
    places = sorted(filled | {place for place, words in head.words.items() if words})
    tables: list[list[int]] = [places[:1]]
    for left, right in pairwise(places):
        over = grid.spanning(head.last, left)
        if right - left > 1 and over is not None and over.column + over.colspan < right:
            tables.append([])
        tables[-1].append(right)
    return tables if len(tables) > 1 else []


def _repeated(head: TableHead) -> list[list[int]]:
    """The columns of each of several tables of one kind; empty where there is but one.

    The words of the head say so: where one stands there once more, the next table begins. Its columns may stand in
    another order, and some may lack; a last column of its own (备注) is of none.
    """
    places = [place for place in sorted(head.words) if head.words[place]]
    while places and _is_apart(head, places):
        places.pop()
    tables: list[list[int]] = [[]]
    for place in places:
        if head.words[place] in (head.words[held] for held in tables[-1]):
            tables.append([])
        tables[-1].append(place)
    alike = all(_are_alike(head, one, other) for one, other in pairwise(tables))
    return tables if len(tables) > 1 and alike and all(_is_whole(head, columns) for columns in tables) else []


def _holds_text(grid: TableGrid, rows: Sequence[int], place: int) -> bool:
    """Whether a column holds words that name no body; those of a short task read like the name of a person."""
    counted = kinds_below(grid, rows, place)
    return counted["text"] + counted["person"] > 0


def _is_apart(head: TableHead, places: list[int]) -> bool:
    """Whether the last column says nothing of tasks or bodies and stands there once."""
    last = places[-1]
    once = [head.words[place] for place in places].count(head.words[last]) == 1
    return once and (last not in head.known or head.known[last].role == "remark")


def _are_alike(head: TableHead, one: Sequence[int], other: Sequence[int]) -> bool:
    here, there = ({head.words[place] for place in columns} for columns in (one, other))
    return len(here & there) > _SHARED * max(len(here), len(there))


def _is_whole(head: TableHead, places: Sequence[int], texts: Collection[int] = ()) -> bool:
    """Whether the columns name bodies and tasks, or hold ``texts`` that may be such."""
    roles = {head.known[place].role for place in places if place in head.known}
    return bool(roles & _BODIES) and (bool(roles & _WORK) or any(place in texts for place in places))
