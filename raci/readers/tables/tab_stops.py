"""Tables whose columns are set below one another by as many tabs as that takes: one tab between two cells is left.

Several tabs part two cells there, and hold no empty ones. So it is where a row has more tabs than its head, or where
the rows below a head with several tabs between two words do not all have as many, or have their words where it has
none. A row that lacks cells tells by its tab stops which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.printed_lines import printed_width
from raci.rules.columns import NAMED, columns, read_head

__all__ = ["with_single_tabs"]

#: several tabs between two cells
_SEVERAL = compiled(r"\t\t(?<=[^\t\n]\t\t)\t*[^\t\n]")
_CELL = re.compile(r"[^\t]+")
#: the widths of a tab stop, in narrow characters
_STOPS = (8, 4)
#: so many lines without tabs may stand between two rows, no longer than so many characters; of the rows this share
#: has all its cells; a head with several tabs stands so few lines above such a row
_BETWEEN, _LONGEST_BETWEEN, _WHOLE, _REACH = 2, 40, 0.5, 12


class _TabbedCell(NamedTuple):
    """Words between tabs, and where they begin for each width of a tab stop."""

    words: str
    begins: tuple[int, ...]


def with_single_tabs(lines: Sequence[Line], scan: LineScan) -> Sequence[Line]:
    """The lines, as many as there were, one tab between two cells; ``scan`` looks over all at once.

    Where there is no such table these are ``lines`` themselves.
    """
    written: list[Line] = []
    done = 0
    for place in scan.holding(_SEVERAL):
        if place < done:
            continue
        head = _head(lines, max(done, place - _REACH), place)
        rows = _rows(lines, head) if head is not None else []
        done = rows[-1] + 1 if rows else place + 1
        if head is not None and _are_set_by_tabs([lines[row][1] for row in (head, *rows)]):
            heads = _cells(lines[head][1])
            parted = {row: _placed(_cells(lines[row][1]), heads) for row in rows}
            if sum(all(cells) for cells in parted.values()) >= _WHOLE * len(rows):
                written = written or list(lines)
                for row, cells in {head: [cell.words for cell in heads], **parted}.items():
                    written[row] = lines[row][0], "\t".join(cells)
    return written or lines


def _head(lines: Sequence[Line], first: int, place: int) -> int | None:
    """The line, at a place or above it, that holds the heads of a table."""
    for above in range(place, first - 1, -1):
        text = lines[above][1]
        heads = [words.strip() for words in _CELL.findall(text)] if "\t" in text else []
        if len(heads) > 1 and columns(heads) is not None:
            return above
    return None


def _rows(lines: Sequence[Line], head: int) -> list[int]:
    """The lines with tabs below a head."""
    rows: list[int] = []
    passed = 0
    for place in range(head + 1, len(lines)):
        text = lines[place][1]
        if "\t" in text.strip("\t"):
            rows.append(place)
            passed = 0
        elif text:
            passed += 1
            if passed > _BETWEEN or len(text) > _LONGEST_BETWEEN:
                break
    return rows


def _are_set_by_tabs(rows: Sequence[str]) -> bool:
    """Whether tabs set the cells below one another, by a head and its rows: they hold no empty cells."""
    head, *tabs = [text.strip("\t").count("\t") for text in rows]
    filled = len(_CELL.findall(rows[0]))
    if not tabs or any(len(_CELL.findall(text)) > filled for text in rows[1:]):
        return False
    below = [read_head(words.strip()) for words in _CELL.findall(rows[1])]
    if len(below) > 1 and all(one is not None and one.role in NAMED for one in below):
        return False  # the parts of a head over several columns, which holds an empty cell for each further one
    if len({head, *tabs}) == 1:
        beside = [tuple(map(bool, column)) for column in zip(*(text.split("\t") for text in rows), strict=False)]
        return any(column[0] and not any(column[1:]) for column in beside) and any(
            not column[0] and all(column[1:]) for column in beside
        )
    return max(tabs) > head or head >= filled


def _cells(text: str) -> list[_TabbedCell]:
    """The cells of a line that hold words."""
    cells: list[_TabbedCell] = []
    across = [0] * len(_STOPS)
    for part in re.findall(r"\t|[^\t]+", text):
        if part == "\t":
            across = [(place // stop + 1) * stop for place, stop in zip(across, _STOPS, strict=True)]
            continue
        cells.append(_TabbedCell(part.strip(" \u3000"), tuple(across)))
        width = round(2 * printed_width(part))
        across = [place + width for place in across]
    return cells


def _placed(cells: Sequence[_TabbedCell], heads: Sequence[_TabbedCell]) -> list[str]:
    """The cells of a row by column: those that it lacks are empty, if it shows which."""
    if len(cells) == len(heads):
        return [cell.words for cell in cells]
    for turn in range(len(_STOPS)):
        begins = {head.begins[turn]: column for column, head in enumerate(heads)}
        places = [begins.get(cell.begins[turn]) for cell in cells]
        if all(place is not None for place in places):
            placed = [""] * len(heads)
            for place, cell in zip(places, cells, strict=True):
                placed[place or 0] = cell.words
            return placed
    return [*(cell.words for cell in cells), ""]
