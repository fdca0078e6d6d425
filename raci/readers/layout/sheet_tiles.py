"""A sheet printed over pages side by side and below one another: the pages are put together to one table again.

Programs print such a sheet from top to bottom and then the columns beside, or the columns first. Which of both it was
is known from the heads: they stand on the first page of each part of the columns, or on all of its pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import takewhile
from operator import itemgetter
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage
from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.pages import PageLayout
from raci.readers.layout.side_tables import is_beside
from raci.readers.layout.table_continuation import join_tables
from raci.rules.columns import read_head

__all__ = ["join_tiles"]

#: a sheet is printed over so many pages; a page has so many rows of text beside its table
_MIN_PAGES, _MOST_BESIDE = 2, 4
#: what parts the columns of a list without ruled lines
_GAP = "  "
#: this part of a head is known
_KNOWN_HEADS = 0.6

_Head = tuple[str, ...]


class _Tile(NamedTuple):
    """The part of a sheet that a page shows: its table or list, and the lines above."""

    above: list[TextRow]
    table: DraftTable


def join_tiles(pages: Sequence[PageLayout]) -> tuple[list[PageLayout], int]:
    """The pages, those of one sheet as one page; and how many pages were put beside others.

    The pages of a file are those of one sheet where each holds one table or list, the first names tasks, and the others
    only tell by whom, or when. Otherwise they stay as they are.
    """
    found = [tile for page in pages if (tile := _tile(page)) is not None]
    if len(pages) < _MIN_PAGES or len(found) < len(pages):
        return list(pages), 0
    tables = [tile.table for tile in found]
    bands = _bands([_head(table) for table in tables])
    if not bands or any(len({_height(tables[index]) for index in band}) > 1 for band in bands):
        return list(pages), 0
    height, whole = pages[0].height, _whole([[tables[index] for index in band] for band in bands])
    return [PageLayout(found[0].above, [(height, whole)], height)], len(pages) - len(bands)


def _tile(page: PageLayout) -> _Tile | None:
    """The table or list that is all of a page but a few lines; None where there is more on it, or nothing."""
    if page.strip is not None:
        return _Tile([], page.strip)
    if page.tables:
        is_all = len(page.tables) == 1 and len(page.rows) <= _MOST_BESIDE
        return _Tile(page.rows, page.tables[0][1]) if is_all else None
    title = list(takewhile(lambda row: not row.parted, page.rows))
    title = title if len(title) <= _MOST_BESIDE and len(title) < len(page.rows) else []
    cells = [
        DraftCell(number, column, (Passage((row.line._replace(text=words),)),))
        for number, row in enumerate(page.rows[len(title) :])
        for column, words in enumerate(row.line.text.split(_GAP))
    ]
    return _Tile(title, DraftTable(tuple(cells))) if cells else None


def _height(table: DraftTable) -> int:
    return max(cell.row + cell.rowspan for cell in table.cells)


def _width(table: DraftTable) -> int:
    return max(cell.column + cell.colspan for cell in table.cells)


def _head(table: DraftTable) -> _Head:
    """The words of the first row where they head columns; none where they do not."""
    words = tuple(_text(cell) for cell in table.cells if cell.row == 0)
    known = [word for word in words if read_head(word) is not None]
    return words if known and len(known) >= _KNOWN_HEADS * len(words) else ()


def _bands(heads: Sequence[_Head]) -> list[list[int]]:
    """The pages of each part of the rows, from left to right, by their indexes; none where they make no sheet."""
    count, parts = len(heads), list(dict.fromkeys(head for head in heads if head))
    columns = len(parts)
    if columns < 2 or count % columns or not _is_one_sheet(parts):
        return []
    rows = count // columns
    for bands in (
        [[column * rows + row for column in range(columns)] for row in range(rows)],  # down, then over
        [[row * columns + column for column in range(columns)] for row in range(rows)],  # over, then down
    ):
        first, *below = [[heads[index] for index in band] for band in bands]
        if first == parts and (all(band == parts for band in below) or not any(map(any, below))):
            return bands
    return []


def _is_one_sheet(parts: Sequence[_Head]) -> bool:
    """Whether the first of the heads names tasks, and what the others do not repeat of it tells who, or when."""
    first, others = _roles(parts[0]), [_roles(set(part) - set(parts[0])) for part in parts[1:]]
    return any(is_beside(first, roles) for roles in others) and not any("task" in roles for roles in others)


def _roles(words: Iterable[str]) -> set[str]:
    return {role for word in words if (head := read_head(word)) is not None for role in head.roles}


def _whole(bands: Sequence[Sequence[DraftTable]]) -> DraftTable:
    """The tables of the bands, each from left to right, in one, without the columns that parts repeat of the first."""
    first, shift = _columns(bands[0][0]), 0
    parts: list[list[DraftCell]] = [[] for _ in bands]
    for number, tables in enumerate(zip(*bands, strict=True)):
        columns = _columns(tables[0])
        repeated = {column for column in columns if number and columns[column] == first.get(column)}
        shift -= len(repeated)
        for cells, table in zip(parts, tables, strict=True):
            cells += [cell._replace(column=cell.column + shift) for cell in table.cells if cell.column not in repeated]
        shift += max(map(_width, tables))
    return reduce(join_tables, (DraftTable(tuple(sorted(cells, key=itemgetter(0, 1)))) for cells in parts))


def _columns(table: DraftTable) -> dict[int, list[tuple[int, str]]]:
    """What stands in each column, row by row."""
    columns: dict[int, list[tuple[int, str]]] = {}
    for cell in table.cells:
        columns.setdefault(cell.column, []).append((cell.row, _text(cell)))
    return columns


def _text(cell: DraftCell) -> str:
    return "".join(passage.text for passage in cell.passages)
