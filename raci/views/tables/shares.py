"""How the columns of a 任务分工表 share the page, and in letters of which size it is set."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from raci.model import ROLES
from raci.views.tables.table import Column, TableView

__all__ = ["SHORT_COLUMNS", "letter_size", "reach", "shares"]

#: columns of numbers and short words: as wide as what stands in them
SHORT_COLUMNS = {"order", "number", "deadline", "due"}
_MM = 25.4 / 72
#: 小四, 五号, 小五, in points; tables with more rows than _MOST_LARGE begin with the second
_SIZES = (12.0, 10.5, 9.0)
_MOST_LARGE = 40
#: the least width of a column of words, in characters: no narrower than a short name
_LEAST = 5.0
#: so many of the names in a column of bodies are to stand in one line, if they are no longer than this
_MOSTLY, _LONGEST_NAME = 0.7, 7.0
#: in a column with fewer than one name in so many rows they may be broken
_RARE = 8
#: so many rows, evenly taken, stand for all
_SAMPLE = 150
#: a row is as high as its tallest cell, and of pages of rows the high ones tell most: the square root of a sum of these
_POWER = 4
#: characters above this one are as wide as ideographs
_WIDE = 0x2000


def letter_size(table: TableView, room: float, pad: float) -> float:
    """The size of the letters in points: the largest in which no column is narrower than its words allow.

    ``room`` and ``pad``, the blank in a cell, are in mm.
    """
    for size in _SIZES[len(table.rows) > _MOST_LARGE :]:
        cell = pad / (size * _MM)
        if sum(least + cell for least in _least_widths(table)) <= room / (size * _MM):
            return size
    return _SIZES[-1]


def shares(table: TableView, room: float, size: float, pad: float) -> list[float]:
    """The width of each column, in mm, together ``room``.

    ``size`` is that of the font in points, ``pad`` the blank in a cell, in mm. Columns of short words get what they
    need; the others share the rest so that rows stand in as few lines as can be.
    """
    char = size * _MM
    widths = _least_widths(table)
    spare = room / char - sum(widths) - len(widths) * pad / char
    if spare < 0:  # too many columns even for the smallest letters
        scale = room / (sum(widths) * char + len(widths) * pad)
        return [(width * char + pad) * scale for width in widths]
    _give(table, widths, spare)
    rest = room - sum(width * char + pad for width in widths)
    return [width * char + pad + rest / len(widths) for width in widths]


def _least_widths(table: TableView) -> list[float]:
    """What each column takes at least, in characters."""
    return [_least(table, index, column) for index, column in enumerate(table.columns)]


def _least(table: TableView, index: int, column: Column) -> float:
    heading = float(len(column.heading))
    if column.key == "blank":
        return max(heading, column.widest * 0.8)  # to be written in
    longest = max((reach(line) for row in table.rows for line in str(row[index]).split("\n")), default=0.0)
    if column.key in SHORT_COLUMNS:
        return max(heading, min(longest, column.widest)) + 0.2
    least = max(min(heading, 6.0), min(longest, _LEAST))
    return max(least, _usual_name(table, index) if column.key in ROLES else 0.0) + 0.2


def _usual_name(table: TableView, index: int) -> float:
    """How long the names in a column of bodies mostly are, so that few are broken; 0 where hardly a row has any."""
    filled = [str(row[index]) for row in table.rows if row[index]]
    if not filled or len(filled) * _RARE < len(table.rows):
        return 0.0
    lengths = sorted(reach(name) for cell in filled for name in re.split("[、；\n]", cell))
    return min(lengths[int(len(lengths) * _MOSTLY)], _LONGEST_NAME)


def reach(line: str) -> float:
    """How wide a line is, in ideographs; between these and figures word processors leave a quarter of one."""
    wide = [ord(char) > _WIDE for char in line]
    beside = sum(one != other for one, other in pairwise(wide))
    return sum(1.0 if one else 0.55 for one in wide) + 0.25 * beside


def _give(table: TableView, widths: list[float], spare: float) -> None:
    """Give the room that is left, a character at a time, to the column by which the rows get lower most."""
    step = -(-len(table.rows) // _SAMPLE) or 1
    rows = table.rows[::step]
    flexible = [index for index, column in enumerate(table.columns) if column.key not in SHORT_COLUMNS]
    cells = {index: [[reach(line) for line in str(row[index]).split("\n")] for row in rows] for index in flexible}
    tall = {index: _tall(cells[index], widths[index]) for index in flexible}
    while spare >= 1 and flexible:
        together = [sum(lines) for lines in zip(*tall.values(), strict=True)]
        height = sum(map(math.sqrt, together))
        # a step of one may save no line where a larger one does
        tries = [(index, steps) for index in flexible for steps in (1, 2, 4) if steps <= spare]
        changed = {each: _tall(cells[each[0]], widths[each[0]] + each[1]) for each in tries}
        gains = {
            (index, steps): (
                height
                - sum(
                    math.sqrt(whole - old + new)
                    for whole, old, new in zip(together, tall[index], changed[index, steps], strict=True)
                )
            )
            / steps
            for index, steps in tries
        }
        best, steps = max(gains, key=gains.__getitem__)
        if gains[best, steps] <= 0:
            return
        widths[best] += steps
        tall[best] = changed[best, steps]
        spare -= steps


def _tall(cells: Sequence[Sequence[float]], width: float) -> list[int]:
    """How tall each cell of a column is in that width, to the power in which the tallest of a row tells."""
    return [sum(max(1, -int(-line // width)) for line in lines) ** _POWER for lines in cells]
