"""Tables of members: a row each, with columns for the position, the name, and the body and post."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from raci.analysis.groups.persons import is_person
from raci.analysis.groups.posts import Who, is_post, people_in, whose_post
from raci.analysis.groups.statements import Said, position_of
from raci.model import Block
from raci.model.places import Cell
from raci.rules.lexicon import lexicon_pattern

__all__ = ["members_in"]

#: in so many rows from the top the heads of the columns are looked for
_HEADS = 3


class _Columns(NamedTuple):
    """Where the positions stand, and the names, bodies and posts: None where a table has no such column."""

    position: int
    name: int | None
    body: int | None
    post: int | None


def members_in(text: str, block: Block) -> list[Said]:
    """Who is what by a table, in the order of its rows; nothing where it lists no members."""
    rows: dict[int, dict[int, Cell]] = defaultdict(dict)
    for cell in block.cells:
        for row in range(cell.row, cell.row + max(1, cell.rowspan)):
            rows[row][cell.column] = cell
    order = sorted(rows)
    for index, head in enumerate(order[:_HEADS]):
        below = [rows[row] for row in order[index + 1 :]]
        columns = _columns(text, rows[head], below)
        if columns is not None:
            return _read(text, below, columns)
    return []


def _columns(text: str, row: Mapping[int, Cell], below: Sequence[Mapping[int, Cell]]) -> _Columns | None:
    """The columns by their heads, that of the positions by what stands in it; None where no members are listed."""
    position = next((column for column in sorted(row) if _holds_positions(text, column, below)), None)
    if position is None:
        return None
    heads = {column: _words(text, cell) for column, cell in sorted(row.items()) if column != position}

    def first(pattern: re.Pattern[str]) -> int | None:
        return next((column for column, head in heads.items() if pattern.search(head)), None)

    names, bodies = lexicon_pattern("group.head-name"), lexicon_pattern("group.head-body")
    found = _Columns(position, first(names), first(bodies), first(lexicon_pattern("group.head-post")))
    return found if any(column is not None for column in found[1:]) else None


def _holds_positions(text: str, column: int, below: Sequence[Mapping[int, Cell]]) -> bool:
    """Whether most of what stands in a column is a position (组长, 成员)."""
    filled = [words for row in below if (words := _of(text, row, column))]
    titles = sum(1 for words in filled if lexicon_pattern("group.title").fullmatch(words))
    return titles * 2 > len(filled)


def _read(text: str, rows: Sequence[Mapping[int, Cell]], columns: _Columns) -> list[Said]:
    said: list[Said] = []
    title = ""
    for row in rows:
        place = _of(text, row, columns.position)
        if lexicon_pattern("group.title").fullmatch(place):
            title = place
        elif place:
            title = ""
        if title:
            said += [Said(position_of(title), title, who) for who in _who(text, row, columns)]
    return said


def _who(text: str, row: Mapping[int, Cell], columns: _Columns) -> list[Who]:
    cells = [cell for column, cell in row.items() if column in columns[1:]]
    if not cells:
        return []
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    name = _of(text, row, columns.name)
    body = _of(text, row, columns.body) if columns.body != columns.name else ""
    post = _of(text, row, columns.post) if columns.post != columns.body else ""
    words = f"{body}{post}"
    if is_person(name):
        if not words:
            return [Who(name, None, None, start, end)]
        return [Who(name, words, (whose_post(words) or body or None) if is_post(words) else body, start, end)]
    return [who._replace(start=start, end=end) for who in people_in(words or name)]


def _of(text: str, row: Mapping[int, Cell], column: int | None) -> str:
    return _words(text, row[column]) if column is not None and column in row else ""


def _words(text: str, cell: Cell) -> str:
    return "".join(text[cell.start : cell.end].split())
