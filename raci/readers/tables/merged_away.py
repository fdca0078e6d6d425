"""Tables with tabs whose merged cells are left out below the first of their rows, as a browser copies them.

Such a row has fewer cells than the head, and no mark tells which are missing. Of the ways in which the cells of the
short rows stand in their columns the one that fits best is taken for all of them but those that another fits far
better; between columns of bodies the whole rows tell: how often a column is empty or lists several, and who stands in
it. Where no line of a table ends with an empty cell, such cells may have been cut off its rows, so that nothing is
merged. Where the rows tell nothing, the bodies of the short rows are ``unplaced``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from operator import itemgetter
from typing import NamedTuple

from raci.readers.tables.cell_pieces import Line, TableStart, piece_lines
from raci.readers.tables.column_fit import SECTION, ColumnFits
from raci.readers.tables.fit_values import MAIN
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.rules.punctuation import LIST_PAUSE

__all__ = ["merged_away_table"]

#: a table has no more columns, a row lacks no more cells, and so many short rows are looked at to learn which
_MOST_COLUMNS, _MOST_MISSING, _LOOKED_AT = 12, 3, 60
#: rows that lack as many cells lack them in so many ways at the most
_MOST_WAYS = 3
#: ways that fit so much worse than the best are no match for it
_AS_GOOD = 0.3
#: a row that another way fits so much better stands in that
_BETTER = 1.5
#: a cell that fits its column worse than this stands in no such column
_MISFIT = -1.95
#: what the rows must tell (in nats) so that one of two columns is the one that is merged, and what speaks for those
#: who lead before they tell anything
_TOLD, _LEADING = 1.5, 0.4
#: what speaks for empty cells that were cut off
_CUT_OFF = 1.0
_LONGEST_SECTION = 60
#: who is not named may stand in any column
_UNNAMED = re.compile("各|有关|相关|其他")


class _TabRow(NamedTuple):
    """The place of a row among the lines, its number in the source, its cells; a section has one."""

    place: int
    number: int
    cells: tuple[str, ...]


def merged_away_table(lines: Sequence[Line], start: TableStart, stops: Collection[int]) -> TextTable | None:
    """The table below a head with tabs; None where all rows are whole, or lack no more than their first cells."""
    width = len(start.heads)
    rows = _rows(lines, start, min((stop for stop in stops if stop >= start.end), default=len(lines)))
    short = [row for row in rows if 1 < len(row.cells) < width]
    if not short or width > _MOST_COLUMNS or any(len(row.cells) > width for row in rows):
        return None
    if any(width - len(row.cells) > _MOST_MISSING for row in short) or not any(len(row.cells) == width for row in rows):
        return None
    fits = ColumnFits([words for _, words in start.heads])
    whole = [row for row in rows if len(row.cells) == width]
    cut = () if any(len(row.cells) > 1 and not row.cells[-1] for row in rows) else range(width)
    missing: dict[int, tuple[int, ...]] = {}
    unplaced: set[int] = set()
    for alike, number in _alike(short, fits):
        ways = _ways(alike[:_LOOKED_AT], number, fits)
        if not ways or not all(_fits_all(row, ways[0], fits) for row in alike):
            return None
        places, is_told = _most_likely(ways, alike, whole, fits, cut[width - number :])
        missing |= {row.place: places for row in alike}
        if not is_told:
            unplaced |= {row.place for row in alike}
    ways_taken = set(missing.values())
    plain = all(way in (tuple(range(len(way))), tuple(cut[width - len(way) :])) for way in ways_taken)
    if plain and not unplaced and not any(fits.named.intersection(range(len(way))) for way in ways_taken):
        return None  # the first cells, which most tables merge, or the last: such rows are read by weighing
    at_end = {way for way in ways_taken if way == tuple(cut[width - len(way) :])}
    merged = {column for way in ways_taken - at_end for column in way}
    reaching = {place: () if way in at_end and not merged.issuperset(way) else way for place, way in missing.items()}
    return _table(start, rows, missing, reaching, unplaced, fits)


def _alike(short: Sequence[_TabRow], fits: ColumnFits) -> Iterator[tuple[list[_TabRow], int]]:
    """The short rows that lack as many cells, those apart that another way fits far better; with that number.

    Without its own number a line may be the rest of a row.
    """
    width = len(fits.roles)
    counted = fits.roles[0] == "number" and all(row.cells[0].isdigit() for row in short)
    for number in sorted({width - len(row.cells) for row in short}):
        rest = [row for row in short if width - len(row.cells) == number]
        for _ in range(_MOST_WAYS if counted else 0):
            best = _ways(rest[:_LOOKED_AT], number, fits)[0]
            others = [row for row in rest if _best_fit(row, number, fits) > _fit(row.cells, best, fits) + _BETTER]
            if not others or len(others) == len(rest):
                break
            yield [row for row in rest if row not in others], number
            rest = others
        yield rest, number


def _best_fit(row: _TabRow, number: int, fits: ColumnFits) -> float:
    """How well the best way fits a row; its task it has, unless its content is beside it."""
    task = fits.roles.index("task") if "task" in fits.roles and "content" not in fits.roles else -1
    ways = combinations(range(len(fits.roles)), number)
    return max(_fit(row.cells, places, fits) for places in ways if task not in places)


def _rows(lines: Sequence[Line], start: TableStart, stop: int) -> list[_TabRow]:
    """The lines with tabs below a head, and the sections between them as rows of one cell."""
    rows: list[_TabRow] = []
    for place in range(start.end, stop):
        number, text = lines[place]
        if "\t" in text:
            rows.append(_TabRow(place, number, tuple(cell.strip() for cell in text.split("\t"))))
        elif text:
            if len(text) > _LONGEST_SECTION or not SECTION.match(text):
                break
            rows.append(_TabRow(place, number, (text,)))
    while rows and len(rows[-1].cells) == 1:
        rows.pop()
    return rows


def _ways(rows: Sequence[_TabRow], number: int, fits: ColumnFits) -> list[tuple[int, ...]]:
    """The columns that may be merged away where so many cells are missing: all as good as the best, which is first."""
    weighed = sorted(
        (
            (sum(_fit(row.cells, places, fits) for row in rows) / len(rows), places)
            for places in combinations(range(len(fits.roles)), number)
        ),
        key=itemgetter(0),
        reverse=True,
    )
    best = weighed[0][0]
    return [places for fit, places in weighed if fit >= best - _AS_GOOD]


def _placed(cells: Sequence[str], missing: Collection[int], width: int) -> list[tuple[int, str]]:
    return list(zip((place for place in range(width) if place not in missing), cells, strict=True))


def _fit(cells: Sequence[str], missing: Collection[int], fits: ColumnFits) -> float:
    return sum(fits.fit(text, place, counting=True) for place, text in _placed(cells, missing, len(fits.roles)))


def _fits_all(row: _TabRow, missing: Collection[int], fits: ColumnFits) -> bool:
    placed = _placed(row.cells, missing, len(fits.roles))
    return all(fits.fit(text, place, counting=True) > _MISFIT for place, text in placed if text)


def _most_likely(
    ways: Sequence[tuple[int, ...]],
    short: Sequence[_TabRow],
    whole: Sequence[_TabRow],
    fits: ColumnFits,
    cut: Collection[int],
) -> tuple[tuple[int, ...], bool]:
    """The way that the rows speak for, and whether they tell it from the others; ``cut`` may have been cut off."""
    if len({fits.named.intersection(way) for way in ways}) == 1:
        return min(ways), True  # the bodies stand in one way; the first cells are those that are merged
    known = {place: [row.cells[place] for row in whole] for place in fits.named}
    weighed = sorted(
        ((_speaks_for(way, short, known, fits) + _CUT_OFF * (way == tuple(cut)), way) for way in ways), reverse=True
    )
    return weighed[0][1], weighed[0][0] - weighed[1][0] >= _TOLD


def _speaks_for(
    missing: Collection[int], short: Sequence[_TabRow], known: Mapping[int, Sequence[str]], fits: ColumnFits
) -> float:
    """How likely the cells of the short rows are in the columns that are left, by those of the whole rows."""
    said = sum(_LEADING for place in missing if fits.roles[place] == "lead")
    for row in short:
        for place, text in _placed(row.cells, missing, len(fits.roles)):
            if place in known:
                said += _likelihood(text, known[place], fits.roles[place] in MAIN)
    return said


def _likelihood(text: str, column: Sequence[str], leads: bool) -> float:
    """The logarithm of how likely a cell is in a column: empty or not, one name or several, these names or others."""
    empty = sum(not cell for cell in column)
    share = (empty + (0.05 if leads else 0.5)) / (len(column) + 1)
    if not text:
        return math.log(share)
    filled = [LIST_PAUSE.split(cell) for cell in column if cell]
    several = (sum(len(names) > 1 for names in filled) + 0.5) / (len(filled) + 1)
    names = LIST_PAUSE.split(text)
    counted = Counter(name for listed in filled for name in listed)
    named = [name for name in names if not _UNNAMED.match(name)]
    seen = sum(math.log((counted[name] + 0.3) / (counted.total() + 3)) for name in named) / max(1, len(named))
    return math.log(1 - share) + math.log(several if len(names) > 1 else 1 - several) + seen


def _table(
    start: TableStart,
    rows: Sequence[_TabRow],
    missing: Mapping[int, Collection[int]],
    merged: Mapping[int, Collection[int]],
    unplaced: Collection[int],
    fits: ColumnFits,
) -> TextTable:
    """The table: a cell that is merged away below it (``merged``) reaches over the rows that lack it."""
    width = len(fits.roles)
    cells: list[GridCell] = [GridCell(0, place, piece_lines(*head)) for place, head in enumerate(start.heads)]
    open_cells: dict[int, int] = {}
    for count, row in enumerate(rows, 1):
        if len(row.cells) == 1:
            cells.append(GridCell(count, 0, piece_lines(row.number, row.cells[0]), 0))
            open_cells = {}
            continue
        lacking = missing.get(row.place, ())
        for place in merged.get(row.place, ()):
            if (above := open_cells.get(place)) is not None:
                cell = cells[above]
                cells[above] = GridCell(cell.row, place, cell.pieces, count - cell.row + 1)
        for place, text in _placed(row.cells, lacking, width):
            open_cells[place] = len(cells)
            is_unplaced = row.place in unplaced and place in fits.named
            cells.append(GridCell(count, place, piece_lines(row.number, text), unplaced=is_unplaced))
    held = tuple(cell for cell in cells if cell.pieces)
    return TextTable(start.start, rows[-1].place + 1, held)
