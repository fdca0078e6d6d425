"""Lone numbers beside lines of text, in which no text was found though there is ink: those of rows without rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from raci.readers.layout.ocr.engine import TextStrip, recognise_lines, spread_evenly, strip_box
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["read_missed_numbers"]

#: how tall and how wide a lone number is, in parts of the usual height of a strip; the room around it that is cut out
_TALL, _MAX_WIDE, _ROOM = (0.35, 1.1), 1.6, 10
#: what is less sure is a speck; the most that are looked at
_MIN_CONFIDENCE, _MAX_NUMBERS = 0.6, 200
#: ink is so much darker than the dots around it; digits that are this part of a strip's height apart are one number
_BLOCK, _DARKER, _APART = 31, 15, 0.4
#: … and so many times as much as the dots of the paper themselves differ
_OVER_NOISE = 5

#: left, top, right and bottom, in dots
_Box = tuple[int, int, int, int]


def read_missed_numbers(picture: Picture, strips: Sequence[TextStrip]) -> list[TextStrip]:
    """The numbers that stand level with strips, and in none; ``picture`` is grey, without its ruled lines."""
    import cv2

    boxes = [box for box, _ in zip(_lone_ink(picture, strips), range(_MAX_NUMBERS), strict=False)]
    crops = []
    for left, top, right, bottom in boxes:
        crop = picture[max(0, top - _ROOM) : bottom + _ROOM, max(0, left - _ROOM) : right + _ROOM]
        crops.append(np.asarray(cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR), np.uint8))
    is_number = text_patterns("pages")["row-number"].holds
    missed = []
    for (left, top, right, bottom), (text, confidence) in zip(boxes, recognise_lines(crops), strict=True):
        number = text.strip()
        if confidence >= _MIN_CONFIDENCE and is_number(number):
            corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            missed.append(TextStrip(tuple(spread_evenly(number, confidence)), confidence, corners))
    return missed


def _lone_ink(picture: Picture, strips: Sequence[TextStrip]) -> Iterator[_Box]:
    """Where ink as large as a number stands level with a strip, and in none."""
    import cv2

    boxes = [strip_box(strip) for strip in strips]
    if not boxes:
        return
    usual = sorted(bottom - top for _, top, _, bottom in boxes)[len(boxes) // 2]
    blurred = cv2.medianBlur(picture, 3)
    # half of all dots differ from those around them by no more than noise does
    noise = float(np.median(cv2.absdiff(blurred, cv2.blur(blurred, (_BLOCK, _BLOCK)))))
    darker = max(_DARKER, round(_OVER_NOISE * noise))
    ink = cv2.adaptiveThreshold(blurred, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _BLOCK, darker)
    level = np.zeros(picture.shape[0] + 1, np.bool_)
    for left, top, right, bottom in boxes:
        ink[max(0, top) : bottom, max(0, left) : right] = 0
        level[(top + bottom) // 2 - usual // 4 : (top + bottom) // 2 + usual // 4] = True
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((usual // 4 + 1, round(_APART * usual) + 1), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for left, top, width, height, _ in stats[1:count].tolist():
        fits = _TALL[0] * usual <= height <= _TALL[1] * usual and width <= _MAX_WIDE * usual
        if fits and level[top + height // 2]:
            yield left, top, left + width, top + height
