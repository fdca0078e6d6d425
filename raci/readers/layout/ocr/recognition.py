"""A picture of a page to its characters and ruled lines: turned upright, deskewed, recognised without its lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.ocr.chinese_ones import with_chinese_ones
from raci.readers.layout.ocr.deskew import find_lean, turned
from raci.readers.layout.ocr.engine import Point, TextStrip, recognise_lines, recognise_strips, strip_box
from raci.readers.layout.ocr.one_script import in_one_script
from raci.readers.layout.ocr.photographs import laid_flat
from raci.readers.layout.ocr.punctuation import full_width
from raci.readers.layout.ocr.seals import PageInks, part_inks
from raci.readers.layout.ruled_frames import RuledLine

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["RecognisedPage", "recognise"]

#: strips that are less sure are specks and stamps rather than words
_MIN_CONFIDENCE = 0.5
#: a page whose strips are on the average less sure may stand on its head
_UPRIGHT_CONFIDENCE = 0.75
#: so many strips are tried in other directions before the whole page is
_SAMPLE = 12
#: characters of one strip that are further apart, in characters, stand in different columns
_COLUMN_GAP = 1.5
#: a strip this many times as tall as wide runs down the page
_UPRIGHT_STRIP = 1.5
#: the size of type in parts of the height of its strip, where no strip of the page tells it
_USUAL_SHARE = 0.85
#: the size that a neighbour tells is taken where it differs from the strip's own by no more than these factors
_SIZE_FACTORS = (0.55, 1.8)
#: a strip of fewer steps between Chinese characters does not tell their size
_MIN_STEPS = 4


class RecognisedPage(NamedTuple):
    """What was recognised on a page: lengths in points, y from the top down.

    ``unread`` says how many strips were too unsure to be taken for words; ``quarters`` and ``lean`` (degrees) by how
    much the picture was turned anticlockwise until its lines ran level. ``corners``: those of the page in a photograph,
    as parts of that, from the upper left one clockwise; none where the picture is the page.
    """

    glyphs: list[Glyph]
    ruled_lines: list[RuledLine]
    width: float
    height: float
    unread: int
    quarters: int = 0
    lean: float = 0.0
    corners: tuple[Point, ...] = ()


def recognise(picture: Picture, dpi: float) -> RecognisedPage:
    """What stands on a page; ``picture`` is grey (height × width) or RGB, ``dpi`` its dots an inch.

    A page that was photographed on a dark desk is laid flat, one that lies on its side or stands on its head turned;
    round seals on it are left out. Raises ReadError
    where the recogniser does not load.
    """
    flat = laid_flat(picture)
    inks = part_inks(flat.picture)
    page = _read(inks, 0)
    if sum(map(_runs_down, page.strips)) > len(page.strips) / 2:
        page = _surest(inks, _read(inks, 3), (1,))
    elif page.strips:
        page = _surest(inks, page, (2, 3, 1))
    strips = in_one_script([strip for strip in page.strips if strip.confidence >= _MIN_CONFIDENCE])
    strips = with_chinese_ones(strips)
    point = 72 / dpi
    lines = [RuledLine(*(point * length for length in line)) for line in page.ruled_lines]
    unread = len(page.strips) - len(strips)
    width, height = page.width * point, page.height * point
    glyphs = _glyphs(strips, point)
    return RecognisedPage(glyphs, lines, width, height, unread, page.quarters, page.lean, flat.corners)


class _Reading(NamedTuple):
    """A deskewed page, turned one way: without its ruled lines, these, and the strips of text between, all in dots."""

    bare: Picture
    ruled_lines: list[RuledLine]
    strips: list[TextStrip]
    quarters: int
    lean: float

    @property
    def width(self) -> int:
        """How wide it is."""
        return int(self.bare.shape[1])

    @property
    def height(self) -> int:
        """How tall it is."""
        return int(self.bare.shape[0])

    @property
    def confidence(self) -> float:
        """How sure the strips are, weighted by their length."""
        count = sum(len(strip.chars) for strip in self.strips)
        return sum(strip.confidence * len(strip.chars) for strip in self.strips) / (count or 1)


def _read(inks: PageInks, quarters: int) -> _Reading:
    """A page, turned by so many quarters anticlockwise."""
    import cv2
    import numpy as np

    from raci.readers.layout.ocr.missed_cells import read_missed_cells
    from raci.readers.layout.ocr.missed_numbers import read_missed_numbers
    from raci.readers.layout.ocr.ruled_lines import without_ruled_lines

    all_ink, type_alone = (np.ascontiguousarray(np.rot90(picture, quarters)) for picture in inks)
    lean = find_lean(all_ink)
    bare, lines = without_ruled_lines(turned(type_alone, lean), turned(all_ink, lean))
    strips = recognise_strips(np.asarray(cv2.cvtColor(bare, cv2.COLOR_GRAY2BGR), np.uint8))
    strips = strips + read_missed_cells(bare, lines, strips)
    strips += read_missed_numbers(bare, strips)
    return _Reading(bare, lines, strips, quarters, lean)


def _surest(inks: PageInks, first: _Reading, quarters: Sequence[int]) -> _Reading:
    """The surest reading: the first, or one of the page turned; one that is sure enough ends the search.

    The page is read anew only in a turn in which some of the strips of the first reading are surer.
    """
    best = first
    for turn in quarters:
        if best.confidence >= _UPRIGHT_CONFIDENCE:
            break
        if _sample_confidence(first, turn - first.quarters) > first.confidence:
            best = max(best, _read(inks, turn), key=lambda reading: reading.confidence)
    return best


def _sample_confidence(reading: _Reading, quarters: int) -> float:
    """How sure the largest strips of a reading are, turned further by so many quarters anticlockwise."""
    import cv2
    import numpy as np

    boxes = sorted(map(strip_box, reading.strips), key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
    pictures = []
    for left, top, right, bottom in boxes[:_SAMPLE]:
        strip = np.rot90(reading.bare[max(0, top) : bottom, max(0, left) : right], quarters)
        if strip.size:
            pictures.append(np.asarray(cv2.cvtColor(np.ascontiguousarray(strip), cv2.COLOR_GRAY2BGR), np.uint8))
    lines = recognise_lines(pictures)
    count = sum(len(text) for text, _ in lines)
    return sum(confidence * len(text) for text, confidence in lines) / (count or 1)


def _runs_down(strip: TextStrip) -> bool:
    (x0, y0), (x1, y1), _, (x3, y3) = strip.corners
    return abs(y3 - y0) + abs(x3 - x0) > _UPRIGHT_STRIP * (abs(x1 - x0) + abs(y1 - y0))


def _glyphs(strips: Sequence[TextStrip], point: float) -> list[Glyph]:
    """The characters in points, each as tall as the type of its line; ``point`` is the size of a dot."""
    return [
        glyph for strip, size in zip(strips, _sizes(strips), strict=True) for glyph in _strip_glyphs(strip, size, point)
    ]


def _strip_glyphs(strip: TextStrip, size: float, point: float) -> list[Glyph]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = strip.corners
    left, top = (x0 + x3) / 2, (y0 + y3) / 2
    right, bottom = (x1 + x2) / 2, (y1 + y2) / 2
    line = full_width("".join(char.text for char in strip.chars))
    length = _distance((left, top), (right, bottom)) or 1.0
    glyphs = []
    for index, (char, text) in enumerate(zip(strip.chars, line, strict=True)):
        x, y = left + (right - left) * char.middle, top + (bottom - top) * char.middle
        before = after = _half_width(text, size)
        if index + 1 < len(line) and not strip.chars[index + 1].spaced:
            # up to the next character: what parts words the recogniser tells better than its measures do
            step = (strip.chars[index + 1].middle - char.middle) * length
            if step < _COLUMN_GAP * size:
                after = max(after, step - _half_width(line[index + 1], size))
        box = (x - before, y - size / 2, x + after, y + size / 2)
        x0, y0, x1, y1 = (point * side for side in box)
        glyphs.append(Glyph(text, x0, y0, x1, y1, spaced=char.spaced, confidence=char.confidence))
    return glyphs


def _half_width(char: str, size: float) -> float:
    return size / 4 if char.isascii() else size / 2


def _sizes(strips: Sequence[TextStrip]) -> list[float]:
    """The size of type of each strip: the step between its Chinese characters, or what its neighbour's tells.

    The height of a strip says less: it depends on which characters stand in it.
    """
    heights = [_distance(strip.corners[0], strip.corners[3]) for strip in strips]
    steps = [_character_step(strip) for strip in strips]
    known = [index for index, step in enumerate(steps) if step is not None]
    shares = sorted((steps[index] or 0) / heights[index] for index in known if heights[index])
    share = shares[len(shares) // 2] if shares else _USUAL_SHARE

    def size_nearby(index: int) -> float:
        middle = strips[index].corners[0][1]
        neighbour = min(known, key=lambda other: abs(strips[other].corners[0][1] - middle), default=None)
        own = share * heights[index]
        step = steps[neighbour] if neighbour is not None else None
        return step if step is not None and _SIZE_FACTORS[0] < step / (own or 1.0) < _SIZE_FACTORS[1] else own

    return [step if step is not None else size_nearby(index) for index, step in enumerate(steps)]


def _character_step(strip: TextStrip) -> float | None:
    """The usual step from one Chinese character of a strip to the next, in dots; None where there are too few."""
    length = _distance(strip.corners[0], strip.corners[1])
    middles = [(char.text, char.middle * length) for char in strip.chars]
    steps = sorted(
        right - left
        for (left_char, left), (right_char, right) in pairwise(middles)
        if not left_char.isascii() and not right_char.isascii()
    )
    return steps[len(steps) // 2] if len(steps) >= _MIN_STEPS else None


def _distance(start: Point, end: Point) -> float:
    return float(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
