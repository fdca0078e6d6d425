"""The rules of tables in a picture: found, and painted over so that none is taken for a character."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from raci.readers.layout.ruled_tables import RuledLine

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["without_rules"]

#: the shortest rules, level and upright, as parts of the longer side of the page: longer than any stroke of the type
_LEVEL, _UPRIGHT = 1 / 36, 1 / 72
#: no strokes of type run on for this part of it
_SURE = 1 / 9
#: rules are no thicker than this part of it; their ends lie this near to the rules across
_THICK, _NEAR = 1 / 350, 1 / 220


def without_rules(picture: Picture) -> tuple[Picture, list[RuledLine]]:
    """A grey page without its rules, and the rules, in dots.

    Only rules that meet others count: the strokes of a character meet none, an underline neither.
    """
    import cv2
    import numpy as np

    longest = max(picture.shape[:2])
    ink = np.asarray(
        cv2.adaptiveThreshold(picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15), np.uint8
    )
    level = _runs(ink, (max(20, round(longest * _LEVEL)), 1))
    upright = _runs(ink, (1, max(12, round(longest * _UPRIGHT))))
    thick = max(3.0, longest * _THICK)
    across, down = _joined(
        [rule for rule in _boxes(level) if rule.bottom - rule.top <= thick],
        [rule for rule in _boxes(upright) if rule.right - rule.left <= thick],
        longest * _SURE,
        longest * _NEAR,
    )
    if len(across) < 2 or len(down) < 2:
        return picture, []
    bare = picture.copy()
    light = int(np.percentile(picture, 80))
    for rule in (*across, *down):
        x0, y0, x1, y1 = (round(each) for each in rule)
        bare[max(0, y0 - 2) : y1 + 3, max(0, x0 - 2) : x1 + 3] = light
    return bare, [_thin(rule) for rule in (*across, *down)]


def _joined(
    across: list[RuledLine], down: list[RuledLine], sure: float, near: float
) -> tuple[list[RuledLine], list[RuledLine]]:
    """Those rules that meet others at both ends, beginning with the long level ones, which no type can feign."""
    begun = {rule for rule in across if rule.right - rule.left >= sure}
    upright: set[RuledLine] = set()
    count = -1
    while count < len(begun) + len(upright):
        count = len(begun) + len(upright)
        upright |= {rule for rule in down if rule not in upright and _held(rule, begun, near)}
        begun |= {rule for rule in across if rule not in begun and _held(rule, upright, near)}
    return [rule for rule in across if rule in begun and _held(rule, upright, near)], list(upright)


def _runs(ink: Picture, size: tuple[int, int]) -> Picture:
    """The ink that runs on for so many dots, small gaps closed."""
    import cv2
    import numpy as np

    wide, high = size
    gap = cv2.getStructuringElement(cv2.MORPH_RECT, (5 if wide > 1 else 1, 5 if high > 1 else 1))
    run = cv2.getStructuringElement(cv2.MORPH_RECT, size)
    return np.asarray(cv2.morphologyEx(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, gap), cv2.MORPH_OPEN, run), np.uint8)


def _boxes(runs: Picture) -> list[RuledLine]:
    import cv2

    count, _, boxes, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    found = []
    for x, y, wide, high, _ in boxes[1:count].tolist():
        found.append(RuledLine(float(x), float(y), float(x + wide), float(y + high)))
    return found


def _held(rule: RuledLine, across: Collection[RuledLine], near: float) -> bool:
    """Whether both ends of a rule lie on others that run across it, or next to them."""

    def on(x: float, y: float) -> bool:
        return any(
            each.left - near <= x <= each.right + near and each.top - near <= y <= each.bottom + near for each in across
        )

    if rule.level:
        middle = (rule.top + rule.bottom) / 2
        return on(rule.left, middle) and on(rule.right, middle)
    middle = (rule.left + rule.right) / 2
    return on(middle, rule.top) and on(middle, rule.bottom)


def _thin(rule: RuledLine) -> RuledLine:
    if rule.level:
        middle = (rule.top + rule.bottom) / 2
        return RuledLine(rule.left, middle, rule.right, middle)
    middle = (rule.left + rule.right) / 2
    return RuledLine(middle, rule.top, middle, rule.bottom)
