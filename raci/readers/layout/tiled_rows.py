"""Rows of a table without ruled lines that stand as near to one another as lines: they fill its height like tiles.

Each row is as high as the cell with the most lines, and every other cell begins with it, ends with it, or has as many
free lines above as below. So a row can only end where no line of any column stands across, and few ways remain; of
these the one is taken in which words and names break least.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.row_alignment import list_cuts, middle_height
from raci.readers.layout.row_joints import Joint, joints, right_edges
from raci.readers.layout.row_sides import CellSide
from raci.readers.layout.unruled_rows import says_section
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content

__all__ = ["TiledRows", "are_no_names", "tiled_rows"]

#: lines stand where they are set within this part of half a line
_EXACT = 0.4
#: the most lines of a row, and of a table
_MOST_LINES, _LONGEST = 16, 400
#: what it costs that a cell is blank, that a name is cut between two rows, that words below a head of bodies are none
#: (or a cell holds two time limits), that cells end level with their row, as they seldom do
_BLANK, _CUT, _NO_BODIES, _AT_BOTTOM = 0.3, 2.0, 1.0, 1.0


class TiledRows(NamedTuple):
    """For each row the lines of each column, as first and end; how high it stands, in points; and the cost of all."""

    rows: list[list[tuple[int, int]]]
    heights: list[float]
    cost: float


class _TiledRow(NamedTuple):
    """The best rows down to some height: what they cost, where the last of them begins, and its cells."""

    cost: float
    begin: int
    cells: list[tuple[int, int]]


class _TileColumn(NamedTuple):
    """The lines of a column by their heights in half lines, what it says that one goes on with the one above, and which
    of them are time limits by themselves.
    """

    places: list[int]
    joints: list[Joint]
    cuts: list[bool]
    lines: Sequence[TextRow]
    names: bool
    dates: list[bool]


def tiled_rows(
    columns: Sequence[Sequence[TextRow]], parties: Sequence[int], tasks: int, side: CellSide, lead: float
) -> TiledRows | None:
    """The rows that fill the height of the lines, where lines of a cell are so far apart; None where none do."""
    top = min((middle_height(line) for lines in columns for line in lines), default=0.0)
    half = lead / 2
    tiled: list[_TileColumn] = []
    edges = right_edges(columns)
    for place, lines in enumerate(columns):
        exact = [(middle_height(line) - top) / half for line in lines]
        places = [round(value) for value in exact]
        if any(abs(value - near) > _EXACT for value, near in zip(exact, places, strict=True)):
            return None
        dates = [cell_content(line.line.text).kind == "date" for line in lines]
        tiled.append(_TileColumn(places, joints(lines, edges[place]), list_cuts(lines), lines, place in parties, dates))
    end = max((column.places[-1] + 1 for column in tiled if column.places), default=0)
    if end > _LONGEST:
        return None
    best: dict[int, _TiledRow] = {-1: _TiledRow(0.0, -1, [(0, 0)] * len(tiled))}
    for begin in range(-1, end):
        before = best.get(begin)
        if before is None:
            continue
        for height in range(1, _MOST_LINES + 1):
            cells = _cells(tiled, before.cells, (begin, begin + 2 * height), side)
            if cells is None or cells[tasks][0] == cells[tasks][1]:
                continue
            cost = before.cost + _cost(tiled, cells, tasks)
            known = best.get(begin + 2 * height)
            if known is None or cost < known.cost:
                best[begin + 2 * height] = _TiledRow(cost, begin, cells)
    return _traced(best, end, top, half, side) if end in best else None


def are_no_names(lines: Sequence[str]) -> bool:
    """Whether the lines of a cell below a head of bodies or persons hold what is neither, or persons run together."""
    words = "".join(lines)
    if like_bodies(words)[1] == 0:
        return False
    if len(lines) > 1 and all(cell_content(line).kind == "person" for line in lines):
        return True
    return any(cell_content(name).kind != "person" for name in words.split("、"))


def _traced(best: dict[int, _TiledRow], end: int, top: float, half: float, side: CellSide) -> TiledRows:
    rows, heights = [], []
    place = end
    while place > -1:
        tile = best[place]
        rows.append(tile.cells)
        heights.append(top + half * (tile.begin + place) / 2)
        place = tile.begin
    return TiledRows(rows[::-1], heights[::-1], best[end].cost + (_AT_BOTTOM if side is CellSide.BOTTOM else 0.0))


def _cells(
    columns: Sequence[_TileColumn], before: Sequence[tuple[int, int]], row: tuple[int, int], side: CellSide
) -> list[tuple[int, int]] | None:
    """The lines of each column that stand in a row of this extent; None where they do not stand as cells do in it."""
    begin, end = row
    cells = []
    is_filled = False
    for column, (_, first) in zip(columns, before, strict=True):
        last = first
        while last < len(column.places) and column.places[last] + 1 <= end:
            if last > first and column.places[last] != column.places[last - 1] + 2:
                return None
            last += 1
        if last < len(column.places) and column.places[last] - 1 < end:
            return None
        if last > first:
            above, below = column.places[first] - 1 - begin, end - column.places[last - 1] - 1
            astray = {CellSide.TOP: above, CellSide.BOTTOM: below, CellSide.MIDDLE: above - below}[side]
            if astray or above < 0:
                return None
            is_filled = is_filled or above == below == 0
        cells.append((first, last))
    return cells if is_filled else None


def _cost(columns: Sequence[_TileColumn], cells: Sequence[tuple[int, int]], tasks: int) -> float:
    cost = 0.0
    begin, _ = cells[tasks]
    is_alone = sum(last > first for first, last in cells) == 1
    is_section = is_alone and says_section(columns[tasks].lines[begin].line.text)
    for column, (first, last) in zip(columns, cells, strict=True):
        if first == last:
            cost += 0.0 if is_section else _BLANK
            continue
        cost += sum(column.joints[place].goes_on for place in range(first, last - 1))
        if last < len(column.lines):
            cost += _CUT if column.cuts[last] else column.joints[last - 1].ends
        if column.names and are_no_names([line.line.text for line in column.lines[first:last]]):
            cost += _NO_BODIES
        cost += _NO_BODIES * sum(column.dates[place] and column.dates[place + 1] for place in range(first, last - 1))
    return cost
