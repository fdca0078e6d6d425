"""Text objects that a program printed one over another, at one place, though they are parts of one line.

Programs that make OFD files of PDF files give each piece of a line the box of the whole line, and spread it over that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from raci.readers.formats.ofd.elements import descendants
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.printed_pages import PrintedRun

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["place_of", "side_by_side"]

#: what says where an object stands, and where its text begins in it
_PLACE, _START = ("Boundary", "CTM"), ("X", "Y")
#: characters of one width, in characters
_NARROW, _WIDE = 0.5, 1.0


def place_of(element: Element) -> tuple[str | None, ...]:
    """Where a text object stands, as the file says it; () where it has several texts, or no box of its own."""
    codes = list(descendants(element, "TextCode"))
    if len(codes) != 1 or not element.get("Boundary"):
        return ()
    return (*(element.get(name) for name in _PLACE), *(codes[0].get(name) for name in _START))


def side_by_side(objects: Iterable[tuple[tuple[str | None, ...], PrintedRun]]) -> Iterator[PrintedRun]:
    """The runs of text objects, each with its place: different texts that follow each other at one place share it."""
    pile: list[PrintedRun] = []
    at: tuple[str | None, ...] = ()
    for place, run in objects:
        if pile and (not place or place != at):
            yield from _spread(pile)
            pile = []
        pile.append(run)
        at = place
    yield from _spread(pile)


def _spread(pile: Sequence[PrintedRun]) -> Sequence[PrintedRun]:
    """The runs one behind another, over the room of the widest; what is printed twice to make it bold stays so."""
    is_pile = len(pile) > 1 and len({run.text for run in pile}) == len(pile)
    if not is_pile or any(run.angle for run in pile):
        return pile
    left = min(glyph.left for run in pile for glyph in run.glyphs)
    right = max(glyph.right for run in pile for glyph in run.glyphs)
    step = (right - left) / sum(_width(glyph) for run in pile for glyph in run.glyphs)
    spread = []
    for run in pile:
        glyphs = []
        for glyph in run.glyphs:
            end = left + step * _width(glyph)
            glyphs.append(glyph._replace(left=left, right=end))
            left = end
        spread.append(run._replace(glyphs=tuple(glyphs)))
    return spread


def _width(glyph: Glyph) -> float:
    return _NARROW if glyph.text.isascii() else _WIDE
