"""Tables of tasks without rules (pdf, ofd, pictures): columns by the white between them, rows by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.glyphs import Glyph, TextRow, bands, row
from raci.readers.layout.reading_order import PAGE_NUMBER, cells_of
from raci.rules.columns import columns

__all__ = ["Unruled"]

#: the heads of columns are so far apart, in characters; the white between columns is at least so wide
_APART, _WHITE = (0.6, 1.8), 0.25
_FEWEST, _MOST = 3, 12
_NUMBER = re.compile(r"\d{1,3}[.、．]?")
#: marks that may hang over the edge of a cell
_HUNG = frozenset("，。、；：）")
#: what a blank cell counts as, in lines: as much as one that stands so far from its number
_BLANK = 1.0
#: the most lines of a cell; the most rows times lines that are dealt out: a page of 100 rows and 200 lines
_TALLEST, _LARGEST = 60, 20_000
#: what stands so many characters below the last line is no part of a table
_FAR = 4.0
#: so many lines above a table that goes on overleaf may be the page's own
_OWN = 2

Stretch = tuple[float, float]


class _Frame(NamedTuple):
    """The columns of a table: the places between them, which one holds the numbers, which reach over blanks."""

    cuts: tuple[float, ...]
    numbers: int
    reach: frozenset[int]


class Unruled:
    """Reads page after page: a table goes on overleaf without its head."""

    def __init__(self) -> None:
        self._before: _Frame | None = None

    def tables(self, chars: Sequence[Glyph], page: int | None) -> tuple[list[tuple[float, DraftTable]], list[Glyph]]:
        """The tables of a page with their tops, and the characters outside of them.

        Only those whose head is known, which number their rows, and whose columns nothing runs over.
        """
        lines = bands(chars)
        done: list[tuple[float, DraftTable]] = []
        taken: set[int] = set()
        at = 0
        frame, self._before = self._before, None
        if frame is not None:
            begin, end = _overleaf(lines, frame)
            table = _table([], lines[begin:end], frame, page)
            if table is not None:
                done.append((min(char.top for char in lines[begin]), table))
                taken.update(id(char) for line in lines[begin:end] for char in line)
                at = end
                self._before = frame if end >= len(lines) - _OWN else None
        while at < len(lines):
            found = _framed(lines, at)
            table = None
            if found is not None:
                frame, end = found
                table = _table(lines[at], lines[at + 1 : end], frame, page)
            if found is None or table is None:
                at += 1
                continue
            done.append((min(char.top for char in lines[at]), table))
            taken.update(id(char) for line in lines[at:end] for char in line)
            self._before = found[0] if end >= len(lines) - _OWN else None
            at = end
        return done, [char for char in chars if id(char) not in taken] if taken else list(chars)


def _framed(lines: Sequence[Sequence[Glyph]], at: int) -> tuple[_Frame, int] | None:
    """The columns of the table whose head the line ``at`` is, and the line behind its last; None: it is no head."""
    head = lines[at]
    size = _size(head)
    for apart in _APART:
        cells = _parted(head, apart * size)
        if not _FEWEST <= len(cells) <= _MOST:
            continue
        known = columns(["".join(char.text for char in cell) for cell in cells])
        numbers = next((place for place, rule in (known or {}).items() if rule.role == "number"), None)
        if known is None or numbers is None:
            continue
        whites: list[list[Stretch]] = [[(a[-1].right, b[0].left)] for a, b in pairwise(cells)]
        end = at + 1
        while end < len(lines):
            left = [_less(white, lines[end], _WHITE * size) for white in whites]
            far = lines[end][0].top - lines[end - 1][0].bottom > _FAR * size
            if far or not all(left) or not _numbered(lines[end], left, numbers):
                break
            whites = left
            end += 1
        widest = [max(white, key=lambda each: each[1] - each[0]) for white in whites]
        cuts = tuple((begin + stop) / 2 for begin, stop in widest)
        reach = frozenset(place for place, rule in known.items() if rule.role in ("chapter", "task"))
        return _Frame(cuts, numbers, reach), end
    return None


def _size(line: Sequence[Glyph]) -> float:
    return sorted(char.bottom - char.top for char in line)[len(line) // 2] or 1.0


def _parted(line: Sequence[Glyph], apart: float) -> list[list[Glyph]]:
    cells = [[line[0]]]
    for before, char in pairwise(line):
        if char.left - before.right > apart:
            cells.append([])
        cells[-1].append(char)
    return cells


def _less(white: Iterable[Stretch], line: Iterable[Glyph], least: float) -> list[Stretch]:
    """The white that a line leaves."""
    left = list(white)
    for char in line:
        if char.text in _HUNG:
            continue
        cut: list[Stretch] = []
        for begin, end in left:
            if char.right <= begin or char.left >= end:
                cut.append((begin, end))
            else:
                cut += [(begin, char.left), (char.right, end)]
        left = [(begin, end) for begin, end in cut if end - begin >= least]
    return left


def _numbered(line: Sequence[Glyph], whites: Sequence[Sequence[Stretch]], numbers: int) -> bool:
    """Whether what a line has in the column of numbers is a number, or nothing."""
    begin = whites[numbers - 1][0][0] if numbers else float("-inf")
    end = whites[numbers][-1][1] if numbers < len(whites) else float("inf")
    words = "".join(char.text for char in line if char.left >= begin and char.right <= end)
    return _NUMBER.fullmatch(words) is not None if words else not _page_number(line)


def _page_number(line: Sequence[Glyph]) -> bool:
    return PAGE_NUMBER.fullmatch("".join(char.text for char in line)) is not None


def _overleaf(lines: Sequence[Sequence[Glyph]], frame: _Frame) -> tuple[int, int]:
    """The lines that go on with a table of the page before: from, to."""

    def fits(line: Sequence[Glyph]) -> bool:
        inner = [char for char in line if char.text not in _HUNG]
        over = any(char.left < cut - 1 and char.right > cut + 1 for char in inner for cut in frame.cuts)
        words = "".join(char.text for char in _split(line, frame.cuts)[frame.numbers])
        return not over and (_NUMBER.fullmatch(words) is not None if words else not _page_number(line))

    begin = 0
    while begin < min(_OWN, len(lines)) and not (fits(lines[begin]) and len(_filled(lines[begin], frame)) > 1):
        begin += 1
    end = begin
    while end < len(lines) and fits(lines[end]):
        if end > begin and lines[end][0].top - lines[end - 1][0].bottom > _FAR * _size(lines[end]):
            break
        end += 1
    return begin, end


def _filled(line: Sequence[Glyph], frame: _Frame) -> list[list[Glyph]]:
    return [cell for cell in _split(line, frame.cuts) if cell]


def _split(line: Iterable[Glyph], cuts: Sequence[float]) -> list[list[Glyph]]:
    cells: list[list[Glyph]] = [[] for _ in range(len(cuts) + 1)]
    for char in line:
        cells[sum((char.left + char.right) / 2 > cut for cut in cuts)].append(char)
    return cells


def _table(
    head: Sequence[Glyph], body: Sequence[Sequence[Glyph]], frame: _Frame, page: int | None
) -> DraftTable | None:
    """The table of a head (none overleaf) and the lines below it; None where no row has a number."""
    heads = _split(head, frame.cuts)
    held: list[list[TextRow]] = [[] for _ in heads]
    for number, line in enumerate(body, 1):
        for place, cell in enumerate(_split(line, frame.cuts)):
            if cell:
                held[place].append(row(cell, page, number))
    marks = [_middle(one) for one in held[frame.numbers]]
    if not marks or len(marks) * max(map(len, held)) > _LARGEST:
        return None
    pitch = min((b - a for lines in held for a, b in pairwise(map(_middle, lines)) if b > a), default=1.0)
    rest = not head
    ways = [[_rows(lines, marks, pitch, at_top, rest) for lines in held] for at_top in (True, False)]
    costs = [sum(cost for cost, _ in way) for way in ways]
    at_top = costs[0] <= costs[1]
    if min(costs) == float("inf"):
        return None
    found: list[tuple[int, int, int, int, Sequence[TextRow], float]] = []
    for place, (_, groups) in enumerate(ways[0 if at_top else 1]):
        wide = max((one.right - one.left for one in held[place]), default=0.0)
        if heads[place]:
            found.append((0, place, 1, 1, [row(heads[place], page, 0)], wide))
        filled = [at for at, group in enumerate(groups) if group]
        for at in filled:
            below = min((other for other in filled if other > at), default=len(groups))
            reach = below - at if at_top and place in frame.reach and at else 1
            found.append((at + 1, place, reach, 1, groups[at], wide))
    return cells_of(sorted(found, key=lambda each: each[:2]))


def _middle(one: TextRow) -> float:
    return (one.top + one.bottom) / 2


def _rows(
    lines: Sequence[TextRow], marks: Sequence[float], pitch: float, at_top: bool, rest: bool
) -> tuple[float, list[list[TextRow]]]:
    """The lines of a column dealt out to the rows, whose numbers stand at ``marks``, and how badly that fits.

    The first list is what belongs to the row above (``rest``: overleaf only). Cells begin beside their numbers
    (``at_top``), or have them at half their height.
    """
    middles = [_middle(one) / pitch for one in lines]
    places = [mark / pitch for mark in marks]
    count = len(lines)
    # costs[j]: the least for the rows so far, with the first j lines dealt out; back[row][j]: where its lines begin
    costs = [0.0 if j == 0 or rest else float("inf") for j in range(count + 1)]
    back: list[list[int]] = []
    for place in places:
        now, came = [float("inf")] * (count + 1), [0] * (count + 1)
        for end in range(count + 1):
            for begin in range(max(0, end - _TALLEST), end + 1):
                if begin == end:
                    own = _BLANK
                else:
                    at = middles[begin] if at_top else (middles[begin] + middles[end - 1]) / 2
                    own = abs(at - place)
                if costs[begin] + own < now[end]:
                    now[end], came[end] = costs[begin] + own, begin
        costs = now
        back.append(came)
    groups: list[list[TextRow]] = []
    end = count
    for came in reversed(back):
        groups.append(list(lines[came[end] : end]))
        end = came[end]
    groups.append(list(lines[:end]))
    return costs[count], groups[::-1]
