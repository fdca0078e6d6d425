"""The line above a table in text that may be its title."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.tables.cell_pieces import Line

__all__ = ["title_above"]

#: a title is no longer, and has so few blank lines below it
_LONGEST, _MOST_BLANK = 40, 2


def title_above(lines: Sequence[Line], place: int) -> str:
    """The words of the line above the one at ``place``; empty where they are too long for a title."""
    for at in range(place - 1, max(-1, place - 2 - _MOST_BLANK), -1):
        if lines[at][1]:
            return lines[at][1] if len(lines[at][1]) <= _LONGEST else ""
    return ""
