"""Characters placed on a page (pdf, ofd, pictures) to rows of text.

Lengths in points, y from the top down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raci.model import Span
from raci.readers.documents.passages import TextLine
from raci.readers.documents.raised import raised
from raci.rules.markers import at_start

__all__ = ["COLUMN_BLANK", "Glyph", "TextRow", "glyph_rows", "glyph_size", "text_row", "text_rows"]

#: a gap this wide, in characters, parts columns; a smaller one words: Chinese and Latin
_COLUMN_GAP, _CHINESE_GAP, _LATIN_GAP = 1.8, 0.42, 0.22
#: characters nearer than this, in characters, and in their own width, are one that is printed twice to make it bold
_DOUBLE_STRIKE, _DOUBLE_WIDTH = 0.2, 0.4
#: the longest number that hangs out before its text, in characters
_LONGEST_NUMBER = 8
#: the longest label of a form with its colon
_LONGEST_LABEL = 12
#: what stands between columns in the text of a row
COLUMN_BLANK = "  "
#: a recognised character that is less sure is to be looked at; marks are hard to tell apart, and matter less
_MIN_CONFIDENCE = 0.7
#: how far the middle of a character stands within its row, in parts of the row's height: a line half a line lower, of a
#: cell whose text is in the middle, is one of its own
_OVERLAP = 0.03
#: raised digits are smaller than so much of the usual type, and their middles at the least so much of it higher: those
#: of a small digit on the line stand lower
_RAISED = ((0.6, 0.0), (0.8, 0.1), (0.9, 0.2))
_DIGITS = frozenset("0123456789")
#: only between these is a blank more than the setting of the line
_TWO_CHINESE = re.compile("[\u4e00-\u9fff]{2}")


class Glyph(NamedTuple):
    """One character with its box; ``spaced``: the source has a blank before it.

    ``confidence`` says of a character recognised in a picture how sure that is, from 0 to 1.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    spaced: bool = False
    confidence: float | None = None


class TextRow(NamedTuple):
    """A row of characters: its line of text, its box, the size of its type, and whether wide gaps part it.

    ``order`` is (0, 0) except on a page in columns: there the part of the page and the column, as they are read.
    ``hang``: where the text begins beside a number that hangs out before it, a gap away. ``lefts``: of a parted row,
    and of one that may begin with a label, where each character of its text begins (a blank where the one before it
    does).
    """

    line: TextLine
    left: float
    top: float
    right: float
    bottom: float
    size: float
    parted: bool
    order: tuple[int, int] = (0, 0)
    hang: float | None = None
    lefts: tuple[float, ...] = ()


def text_rows(glyphs: Iterable[Glyph], page: int | None = None) -> list[TextRow]:
    """The rows that the characters make, top down; blank characters are judged by their gaps."""
    return [text_row(row, page, number) for number, row in enumerate(glyph_rows(glyphs), 1)]


def glyph_rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The characters row by row, top down, each row from left to right."""
    ordered = sorted(
        (glyph for glyph in glyphs if glyph.text.strip()), key=lambda glyph: (glyph.top + glyph.bottom, glyph.left)
    )
    rows: list[list[Glyph]] = []
    top = bottom = 0.0
    for glyph in ordered:
        middle = (glyph.top + glyph.bottom) / 2
        # boxes may be as flat as their characters: 一 at the beginning of a row
        least = _OVERLAP * (bottom - top)
        if rows and (
            top + least <= middle <= bottom - least or glyph.top + least <= (top + bottom) / 2 <= glyph.bottom - least
        ):
            rows[-1].append(glyph)
            # a row reaches as far as its tallest character, and no small mark draws it down
            if glyph.bottom - glyph.top > bottom - top:
                top, bottom = glyph.top, glyph.bottom
        else:
            rows.append([glyph])
            top, bottom = glyph.top, glyph.bottom
    return [sorted(row, key=lambda glyph: glyph.left) for row in rows]


def glyph_size(row: Sequence[Glyph]) -> float:
    """The usual height of the characters of a row, in points; 1 where they have none.

    Digits and Latin letters, from fonts of other heights, count where they are all.
    """
    heights = [glyph.bottom - glyph.top for glyph in row if not glyph.text.isascii()]
    heights = heights or [glyph.bottom - glyph.top for glyph in row]
    return sorted(heights)[len(heights) // 2] or 1.0


def text_row(row: Sequence[Glyph], page: int | None, number: int) -> TextRow:
    """One row of characters, which stand from left to right, as text; ``number`` counts the rows of the page."""
    size = glyph_size(row)
    middle = sorted(glyph.top + glyph.bottom for glyph in row)[len(row) // 2] / 2
    text, parted = "", False
    hang: float | None = None
    bold_spans: list[Span] = []
    doubtful_spans: list[Span] = []
    lefts: list[float] = []
    previous: Glyph | None = None
    for glyph in row:
        if previous is not None:
            if glyph.text == previous.text and _is_double(previous, glyph, size):
                continue
            blank = _blank_between(previous, glyph, size)
            hangs = hang is None and _hangs(text, glyph.left - previous.right, size)
            hang = glyph.left if hangs else hang
            parted = parted or (len(blank) > 1 and not hangs)
            text += blank
            lefts += [previous.left] * len(blank)
        if glyph.text in _DIGITS and glyph.confidence is None and _is_raised(glyph, size, middle):
            glyph = glyph._replace(text=raised(glyph.text))
        if glyph.bold:
            bold_spans.append(Span(len(text), len(text) + len(glyph.text)))
        if glyph.confidence is not None and glyph.confidence < _MIN_CONFIDENCE and glyph.text.isalnum():
            doubtful_spans.append(Span(len(text), len(text) + len(glyph.text)))
        text += glyph.text
        lefts += [glyph.left] * len(glyph.text)
        previous = glyph
    recognised = row[0].confidence is not None
    line = TextLine(text, page, number, tuple(bold_spans), ocr=tuple(doubtful_spans) if recognised else None)
    top, bottom = min(glyph.top for glyph in row), max(glyph.bottom for glyph in row)
    right = max(glyph.right for glyph in row)
    places = tuple(lefts) if parted or _may_be_field(text) else ()
    return TextRow(line, row[0].left, top, right, bottom, size, parted, hang=hang, lefts=places)


def _may_be_field(text: str) -> bool:
    """Whether a row may be a label with its colon and what is filled in behind it."""
    return any(colon in text[:_LONGEST_LABEL] for colon in "：:")


def _hangs(text: str, gap: float, size: float) -> bool:
    """Whether a row so far is nothing but the number of a clause, and a gap parts it from its words."""
    if gap <= _CHINESE_GAP * size or len(text) > _LONGEST_NUMBER:
        return False
    marker = at_start(text)
    return marker is not None and marker.end == len(text)


def _is_raised(glyph: Glyph, size: float, middle: float) -> bool:
    """Whether a digit is the mark of a footnote or an exponent, in a row of that size and middle."""
    height, rise = glyph.bottom - glyph.top, middle - (glyph.top + glyph.bottom) / 2
    return any(height < most * size and rise > least * size for most, least in _RAISED)


def _is_double(left: Glyph, right: Glyph, size: float) -> bool:
    """Whether two characters that are the same stand on one another."""
    return abs(right.left - left.left) < min(_DOUBLE_STRIKE * size, _DOUBLE_WIDTH * (left.right - left.left))


def _blank_between(left: Glyph, right: Glyph, size: float) -> str:
    """What the gap between two characters is in the text: two blanks between columns, one between words, or none."""
    gap = right.left - left.right
    if gap > _COLUMN_GAP * size:
        return COLUMN_BLANK
    pair = left.text + right.text
    latin = gap > _LATIN_GAP * size and pair.isascii()
    chinese = (gap > _CHINESE_GAP * size or right.spaced) and _TWO_CHINESE.match(pair)
    return " " if latin or chinese else ""
