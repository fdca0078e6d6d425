"""Pages set in columns (pdf, ofd, pictures): their rows column by column, as they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph, TextRow, text_rows
from raci.readers.layout.gutters import PageRows, extent, find_gutter, runs_over, sides
from raci.readers.layout.headed_rows import headed_rows
from raci.readers.layout.measures import upper_median
from raci.readers.layout.numbered_columns import read_down
from raci.rules.columns import columns

__all__ = ["ColumnReader"]

#: a column has so many rows, is so many characters wide, this share of its rows is full, no more are parted by gaps
_MIN_ROWS, _MIN_WIDTH, _MIN_FULL, _MAX_PARTED = 6, 8.0, 0.5, 0.1
#: a title is set in type so many times as large as the body's
_LARGE_TYPE = 1.15
#: how a sentence ends
_ENDS = frozenset("。！？；）")
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
        rows = PageRows.of(glyphs, page)
        before, columned = self._layout_before, None
        if len(rows.glyphs) >= _MIN_ROWS and (gutter := find_gutter(rows, _MIN_ROWS)) is not None:
            columned = _by_columns(rows, (gutter,), partial(_parted_anyhow, gutter=gutter, page=page))
        if columned is None and before is not None and rows.texts:
            columned = _by_columns(rows, before.gutters, partial(_parted_as_before, before=before, page=page), before)
        if columned is None and any(row.parted for row in rows.texts):
            columned = _few_lines_by_columns(rows)
        if columned is None:
            self._layout_before = None
            return rows.texts
        self._layout_before, ordered = columned
        return [row._replace(line=row.line._replace(line=number)) for number, row in enumerate(ordered, 1)]


#: parts rows that leave a gutter free, or finds no columns in them
_Part = Callable[[Sequence[Glyph]], "_Parted | None"]


def _by_columns(
    rows: PageRows, gutters: tuple[float, ...], part: _Part, before: _ColumnLayout | None = None
) -> tuple[_ColumnLayout, list[TextRow]] | None:
    """The page in columns, as its own rows show or as the page ``before`` is set; None where it is not so."""
    edges = before.edges if before else extent(rows.texts)
    ordered: list[TextRow] = []
    layout: _ColumnLayout | None = None
    number = 0
    runs = groupby(
        zip(rows.glyphs, rows.texts, rows.sizes, headed_rows(rows), strict=True),
        lambda row: row[3] or any(runs_over(row[0], gutter, row[2]) for gutter in gutters),
    )
    for over_gutter, run in runs:
        run_rows = list(run)
        glyphs = [glyph for row, *_ in run_rows for glyph in row]
        parted = None if over_gutter else part(glyphs)
        if parted is None:
            ordered += [text._replace(order=(number, 0)) for _, text, *_ in run_rows]
            continue
        number += 1
        extents = before.columns if before else tuple(map(extent, parted.columns))
        layout = _ColumnLayout(parted.gutters, edges, extents)
        for column, (column_rows, (left, right)) in enumerate(zip(parted.columns, extents, strict=True)):
            ordered += [
                row._replace(
                    left=edges[0] + row.left - left, right=edges[1] - (right - row.right), order=(number, column)
                )
                for row in column_rows
            ]
        number += 1
    return (layout, ordered) if layout is not None else None


def _few_lines_by_columns(rows: PageRows) -> tuple[_ColumnLayout, list[TextRow]] | None:
    """The page in columns where the words of a few lines tell so, below its title; None where they do not."""
    body_size = upper_median(row.size for row in rows.texts)
    titles = list(takewhile(lambda row: row.size > _LARGE_TYPE * body_size, rows.texts))
    below = PageRows(rows.glyphs[len(titles) :], rows.texts[len(titles) :], rows.sizes[len(titles) :], rows.page)
    gutter = find_gutter(below, 1) if below.texts else None
    if gutter is None:
        return None
    columned = _by_columns(below, (gutter,), partial(_parted_by_words, gutter=gutter, page=rows.page))
    if columned is None:
        return None
    return columned[0], [*(row._replace(order=(-1, 0)) for row in titles), *columned[1]]


class _Parted(NamedTuple):
    """The rows of each column, and the gutters between them."""

    columns: list[list[TextRow]]
    gutters: tuple[float, ...]


def _parted(glyphs: Sequence[Glyph], gutter: float, page: int | None, depth: int = _MAX_DEPTH) -> _Parted | None:
    """The rows on both sides of a gutter, which may be in columns themselves; None where they are no text."""
    columns_of: list[list[TextRow]] = []
    gutters: list[float] = []
    for number, side in enumerate(sides(glyphs, (gutter,))):
        rows = PageRows.of(side, page)
        if _is_running_text(rows.texts) or (columns_of and _goes_on_at_the_top(rows.texts, columns_of[-1])):
            columns_of.append(rows.texts)
        else:
            inner = find_gutter(rows, _MIN_ROWS) if depth > 1 and len(rows.glyphs) >= _MIN_ROWS else None
            parted = _parted(side, inner, page, depth - 1) if inner is not None else None
            if parted is None:
                return None
            columns_of += parted.columns
            gutters += parted.gutters
        gutters += [gutter] if number == 0 else []
    if columns([rows[0].line.text for rows in columns_of]):
        return None
    return _Parted(columns_of, tuple(gutters))


def _parted_anyhow(glyphs: Sequence[Glyph], gutter: float, page: int | None) -> _Parted | None:
    """The rows on both sides of a gutter, where their lines or their words tell that they are text in columns."""
    return _parted(glyphs, gutter, page) or _parted_by_words(glyphs, gutter, page)


def _parted_by_words(
    glyphs: Sequence[Glyph], gutter: float, page: int | None, depth: int = _MAX_DEPTH
) -> _Parted | None:
    """The rows on both sides of a gutter, however few, where their words tell that they are columns. Else None."""
    columns_of: list[list[TextRow]] = []
    gutters: list[float] = []
    for number, side in enumerate(sides(glyphs, (gutter,))):
        rows = PageRows.of(side, page)
        inner = find_gutter(rows, 1) if depth > 1 and any(row.parted for row in rows.texts) else None
        parted = _parted_by_words(side, inner, page, depth - 1) if inner is not None else None
        columns_of += parted.columns if parted else [rows.texts]
        gutters += [*(parted.gutters if parted else ()), *([gutter] if number == 0 else [])]
    if not all(read_down(left, right) for left, right in pairwise(columns_of)):
        return None
    return _Parted(columns_of, tuple(gutters))


def _parted_as_before(glyphs: Sequence[Glyph], before: _ColumnLayout, page: int | None) -> _Parted | None:
    """The rows in the columns of the page before; they may be short, if they keep to their edges. Else None."""
    columns_of = [text_rows(side, page) for side in sides(glyphs, before.gutters)]
    full = [
        row
        for rows, (begin, end) in zip(columns_of, before.columns, strict=True)
        for row in rows
        if abs(row.left - begin) < row.size and abs(row.right - end) < _EARLY_END * row.size
    ]
    if len(full) < max(_FEW_ROWS, _MIN_FULL * sum(map(len, columns_of))):
        return None
    return _Parted(columns_of, before.gutters)


def _goes_on_at_the_top(rows: Sequence[TextRow], column: Sequence[TextRow]) -> bool:
    """Whether few rows are the rest of a text whose column before is full: they stand beside its first rows.

    Most of them are as wide as that column; a single one ends its sentence. Cells beside a text do neither.
    """
    if not rows or len(rows) > len(column) or len(rows) >= _MIN_ROWS:
        return False
    beside = all(abs(row.bottom - other.bottom) < row.size / 2 for row, other in zip(rows, column, strict=False))
    left, right = extent(column)
    begin = min(row.left for row in rows)
    full = sum(abs(row.right - begin - (right - left)) < _EARLY_END * row.size for row in rows)
    if len(rows) == 1:
        return beside and rows[0].line.text[-1:] in _ENDS and column[-1].line.text[-1:] not in _ENDS
    return beside and full >= _MIN_FULL * len(rows)


def _is_running_text(rows: Sequence[TextRow]) -> bool:
    """Whether rows are those of running text: enough of them, wide enough, many of them full."""
    if len(rows) < _MIN_ROWS:
        return False
    left, right = extent(rows)
    full = sum(right - row.right < _EARLY_END * row.size for row in rows)
    parted = sum(row.parted for row in rows)
    width = (right - left) / upper_median(row.size for row in rows)
    return width >= _MIN_WIDTH and full >= _MIN_FULL * len(rows) and parted <= _MAX_PARTED * len(rows)
