"""Paths drawn on a page of an OFD document, to the level and upright lines among their sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.readers.formats.ofd.elements import first_text, is_flag, parse_numbers
from raci.readers.formats.ofd.transform import POINT, placed
from raci.readers.layout.ruled_frames import RuledLine

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element
    from raci.readers.layout.affine import Affine

__all__ = ["path_lines"]

#: the commands and numbers of a path (GB/T 33190-2016, AbbreviatedData); as many of them as are read
_WORD = re.compile(r"[MLSQBAC]|-?\d+(?:\.\d*)?(?:[eE]-?\d+)?|-?\.\d+")
_MAX_WORDS = 4_000
#: a side is level or upright where it leaves the straight by less than this, in points, and longer than this
_STRAIGHT = 1

_Point = tuple[float, float]


def path_lines(element: Element, outer: Affine) -> Iterator[RuledLine]:
    """The level and upright lines of a path object; boxes by their sides."""
    if is_flag(element.get("Stroke"), "false") and not is_flag(element.get("Fill"), "true"):
        return
    transform = placed(element, outer)
    points: list[_Point] = []
    pending: list[float] = []
    command, begun = "", (0.0, 0.0)
    for word in _WORD.findall(first_text(element, "AbbreviatedData"))[:_MAX_WORDS]:
        if word.isalpha():
            command, pending = word, []
            if word == "C" and points:
                points.append(begun)
            continue
        pending += parse_numbers(word, 1)
        if len(pending) == 2 and command in ("M", "S", "L"):
            x, y = transform.point(*pending)
            point = (x * POINT, y * POINT)
            if command != "L":
                yield from _straight_sides(points)
                points, begun = [], point
            points.append(point)
            pending = []
    yield from _straight_sides(points)


def _straight_sides(points: Sequence[_Point]) -> Iterator[RuledLine]:
    for (x0, y0), (x1, y1) in pairwise(points):
        width, height = abs(x1 - x0), abs(y1 - y0)
        if height < _STRAIGHT < width or width < _STRAIGHT < height:
            yield RuledLine(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
