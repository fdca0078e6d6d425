"""The gutter between columns of text on a page (pdf, ofd, pictures): the white that runs down its middle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph, TextRow, glyph_rows, text_row
from raci.readers.layout.measures import upper_median

__all__ = ["HANGING_MARKS", "PageRows", "extent", "find_gutter", "runs_over", "sides"]

#: a gutter is at least so wide, in characters, and stands in this part of the page; it is looked for in such steps, in
#: characters, at so many places
_GUTTER_WIDTH, _MIDDLE, _STEP, _MAX_STEPS = 1.0, (0.3, 0.7), 0.25, 300
#: marks that may hang over the edge of a column or a cell
HANGING_MARKS = frozenset("，。、；：）")


class PageRows(NamedTuple):
    """The rows of a page, each right across it: their characters, and the same rows as text."""

    glyphs: list[list[Glyph]]
    texts: list[TextRow]
    #: the size of type of each row by the widths of its characters: some fonts are taller
    sizes: list[float]
    page: int | None

    @classmethod
    def of(cls, glyphs: Iterable[Glyph], page: int | None) -> PageRows:
        rows = glyph_rows(glyphs)
        texts = [text_row(row, page, number) for number, row in enumerate(rows, 1)]
        sizes = [min(text.size, _usual_width(row)) for row, text in zip(rows, texts, strict=True)]
        return cls(rows, texts, sizes, page)


def extent(rows: Sequence[TextRow]) -> tuple[float, float]:
    """The left edge of the leftmost row and the right edge of the rightmost."""
    return min(row.left for row in rows), max(row.right for row in rows)


def _usual_width(row: Sequence[Glyph]) -> float:
    """The usual width of the characters of a row, in points; 1 where they have none."""
    return sorted(glyph.right - glyph.left for glyph in row)[len(row) // 2] or 1.0


def runs_over(glyphs: Sequence[Glyph], x: float, size: float) -> bool:
    """Whether a row runs over a position: no gap as wide as a gutter is there."""
    half = _GUTTER_WIDTH * size / 2
    return any(glyph.left < x + half and glyph.right > x - half for glyph in glyphs if glyph.text not in HANGING_MARKS)


def find_gutter(rows: PageRows, least: int) -> float | None:
    """The position in the middle of the page that the fewest rows run over; None where fewer than ``least`` leave it
    free.
    """
    left, right = extent(rows.texts)
    size = upper_median(rows.sizes)
    begin, end = (left + share * (right - left) for share in _MIDDLE)
    steps = min(int((end - begin) / (_STEP * size)), _MAX_STEPS)
    if steps < 1:
        return None
    # a row of text without a gap there is looked at only once
    gapped = [
        glyphs for glyphs, size_of in zip(rows.glyphs, rows.sizes, strict=True) if _has_gap(glyphs, begin, end, size_of)
    ]
    if len(gapped) < least:
        return None
    positions = [begin + (end - begin) * step / steps for step in range(steps + 1)]
    crossings = [sum(runs_over(glyphs, x, size) for glyphs in gapped) for x in positions]
    fewest = min(crossings)
    if len(gapped) - fewest < least:
        return None
    free_stretches = groupby(range(len(positions)), lambda index: crossings[index] == fewest)
    widest = max((list(stretch) for is_free, stretch in free_stretches if is_free), key=len)
    return positions[widest[len(widest) // 2]]


def _has_gap(row: Sequence[Glyph], begin: float, end: float, size: float) -> bool:
    """Whether a row has a gap as wide as a gutter between two positions, or ends or begins there."""
    glyphs = [glyph for glyph in row if glyph.text not in HANGING_MARKS]
    if not glyphs or glyphs[-1].right < end or glyphs[0].left > begin:
        return True
    return any(
        right.left - left.right >= _GUTTER_WIDTH * size and left.right < end and right.left > begin
        for left, right in pairwise(glyphs)
    )


def sides(glyphs: Iterable[Glyph], gutters: Sequence[float]) -> list[list[Glyph]]:
    """The characters between gutters, from left to right."""
    parts: list[list[Glyph]] = [[] for _ in range(len(gutters) + 1)]
    for glyph in glyphs:
        parts[bisect_right(gutters, (glyph.left + glyph.right) / 2)].append(glyph)
    return parts
