"""Pages that were laid askew on the scanner, turned so that their lines run level."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["find_lean", "turned"]

#: the longest side of the small picture in which the angle is looked for, in dots
_SMALL_SIDE = 900
#: the widest angle and the least that is worth it, in degrees
_MAX_ANGLE, _MIN_ANGLE = 5.0, 0.15
#: the angles are tried in finer and finer steps, each around the best so far: step and reach, in degrees
_SEARCH = ((1.0, _MAX_ANGLE), (0.25, 0.75), (0.05, 0.2))
#: a page is turned where that makes it so many times as sharp
_MIN_GAIN = 1.05


def turned(picture: Picture, angle: float) -> Picture:
    """A grey page turned by so many degrees anticlockwise."""
    import cv2
    import numpy as np

    if not angle:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    level = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(level, dtype=np.uint8)


def find_lean(picture: Picture) -> float:
    """By how many degrees a grey page is to be turned anticlockwise so that its lines run level, five at the most.

    Then its rows of dots are now full, now empty.
    """
    import cv2
    import numpy as np

    scale = _SMALL_SIDE / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    _, ink = cv2.threshold(small, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    height, width = ink.shape[:2]

    def sharpness(angle: float) -> float:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        rows = np.asarray(cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_NEAREST)).sum(axis=1, dtype=float)
        return float(np.square(np.diff(rows)).sum())

    best = 0.0
    for step, reach in _SEARCH:
        angles = [best + step * turn for turn in range(-round(reach / step), round(reach / step) + 1)]
        best = max(angles, key=lambda angle: (sharpness(angle), -abs(angle)))
    is_askew = abs(best) >= _MIN_ANGLE and sharpness(best) > _MIN_GAIN * sharpness(0.0)
    return best if is_askew else 0.0
