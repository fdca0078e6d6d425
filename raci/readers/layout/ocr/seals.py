"""Round seals in pictures of pages, wiped off, so that their characters do not run into the words below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["PageInks", "part_inks"]

#: the shorter side, in dots, of the small picture in which seals are looked for: A4 at 75 an inch
_SMALL_SIDE = 620
#: how wide seals are, from the middle to the rim, in parts of the shorter side of the page: 8 to 30 mm on A4
_MIN_RADIUS, _MAX_RADIUS = 0.038, 0.143
#: ink is red where that outdoes the other colours by so much; a page with less red, of all dots, is taken for grey
_RED_LEAD, _MIN_RED = 45, 0.0003
#: in a grey page ink is that of a seal where it is so much paler than the type and darker than the paper, in parts of
#: their distance, and its strokes are so wide, in dots; where more of the page is so, it is a ground
_PALER, _DARKER, _STROKE, _MAX_MIDTONES = 0.22, 0.15, 3, 0.06
#: … and the type is no paler than this part of the paper
_MIN_CONTRAST = 0.25
#: the rim runs on nearly all around, looked at in so many directions and so many dots in and out
_MIN_RIM, _DIRECTIONS, _RIM_DOTS = 0.8, 72, 2
#: in the small picture: how strong an edge and how many votes of it make a circle, how far apart circles are
_EDGE, _VOTES, _APART = 120, 30, 30
#: ink of the seal that is paler than this part of the way from its own level to that of the type is wiped off
_WIPED = 0.25
#: the darkest dots of the ink, in hundredths of all of them, are type below it where they are so much darker, of 255
_COVERED, _SHINES = 1, 55
#: the rim is so much wider than the circle found
_RIM_SHARE = 1.1


class PageInks(NamedTuple):
    """A page in grey: with all its ink, and without its round seals; the same picture twice where there are none."""

    all_ink: Picture
    type_alone: Picture


class _Seal(NamedTuple):
    """A circle, in dots."""

    x: float
    y: float
    radius: float


def part_inks(picture: Picture) -> PageInks:
    """A picture (height × width × RGB, or grey) in grey, and that without its round seals; what they cover stays."""
    import cv2

    if picture.ndim == 2:
        return PageInks(picture, _wiped(picture, picture, _midtones(picture)))
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    red = _red(picture)
    if red.mean() < 255 * _MIN_RED:
        return PageInks(grey, _wiped(grey, grey, _midtones(grey)))
    # red ink is the palest where only red light counts
    return PageInks(grey, _wiped(grey, picture[:, :, 0], red))


def _red(picture: Picture) -> Picture:
    """Where the ink of an RGB picture is red: 255, else 0."""
    import cv2

    red, green, blue = cv2.split(picture)
    return np.asarray(cv2.threshold(cv2.subtract(red, cv2.max(green, blue)), _RED_LEAD, 255, cv2.THRESH_BINARY)[1])


def _midtones(grey: Picture) -> Picture:
    """Where wide strokes are paler than the type: 255, else 0; nowhere, where that is no matter of seals."""
    import cv2

    level = _evened(np.asarray(cv2.medianBlur(grey, _STROKE), np.uint8))
    ink = level[level < 255 * (1 - _MIN_CONTRAST)]
    if not ink.size:
        return np.zeros_like(grey)
    type_level = float(np.percentile(ink, 15))
    reach = 255 - type_level
    between = cv2.inRange(level, type_level + _PALER * reach, 255 - _DARKER * reach)
    strokes = cv2.morphologyEx(between, cv2.MORPH_OPEN, np.ones((_STROKE, _STROKE), np.uint8))
    return np.asarray(strokes if strokes.mean() < 255 * _MAX_MIDTONES else np.zeros_like(strokes), np.uint8)


def _evened(grey: Picture) -> Picture:
    """A picture whose paper is white all over, shadows or not."""
    import cv2

    small = cv2.resize(grey, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (0, 0), 5)
    paper = cv2.resize(paper, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, paper, scale=255), np.uint8)


def _wiped(grey: Picture, level: Picture, ink: Picture) -> Picture:
    """The grey picture with the seals of an ink wiped off: there it is as light as ``level``, less the seal's own."""
    wiped = grey
    for seal in _seals(ink):
        if wiped is grey:
            wiped = grey.copy()
        _wipe(wiped, level, ink, seal)
    return wiped


def _seals(ink: Picture) -> Iterator[_Seal]:
    """The circles whose rims an ink draws."""
    import cv2

    if not ink.any():
        return
    side = min(ink.shape)
    scale = min(1.0, _SMALL_SIDE / side)
    small = np.asarray(cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    least, most = (round(share * side * scale) for share in (_MIN_RADIUS, _MAX_RADIUS))
    found = cv2.HoughCircles(
        cv2.GaussianBlur(small, (3, 3), 0),
        cv2.HOUGH_GRADIENT,
        1.5,
        _APART,
        param1=_EDGE,
        param2=_VOTES,
        minRadius=least,
        maxRadius=most,
    )
    taken: list[_Seal] = []
    for x, y, radius in found[0].tolist() if found is not None else []:
        circle = _Seal(x, y, radius)
        if not any(np.hypot(x - seal.x, y - seal.y) < seal.radius for seal in taken) and _has_rim(small, circle):
            taken.append(circle)
            yield _Seal(x / scale, y / scale, radius / scale)


def _has_rim(ink: Picture, circle: _Seal) -> bool:
    """Whether ink runs along a circle nearly all around."""
    angles = np.linspace(0, 2 * np.pi, _DIRECTIONS, endpoint=False)
    radii = circle.radius + np.arange(-_RIM_DOTS, _RIM_DOTS + 1)[:, None]
    across = np.rint(circle.x + radii * np.cos(angles)).astype(int)
    down = np.rint(circle.y + radii * np.sin(angles)).astype(int)
    height, width = ink.shape
    inside = (across >= 0) & (across < width) & (down >= 0) & (down < height)
    hits = inside & (ink[down.clip(0, height - 1), across.clip(0, width - 1)] > 0)
    return bool(hits.any(axis=0).mean() >= _MIN_RIM)


def _wipe(picture: Picture, level: Picture, ink: Picture, seal: _Seal) -> None:
    """Makes the ink of a seal as light as the paper around; what is darker stays as dark as it is."""
    reach = seal.radius * _RIM_SHARE
    rows = slice(max(0, round(seal.y - reach)), round(seal.y + reach) + 1)
    columns = slice(max(0, round(seal.x - reach)), round(seal.x + reach) + 1)
    part, is_ink = level[rows, columns].astype(np.float32), ink[rows, columns] > 0
    paper, own, darkest = float(np.percentile(part, 80)), float(np.median(part[is_ink])), float(part.min())
    wiped_from = own - _WIPED * (own - darkest)
    if wiped_from <= darkest:
        return
    stretched = darkest + (part - darkest) * (paper - darkest) / (wiped_from - darkest)
    covered = float(np.percentile(part[is_ink], _COVERED))
    if own - covered > _SHINES:
        # type that only shines through the ink is as dark as elsewhere
        shining = (part - covered) * paper / ((1 - _WIPED) * (own - covered))
        stretched = np.where(is_ink, shining, stretched)
    picture[rows, columns] = stretched.clip(0, paper).astype(np.uint8)
