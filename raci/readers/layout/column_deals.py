"""The lines of all columns of a table without ruled lines dealt out to its rows: the ways to do so, and the best.

Cells begin level with their row, have it at half their height, or end level with it. Where a column numbers the rows
these are known; else the column that says what is to be done gives them. What fits better holds for all columns.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from raci.readers.layout.bottom_alignment import align_at_bottom
from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.halfway_cells import merged_rows
from raci.readers.layout.measures import upper_median
from raci.readers.layout.row_alignment import (
    Alignment,
    Setting,
    align,
    blank_cost,
    list_cuts,
    middle_height,
    usual_offset,
)
from raci.readers.layout.row_borders import RowExtent, row_extents
from raci.readers.layout.row_heights import KeyCells, LineSpacing, key_cells, line_pitch, spacings, usual_lead
from raci.readers.layout.row_joints import Joint, joints, right_edges
from raci.readers.layout.row_sides import CellSide
from raci.readers.layout.tiled_rows import are_no_names, tiled_rows
from raci.rules.cell_content import cell_content

__all__ = ["Deal", "TableLines", "deal_by_numbers", "deal_by_tasks"]

#: on a recognised page cells that begin beside their numbers may fit so much worse, in lines, than such as have them at
#: half their height: less than a single cell of two lines does; rows of two lines each fit both alike
_TIE = 0.4
#: cells end level with their rows where that fits so much better, in lines
_BETTER = 0.3
#: the most that all columns may cost a row and column where none numbers the rows
_MOST_COST = 0.6
#: lines of a cell stand no farther apart, in sizes of type
_WIDEST_LEAD = 2.1
#: rows that fill the height of their table may cost so much each
_MOST_TILED = 1.2
#: what it costs that a cell holds what its column does not: no bodies, or several time limits
_ODD = 1.0


class TableLines(NamedTuple):
    """The lines of each column, and which columns name bodies or say by when; how high rows across them stand.

    A table that ``continues`` began on the page before.
    """

    columns: Sequence[Sequence[TextRow]]
    parties: Collection[int]
    limits: Collection[int] = ()
    sections: Sequence[float] = ()
    continues: bool = False

    @property
    def are_recognised(self) -> bool:
        return any(line.line.ocr is not None for lines in self.columns for line in lines)


class Deal(NamedTuple):
    """How high the rows stand, on which side of them their cells, and the lines of each column by row."""

    heights: Sequence[float]
    side: CellSide
    columns: list[Alignment]

    @property
    def cost(self) -> float:
        return sum(column.cost for column in self.columns)

    @property
    def misfit(self) -> float:
        """The cost without that of blank cells, of which tables have more where merged cells are not seen to reach."""
        return self.cost - sum(map(blank_cost, self.columns))


def deal_by_numbers(table: TableLines, numbers: int) -> Deal | None:
    """The lines dealt out to the numbers in the column of that place; None where they fit no way."""
    heights = [middle_height(line) for line in table.columns[numbers]]
    at_top, in_middle = (_dealt(table, heights, side, numbers) for side in (CellSide.TOP, CellSide.MIDDLE))
    if min(at_top.cost, in_middle.cost) == inf:
        return None
    if table.are_recognised:
        return at_top if at_top.cost <= in_middle.cost + _TIE else in_middle
    best = at_top if at_top.misfit <= in_middle.misfit else in_middle
    if best.misfit > _BETTER and not table.continues:
        at_bottom = _dealt(table, heights, CellSide.BOTTOM, numbers)
        if at_bottom.misfit < best.misfit - _BETTER and at_bottom.cost < best.cost:
            return at_bottom
    return best


def deal_by_tasks(table: TableLines, tasks: int) -> Deal | None:
    """The lines dealt out to the rows that the column of that place shows; None where the others do not fit them."""
    lines = table.columns[tasks]
    if not lines:
        return None
    others = [column for place, column in enumerate(table.columns) if place != tasks and column]
    is_wide = line_pitch(table.columns) > _WIDEST_LEAD * upper_median(line.size for line in lines)
    between = joints(lines, right_edges(table.columns)[tasks])
    if not table.are_recognised and all(joint.goes_on for joint in between):
        merged = merged_rows(table.columns, tasks, table.sections)
        if merged is not None:
            return Deal([middle_height(line) for line in lines], CellSide.MIDDLE, merged)
    tiled = None if table.are_recognised or is_wide else _tiled(table, tasks)
    if tiled is not None:
        return tiled
    found: list[tuple[float, Deal]] = []
    leads = [LineSpacing(0.0, apart=True)] if is_wide else spacings(lines, others)
    for key, side in _ways(lines, others, leads, between):
        deal = _dealt(table, key.heights, side, tasks, key)
        found.append(((deal.cost + deal.misfit) / 2 + key.cost + _odd_cells(deal, table), deal))
    _, best = min(found, key=lambda each: each[0])
    return best if best.cost <= _MOST_COST * len(best.heights) * len(table.columns) else None


def _tiled(table: TableLines, tasks: int) -> Deal | None:
    """The rows that fill the height of the table, each as high as its highest cell; None where there are none."""
    pitch = line_pitch(table.columns)
    found = [
        (tiled.cost, side.value, tiled, side)
        for side in CellSide
        if (tiled := tiled_rows(table.columns, sorted(table.parties), tasks, side, pitch)) is not None
    ]
    if not found or min(found)[0] > _MOST_TILED * len(min(found)[2].rows):
        return None
    _, _, tiled, side = min(found)
    columns = []
    for column, lines in enumerate(table.columns):
        groups = [list(lines[slice(*cells[column])]) for cells in tiled.rows]
        columns.append(Alignment(0.0, [[], *groups], [1] * (len(groups) + 1)))
    return Deal(tiled.heights, side, columns)


def _ways(
    lines: Sequence[TextRow],
    others: Sequence[Sequence[TextRow]],
    ways: Iterable[LineSpacing],
    between: Sequence[Joint],
) -> Iterator[tuple[KeyCells, CellSide]]:
    """The cells that the lines may be, each way of them once, with the side on which they stand."""
    known: dict[tuple[CellSide, tuple[int, ...]], KeyCells] = {}
    for spacing in ways:
        for side in CellSide:
            key = key_cells(lines, others, side, spacing, between)
            before = known.get((side, tuple(key.begins)))
            if before is None or key.cost < before.cost:
                known[side, tuple(key.begins)] = key
    for (side, _), key in known.items():
        yield key, side


def _dealt(
    table: TableLines, heights: Sequence[float], side: CellSide, rows_of: int, key: KeyCells | None = None
) -> Deal:
    """The lines dealt out to rows that stand so high, which the column ``rows_of`` tells, by these cells of it."""
    pitch = line_pitch(table.columns)
    exact = not table.are_recognised
    offsets = [usual_offset(lines, heights, pitch) if exact else 0.0 for lines in table.columns]
    others = (column for column in range(len(offsets)) if column not in table.parties and column != rows_of)
    told = max(others, key=lambda column: _letters(table.columns[column]), default=rows_of) if key is None else rows_of
    # names of bodies are set as tasks are, and may stand beside several rows
    lead = usual_lead(table.columns, pitch)
    settings = [
        Setting(
            side is not CellSide.MIDDLE, pitch, offsets[told if column in table.parties else column], exact, lead=lead
        )
        for column in range(len(offsets))
    ]
    deal = _dealt_so(table, Deal(heights, side, []), settings, rows_of, key)
    if side is not CellSide.MIDDLE or not exact or deal.cost == 0.0:
        return deal
    ways = [deal]
    for columns in ([place for place in range(len(offsets)) if place not in table.parties], range(len(offsets))):
        extents = _extents(table, deal, columns, pitch)
        if extents:
            settings = [setting._replace(extents=extents) for setting in settings]
            ways.append(_dealt_so(table, deal, settings, rows_of, key))
    return min(ways, key=lambda way: way.cost)


def _dealt_so(table: TableLines, deal: Deal, settings: Sequence[Setting], rows_of: int, key: KeyCells | None) -> Deal:
    columns = []
    for column, (lines, setting) in enumerate(zip(table.columns, settings, strict=True)):
        if key is not None and column == rows_of:
            groups = [list(lines[begin:end]) for begin, end in pairwise([*key.begins, len(lines)])]
            columns.append(Alignment(0.0, [[], *groups], [1] * (len(groups) + 1)))
        else:
            cuts = list_cuts(lines)
            if deal.side is CellSide.BOTTOM:
                columns.append(align_at_bottom(lines, deal.heights, setting, cuts))
            else:
                columns.append(align(lines, deal.heights, setting, cuts, continues=table.continues))
    return deal._replace(columns=columns)


def _extents(table: TableLines, deal: Deal, columns: Iterable[int], pitch: float) -> list[RowExtent]:
    """Where rows that have their cells at half their height begin and end, by what these columns have in each."""
    if deal.cost == inf:
        return []
    filled = [pitch] * len(deal.heights)
    for column in columns:
        _, *groups = deal.columns[column].groups
        _, *reaches = deal.columns[column].reaches
        for row, (group, reach) in enumerate(zip(groups, reaches, strict=True)):
            if group and reach == 1:
                filled[row] = max(filled[row], middle_height(group[-1]) - middle_height(group[0]) + pitch)
    rows = sorted([*zip(deal.heights, filled, strict=True), *((section, pitch) for section in table.sections)])
    extents = row_extents([height for height, _ in rows], [lines for _, lines in rows], pitch)
    if not extents:
        return []
    return [extent for extent, (height, _) in zip(extents, rows, strict=True) if height not in table.sections]


def _letters(lines: Iterable[TextRow]) -> int:
    """How many characters lines hold that are no digits."""
    return sum(not letter.isdigit() for line in lines for letter in line.line.text)


def _odd_cells(deal: Deal, table: TableLines) -> float:
    """What it costs that cells below a head of bodies list others, and those below one of time limits none, or several.

    Words that are none count where most cells below the head are time limits.
    """
    names = sum(are_no_names(words) for words in _cells(deal, table.parties))
    limits = [list(words) for words in _cells(deal, table.limits)]
    several = sum(len(words) > 1 and all(map(_is_date, words)) for words in limits)
    others = sum(not _is_date("".join(words)) for words in limits)
    return _ODD * (names + several + (others if 2 * others < len(limits) else 0))


def _is_date(words: str) -> bool:
    return cell_content(words).kind == "date"


def _cells(deal: Deal, columns: Iterable[int]) -> Iterator[list[str]]:
    """The cells of columns, each as its lines."""
    for column in columns:
        for group in deal.columns[column].groups[1:]:
            if group:
                yield [line.line.text for line in group]
