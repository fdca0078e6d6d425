"""Cells of ruled tables in which no text was found though there is ink: a lone 1 is easily overlooked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from raci.readers.layout.ocr.engine import Corners, Point, TextStrip, recognise_lines, spread_evenly
from raci.readers.layout.ruled_frames import RuledLine, table_frames

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["read_missed_cells"]

#: how far the type keeps from the sides of its cell, in dots; the least ink; the room around it that is cut out
_MARGIN, _MIN_INK, _ROOM = 4, 12, 10
#: between the lightest and the darkest dot of a cell with ink, of 255
_MIN_CONTRAST = 100
#: ink nearer to the upper or lower side, in dots, is that of a line of text in a cell that reaches further
_MIN_DISTANCE = 2
#: the most cells that are looked at
_MAX_CELLS = 300


class _InkBox(NamedTuple):
    """Where the ink of a cell is, in dots."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def corners(self) -> Corners:
        """Its corners, clockwise from the upper left."""
        left, top, right, bottom = map(float, self)
        return (left, top), (right, top), (right, bottom), (left, bottom)


def read_missed_cells(picture: Picture, lines: Sequence[RuledLine], strips: Sequence[TextStrip]) -> list[TextStrip]:
    """What stands in cells without a character of ``strips``; ``picture`` is grey, without its ruled lines."""
    import cv2
    import numpy as np

    boxes = list(_missed_ink(picture, lines, strips))[:_MAX_CELLS]
    crops = []
    for box in boxes:
        rows = slice(max(0, box.top - _ROOM), box.bottom + _ROOM)
        crop = picture[rows, max(0, box.left - _ROOM) : box.right + _ROOM]
        crops.append(np.asarray(cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR), np.uint8))
    missed = []
    for box, (text, confidence) in zip(boxes, recognise_lines(crops), strict=True):
        chars = tuple(spread_evenly("".join(text.split()), confidence))
        if chars:
            missed.append(TextStrip(chars, confidence, box.corners))
    return missed


def _missed_ink(picture: Picture, lines: Sequence[RuledLine], strips: Sequence[TextStrip]) -> Iterator[_InkBox]:
    """Where the ink of such cells is."""
    import numpy as np

    middles = np.array([middle for strip in strips for middle in _char_middles(strip)] or [(-1.0, -1.0)])
    for frame in table_frames(lines):
        for top, bottom in pairwise(frame.ys):
            for left, right in pairwise(frame.xs):
                in_cell = (middles > (left, top)) & (middles < (right, bottom))
                if in_cell.all(axis=1).any():
                    continue
                x0, y0 = round(left) + _MARGIN, round(top) + _MARGIN
                ink = _ink_box(picture[y0 : round(bottom) - _MARGIN, x0 : round(right) - _MARGIN])
                if ink is not None:
                    yield _InkBox(x0 + ink.left, y0 + ink.top, x0 + ink.right, y0 + ink.bottom)


def _ink_box(cell: Picture) -> _InkBox | None:
    """Where the ink in the picture of a cell is; None where there is none, or that of a cell that reaches further."""
    import cv2
    import numpy as np

    if min(cell.shape) < _MIN_INK or int(cell.max()) - int(cell.min()) < _MIN_CONTRAST:
        return None
    _, ink = cv2.threshold(cell, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    down, across = np.nonzero(ink)
    if len(down) < _MIN_INK or down.min() < _MIN_DISTANCE or down.max() >= cell.shape[0] - _MIN_DISTANCE:
        return None
    return _InkBox(int(across.min()), int(down.min()), int(across.max()), int(down.max()))


def _char_middles(strip: TextStrip) -> Iterator[Point]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = strip.corners
    left, right = (x0 + x3) / 2, (x1 + x2) / 2
    top, bottom = (y0 + y3) / 2, (y1 + y2) / 2
    for char in strip.chars:
        yield left + (right - left) * char.middle, top + (bottom - top) * char.middle
