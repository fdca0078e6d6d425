"""A picture of a page to its characters and rules: turned upright, set straight, recognised without its rules."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.ocr.deskew import straightened
from raci.readers.layout.ocr.engine import Strip, strips
from raci.readers.layout.ocr.punctuation import full_width
from raci.readers.layout.ruled_tables import RuledLine

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["Sheet", "recognise"]

#: strips that are less sure are specks and stamps rather than words
_WORDS = 0.5
#: a page whose strips are on the average less sure may stand on its head
_UPRIGHT = 0.75
#: characters of one strip that are further apart, in characters, stand in different columns
_APART = 1.5
#: a strip this many times as tall as wide runs down the page
_TALL = 1.5


class Sheet(NamedTuple):
    """What was recognised on a page: lengths in points, y from the top down.

    ``lost`` says how many stretches were too unsure to be taken for words.
    """

    chars: list[Glyph]
    rules: list[RuledLine]
    width: float
    height: float
    lost: int


def recognise(picture: Picture, dpi: float) -> Sheet:
    """What stands on a page; ``picture`` is grey (height × width), ``dpi`` its dots an inch.

    A page that lies on its side or stands on its head is turned. Raises ReadError where the recogniser does not load.
    """
    read = _read(picture, 0)
    if sum(map(_down, read.strips)) > len(read.strips) / 2:
        read = _best(picture, _read(picture, 3), (1,))
    elif read.strips:
        read = _best(picture, read, (2, 3, 1))
    kept = [strip for strip in read.strips if strip.sure >= _WORDS]
    point = 72 / dpi
    rules = [RuledLine(*(point * each for each in rule)) for rule in read.rules]
    return Sheet(_chars(kept, point), rules, read.width * point, read.height * point, len(read.strips) - len(kept))


class _Read(NamedTuple):
    """A page set straight: its size, its rules, the stretches of text between them, all in dots."""

    width: int
    height: int
    rules: list[RuledLine]
    strips: list[Strip]

    @property
    def sure(self) -> float:
        """How sure the strips are, each by its length."""
        signs = sum(len(strip.signs) for strip in self.strips)
        return sum(strip.sure * len(strip.signs) for strip in self.strips) / (signs or 1)


def _read(picture: Picture, quarters: int) -> _Read:
    """A page, turned by so many quarters anticlockwise."""
    import cv2
    import numpy as np

    from raci.readers.layout.ocr.missed_cells import missed
    from raci.readers.layout.ocr.ruled_lines import without_rules

    straight = straightened(np.ascontiguousarray(np.rot90(picture, quarters)))
    bare, rules = without_rules(straight)
    height, width = straight.shape[:2]
    found = strips(np.asarray(cv2.cvtColor(bare, cv2.COLOR_GRAY2BGR), np.uint8))
    return _Read(width, height, rules, found + missed(bare, rules, found))


def _best(picture: Picture, first: _Read, quarters: Sequence[int]) -> _Read:
    """The surest reading: the first, or one of the page turned; what is sure enough ends the search."""
    best = first
    for turn in quarters:
        if best.sure >= _UPRIGHT:
            break
        best = max(best, _read(picture, turn), key=lambda read: read.sure)
    return best


def _down(strip: Strip) -> bool:
    (x0, y0), (x1, y1), _, (x3, y3) = strip.corners
    return abs(y3 - y0) + abs(x3 - x0) > _TALL * (abs(x1 - x0) + abs(y1 - y0))


def _chars(found: Sequence[Strip], point: float) -> list[Glyph]:
    """The characters in points, each as tall as the type of its line."""
    done: list[Glyph] = []
    for strip, size in zip(found, _sizes(found), strict=True):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = strip.corners
        left, top = (x0 + x3) / 2, (y0 + y3) / 2
        right, bottom = (x1 + x2) / 2, (y1 + y2) / 2
        line = full_width("".join(sign.text for sign in strip.signs))
        length = _length((left, top), (right, bottom)) or 1.0
        for index, (sign, text) in enumerate(zip(strip.signs, line, strict=True)):
            x, y = left + (right - left) * sign.middle, top + (bottom - top) * sign.middle
            before = after = size / 4 if text.isascii() else size / 2
            if index + 1 < len(line) and not strip.signs[index + 1].spaced:
                # up to the next character: what parts words the recogniser tells better than its measures do
                step = (strip.signs[index + 1].middle - sign.middle) * length
                ahead = size / 4 if line[index + 1].isascii() else size / 2
                after = max(after, step - ahead) if step < _APART * size else after
            box = (x - before, y - size / 2, x + after, y + size / 2)
            x0, y0, x1, y1 = (point * each for each in box)
            done.append(Glyph(text, x0, y0, x1, y1, spaced=sign.spaced, sure=sign.sure))
    return done


def _sizes(found: Sequence[Strip]) -> list[float]:
    """The size of type of each strip: the step between its Chinese characters, or what its neighbour's tells.

    The height of a strip says less: it hangs on which characters stand in it.
    """
    tall = [_length(strip.corners[0], strip.corners[3]) for strip in found]
    steps = [_step(strip) for strip in found]
    known = [index for index, step in enumerate(steps) if step is not None]
    shares = sorted((steps[index] or 0) / tall[index] for index in known if tall[index])
    share = shares[len(shares) // 2] if shares else 0.85

    def near(index: int) -> float:
        middle = found[index].corners[0][1]
        other = min(known, key=lambda each: abs(found[each].corners[0][1] - middle), default=None)
        own = share * tall[index]
        step = steps[other] if other is not None else None
        return step if step is not None and 0.55 < step / (own or 1.0) < 1.8 else own

    return [step if step is not None else near(index) for index, step in enumerate(steps)]


def _step(strip: Strip) -> float | None:
    """The usual step from one Chinese character of a strip to the next; None where there are too few."""
    length = _length(strip.corners[0], strip.corners[1])
    middles = [(sign.text, sign.middle * length) for sign in strip.signs]
    steps = sorted(
        after - before for (one, before), (two, after) in pairwise(middles) if not one.isascii() and not two.isascii()
    )
    return steps[len(steps) // 2] if len(steps) >= 4 else None


def _length(one: tuple[float, float], two: tuple[float, float]) -> float:
    return float(((two[0] - one[0]) ** 2 + (two[1] - one[1]) ** 2) ** 0.5)
