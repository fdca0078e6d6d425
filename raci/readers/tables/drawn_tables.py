"""Tables in plain text whose lines are drawn with characters: ┌──┬──┐ (w3m, databases of laws), +----+----+ (pandoc).

The lines tell for certain where each cell begins and ends, over how many rows and columns it reaches, and which lines
of words are one cell's. Nothing need be weighed: the drawing is laid on a grid of characters, its borders part the
grid into rows and columns, and what no border parts is one cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.rules.columns import columns

__all__ = ["find_drawn_tables"]

_ACROSS = frozenset("─━═-=—―")
_DOWN = frozenset("│┃║|｜┆┇")
_JOINTS = frozenset("+├┼┤┌┬┐└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛┠┨┯┷┿╂╭╮╰╯╟╢╞╡╪╫╥╨╤╧")
_BORDER = _ACROSS | _DOWN | _JOINTS
#: the line that opens a drawing, or closes it, has a joint at each end and is all border
_RULE = compiled(r"[+├┌╔╠┏┣┠╭╞╟└╚┗╰|│][-─━═=—―+┬┼╦╬┳╋┯┿╂┴╩┻┷╤╪╧╥╫╨:：]{2,}[+┤┐╗╣┓┫┨╮╡╢┘╝┛╯|│]")
#: what parts a line of a drawing: a border down, or a joint (+ only where a line is drawn beside it)
_PARTS = compiled(r"[│┃║|｜┆┇├┼┤┌┬┐└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛┠┨┯┷┿╂╭╮╰╯╟╢╞╡╪╫╥╨╤╧]|\+(?=[-=]|$)|(?<=[-=])\+")
#: a drawing has so many lines, and rules between its heads and rows: where fewer part them, lines may be rows as well
_FEWEST_LINES, _MOST_LINES, _FEWEST_BANDS = 5, 4000, 3
_MOST_COLUMNS, _LONGEST_LINE = 60, 1000


class _Drawing(NamedTuple):
    """The characters of a drawing by line and place, one for each half width ('' behind a wide one)."""

    lines: tuple[tuple[str, ...], ...]
    width: int

    def is_across(self, line: int, first: int, last: int) -> bool:
        """Whether a line is drawn over a whole column, between two places."""
        marks = [mark for mark in self.lines[line][first + 1 : last] if mark]
        return bool(marks) and all(mark in _ACROSS for mark in marks)

    def is_down(self, place: int, first: int, last: int) -> bool:
        """Whether a border parts what stands left and right of a place in the lines from ``first`` to ``last``."""
        return all(self.lines[line][place] in _BORDER for line in range(first, last))


def find_drawn_tables(lines: Sequence[Line]) -> Iterator[TextTable]:
    """The tables in the lines that are drawn, from the top down."""
    end = 0
    for start, (_, text) in enumerate(lines):
        if start < end or len(text) < _FEWEST_LINES or text[0] not in _BORDER or _RULE.fullmatch(text) is None:
            continue
        end = _end(lines, start)
        drawing = _drawing([text for _, text in lines[start:end]]) if end - start >= _FEWEST_LINES else None
        if drawing is not None and (table := _table(drawing, lines, start, end)) is not None:
            yield table


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the lines end that begin and end with a border."""
    end = start
    while end < len(lines) and end - start < _MOST_LINES:
        text = lines[end][1]
        if not 0 < len(text) <= _LONGEST_LINE or text[0] not in _BORDER or text[-1] not in _BORDER:
            break
        end += 1
    return end


def _drawing(texts: Sequence[str]) -> _Drawing | None:
    """The lines on a grid, by the widths that make all equally long; None where none do.

    Programs count the characters of a border as half or full width, and some do so with all characters.
    """
    for of_border, of_word in ((1, 2), (2, 2), (1, 1)):
        drawn = [_spread(text, of_border, of_word) for text in texts]
        if len({len(line) for line in drawn}) == 1:
            return _Drawing(tuple(drawn), len(drawn[0]))
    return _respaced(texts)


def _respaced(texts: Sequence[str]) -> _Drawing | None:
    """A drawing whose borders do not stand below one another, each line widened so that they do.

    That asks for as many parts in each line as there are columns, or one (a section).
    """
    parted = [_PARTS.split(text)[1:-1] for text in texts]
    number = len(parted[0])
    if number < 2 or any(len(parts) not in (1, number) for parts in parted):
        return None
    widths = [max(2 * len(parts[place]) for parts in parted if len(parts) > 1) + 2 for place in range(number)]
    widths[-1] += max((2 * len(parts[0]) for parts in parted if len(parts) == 1), default=0)
    drawn: list[tuple[str, ...]] = []
    for parts in parted:
        room = widths if len(parts) > 1 else [sum(widths) + number - 1]
        marks = ["│"]
        for part, width in zip(parts, room, strict=True):
            filling = part[0] if part and set(part) <= _ACROSS else " "
            marks += [*part.ljust(width, filling), "│"]
        drawn.append(tuple(marks))
    return _Drawing(tuple(drawn), len(drawn[0]))


def _spread(text: str, of_border: int, of_word: int) -> tuple[str, ...]:
    marks: list[str] = []
    for mark in text:
        marks.append(mark)
        if mark.isascii():
            continue
        width = of_border if mark in _BORDER else of_word
        marks += [mark if mark in _ACROSS else ""] * (width - 1)
    return tuple(marks)


def _table(drawing: _Drawing, lines: Sequence[Line], start: int, end: int) -> TextTable | None:
    """The table of a drawing; None where too few of its lines are parted."""
    height = len(drawing.lines)
    downs = [
        place
        for place in range(drawing.width)
        if any(line[place] in _DOWN for line in drawing.lines) and drawing.lines[0][place] in _BORDER
    ]
    sides = [*pairwise(downs)]
    bands = [line for line in range(height) if any(drawing.is_across(line, *pair) for pair in sides)]
    filled = [(above, below) for above, below in pairwise(bands) if below - above > 1]
    if not 2 < len(downs) <= _MOST_COLUMNS or len(filled) < _FEWEST_BANDS:
        return None
    cells = _cells(drawing, downs, filled, [number for number, _ in lines[start:end]])
    heads = ["".join(words for _, words in cell.pieces) for cell in cells if cell.row == 0]
    below = ["".join(words for _, words in cell.pieces) for cell in cells if cell.row == 1]
    known = columns(heads) is not None or columns([*heads, *below]) is not None
    return TextTable(start, end, tuple(cells)) if known else None


def _cells(
    drawing: _Drawing, downs: Sequence[int], bands: Sequence[tuple[int, int]], numbers: Sequence[int]
) -> list[GridCell]:
    """The cells, each with the words of its lines: of the grid's fields, those that no border parts."""
    owner = {(row, column): (row, column) for row in range(len(bands)) for column in range(len(downs) - 1)}

    def of(field: tuple[int, int]) -> tuple[int, int]:
        while owner[field] != field:
            field = owner[field]
        return field

    for row, (above, below) in enumerate(bands):
        for column, (left, right) in enumerate(pairwise(downs)):
            if column and not drawing.is_down(left, above + 1, below):
                owner[of((row, column))] = of((row, column - 1))
            if row and not drawing.is_across(above, left, right):
                owner[of((row, column))] = of((row - 1, column))
    fields: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for field in owner:
        fields[of(field)].append(field)
    cells = []
    for held in fields.values():
        rows, places = sorted({row for row, _ in held}), sorted({column for _, column in held})
        top, bottom = bands[rows[0]][0] + 1, bands[rows[-1]][1]
        left, right = downs[places[0]], downs[places[-1] + 1]
        words = [
            (numbers[line], text)
            for line in range(top, bottom)
            if (text := "".join(drawing.lines[line][left + 1 : right]).strip(" \u3000")) and not set(text) <= _BORDER
        ]
        span = (rows[-1] - rows[0] + 1, places[-1] - places[0] + 1)
        if words:
            cells.append(GridCell(rows[0], places[0], tuple(words), span[0], colspan=span[1]))
    return sorted(cells, key=lambda cell: (cell.row, cell.column))
