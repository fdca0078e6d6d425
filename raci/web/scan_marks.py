"""Where words stand on a page that was recognised: by the boxes of its characters, found once more and kept at hand."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import NamedTuple

from raci.errors import RaciError
from raci.readers.formats.pdf.scans import recognise_pages
from raci.readers.layout import ocr
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.ocr import RecognisedPage
from raci.web.projects.values import SourceFile

__all__ = ["Box", "ScannedPages", "boxes_of_words"]

#: left, top, width and height, as parts of the page
Box = tuple[float, float, float, float]

#: pages whose characters are kept at hand
_MOST_PAGES = 24
#: characters further apart along a line (with a blank between them), or across it, in parts of their size, are of
#: different lines
_GAP, _BLANK_GAP, _SHIFT = 0.4, 1.5, 0.6
#: words go on in a line that begins no further below, in sizes of type
_NEXT_LINE = 3.5
#: room around the words, in sizes of type
_ROOM = 0.12


class ScannedPages:
    """The characters of recognised pages of a project's files: the last ones asked for are kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], list[_ScanLine]] = OrderedDict()
        self._lock = Lock()

    def lines(self, source: SourceFile, page: int, *, is_pdf: bool, wait: bool) -> list[_ScanLine] | None:
        """The lines of a page; without ``wait`` only where they are known, else None. Empty where nothing is read."""
        key = source.path, page
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        if not wait or not ocr.is_installed():
            return None
        try:
            found = list(_pdf_lines(source, page) if is_pdf else _picture_lines(source, page))
        except RaciError:
            found = []
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > _MOST_PAGES:
                self._kept.popitem(last=False)
        return found


class _ScanLine(NamedTuple):
    """Characters of a page that stand in one line; the page is that part of a picture, and so much is above it."""

    glyphs: Sequence[Glyph]
    page: RecognisedPage
    above: float
    share: float

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    def part(self, first: int, count: int) -> _ScanLine:
        return self._replace(glyphs=self.glyphs[first : first + count])


def boxes_of_words(lines: Sequence[_ScanLine], words: str) -> list[list[Box]]:
    """The places where words stand, in the order of the lines: the boxes of each, one a line that they run over."""
    wanted = "".join(words.split())
    texts = [line.text for line in lines]
    found = []
    for number, text in enumerate(texts):
        for first in _beginnings(text, wanted):
            parts = _following(lines, texts, lines[number].part(first, len(wanted)), wanted)
            if parts:
                found.append(parts)
    found.sort(key=lambda parts: (parts[0].above, round(parts[0].glyphs[0].top), parts[0].glyphs[0].left))
    return [[_around(part) for part in parts] for parts in found]


def _beginnings(text: str, wanted: str) -> Iterator[int]:
    """Where words begin in a line: those that stand in it, and those that go on beyond its end."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))
    for length in range(min(len(text), len(wanted) - 1), 0, -1):
        if text.endswith(wanted[:length]):
            yield len(text) - length
            return


def _following(lines: Sequence[_ScanLine], texts: Sequence[str], begun: _ScanLine, wanted: str) -> list[_ScanLine]:
    """The characters of words that begin so, line by line; empty where they do not go on."""
    parts = [begun]
    rest = wanted[len(begun.glyphs) :]
    while rest:
        last = parts[-1].glyphs[0]
        size = last.bottom - last.top
        below = (
            (line.glyphs[0].top - last.top, abs(line.glyphs[0].left - last.left), other)
            for other, line in enumerate(lines)
            if line.page is begun.page
            and 0.5 * size < line.glyphs[0].top - last.top < _NEXT_LINE * size
            and (texts[other].startswith(rest) or rest.startswith(texts[other]))
        )
        nearest = min(below, default=None)
        if nearest is None:
            return []
        parts.append(lines[nearest[2]].part(0, len(rest)))
        rest = rest[len(parts[-1].glyphs) :]
    return parts


def _around(line: _ScanLine) -> Box:
    """The box of characters, as parts of the page as it is shown."""
    page, glyphs = line.page, line.glyphs
    top, bottom = min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    room = _ROOM * (bottom - top)
    corners = [
        _back(page, x, y)
        for x in (min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs))
        for y in (top - room, bottom + room)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), line.above + line.share * min(ys), max(xs) - min(xs), line.share * (max(ys) - min(ys))


def _pdf_lines(source: SourceFile, number: int) -> Iterator[_ScanLine]:
    for _, page in recognise_pages(source.data, source.name, (number,)):
        if page is not None:
            yield from _lines(page, 0.0, 1.0)


def _picture_lines(source: SourceFile, number: int) -> Iterator[_ScanLine]:
    from raci.readers.formats.picture import A4_WIDTH, page_pictures

    for position, pieces in enumerate(page_pictures(source.data, source.name), 1):
        if position < number:
            continue
        whole = sum(piece.shape[0] for piece in pieces)
        above = 0.0
        for piece in pieces:
            share = piece.shape[0] / whole
            yield from _lines(ocr.recognise(piece, piece.shape[1] / A4_WIDTH * 72), above, share)
            above += share
        return


def _lines(page: RecognisedPage, above: float, share: float) -> Iterator[_ScanLine]:
    """The characters of a page, line by line, on a picture of which it is a part: so much is above it."""
    glyphs: list[Glyph] = []
    for glyph in page.glyphs:
        if glyphs and not _goes_on(glyphs[-1], glyph):
            yield _ScanLine(tuple(glyphs), page, above, share)
            glyphs = []
        glyphs.append(glyph)
    if glyphs:
        yield _ScanLine(tuple(glyphs), page, above, share)


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    size = before.bottom - before.top
    gap = _BLANK_GAP if glyph.spaced else _GAP
    return before.left < glyph.left < before.right + gap * size and abs(glyph.top - before.top) < _SHIFT * size


def _back(page: RecognisedPage, x: float, y: float) -> tuple[float, float]:
    """A point of a page that was turned until its lines ran level, on the page as it was."""
    cos, sin = math.cos(math.radians(page.lean)), math.sin(math.radians(page.lean))
    across, down = x - page.width / 2, y - page.height / 2
    x, y = page.width / 2 + cos * across - sin * down, page.height / 2 + sin * across + cos * down
    right, low = x / page.width, y / page.height
    turned = {0: (right, low), 1: (1 - low, right), 2: (1 - right, 1 - low), 3: (low, 1 - right)}[page.quarters]
    return _in_photograph(page.corners, *turned) if page.corners else turned


def _in_photograph(corners: Sequence[tuple[float, float]], right: float, low: float) -> tuple[float, float]:
    """Where a point of a page, in parts of it, stands in the photograph that shows the corners of the page there.

    The projective map of a square to four points (Heckbert 1989, 2.2.2).
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    skew_x, skew_y = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    area = (x1 - x2) * (y3 - y2) - (x3 - x2) * (y1 - y2)
    g = (skew_x * (y3 - y2) - (x3 - x2) * skew_y) / area
    h = ((x1 - x2) * skew_y - skew_x * (y1 - y2)) / area
    depth = g * right + h * low + 1
    x = (x1 - x0 + g * x1) * right + (x3 - x0 + h * x3) * low + x0
    y = (y1 - y0 + g * y1) * right + (y3 - y0 + h * y3) * low + y0
    return x / depth, y / depth
