"""Columns whose cells stand for the blank ones below: merged in the original, and written in their first row alone.

Texts and sheets cannot say which cells were merged. A column shows it: whoever is blank is blank below somebody, and
nobody is said twice running, as he would be where each row says its own.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from raci.analysis.tables.column_cells import by_role
from raci.analysis.tables.grid import TableGrid
from raci.model import TableColumn

__all__ = ["BLANK_BELOW", "blank_below"]

#: why a column is understood as it is
BLANK_BELOW = "空格当作与上面一格合并"

#: so many blank cells show it, and such a share of the rows
_LEAST, _SHARE = 2, 0.25
#: tasks without a time limit are more usual than tasks without anybody, unless others are merged beside them
_SHARE_OF_LIMITS = 0.4
_MAIN = ("lead", "responsible")


def blank_below(
    grid: TableGrid, rows: Sequence[int], lines: Container[int], columns: Sequence[TableColumn]
) -> frozenset[int]:
    """The places of such columns; ``lines`` are those of the rows that go across the table."""
    stretches = list(_stretches(rows, lines))
    found = {column.place for column in by_role(columns, "leader") if _goes_on(grid, stretches, column.place, _SHARE)}
    main = by_role(columns, *_MAIN)  # beside others a blank one says that nobody else has a part
    if len(main) == 1 and _goes_on(grid, stretches, main[0].place, _SHARE):
        found.add(main[0].place)
    share = _SHARE if found else _SHARE_OF_LIMITS
    found |= {one.place for one in by_role(columns, "deadline") if _goes_on(grid, stretches, one.place, share)}
    return frozenset(found)


def _stretches(rows: Sequence[int], lines: Container[int]) -> Iterator[list[int]]:
    """The rows of tasks from one line across the table to the next."""
    stretch: list[int] = []
    for row in rows:
        if row not in lines:
            stretch.append(row)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _goes_on(grid: TableGrid, stretches: Sequence[Sequence[int]], place: int, share: float) -> bool:
    cells = [[grid.own[row].get(place) for row in rows] for rows in stretches]
    if any(cell is not None and grid.reaches_down(cell) for of_rows in cells for cell in of_rows):
        return False  # the file says which cells are merged
    said = [[grid.words(cell) for cell in of_rows] for of_rows in cells]
    count, blank = sum(map(len, said)), sum(words.count("") for words in said)
    if blank < max(_LEAST, share * count) or not all(words[0] for words in said):
        return False
    return all(above != below or not above for words in said for above, below in pairwise(words))
