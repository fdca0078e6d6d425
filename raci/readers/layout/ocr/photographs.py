"""Pages that were photographed on a dark desk: their four corners are found, and they are laid flat."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    from raci.readers.layout.ocr.engine import Picture, Point

__all__ = ["FlatPage", "laid_flat"]

#: the longest side of the small picture in which the page is looked for, in dots
_SMALL_SIDE = 700
#: how wide a rim of the picture shows the desk, in parts of its sides; desks are darker than this, and pages so much
#: lighter than the desk
_RIM, _DARKEST_PAGE, _LIGHTER = 0.015, 120.0, 50.0
#: the page is lighter than the desk by this part of the difference, as it may lie in the shade
_SHADE = 0.3
#: it fills this part of the picture at the least, and its four corners enclose no more than so many times as much
_LEAST, _CORNERED = 0.3, 1.08
#: corners are told from bends by this part of the way around
_BEND = 0.03
#: a page whose corners stand no further from those of an upright box, in parts of its sides, is flat
_FLAT = 0.008


class FlatPage(NamedTuple):
    """A page as seen from above, and where its corners stand in the photograph.

    These are parts of its width and height, from the upper left one clockwise; none where the picture is the page.
    """

    picture: Picture
    corners: tuple[Point, ...] = ()


def laid_flat(picture: Picture) -> FlatPage:
    """The page in a photograph; the picture itself where it shows no page on a darker desk."""
    import cv2
    import numpy as np

    scale = min(1.0, _SMALL_SIDE / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey = np.asarray(small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)
    corners = _corners(grey)
    if corners is None:
        return FlatPage(picture)
    corners = (corners + 0.5) / scale
    upper, lower = corners[:2], corners[2:][::-1]
    width = int(max(np.linalg.norm(side[1] - side[0]) for side in (upper, lower)))
    height = int(max(np.linalg.norm(lower[side] - upper[side]) for side in (0, 1)))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    change = cv2.getPerspectiveTransform(corners.astype(np.float32), flat)
    laid = cv2.warpPerspective(picture, change, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    across, down = picture.shape[1], picture.shape[0]
    parts = tuple((float(x) / across, float(y) / down) for x, y in corners)
    return FlatPage(np.asarray(laid, dtype=np.uint8), parts)


def _corners(grey: Picture) -> np.ndarray | None:
    """The corners of the page, from the upper left one clockwise; None where there is none, or it is flat."""
    import cv2
    import numpy as np

    desk = _desk(grey)
    page = float(np.percentile(grey, 90))
    if desk > _DARKEST_PAGE or page - desk < _LIGHTER:
        return None
    is_light = cv2.GaussianBlur(grey, (0, 0), 2) > desk + _SHADE * (page - desk)
    light = cv2.morphologyEx(is_light.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
    area = cv2.contourArea(outline)
    corners = cv2.approxPolyDP(outline, _BEND * cv2.arcLength(outline, closed=True), closed=True).reshape(-1, 2)
    if len(corners) != 4 or area < _LEAST * grey.size or cv2.contourArea(corners) * _CORNERED < area:
        return None
    return _ordered(corners.astype(float))


def _desk(grey: Picture) -> float:
    """How light the rim of a picture is, on most of its sides."""
    import numpy as np

    height, width = grey.shape[:2]
    across, down = max(2, round(_RIM * width)), max(2, round(_RIM * height))
    sides = (grey[:down], grey[-down:], grey[:, :across], grey[:, -across:])
    return float(np.sort([np.median(side) for side in sides])[2])


def _ordered(corners: np.ndarray) -> np.ndarray | None:
    """Corners from the upper left one clockwise; None where they are those of an upright box."""
    import numpy as np

    total, difference = corners.sum(axis=1), corners[:, 1] - corners[:, 0]
    order = [int(total.argmin()), int(difference.argmin()), int(total.argmax()), int(difference.argmax())]
    if len(set(order)) != len(order):
        return None
    corners = corners[order]
    left, right = corners[[0, 3], 0], corners[[1, 2], 0]
    top, bottom = corners[[0, 1], 1], corners[[2, 3], 1]
    width, height = float(right.mean() - left.mean()), float(bottom.mean() - top.mean())
    off = max(np.ptp(left) / width, np.ptp(right) / width, np.ptp(top) / height, np.ptp(bottom) / height)
    return corners if off > _FLAT else None
