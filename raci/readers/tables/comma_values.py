"""Tables saved by a spreadsheet with commas between their cells, pasted into a text: as rows that tabs part.

A cell that holds commas, quotes or line breaks stands in quotes there, and an empty one is nothing between two commas.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.readers.tables.cell_pieces import Line
from raci.rules.columns import columns

__all__ = ["with_comma_values"]

#: a head has so many cells, each of so many characters; a table so many rows, each of so many lines
_LEAST_HEADS, _LONGEST_HEAD, _LEAST_ROWS, _MOST_LINES = 3, 20, 2, 30
#: a cell and the comma behind it, in quotes or not
_CELL = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*(?:,|$)|([^,\n]*)(?:,|$)')
#: a cell in quotes that are not closed
_OPEN = re.compile(r'(?:^|,) *"(?:[^"]|"")*$')
#: a row, where it ends, and its cells
_Row = tuple[int, int, list[str]]


def with_comma_values(lines: list[Line], taken: str) -> None:
    """Write the rows of such tables with tabs, each in its first line; ``taken`` stands in the others that it takes."""
    place = 0
    while place < len(lines):
        heads = _heads(lines[place][1])
        rows = _below(lines, place + 1, len(heads)) if heads else []
        if len(rows) >= _LEAST_ROWS:
            for first, end, cells in ((place, place + 1, heads), *rows):
                lines[first] = lines[first][0], "\t".join(cells)
                lines[first + 1 : end] = [(number, taken) for number, _ in lines[first + 1 : end]]
            place = rows[-1][1]
        else:
            place += 1


def _heads(text: str) -> list[str]:
    """The heads that a line lists; empty where it is none of heads."""
    if text.count(",") < _LEAST_HEADS - 1:
        return []
    cells = _cells(text)
    if len(cells) < _LEAST_HEADS or not all(0 < len(cell) <= _LONGEST_HEAD for cell in cells):
        return []
    return cells if columns(cells) is not None else []


def _below(lines: Sequence[Line], start: int, width: int) -> list[_Row]:
    """The rows of so many cells from a line on; blank lines may stand between them."""
    rows: list[_Row] = []
    place = start
    while place < len(lines):
        end, cells = _row(lines, place, width) if lines[place][1] else (place + 1, [])
        if lines[place][1] and not cells:
            break
        rows += [(place, end, cells)] if cells else []
        place = end
    return rows


def _row(lines: Sequence[Line], place: int, width: int) -> tuple[int, list[str]]:
    """Where the row that begins in a line ends, and its cells; none where it has not so many."""
    text, end = lines[place][1], place + 1
    while _OPEN.search(text) and end < len(lines) and end - place < _MOST_LINES:
        text += f"\n{lines[end][1]}"
        end += 1
    for words, last in ((text, end), (lines[place][1], place + 1)):  # a quotation mark may close nothing
        cells = _cells(words)
        if len(cells) == width:
            return last, cells
    return place + 1, []


def _cells(text: str) -> list[str]:
    """The cells of a row that commas part; none where a line ends outside of quotes."""
    cells: list[str] = []
    place = 0
    while (match := _CELL.match(text, place)) is not None:
        quoted, plain = match.groups()
        cells.append((plain if quoted is None else quoted.replace('""', '"')).strip(" \t\u3000"))
        place = match.end()
        if match[0][-1:] != ",":
            return cells if place == len(text) else []
    return []
