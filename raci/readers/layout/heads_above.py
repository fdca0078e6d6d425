"""Ruled tables whose head stands right above their lines: on a coloured band, as web programs print it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from raci.readers.layout.glyphs import Glyph, glyph_rows, glyph_size
from raci.readers.layout.parted_heads import words_of
from raci.readers.layout.ruled_frames import RuledLine, TableFrame
from raci.rules.cell_content import SIGN_KINDS, cell_content
from raci.rules.columns import columns

__all__ = ["with_head_above"]

#: a head has so many rows of type, no farther from one another and from the lines below, in characters
_MOST_ROWS, _NEAR = 3, 1.2
#: a table with a head has so many columns
_LEAST_COLUMNS = 3
#: the name of a body is no longer
_LONGEST_NAME = 16
#: a character may hang so far, in points, over the edge of its column
_TOLERANCE = 1.5


def with_head_above(frame: TableFrame, glyphs: Sequence[Glyph]) -> TableFrame:
    """The frame, and above it the row of heads that stands there without lines; itself where there is none."""
    left, right, top = frame.xs[0], frame.xs[-1], frame.ys[0]
    if len(frame.xs) <= _LEAST_COLUMNS:
        return frame
    above = [each for each in glyphs if each.bottom <= top + _TOLERANCE and each.right > left and each.left < right]
    if not above or top - max(each.bottom for each in above) > _NEAR * glyph_size(above):
        return frame
    first = [
        each for each in glyphs if left <= each.left and each.right <= right and frame.ys[0] < each.top < frame.ys[1]
    ]
    if _heads(frame, first):
        return frame
    over_signs = sum(cell_content(words).kind in SIGN_KINDS for words in _cells(frame, first)) > 1
    taken: list[Glyph] = []
    head: list[Glyph] = []
    lowest = top
    for row in reversed(glyph_rows(above)[-_MOST_ROWS:]):
        if lowest - max(each.bottom for each in row) > _NEAR * glyph_size(row) or not _stands_in_columns(row, frame):
            break
        taken = [*row, *taken]
        lowest = min(each.top for each in row)
        head = taken if _heads(frame, taken) or (over_signs and _names(frame, taken)) else head
    if not head:
        return frame
    highest = min(each.top for each in head) - 1
    sides = [RuledLine(x, highest, x, top) for x in frame.xs]
    return TableFrame([*frame.lines, *sides, RuledLine(left, top, right, top)], frame.xs, [highest, *frame.ys])


def _stands_in_columns(row: Sequence[Glyph], frame: TableFrame) -> bool:
    """Whether no character of a row stands over the side of a column."""
    return all(
        frame.xs[place - 1] - _TOLERANCE <= each.left and each.right <= frame.xs[place] + _TOLERANCE
        for each in row
        if 0 < (place := bisect_right(frame.xs, (each.left + each.right) / 2)) < len(frame.xs)
    )


def _heads(frame: TableFrame, glyphs: Sequence[Glyph]) -> bool:
    """Whether characters, column by column, head a table of tasks."""
    return columns(_cells(frame, glyphs)) is not None


def _names(frame: TableFrame, glyphs: Sequence[Glyph]) -> bool:
    """Whether characters, column by column, may name the bodies of a matrix: each column but the first has a name."""
    names = _cells(frame, glyphs)[1:]
    return all(1 < len(name) <= _LONGEST_NAME and cell_content(name).kind not in SIGN_KINDS for name in names)


def _cells(frame: TableFrame, glyphs: Sequence[Glyph]) -> list[str]:
    """What characters say, column by column."""
    cells: list[list[Glyph]] = [[] for _ in frame.xs[1:]]
    for each in glyphs:
        place = bisect_right(frame.xs, (each.left + each.right) / 2)
        if 0 < place < len(frame.xs):
            cells[place - 1].append(each)
    return [words_of(cell) for cell in cells]
