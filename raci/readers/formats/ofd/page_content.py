"""What stands on a page of an OFD document: characters and rules with their places, and pictures."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from raci.readers.formats.ofd.elements import local, named, numbers
from raci.readers.formats.ofd.resources import Known
from raci.readers.formats.ofd.transform import POINT, Move
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.reading_order import MOST_CHARS
from raci.readers.layout.ruled_tables import RuledLine

__all__ = ["Content", "content"]

_MOST_OBJECTS = 1_000_000
_STEP = re.compile(r"[MLSQBAC]|-?\d+(?:\.\d*)?(?:[eE]-?\d+)?|-?\.\d+")
#: how much of a character stands over the line
_OVER = 0.88
#: what a Latin character takes, in sizes of type; the others take half of one
_WIDE = {char: width for chars, width in (("MWm%@", 0.9), ("ABCDEFGHKLNOPQRSTUVXYZw", 0.7)) for char in chars}
#: objects made of objects, as deep as they are followed
_DEEPEST = 8


class Content(NamedTuple):
    """What stands on a page: its characters, its rules, and the resources of its pictures, the largest first."""

    letters: list[Glyph]
    drawn: list[RuledLine]
    pictures: list[str]


def content(page: Any, known: Known) -> Content:
    """What stands on the page of this root element."""
    letters: list[Glyph] = []
    drawn: list[RuledLine] = []
    pictures: list[tuple[float, str]] = []
    stack: list[tuple[Any, Move, int]] = [(page, Move(), 0)]
    objects = 0
    while stack and len(letters) <= MOST_CHARS and objects <= _MOST_OBJECTS:
        root, move, deep = stack.pop()
        for each in root.iter():
            kind = local(each)
            objects += 1
            if (each.get("Visible") or "").lower() == "false":
                continue
            if kind == "TextObject":
                letters += _letters(each, known.bold, move)
            elif kind == "PathObject":
                drawn += _drawn(each, move)
            elif kind == "ImageObject":
                _, _, wide, high = numbers(each.get("Boundary") or "", 4)
                pictures.append((wide * high * abs(move.a * move.d - move.b * move.c), each.get("ResourceID") or ""))
            elif kind == "CompositeObject" and deep < _DEEPEST:
                unit = known.units.get(each.get("ResourceID") or "")
                if unit is not None:
                    stack.append((unit, move.of(each), deep + 1))
    return Content(letters, drawn, [picture for _, picture in sorted(pictures, reverse=True)])


def _letters(element: Any, bold: Collection[str], outer: Move) -> Iterator[Glyph]:
    size = numbers(element.get("Size") or "", 1)[0] or 3.7
    move = outer.of(element)
    thick = element.get("Font") in bold or numbers(element.get("Weight") or "", 1)[0] >= 600
    x = y = 0.0
    broad = math.hypot(move.a, move.b) or 1.0
    tall = size * (math.hypot(move.c, move.d) or 1.0)
    for code in named(element, "TextCode"):
        text = str(code.text or "")
        # where a place is left out, it is that of the one before
        x = numbers(code.get("X") or "", 1)[0] if code.get("X") else x
        y = numbers(code.get("Y") or "", 1)[0] if code.get("Y") else y
        across, down = _steps(code.get("DeltaX") or "", len(text)), _steps(code.get("DeltaY") or "", len(text))
        here_x, here_y = x, y
        for index, char in enumerate(text):
            own = size * (_WIDE.get(char, 0.5) if char.isascii() else 1.0)
            step = across[index] if index < len(across) else 0.0
            wide = min(step, own) if step > 0 else own
            page_x, page_y = move.to(here_x, here_y)
            yield Glyph(
                char,
                page_x * POINT,
                (page_y - _OVER * tall) * POINT,
                (page_x + wide * broad) * POINT,
                (page_y + (1 - _OVER) * tall) * POINT,
                thick,
                spaced=text[index - 1 : index].isspace(),
            )
            here_x += step if across else own
            here_y += down[index] if index < len(down) else 0.0


def _steps(text: str, most: int) -> list[float]:
    """The steps between characters: numbers, and ``g 3 4.2`` for three times 4.2."""
    found: list[float] = []
    words = text.split()
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g":
            times, step = numbers(" ".join(words[at + 1 : at + 3]), 2)
            found += [step] * max(0, min(int(times), most))
            at += 3
        else:
            found += numbers(words[at], 1)
            at += 1
    return found


def _drawn(element: Any, outer: Move) -> Iterator[RuledLine]:
    """The level and upright lines of a path; boxes by their sides."""
    if (element.get("Stroke") or "true").lower() == "false" and (element.get("Fill") or "").lower() != "true":
        return
    move = outer.of(element)
    data = next(named(element, "AbbreviatedData"), None)
    points: list[tuple[float, float]] = []
    pending: list[float] = []
    command, begun = "", (0.0, 0.0)
    for word in _STEP.findall(str(data.text or "") if data is not None else "")[:4000]:
        if word.isalpha():
            command, pending = word, []
            if word == "C" and points:
                points.append(begun)
            continue
        pending += numbers(word, 1)
        if len(pending) == 2 and command in ("M", "S", "L"):
            x, y = move.to(*pending)
            place = (x * POINT, y * POINT)
            if command != "L":
                yield from _sides(points)
                points, begun = [], place
            points.append(place)
            pending = []
    yield from _sides(points)


def _sides(points: list[tuple[float, float]]) -> Iterator[RuledLine]:
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y1 - y0) < 1 < abs(x1 - x0) or abs(x1 - x0) < 1 < abs(y1 - y0):
            yield RuledLine(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
