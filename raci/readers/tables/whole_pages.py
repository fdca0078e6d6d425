"""Pages in one line, as crawlers give them that put a tab, a bar or a blank for each end of a cell, a row or a line.

The heads of a table stand there among menus and running text, its merged cells are left out, and sections stand between
its rows. With a line for each of its parts such a page is a table with one cell a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from raci.model.pattern_codes import compiled
from raci.readers.tables.one_line import is_one_line_table
from raci.readers.tables.text_lines import NumberedLine
from raci.rules.columns import NAMED, columns, read_head

__all__ = ["with_cells_apart"]

#: such a line has so many characters and so many signs that may part its cells
_LEAST_LENGTH, _LEAST_PARTS = 120, 16
_SIGNS = "\t|｜ \u3000"
_PARTS = (compiled(r"[ \u3000]*\t[ \t\u3000]*"), compiled(r"[ \u3000]*[|｜][ \u3000]*"), compiled(r"[ \u3000]+"))
#: so many heads stand one behind the other, and so many parts behind them
_LEAST_HEADS, _BEHIND = 3, 6
_LONGEST_HEAD = 12


def with_cells_apart(lines: list[NumberedLine]) -> list[NumberedLine]:
    """The lines, with a line for each part of those that hold a whole page with a table."""
    places = [
        place
        for place, line in enumerate(lines)
        if len(line.text) >= _LEAST_LENGTH and sum(map(line.text.count, _SIGNS)) >= _LEAST_PARTS
    ]
    for place in reversed(places):
        parts = _parts(lines[place].text)
        if parts:
            lines[place : place + 1] = [lines[place]._replace(text=part) for part in parts]
    return lines


def _parts(text: str) -> list[str]:
    """The parts of a line; none where they are no table, or a whole one that is read as it stands."""
    for signs in _PARTS:
        parts = [part for part in signs.split(text) if part]
        head = _head(parts) if len(parts) >= _LEAST_PARTS else None
        if head is not None:
            return [] if is_one_line_table(text) else parts
    return []


def _head(parts: Sequence[str]) -> int | None:
    """Where the heads of a table begin; None where there are none."""
    known = [len(part) <= _LONGEST_HEAD and read_head(part) is not None for part in parts]
    place = 0
    while place < len(parts):
        end = place
        while end < len(parts) and known[end]:
            end += 1
        found = columns(parts[place:end]) if end - place >= _LEAST_HEADS and len(parts) - end >= _BEHIND else None
        if found is not None and any(head.role in NAMED for head in found.values()):
            return place
        place = max(end, place + 1)
    return None
