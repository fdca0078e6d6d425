"""Pages set in columns (pdf, ofd, pictures): their rows column by column, as they are read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph, TextRow, glyph_rows, text_row, text_rows
from raci.readers.layout.measures import upper_median
from raci.rules.columns import columns

__all__ = ["ColumnReader"]

#: a gutter is at least so wide, in characters, and stands in this part of the page; it is looked for at so many places
_GUTTER_WIDTH, _MIDDLE, _MAX_STEPS = 1.0, (0.3, 0.7), 200
#: a column has so many rows, is so many characters wide, this share of its rows is full, no more are parted by gaps
_MIN_ROWS, _MIN_WIDTH, _MIN_FULL, _MAX_PARTED = 6, 8.0, 0.5, 0.1
#: how a sentence ends
_ENDS = frozenset("。！？；）")
#: marks that may hang over the edge, into the gutter
_HANGING_MARKS = frozenset("，。、；：）")
#: … and where the page before was in columns, so many full rows will do
_FEW_ROWS = 2
#: columns are parted again so often: four of them at the most
_MAX_DEPTH = 2
#: a full row ends within so many characters of the edge
_EARLY_END = 2.6


class _ColumnLayout(NamedTuple):
    """How a page is set in columns: the middles of its gutters, its left and right edge, and those of each column."""

    gutters: tuple[float, ...]
    edges: tuple[float, float]
    columns: tuple[tuple[float, float], ...]


class ColumnReader:
    """Reads page after page: the last one of a text in columns may fill only a part of the first."""

    def __init__(self) -> None:
        self._layout_before: _ColumnLayout | None = None

    def rows(self, glyphs: Iterable[Glyph], page: int | None = None) -> list[TextRow]:
        """The rows of a page in reading order, where a gutter runs through full lines of text.

        The rows of a column are put where those of a page in one column would stand: between its left and its right
        edge. Cells without ruled lines stay together in one row.
        """
        rows = _PageRows.of(glyphs, page)
        gutter = _find_gutter(rows) if len(rows.glyphs) >= _MIN_ROWS else None
        columned = _by_columns(rows, (gutter,), None) if gutter is not None else None
        if columned is None and self._layout_before is not None and rows.texts:
            columned = _by_columns(rows, self._layout_before.gutters, self._layout_before)
        if columned is None:
            self._layout_before = None
            return rows.texts
        self._layout_before, ordered = columned
        return [row._replace(line=row.line._replace(line=number)) for number, row in enumerate(ordered, 1)]


class _PageRows(NamedTuple):
    """The rows of a page, each right across it: their characters, and the same rows as text."""

    glyphs: list[list[Glyph]]
    texts: list[TextRow]
    page: int | None

    @classmethod
    def of(cls, glyphs: Iterable[Glyph], page: int | None) -> _PageRows:
        rows = glyph_rows(glyphs)
        return cls(rows, [text_row(row, page, number) for number, row in enumerate(rows, 1)], page)


def _by_columns(
    rows: _PageRows, gutters: tuple[float, ...], before: _ColumnLayout | None
) -> tuple[_ColumnLayout, list[TextRow]] | None:
    """The page in columns, as its own rows show or as the page ``before`` is set; None where it is not so."""
    edges = before.edges if before else _extent(rows.texts)
    ordered: list[TextRow] = []
    layout: _ColumnLayout | None = None
    part = 0
    runs = groupby(
        zip(rows.glyphs, rows.texts, strict=True),
        lambda row: any(_runs_over(row[0], gutter, row[1].size) for gutter in gutters),
    )
    for over_gutter, run in runs:
        run_rows = list(run)
        glyphs = [glyph for row, _ in run_rows for glyph in row]
        if over_gutter:
            parted = None
        elif before is not None:
            parted = _parted_as_before(glyphs, before, rows.page)
        else:
            parted = _parted(glyphs, gutters[0], rows.page)
        if parted is None:
            ordered += [text._replace(order=(part, 0)) for _, text in run_rows]
            continue
        part += 1
        extents = before.columns if before else tuple(map(_extent, parted.columns))
        layout = _ColumnLayout(parted.gutters, edges, extents)
        for column, (column_rows, (left, right)) in enumerate(zip(parted.columns, extents, strict=True)):
            ordered += [
                row._replace(
                    left=edges[0] + row.left - left, right=edges[1] - (right - row.right), order=(part, column)
                )
                for row in column_rows
            ]
        part += 1
    return (layout, ordered) if layout is not None else None


def _extent(rows: Sequence[TextRow]) -> tuple[float, float]:
    """The left edge of the leftmost row and the right edge of the rightmost."""
    return min(row.left for row in rows), max(row.right for row in rows)


def _runs_over(glyphs: Sequence[Glyph], x: float, size: float) -> bool:
    """Whether a row runs over a position: no gap as wide as a gutter is there."""
    half = _GUTTER_WIDTH * size / 2
    return any(glyph.left < x + half and glyph.right > x - half for glyph in glyphs if glyph.text not in _HANGING_MARKS)


def _find_gutter(rows: _PageRows) -> float | None:
    """The position in the middle of the page that the fewest rows run over; None where too few leave it free."""
    left, right = _extent(rows.texts)
    size = upper_median(row.size for row in rows.texts)
    begin, end = (left + share * (right - left) for share in _MIDDLE)
    steps = min(int((end - begin) / (size / 2)), _MAX_STEPS)
    if steps < 1:
        return None
    # a row of text without a gap there is looked at only once
    gapped = [
        glyphs for glyphs, text in zip(rows.glyphs, rows.texts, strict=True) if _has_gap(glyphs, begin, end, text.size)
    ]
    if len(gapped) < _MIN_ROWS:
        return None
    positions = [begin + (end - begin) * step / steps for step in range(steps + 1)]
    crossings = [sum(_runs_over(glyphs, x, size) for glyphs in gapped) for x in positions]
    fewest = min(crossings)
    if len(gapped) - fewest < _MIN_ROWS:
        return None
    free_stretches = groupby(range(len(positions)), lambda index: crossings[index] == fewest)
    widest = max((list(stretch) for is_free, stretch in free_stretches if is_free), key=len)
    return positions[widest[len(widest) // 2]]


def _has_gap(row: Sequence[Glyph], begin: float, end: float, size: float) -> bool:
    """Whether a row has a gap as wide as a gutter between two positions, or ends or begins there."""
    glyphs = [glyph for glyph in row if glyph.text not in _HANGING_MARKS]
    if not glyphs or glyphs[-1].right < end or glyphs[0].left > begin:
        return True
    return any(
        right.left - left.right >= _GUTTER_WIDTH * size and left.right < end and right.left > begin
        for left, right in pairwise(glyphs)
    )


class _Parted(NamedTuple):
    """The rows of each column, and the gutters between them."""

    columns: list[list[TextRow]]
    gutters: tuple[float, ...]


def _parted(glyphs: Sequence[Glyph], gutter: float, page: int | None, depth: int = _MAX_DEPTH) -> _Parted | None:
    """The rows on both sides of a gutter, which may be in columns themselves; None where they are no text."""
    columns_of: list[list[TextRow]] = []
    gutters: list[float] = []
    for number, side in enumerate(_sides(glyphs, (gutter,))):
        rows = _PageRows.of(side, page)
        if _is_running_text(rows.texts) or (columns_of and _goes_on_at_the_top(rows.texts, columns_of[-1])):
            columns_of.append(rows.texts)
        else:
            inner = _find_gutter(rows) if depth > 1 and len(rows.glyphs) >= _MIN_ROWS else None
            parted = _parted(side, inner, page, depth - 1) if inner is not None else None
            if parted is None:
                return None
            columns_of += parted.columns
            gutters += parted.gutters
        gutters += [gutter] if number == 0 else []
    if columns([rows[0].line.text for rows in columns_of]):
        return None
    return _Parted(columns_of, tuple(gutters))


def _parted_as_before(glyphs: Sequence[Glyph], before: _ColumnLayout, page: int | None) -> _Parted | None:
    """The rows in the columns of the page before; they may be short, if they keep to their edges. Else None."""
    columns_of = [text_rows(side, page) for side in _sides(glyphs, before.gutters)]
    full = [
        row
        for rows, (begin, end) in zip(columns_of, before.columns, strict=True)
        for row in rows
        if abs(row.left - begin) < row.size and abs(row.right - end) < _EARLY_END * row.size
    ]
    if len(full) < max(_FEW_ROWS, _MIN_FULL * sum(map(len, columns_of))):
        return None
    return _Parted(columns_of, before.gutters)


def _sides(glyphs: Iterable[Glyph], gutters: Sequence[float]) -> list[list[Glyph]]:
    """The characters between gutters, from left to right."""
    sides: list[list[Glyph]] = [[] for _ in range(len(gutters) + 1)]
    for glyph in glyphs:
        sides[bisect_right(gutters, (glyph.left + glyph.right) / 2)].append(glyph)
    return sides


def _goes_on_at_the_top(rows: Sequence[TextRow], column: Sequence[TextRow]) -> bool:
    """Whether few rows are the rest of a text whose column before is full: they stand beside its first rows.

    Most of them are as wide as that column; a single one ends its sentence. Cells beside a text do neither.
    """
    if not rows or len(rows) > len(column) or len(rows) >= _MIN_ROWS:
        return False
    beside = all(abs(row.bottom - other.bottom) < row.size / 2 for row, other in zip(rows, column, strict=False))
    left, right = _extent(column)
    begin = min(row.left for row in rows)
    full = sum(abs(row.right - begin - (right - left)) < _EARLY_END * row.size for row in rows)
    if len(rows) == 1:
        return beside and rows[0].line.text[-1:] in _ENDS and column[-1].line.text[-1:] not in _ENDS
    return beside and full >= _MIN_FULL * len(rows)


def _is_running_text(rows: Sequence[TextRow]) -> bool:
    """Whether rows are those of running text: enough of them, wide enough, many of them full."""
    if len(rows) < _MIN_ROWS:
        return False
    left, right = _extent(rows)
    full = sum(right - row.right < _EARLY_END * row.size for row in rows)
    parted = sum(row.parted for row in rows)
    width = (right - left) / upper_median(row.size for row in rows)
    return width >= _MIN_WIDTH and full >= _MIN_FULL * len(rows) and parted <= _MAX_PARTED * len(rows)
