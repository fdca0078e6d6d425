"""Rows that leave a cell out: bodies that two columns of bodies could hold, and words that two of contents could.

Where blanks or the ends of lines part cells, an empty one leaves no trace: of 牵头单位 and 责任单位 a row with one body
may have either. Who stands in these columns in the rows that have both may tell; else the body is ``unplaced``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.fit_values import MAIN
from raci.readers.tables.text_grid import GridCell
from raci.rules.columns import NAMED
from raci.rules.punctuation import LIST_PAUSE

__all__ = ["placed_by_names", "pushed_right"]

#: a body must stand so often in one of the columns, and never in the other
_SEEN = 3
#: so many cells show that a column holds one body in each, so large a share of them that it holds several
_ROWS, _SEVERAL = 3, 0.5


def pushed_right(cells: Sequence[GridCell], fits: ColumnFits, certain: Collection[int]) -> list[GridCell]:
    """The cells, those of the contents (整改目标, 整改措施) in the last columns for them where a row has no task.

    What is merged over rows are the first columns, so that a row that lacks its task lacks the next ones too.
    """
    tasks = [place for place, role in enumerate(fits.roles) if role == "task"]
    contents = [place for place, role in enumerate(fits.roles) if role == "content" and tasks and place > tasks[0]]
    if len(contents) < 2:
        return [*cells]
    rows: dict[int, set[int]] = {}
    for cell in cells:
        if cell.rowspan and (cell.column in contents or cell.column == tasks[0]):
            rows.setdefault(cell.row, set()).add(cell.column)
    whole = {tasks[0], *contents}
    if not any(held == whole for held in rows.values()):
        return [*cells]
    places = {
        row: dict(zip(sorted(held), contents[len(contents) - len(held) :], strict=True))
        for row, held in rows.items()
        if row not in certain and tasks[0] not in held
    }
    return [
        replace(cell, column=places.get(cell.row, {}).get(cell.column, cell.column)) if cell.rowspan else cell
        for cell in cells
    ]


class _Known(NamedTuple):
    """What the rows with all their cells show of a column: who stands in it, and how many in each cell."""

    names: Counter[str]
    sizes: list[int]

    @property
    def holds_one(self) -> bool:
        return len(self.sizes) >= _ROWS and max(self.sizes) == 1

    @property
    def holds_several(self) -> bool:
        return len(self.sizes) >= _ROWS and sum(size > 1 for size in self.sizes) >= _SEVERAL * len(self.sizes)


def placed_by_names(cells: Sequence[GridCell], fits: ColumnFits, certain: Collection[int]) -> list[GridCell]:
    """The cells, bodies in the column where the other rows have them, or marked where these do not tell.

    ``certain`` are the rows whose columns the source shows.
    """
    named = [place for place, role in enumerate(fits.roles) if role in NAMED and role != "leader"]
    if len({fits.roles[place] for place in named}.intersection(MAIN)) < 2:
        return [*cells]
    rows: dict[int, dict[int, GridCell]] = {}
    for cell in cells:
        if cell.column in named and cell.rowspan:
            rows.setdefault(cell.row, {})[cell.column] = cell
    known = {place: _Known(Counter(), []) for place in named}
    for row, held in rows.items():
        if row in certain or len(held) == len(named):
            for place, cell in held.items():
                known[place].names.update(_names(cell))
                known[place].sizes.append(len(_names(cell)))
    settled = {
        (row, place): _settled(place, held, named, known, fits)
        for row, held in rows.items()
        if row not in certain and len(held) < len(named)
        for place in held
    }
    return [settled.get((cell.row, cell.column), cell) for cell in cells]


def _settled(
    place: int, held: dict[int, GridCell], named: Sequence[int], known: Mapping[int, _Known], fits: ColumnFits
) -> GridCell:
    """The cell of a row in its column, or in the blank one beside it that the names tell."""
    cell = held[place]
    others = [other for other in _beside(place, held, named) if _may_stand(place, other, held, fits)]
    names = _names(cell)
    here = sum(known[place].names[name] for name in names)
    there = {other: sum(known[other].names[name] for name in names) for other in others}
    if not others or (here >= _SEEN and not any(there.values())):
        return cell
    best = max(there, key=lambda other: there[other])
    if there[best] >= _SEEN and not here and sum(there.values()) == there[best]:
        return replace(cell, column=best)
    listing = [other for other in others if known[other].holds_several]
    if len(names) > 1 and len(listing) == 1 and known[place].holds_one:
        return replace(cell, column=listing[0])
    # most tables name somebody who leads each task
    leading = [other for other in others if other < place and fits.roles[other] == "lead"]
    return replace(cell, column=leading[0] if leading else place, unplaced=True)


def _beside(place: int, held: Collection[int], named: Sequence[int]) -> list[int]:
    """The blank columns of bodies that no other body of the row parts from a column."""
    left = max((other for other in held if other < place), default=-1)
    right = min((other for other in held if other > place), default=named[-1] + 1)
    return [other for other in named if left < other < right and other != place]


def _may_stand(place: int, other: int, held: Collection[int], fits: ColumnFits) -> bool:
    """Whether a body may as well stand in another column: somebody leads or is responsible then too."""
    if fits.roles[place] == fits.roles[other]:
        return False
    return any(fits.roles[each] in MAIN for each in {*held, other} - {place})


def _names(cell: GridCell) -> list[str]:
    return [name for _, words in cell.pieces for name in LIST_PAUSE.split(words) if name]
