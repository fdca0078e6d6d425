"""Cells of ruled tables in which no text was found though there is ink: a lone 1 is easily overlooked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.readers.layout.ocr.engine import Sign, Strip, whole
from raci.readers.layout.ruled_tables import RuledLine, frames

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["missed"]

#: how far the type keeps from the sides of its cell, in dots; the least ink; the room around it
_MARGIN, _INK, _ROOM = 4, 12, 10
#: the most cells that are looked at
_MOST = 300


def missed(picture: Picture, rules: Sequence[RuledLine], found: Sequence[Strip]) -> list[Strip]:
    """What stands in cells without a character of ``found``; ``picture`` is grey, without its rules."""
    import cv2
    import numpy as np

    boxes = list(_bare(picture, rules, found))[:_MOST]
    crops = []
    for left, top, right, bottom in boxes:
        crop = picture[max(0, top - _ROOM) : bottom + _ROOM, max(0, left - _ROOM) : right + _ROOM]
        crops.append(np.asarray(cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR), np.uint8))
    done = []
    for (left, top, right, bottom), (text, sure) in zip(boxes, whole(crops), strict=True):
        words = "".join(text.split())
        signs = tuple(Sign(char, sure, (at + 0.5) / len(words), False) for at, char in enumerate(words))
        x0, y0, x1, y1 = float(left), float(top), float(right), float(bottom)
        if signs:
            done.append(Strip(signs, sure, ((x0, y0), (x1, y0), (x1, y1), (x0, y1))))
    return done


def _bare(picture: Picture, rules: Sequence[RuledLine], found: Sequence[Strip]) -> Iterator[tuple[int, int, int, int]]:
    """Where the ink of such cells is: left, top, right, bottom."""
    import cv2
    import numpy as np

    places = np.array([middle for strip in found for middle in _middles(strip)] or [(-1.0, -1.0)])
    for _, xs, ys in frames(rules):
        for top, bottom in pairwise(ys):
            for left, right in pairwise(xs):
                in_cell = (places > (left, top)) & (places < (right, bottom))
                if in_cell.all(axis=1).any():
                    continue
                x0, y0 = round(left) + _MARGIN, round(top) + _MARGIN
                cell = picture[y0 : round(bottom) - _MARGIN, x0 : round(right) - _MARGIN]
                if min(cell.shape) < _INK or int(cell.max()) - int(cell.min()) < 100:
                    continue
                _, ink = cv2.threshold(cell, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
                down, across = np.nonzero(ink)
                height = cell.shape[0]
                # ink at the side is that of a line of text in a cell that reaches further
                if len(down) < _INK or down.min() < 2 or down.max() > height - 3:
                    continue
                yield x0 + int(across.min()), y0 + int(down.min()), x0 + int(across.max()), y0 + int(down.max())


def _middles(strip: Strip) -> Iterator[tuple[float, float]]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = strip.corners
    for sign in strip.signs:
        left, right = (x0 + x3) / 2, (x1 + x2) / 2
        top, bottom = (y0 + y3) / 2, (y1 + y2) / 2
        yield left + (right - left) * sign.middle, top + (bottom - top) * sign.middle
