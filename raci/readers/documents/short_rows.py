"""Rows of a table with fewer cells than its head: programs leave out the cells that go on from the row above."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from raci.readers.documents.draft_tables import NestedCell
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, columns

__all__ = ["with_left_out_cells"]

#: so many cells of a row may be left out; a row of fewer cells than the least is a heading
_MOST_LEFT_OUT, _LEAST_CELLS = 2, 3
#: the head stands in one of the first rows; wider tables are matrices
_HEAD_ROWS, _WIDEST = 4, 12
#: what may stand in a column: of those that name bodies, of numbers, of time limits, and of words
_NAMED_KINDS = frozenset(("bodies", "person", "empty", "ditto", "role", "letters", "mark"))
_OF_COLUMN: Mapping[str, frozenset[str]] = {
    "named": _NAMED_KINDS,
    "number": frozenset(("number", "empty")),
    "deadline": frozenset(("date", "empty", "ditto")),
    "words": frozenset(("text", "date", "empty", "ditto", "person")),
}

_Rows = dict[int, list[NestedCell]]


def with_left_out_cells(cells: Sequence[NestedCell]) -> Sequence[NestedCell]:
    """The cells, those of short rows in the columns that they fit.

    Where a row fits the head only with columns of words left out, the cells above go on in these. All others stay.
    """
    rows: _Rows = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    width = max(map(len, rows.values()), default=0)
    short = [row for row, of_row in rows.items() if width - _MOST_LEFT_OUT <= len(of_row) < width]
    if not short or width > _WIDEST or any(cell.rowspan > 1 or cell.colspan > 1 for row in short for cell in rows[row]):
        return cells
    head = next((row for row in sorted(rows)[:_HEAD_ROWS] if len(rows[row]) == width and _kinds(rows[row])), None)
    if head is None or any(cell.rowspan > 1 for cell in cells):
        return cells
    kinds = _kinds(rows[head])
    above: dict[int, int] = {}  # column → the row whose cell goes on there
    for row in sorted(rows):
        of_row = rows[row]
        left_out = _left_out(of_row, kinds) if row > head and row in short and len(of_row) >= _LEAST_CELLS else ()
        if left_out and all(column in above for column in left_out):
            places = [column for column in range(width) if column not in left_out]
            rows[row] = [cell._replace(column=place) for cell, place in zip(of_row, places, strict=True)]
            for column in left_out:
                _reach_down(rows[above[column]], column, row)
        else:
            left_out = ()
        if len(of_row) + len(left_out) == width:
            above.update((cell.column, row) for cell in rows[row])
        else:
            above.clear()
    return [cell for of_row in rows.values() for cell in of_row]


def _kinds(head: Sequence[NestedCell]) -> list[str]:
    """What each column holds; nothing where the row heads no table of tasks."""
    known = columns([_words(cell) for cell in head])
    if known is None:
        return []
    return [_kind(known[place].roles if place in known else ()) for place in range(len(head))]


def _kind(roles: Collection[str]) -> str:
    if not NAMED.isdisjoint(roles):
        return "named"
    return next((kind for kind in ("number", "deadline") if kind in roles), "words")


def _left_out(row: Sequence[NestedCell], kinds: Sequence[str]) -> tuple[int, ...]:
    """The columns that a row leaves out, the leftmost that it may; none where it fits as it stands, or never."""
    found = [cell_content(_words(cell)).kind for cell in row]
    if _fits(found, kinds[: len(found)]):
        return ()
    words = [place for place, kind in enumerate(kinds) if kind == "words"]
    return next(_fitting(found, kinds, words), ())


def _fitting(found: Sequence[str], kinds: Sequence[str], words: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for left_out in combinations(words, len(kinds) - len(found)):
        if _fits(found, [kind for place, kind in enumerate(kinds) if place not in left_out]):
            yield left_out


def _fits(found: Sequence[str], kinds: Sequence[str]) -> bool:
    return all(one in _OF_COLUMN[kind] for one, kind in zip(found, kinds, strict=True))


def _reach_down(row: list[NestedCell], column: int, until: int) -> None:
    """The cell of a column in a row goes on to another row."""
    at = next(place for place, cell in enumerate(row) if cell.column == column)
    row[at] = row[at]._replace(rowspan=until - row[at].row + 1)


def _words(cell: NestedCell) -> str:
    return "、".join(words for part in cell.parts if (words := getattr(part, "text", "").strip()))
