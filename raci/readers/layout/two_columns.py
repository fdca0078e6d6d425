"""Pages set in two columns (pdf, ofd, pictures): their lines column by column, as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from raci.readers.layout.glyphs import Glyph, TextRow, bands, row, rows
from raci.rules.columns import columns

__all__ = ["Columned"]

#: a gutter is at least so wide, in characters, and stands in this part of the page
_GUTTER, _MIDDLE = 1.0, (0.3, 0.7)
#: a column has so many lines, so many characters across, and this share of its lines is full; no more are parted
_LINES, _ACROSS, _FULL, _PARTED = 6, 8.0, 0.5, 0.1
#: marks that may hang over the edge, into the gutter
_HUNG = frozenset("，。、；：）")
#: … and where the page before was in columns, so many full ones will do
_FEW = 2
#: a full line ends within so many characters of the edge
_EARLY = 2.6


class _Set(NamedTuple):
    """How a page is set in columns: its gutter, its edges, and those of each column."""

    gutter: float
    edges: tuple[float, float]
    columns: tuple[tuple[float, float], ...]


class Columned:
    """Reads page after page: the last one of a text in columns may fill but a part of the first."""

    def __init__(self) -> None:
        self._before: _Set | None = None

    def rows(self, chars: Iterable[Glyph], page: int | None = None) -> list[TextRow]:
        """The lines of a page in reading order, where a gutter runs through full lines of text.

        The lines of a column are put where those of a page in one column would stand: between its left and its right
        edge. Cells without rules stay together in one line.
        """
        found = bands(chars)
        plain = [row(band, page, number) for number, band in enumerate(found, 1)]
        gutter = _gutter(found, plain) if len(found) >= _LINES else None
        here = self._laid(found, plain, gutter, page) if gutter is not None else None
        if here is None and self._before is not None and plain:
            here = self._laid(found, plain, self._before.gutter, page, self._before)
        self._before = here[0] if here is not None else None
        if here is None:
            return plain
        return [one._replace(line=one.line._replace(line=number)) for number, one in enumerate(here[1], 1)]

    def _laid(
        self,
        found: Sequence[Sequence[Glyph]],
        plain: Sequence[TextRow],
        gutter: float,
        page: int | None,
        before: _Set | None = None,
    ) -> tuple[_Set, list[TextRow]] | None:
        """The page in columns, as its own lines show or as the page ``before`` is set; None where it is not so."""
        edges = before.edges if before else (min(one.left for one in plain), max(one.right for one in plain))
        done: list[TextRow] = []
        part, columned = 0, None
        by_gutter = groupby(zip(found, plain, strict=True), lambda each: _over(each[0], gutter, each[1].size))
        for over, run in by_gutter:
            lines = list(run)
            halves = None if over else _halves([band for band, _ in lines], gutter, page, before)
            if halves is None:
                done += [one._replace(order=(part, 0)) for _, one in lines]
                continue
            part += 1
            reach = before.columns if before else tuple(map(_reach, halves))
            columned = _Set(gutter, edges, reach)
            for column, (half, (begin, end)) in enumerate(zip(halves, reach, strict=True)):
                done += [
                    one._replace(
                        left=edges[0] + one.left - begin, right=edges[1] - (end - one.right), order=(part, column)
                    )
                    for one in half
                ]
            part += 1
        return (columned, done) if columned is not None else None


def _reach(lines: Sequence[TextRow]) -> tuple[float, float]:
    return min(one.left for one in lines), max(one.right for one in lines)


def _over(band: Sequence[Glyph], place: float, size: float) -> bool:
    """Whether a line runs over a place: no gap as wide as a gutter is there."""
    half = _GUTTER * size / 2
    return any(char.left < place + half and char.right > place - half for char in band if char.text not in _HUNG)


def _gutter(found: Sequence[Sequence[Glyph]], plain: Sequence[TextRow]) -> float | None:
    """The place in the middle of the page that the fewest lines run over; None where too few leave it free."""
    left, right = min(one.left for one in plain), max(one.right for one in plain)
    size = sorted(one.size for one in plain)[len(plain) // 2]
    begin, end = (left + share * (right - left) for share in _MIDDLE)
    steps = min(int((end - begin) / (size / 2)), 200)
    if steps < 1:
        return None
    # a line of text without a gap there is looked at but once
    open_ = [band for band, one in zip(found, plain, strict=True) if _gap(band, begin, end, one.size)]
    if len(open_) < _LINES:
        return None
    places = [begin + (end - begin) * step / steps for step in range(steps + 1)]
    over = [sum(_over(band, place, size) for band in open_) for place in places]
    if len(open_) - min(over) < _LINES:
        return None
    # in the middle of the widest stretch
    best = max(
        (list(run) for free, run in groupby(range(len(places)), lambda at: over[at] == min(over)) if free), key=len
    )
    return places[best[len(best) // 2]]


def _gap(line: Sequence[Glyph], begin: float, end: float, size: float) -> bool:
    band = [char for char in line if char.text not in _HUNG]
    if not band or band[-1].right < end or band[0].left > begin:
        return True
    return any(b.left - a.right >= _GUTTER * size and a.right < end and b.left > begin for a, b in pairwise(band))


def _halves(
    found: Sequence[Sequence[Glyph]], gutter: float, page: int | None, before: _Set | None
) -> tuple[list[TextRow], list[TextRow]] | None:
    """The lines on both sides of a gutter; None where they are no columns of text.

    Where the page before was set so, the columns may be short, if they keep to their edges.
    """
    chars = [char for band in found for char in band]
    left = rows([char for char in chars if (char.left + char.right) / 2 < gutter], page)
    right = rows([char for char in chars if (char.left + char.right) / 2 >= gutter], page)
    if before is not None:
        full = [
            one
            for half, (begin, end) in zip((left, right), before.columns, strict=True)
            for one in half
            if abs(one.left - begin) < one.size and abs(one.right - end) < _EARLY * one.size
        ]
        return (left, right) if len(full) >= max(_FEW, _FULL * len(left + right)) else None
    if not (_running(left) and _running(right)) or columns([left[0].line.text, right[0].line.text]):
        return None
    return left, right


def _running(lines: Sequence[TextRow]) -> bool:
    """Whether lines are those of running text: enough of them, wide enough, many of them full."""
    if len(lines) < _LINES:
        return False
    end = max(one.right for one in lines)
    wide = end - min(one.left for one in lines)
    full = sum(end - one.right < _EARLY * one.size for one in lines)
    parted = sum(one.parted for one in lines)
    across = wide / sorted(one.size for one in lines)[len(lines) // 2]
    return across >= _ACROSS and full >= _FULL * len(lines) and parted <= _PARTED * len(lines)
