"""Characters placed on a page (pdf, ofd) to lines in reading order. Lengths in points, y from the top down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raci.model import Span
from raci.readers.documents.passages import TextLine

__all__ = ["Glyph", "TextRow", "bands", "row", "rows"]

#: a gap this wide, in characters, parts columns; a smaller one words, Chinese and Latin
_WIDE, _HALF, _NARROW = 1.8, 0.42, 0.22
#: a recognised character that is less sure is to be looked at; marks are hard to tell apart, and matter less
_SURE = 0.7
#: only between these is a blank more than the setting of the line
_HAN = re.compile("[\u4e00-\u9fff]{2}")


class Glyph(NamedTuple):
    """One character with its box; ``spaced``: the source has a blank before it.

    ``sure`` says of a character recognised in a picture how sure that is, from 0 to 1.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    spaced: bool = False
    sure: float | None = None


class TextRow(NamedTuple):
    """A line of characters: its words, its box, the height of its type, and whether wide gaps part it.

    ``order`` is (0, 0) but on a page in columns: there the part of the page and the column, as they are read.
    """

    line: TextLine
    left: float
    top: float
    right: float
    bottom: float
    size: float
    parted: bool
    order: tuple[int, int] = (0, 0)


def rows(chars: Iterable[Glyph], page: int | None = None) -> list[TextRow]:
    """The lines that the characters make, from the top down; blank characters are judged by their gaps."""
    return [row(band, page, number) for number, band in enumerate(bands(chars), 1)]


def bands(chars: Iterable[Glyph]) -> list[list[Glyph]]:
    """The characters line by line, from the top down, each line from left to right."""
    ordered = sorted(
        (char for char in chars if char.text.strip()), key=lambda char: (char.top + char.bottom, char.left)
    )
    found: list[list[Glyph]] = []
    top = bottom = 0.0
    for char in ordered:
        middle = (char.top + char.bottom) / 2
        if found and top <= middle <= bottom:
            found[-1].append(char)
            # a line reaches as far as its tallest character, and no small mark draws it down
            if char.bottom - char.top > bottom - top:
                top, bottom = char.top, char.bottom
        else:
            found.append([char])
            top, bottom = char.top, char.bottom
    return [sorted(band, key=lambda char: char.left) for band in found]


def row(band: Sequence[Glyph], page: int | None, number: int) -> TextRow:
    """One line of characters, from left to right; ``number`` is its own on the page."""
    size = sorted(char.bottom - char.top for char in band)[len(band) // 2] or 1.0
    text, parted = "", False
    spans: list[Span] = []
    doubted: list[Span] = []
    before: Glyph | None = None
    for char in band:
        if before is not None:
            if char.text == before.text and abs(char.left - before.left) < 0.2 * size:
                continue  # bold type by printing twice
            gap = char.left - before.right
            if gap > _WIDE * size:
                text += "  "
                parted = True
            else:
                both = before.text + char.text
                latin = gap > _NARROW * size and both.isascii()
                if latin or ((gap > _HALF * size or char.spaced) and _HAN.match(both)):
                    text += " "
        if char.bold:
            spans.append(Span(len(text), len(text) + len(char.text)))
        if char.sure is not None and char.sure < _SURE and char.text.isalnum():
            doubted.append(Span(len(text), len(text) + len(char.text)))
        text += char.text
        before = char
    line = TextLine(text, page, number, tuple(spans), ocr=tuple(doubted) if band[0].sure is not None else None)
    top, bottom = min(char.top for char in band), max(char.bottom for char in band)
    return TextRow(line, band[0].left, top, max(char.right for char in band), bottom, size, parted)
