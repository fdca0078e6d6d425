"""Heads over columns without ruled lines, parted by the white between them; some stand over several others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph, glyph_size
from raci.rules.columns import read_head

__all__ = ["part_at_gaps", "parted_heads", "words_of"]

#: the lower heads stand no farther below the upper ones, in characters
_MAX_LEAD = 2.5
#: heads begin at one place where they do so within this part of a character
_ALIGNED = 0.5


class _PartedHeads(NamedTuple):
    """What stands over each column by itself, and what the column is called."""

    cells: list[list[Glyph]]
    heads: list[list[Glyph]]


def words_of(glyphs: Iterable[Glyph]) -> str:
    """What characters say."""
    return "".join(glyph.text for glyph in glyphs)


def part_at_gaps(row: Sequence[Glyph], gap: float) -> list[list[Glyph]]:
    """The characters of a row, in their order from left to right, parted at gaps so wide."""
    cells = [[row[0]]]
    reach = row[0].right
    for glyph in row[1:]:
        if glyph.left - reach > gap:
            cells.append([])
        cells[-1].append(glyph)
        reach = max(reach, glyph.right)
    return cells


def parted_heads(tops: Sequence[Sequence[Glyph]], lower: Sequence[Glyph], gap: float) -> _PartedHeads | None:
    """Heads of which one stands over several of the row below; None where none does.

    All of the lower are known as heads. The first of them takes the words above them.
    """
    size = glyph_size(lower)
    below = part_at_gaps(lower, gap)
    if min(glyph.top for glyph in lower) - max(glyph.bottom for top in tops for glyph in top) > _MAX_LEAD * size:
        return None
    if len(below) < 2 or any(read_head(words_of(cell)) is None for cell in below):
        return None
    under = _under(tops, below, _ALIGNED * size)
    if max(map(len, under)) < 2:
        return None
    parted = _PartedHeads([], [])
    for top, (first, *others) in zip(tops, (cells or [[]] for cells in under), strict=True):
        parted.cells.append(first if others else sorted([*top, *first], key=lambda glyph: glyph.left))
        parted.cells.extend(others)
        parted.heads.extend([[*top, *first], *others])
    return parted


def _under(tops: Sequence[Sequence[Glyph]], below: Sequence[list[Glyph]], near: float) -> list[list[list[Glyph]]]:
    """The lower heads under each of the upper: all begin where it does, or it stands over their middle."""
    begins = [min(glyph.left for glyph in top) for top in tops]
    ends = [max(glyph.right for glyph in top) for top in tops]
    at_left = any(abs(begin - cell[0].left) < near for begin in begins for cell in below)
    sides = [(end + begin) / 2 for end, begin in zip(ends, begins[1:], strict=False)]
    under: list[list[list[Glyph]]] = [[] for _ in tops]
    for cell in below:
        middle = (cell[0].left + cell[-1].right) / 2
        index = bisect_right(begins, cell[0].left + near) - 1 if at_left else bisect_right(sides, middle)
        under[max(0, index)].append(cell)
    return under
