"""Pages that were laid askew on the scanner, set straight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["straightened"]

#: the longest side of the small picture that the angle is looked for in; the widest angle, in degrees; the least
_SMALL, _WIDEST, _LEAST = 900, 5.0, 0.15


def straightened(picture: Picture) -> Picture:
    """A grey page turned so that its lines run level, if by no more than five degrees."""
    import cv2
    import numpy as np

    angle = _angle(picture)
    if abs(angle) < _LEAST:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, dtype=np.uint8)


def _angle(picture: Picture) -> float:
    """By how much the page is to be turned, anticlockwise: then its rows of dots are now full, now empty."""
    import cv2
    import numpy as np

    scale = _SMALL / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    _, ink = cv2.threshold(small, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    height, width = ink.shape[:2]

    def sharp(angle: float) -> float:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        rows = np.asarray(cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_NEAREST)).sum(axis=1, dtype=float)
        return float(np.square(np.diff(rows)).sum())

    best = 0.0
    for step, reach in ((1.0, _WIDEST), (0.25, 0.75), (0.05, 0.2)):
        tried = [best + step * turn for turn in range(-round(reach / step), round(reach / step) + 1)]
        best = max(tried, key=lambda angle: (sharp(angle), -abs(angle)))
    return best if sharp(best) > 1.05 * sharp(0.0) else 0.0
