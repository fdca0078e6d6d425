"""Merged cells at half the height of their rows, in a table without ruled lines.

One that reaches over an even number of rows stands between two of them, and is seen to reach over both. One over three
stands level with the second, as if the other two had none. Where a column has cells of the first sort, and each cell
reaches as far below itself as above so that all rows have one, the others are merged too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise

from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.row_alignment import Alignment, list_cuts, middle_height
from raci.rules.cell_content import cell_content

__all__ = ["merged_rows", "reached_evenly"]

#: a cell stands in the middle of its rows, or level with one, within so much of the least distance of two rows
_NEAR = 0.2
#: lines nearer to one another than this part of it are of one cell
_SAME_CELL = 0.9
#: the fewest rows that tell
_ROWS = 3
#: what is whole in a line of its own
_WHOLE = ("bodies", "person", "date", "number")


def reached_evenly(
    columns: Sequence[Alignment], parties: Collection[int], heights: Sequence[float], sections: Sequence[float]
) -> list[Alignment]:
    """The columns, cells of the ``parties`` over all rows between whose middles they stand.

    ``heights`` are those of the rows; none reaches over one of the ``sections`` across the table.
    """
    return [_evenly(column, heights, sections) if place in parties else column for place, column in enumerate(columns)]


def merged_rows(columns: Sequence[Sequence[TextRow]], tasks: int, sections: Sequence[float]) -> list[Alignment] | None:
    """The lines of each column by row, where each line of the tasks is one and cells are merged over these.

    None where no other column has a whole cell beside each line, or a cell of a third is not in the middle of its rows.
    """
    heights = [middle_height(line) for line in columns[tasks]]
    if len(heights) < _ROWS or not any(_is_beside(lines, heights) for lines in columns if lines is not columns[tasks]):
        return None
    near = _least_step(heights)
    found: list[Alignment] = []
    are_merged = False
    for lines in columns:
        cells = _cells(lines, _SAME_CELL * near)
        blocks = _blocks([_middle(cell) for cell in cells], heights, sections)
        are_merged = are_merged or any((last - first) % 2 for first, last in blocks or ())
        if blocks is None or any(
            len(cell) > last - first + 1 for cell, (first, last) in zip(cells, blocks, strict=True)
        ):
            return None  # lines that run on, as those of cells that are as high as their rows do
        found.append(_reaching(cells, blocks, len(heights)))
    return found if are_merged else None


def _is_beside(lines: Sequence[TextRow], heights: Sequence[float]) -> bool:
    """Whether a column has one line beside each row, each of them whole by itself: a person, a date, bodies."""
    if len(lines) != len(heights):
        return False
    near = _NEAR * _least_step(heights)
    contents = [cell_content(line.line.text) for line in lines]
    are_level = all(abs(middle_height(line) - height) < near for line, height in zip(lines, heights, strict=True))
    are_level = are_level and not any(list_cuts(lines))
    return are_level and all(
        content.kind in _WHOLE and not (content.kind == "bodies" and content.odd) for content in contents
    )


def _least_step(heights: Sequence[float]) -> float:
    return min(lower - upper for upper, lower in pairwise(heights))


def _cells(lines: Sequence[TextRow], near: float) -> list[list[TextRow]]:
    """Lines parted into cells: those of one are nearer to one another."""
    cells: list[list[TextRow]] = []
    for line in lines:
        if cells and middle_height(line) - middle_height(cells[-1][-1]) < near:
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _middle(cell: Sequence[TextRow]) -> float:
    return (middle_height(cell[0]) + middle_height(cell[-1])) / 2


def _reaching(cells: Sequence[list[TextRow]], blocks: Sequence[tuple[int, int]], rows: int) -> Alignment:
    groups: list[list[TextRow]] = [[] for _ in range(rows + 1)]
    reaches = [1] * (rows + 1)
    for cell, (first, last) in zip(cells, blocks, strict=True):
        groups[first + 1], reaches[first + 1] = cell, last - first + 1
    return Alignment(0.0, groups, reaches)


def _evenly(column: Alignment, heights: Sequence[float], sections: Sequence[float]) -> Alignment:
    filled = [row for row, group in enumerate(column.groups) if row and group]
    reached = sum(column.reaches[row] for row in filled)
    if column.groups[0] or reached == len(heights) or not any(column.reaches[row] > 1 for row in filled):
        return column
    cells = [column.groups[row] for row in filled]
    blocks = _blocks([_middle(cell) for cell in cells], heights, sections)
    return column if blocks is None else _reaching(cells, blocks, len(heights))._replace(cost=column.cost)


def _blocks(
    middles: Sequence[float], heights: Sequence[float], sections: Sequence[float]
) -> list[tuple[int, int]] | None:
    """The first and the last row of each cell; None where these do not fill all rows."""
    near = _NEAR * _least_step(heights) if len(heights) > 1 else 0.0
    blocks: list[tuple[int, int]] = []
    first = 0
    for middle in middles:
        last = bisect_left(heights, 2 * middle - heights[first] - near, first) if first < len(heights) else len(heights)
        if last == len(heights) or abs((heights[first] + heights[last]) / 2 - middle) > near:
            return None
        if any(heights[first] < section < heights[last] for section in sections):
            return None
        blocks.append((first, last))
        first = last + 1
    return blocks if first == len(heights) else None
