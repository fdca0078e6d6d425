"""Two columns of a few lines: their numbers, or the brackets in them, tell that they are read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from raci.readers.layout.glyphs import TextRow
from raci.readers.tables.brackets import BRACKET, CLOSERS, OPENERS
from raci.rules.columns import columns
from raci.rules.markers import Marker, at_start

__all__ = ["read_down"]

#: a column has so many lines at the least; without a number at its head no more than so many more than the one before
_MIN_ROWS, _MAX_LONGER = 2, 1
#: what a paragraph ends with
_ENDS = tuple("。；！？）)")
#: brackets of one kind, by the place of the one that opens it
_KINDS = {bracket: index // 2 for brackets in (OPENERS, CLOSERS) for index, bracket in enumerate(brackets)}


def read_down(left: Sequence[TextRow], right: Sequence[TextRow]) -> bool:
    """Whether the rows on both sides of a gutter are two columns of one text, and no cells of a table side by side.

    The right one begins where the left one ends: with the next number, or within the bracket that is open there. Read
    across, the numbers, or the brackets, would be in disorder.
    """
    if len(left) < _MIN_ROWS or not right:
        return False
    is_numbered = at_start(right[0].line.text) is not None
    if not is_numbered and len(right) > len(left) + _MAX_LONGER:
        return False
    sides = [[row.line.text for row in rows] for rows in (left, right)]
    if any(columns([text.strip() for text in row]) for row in (*zip(*sides, strict=False), (sides[0][0],))):
        return False
    down = [text for side in sides for text in side]
    across = [text for row in zip_longest(*sides, fillvalue="") for text in row]
    if _numbers_go_on(sides) and not _counts(across, begins_anew=False):
        return True
    goes_on = is_numbered or not sides[0][-1].endswith(_ENDS)
    return goes_on and _is_nested(down) and not _is_nested(across)


def _numbers_go_on(sides: Sequence[Sequence[str]]) -> bool:
    """Whether the first number of the second side follows the last of its kind on the first one."""
    first, second = ([*_markers(side)] for side in sides)
    if not first or not second or not _counts(sides[0]) or not _counts(sides[1]):
        return False
    before = [marker for marker in first if marker.rule == second[0].rule]
    return bool(before) and second[0].value == before[-1].value + 1


def _markers(lines: Sequence[str]) -> Iterator[Marker]:
    for line in lines:
        marker = at_start(line)
        if marker is not None and marker.value:
            yield marker


def _counts(lines: Sequence[str], *, begins_anew: bool = True) -> bool:
    """Whether the numbers of one kind at the starts of lines go up by one, each time, or begin anew."""
    last: dict[str, int] = {}
    for marker in _markers(lines):
        if marker.rule in last and marker.value != last[marker.rule] + 1 and not (begins_anew and marker.value == 1):
            return False
        last[marker.rule] = marker.value
    return True


def _is_nested(lines: Sequence[str]) -> bool:
    """Whether all brackets in some lines are closed, none within one of its own kind, none that was not opened."""
    still_open: list[int] = []
    found = False
    for bracket in BRACKET.finditer("".join(lines)):
        found = True
        kind = _KINDS[bracket[0]]
        if bracket[0] in OPENERS:
            if kind in still_open:
                return False
            still_open.append(kind)
        elif not still_open or still_open.pop() != kind:
            return False
    return found and not still_open
