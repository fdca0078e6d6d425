"""Sheets that show two pages side by side (a book laid open, two pages on A3): parted, the left one first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from raci.readers.layout.glyphs import Glyph, glyph_rows, text_rows
from raci.readers.layout.gutters import extent
from raci.readers.layout.measures import upper_median
from raci.readers.layout.ruled_frames import RuledLine
from raci.readers.layout.running_heads import is_page_number
from raci.readers.layout.turning import TurnedPage

__all__ = ["facing_pages"]

#: a sheet of two pages is so many times as wide as high
_SHAPE = 1.15
#: they part in the middle, at the most this part of the width off, and leave at least this part white between them
_OFF_MIDDLE, _WHITE = 0.06, 0.025
#: numbers of pages stand in this part of a page, above or below
_MARGIN = 0.16
#: pages without numbers have so many rows, begin so near, in characters, at the same edge, leave white as wide as so
#: many left margins between them; no more than this part of their rows stand beside others, or so many are
#: lines of text, which fill this part of a page
_MIN_ROWS, _SAME_EDGE, _MARGINS, _MAX_BESIDE, _MIN_FULL, _FULL = 4, 1.5, 1.5, 0.5, 3, 0.8
_NUMBER = re.compile(r"\d+")


def facing_pages(sheet: TurnedPage) -> list[TurnedPage]:
    """The two pages of a sheet that shows them side by side; else the sheet itself.

    They are numbered one after the other at the same edge, or have the same margins. What stands on the right one is
    moved to where it stands on the left one.
    """
    if sheet.width <= _SHAPE * sheet.height:
        return [sheet]
    parting = _parting(sheet)
    if parting is None:
        return [sheet]
    left = [glyph for glyph in sheet.glyphs if glyph.right <= parting]
    right = [glyph for glyph in sheet.glyphs if glyph.right > parting]
    shift = sheet.width / 2
    if not _numbered_on(left, right, sheet.height) and not _are_set_alike(left, right, shift):
        return [sheet]
    moved = [glyph._replace(left=glyph.left - shift, right=glyph.right - shift) for glyph in right]
    lines = [RuledLine(line.left - shift, line.top, line.right - shift, line.bottom) for line in sheet.ruled_lines]
    return [
        TurnedPage(left, [line for line in sheet.ruled_lines if line.right <= parting], shift, sheet.height),
        TurnedPage(moved, [line for line in lines if line.left >= parting - shift], shift, sheet.height),
    ]


def _parting(sheet: TurnedPage) -> float | None:
    """The middle of the white that runs down the middle of a sheet; None where nothing parts its halves.

    Lines down the middle, the shadow of a fold, part them too.
    """
    near = _OFF_MIDDLE * sheet.width
    begin, end = sheet.width / 2 - near, sheet.width / 2 + near
    taken = [(glyph.left, glyph.right) for glyph in sheet.glyphs]
    taken += [(line.left, line.right) for line in sheet.ruled_lines if line.is_level]
    stretches = sorted((left, right) for left, right in taken if right > begin and left < end)
    reach, whites = begin, []
    for left, right in [*stretches, (end, end)]:
        whites.append((min(left, end) - reach, (min(left, end) + reach) / 2))
        reach = max(reach, right)
    widest, middle = max(whites)
    return middle if widest >= _WHITE * sheet.width else None


def _numbered_on(left: Iterable[Glyph], right: Iterable[Glyph], height: float) -> bool:
    """Whether two pages have numbers one after the other, both above or both below."""
    numbers = [_page_numbers(page, height) for page in (left, right)]
    return any(one is not None and other == one + 1 for one, other in zip(*numbers, strict=True))


def _are_set_alike(left: Sequence[Glyph], right: Sequence[Glyph], shift: float) -> bool:
    """Whether two halves of a sheet are two pages by their margins, and what stands side by side is no row of a table.

    They begin at the same edge and leave white for the margins of both between them.
    """
    rows = [text_rows(half, None) for half in (left, right)]
    fewer, more = sorted(rows, key=len)
    if len(fewer) < _MIN_ROWS:
        return False
    (begin, end), (other_begin, _) = map(extent, rows)
    size = upper_median(row.size for row in fewer)
    white = other_begin - end
    if abs(begin + shift - other_begin) > _SAME_EDGE * size or white < _MARGINS * begin:
        return False
    beside = sum(any(abs(row.bottom - other.bottom) < size / 2 for other in more) for row in fewer)
    return beside <= _MAX_BESIDE * len(fewer) or any(
        sum(row.right - row.left > _FULL * (shift - 2 * begin) for row in half if not row.parted) >= _MIN_FULL
        for half in rows
    )


def _page_numbers(glyphs: Iterable[Glyph], height: float) -> list[int | None]:
    """The numbers of a page in its first and in its last row."""
    outer = [glyph for glyph in glyphs if glyph.bottom < _MARGIN * height or glyph.top > (1 - _MARGIN) * height]
    rows = glyph_rows(outer)
    return [_number(rows[0]), _number(rows[-1])] if rows else [None, None]


def _number(row: Sequence[Glyph]) -> int | None:
    text = row[0].text + "".join(
        f" {right.text}" if right.left - left.right > (right.bottom - right.top) else right.text
        for left, right in pairwise(row)
    )
    digits = _NUMBER.search(text) if is_page_number(text) else None
    return int(digits[0]) if digits else None
