"""Words filled into the fields of a form, set where the page leaves room for them; what they cover is taken off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from raci.readers.layout.extents import Box
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.printed_pages import INVISIBLE, PrintedRun, glyph_box

__all__ = ["FieldText", "SetField", "field_runs", "without_covered"]

#: type fills this part of the height of a field whose type has no size, and is no larger, in points
_FILLS, _USUAL_SIZE = 0.7, 12.0
#: no type is smaller, in points
_MIN_SIZE = 2.0
#: lines stand so many sizes of type apart; this part of one stands above the base line
_LEAD, _ASCENT = 1.2, 0.88

#: the page is parted into strips of so many points, in which what covers a character is looked for; no line of type
#: is so many strips high
_STRIP, _MAX_STRIPS = 12.0, 100


class FieldText(NamedTuple):
    """Words in a field: its box (left, top, right, bottom, y from the top down), the size of type or 0."""

    text: str
    box: Box
    size: float
    has_lines: bool


class SetField(NamedTuple):
    """The lines that a field holds, and its box on the page."""

    lines: list[PrintedRun]
    box: Box


def field_runs(field: FieldText) -> list[PrintedRun]:
    """The lines of a field: one in the middle of its height, or several from the top, broken where they are full."""
    left, top, right, bottom = field.box
    size = field.size or (_USUAL_SIZE if field.has_lines else min(_USUAL_SIZE, _FILLS * (bottom - top)))
    size = max(size, _MIN_SIZE)
    lines = [line for line in field.text.splitlines() if line.strip()]
    if field.has_lines:
        lines = [part for line in lines for part in _broken(line, (right - left) / size)]
    lead = _LEAD * size
    first = top if field.has_lines else (top + bottom - lead * (len(lines) - 1) - size) / 2
    room = max(right - left, size)
    return [_line(line.strip(), left, first + lead * number, size, room) for number, line in enumerate(lines)]


def _broken(line: str, width: float) -> Iterator[str]:
    """A line in pieces that are no wider than so many sizes of type."""
    piece, filled = "", 0.0
    for char in line:
        if piece and filled + _width(char) > width:
            yield piece
            piece, filled = "", 0.0
        piece, filled = piece + char, filled + _width(char)
    yield piece


def _width(char: str) -> float:
    return 0.5 if char.isascii() else 1.0


def _line(text: str, left: float, top: float, size: float, room: float) -> PrintedRun:
    """One line of type, narrowed where it would not find room."""
    factor = min(1.0, room / (size * sum(map(_width, text)))) * size
    glyphs = []
    x = left
    for index, char in enumerate(text):
        width = _width(char) * factor
        if char.strip():
            box = glyph_box((x, top + _ASCENT * size), 0.0, width, _ASCENT * size, (1 - _ASCENT) * size)
            glyphs.append(Glyph(char, *box, spaced=text[index - 1 : index].isspace()))
        x += width
    return PrintedRun(tuple(glyphs), 0.0, size, INVISIBLE)


def without_covered(runs: Iterable[PrintedRun], fields: Iterable[SetField]) -> tuple[list[PrintedRun], str]:
    """The runs without the characters under what is filled into fields, and the words that these make.

    What a run goes on with beside the filled-in words, within their field, is covered too: a line to write on.
    """
    strips: dict[int, list[tuple[Box, Box]]] = {}
    for field in fields:
        for line in field.lines:
            box = _box(line)
            for strip in range(_strip(box[1]), min(_strip(box[3]), _strip(box[1]) + _MAX_STRIPS) + 1):
                strips.setdefault(strip, []).append((box, field.box))
    kept, covered = [], ""
    for run in runs:
        boxes = {
            field
            for glyph in run.glyphs
            for line, field in strips.get(_strip((glyph.top + glyph.bottom) / 2), ())
            if _lies_in(glyph, line)
        }
        seen = tuple(glyph for glyph in run.glyphs if not any(_lies_in(glyph, box) for box in boxes))
        if boxes:
            covered += "".join(
                glyph.text
                for glyph in run.glyphs
                if glyph.text.isalnum() and any(_lies_in(glyph, box) for box in boxes)
            )
        if seen:
            kept.append(run._replace(glyphs=seen))
    return kept, covered


def _box(line: PrintedRun) -> Box:
    lefts, tops, rights, bottoms = zip(*(glyph[1:5] for glyph in line.glyphs), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _strip(y: float) -> int:
    return int(y // _STRIP)


def _lies_in(glyph: Glyph, box: Box) -> bool:
    left, top, right, bottom = box
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return left <= x <= right and top <= y <= bottom
