"""How large the circles and names of bodies are, and how thick the lines between them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from raci.drawing.model import DrawnBody
from raci.drawing.page import LEAST
from raci.drawing.spread import Point
from raci.drawing.text import width, wrap

__all__ = ["LEAST_SIZE", "SIZES", "BodyMark", "Marks", "mark_of", "marks_of", "most_tasks", "thickness"]

#: sizes of letters that are tried, in pt
SIZES = (15.0, 13.0, 12.0, 11.0, 10.0, LEAST)
LEAST_SIZE = SIZES[-1]
#: the longest line of a name, in em
_LINE = 8.0
#: lines of the weakest and the strongest ties, in pt
_THIN, _THICK = 0.8, 6.0


@dataclass(frozen=True, slots=True)
class BodyMark:
    """A body as it is drawn: the radius of its circle, its name in lines, the box around both."""

    radius: float
    lines: tuple[str, ...]
    box: Point

    def centre(self, place: Point, size: float) -> Point:
        """The middle of the circle where the box stands at ``place``: the box holds the name below it."""
        return place[0], place[1] - self.box[1] / 2 + self.radius + size * 0.3


#: body → how it is drawn
Marks = Mapping[int, BodyMark]


def mark_of(body: DrawnBody, size: float, most: int) -> BodyMark:
    """A body in letters of ``size``, where one has at most ``most`` tasks."""
    radius = size * (0.75 + 1.35 * math.sqrt(body.load / most))
    lines = tuple(wrap(body.name, _LINE, 3))
    box_width = max(2 * radius, max(map(width, lines)) * size) + size
    box_height = 2 * radius + (len(lines) * 1.2 + 0.4) * size + 0.6 * size
    return BodyMark(radius, lines, (box_width, box_height))


def marks_of(drawn: Sequence[DrawnBody], bodies: Iterable[int], size: float) -> dict[int, BodyMark]:
    """Some of the bodies (indexes) in letters of ``size``."""
    most = most_tasks(drawn)
    return {body: mark_of(drawn[body], size, most) for body in bodies}


def most_tasks(drawn: Sequence[DrawnBody]) -> int:
    """How many tasks the body has that has most."""
    return max((body.load for body in drawn), default=1)


def thickness(weight: int, most: int) -> float:
    """How thick the line of a tie is, in pt, where the strongest weighs ``most``."""
    return _THIN + (_THICK - _THIN) * (weight - 1) / max(most - 1, 4)
