"""The ruled lines of tables in a picture: found, and painted over so that none is taken for a character."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from raci.readers.layout.ruled_frames import RuledLine

if TYPE_CHECKING:
    from raci.readers.layout.ocr.engine import Picture

__all__ = ["without_ruled_lines"]

#: the shortest lines, level and upright, as parts of the longer side of the page (longer than any stroke of the type)
#: and in dots
_LEVEL_SHARE, _UPRIGHT_SHARE, _MIN_LEVEL, _MIN_UPRIGHT = 1 / 36, 1 / 72, 20, 12
#: no strokes of type run on for this part of it
_SURE_SHARE = 1 / 9
#: lines are no thicker than this part of it, or so many dots; their ends lie this near to the lines across
_THICK_SHARE, _MAX_THICK, _NEAR_SHARE = 1 / 350, 3.0, 1 / 220
#: … and no farther from them than this part of their length: a long stroke in a low cell keeps clear of its rules
_NEAR_PART = 0.12
#: an upright line that crosses so many others ends at the outermost ones
_CROSSED = 3
#: a line that something crosses runs on for this part of its length
_CORE_SHARE = 0.7
#: gaps of fewer dots in a line are closed
_GAP = 5
#: this part of the dots of a page, in per cent, is darker than its paper
_PAPER = 80


def without_ruled_lines(picture: Picture, ruled: Picture) -> tuple[Picture, list[RuledLine]]:
    """A grey page without its ruled lines, and the lines, in dots, as the same page ``ruled`` shows them.

    Only lines that meet others count: the strokes of a character meet none, an underline neither.
    """
    import cv2
    import numpy as np

    longest = max(ruled.shape[:2])
    ink = np.asarray(
        cv2.adaptiveThreshold(ruled, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15), np.uint8
    )
    level_runs = _runs(ink, (max(_MIN_LEVEL, round(longest * _LEVEL_SHARE)), 1))
    upright_runs = _runs(ink, (1, max(_MIN_UPRIGHT, round(longest * _UPRIGHT_SHARE))))
    thick = max(_MAX_THICK, longest * _THICK_SHARE)
    level, upright = _meeting_lines(
        list(_thin_boxes(level_runs, thick, is_level=True)),
        list(_thin_boxes(upright_runs, thick, is_level=False)),
        longest * _SURE_SHARE,
        longest * _NEAR_SHARE,
    )
    if len(level) < 2 or len(upright) < 2:
        return picture, []
    bare = picture.copy()
    paper = int(np.percentile(picture, _PAPER))
    for line in (*level, *upright):
        x0, y0, x1, y1 = (round(side) for side in line)
        bare[max(0, y0 - 2) : y1 + 3, max(0, x0 - 2) : x1 + 3] = paper
    return bare, [_centre_line(line) for line in (*level, *upright)]


def _meeting_lines(
    level: list[RuledLine], upright: list[RuledLine], sure_length: float, near: float
) -> tuple[list[RuledLine], list[RuledLine]]:
    """The lines that meet others at both ends, beginning with the long level ones, which no type can feign."""

    def joining(lines: list[RuledLine], joined: set[RuledLine], across: set[RuledLine]) -> set[RuledLine]:
        ended = {_ended_at_crossings(line, across, near) for line in lines}
        return {line for line in ended - joined if _meets_at_both_ends(line, across, near)}

    meeting_level = {line for line in level if line.right - line.left >= sure_length}
    meeting_upright: set[RuledLine] = set()
    count = -1
    while count < len(meeting_level) + len(meeting_upright):
        count = len(meeting_level) + len(meeting_upright)
        meeting_upright |= joining(upright, meeting_upright, meeting_level)
        meeting_level |= joining(level, meeting_level, meeting_upright)
    meeting = [line for line in sorted(meeting_level) if _meets_at_both_ends(line, meeting_upright, near)]
    return meeting, sorted(meeting_upright)


def _ended_at_crossings(line: RuledLine, across: Collection[RuledLine], near: float) -> RuledLine:
    """An upright line that crosses several others, as far as these: what sticks out is of a seal or a scribble."""
    if line.is_level:
        return line
    stops = [
        other.top
        for other in across
        if other.left - near <= line.left <= other.right + near and line.top - near <= other.top <= line.bottom + near
    ]
    if len(stops) < _CROSSED:
        return line
    return line._replace(top=max(line.top, min(stops)), bottom=min(line.bottom, max(stops)))


def _runs(ink: Picture, size: tuple[int, int]) -> Picture:
    """The ink that runs on for so many dots (width, height), small gaps closed."""
    import cv2
    import numpy as np

    width, height = size
    gap = cv2.getStructuringElement(cv2.MORPH_RECT, (_GAP if width > 1 else 1, _GAP if height > 1 else 1))
    run = cv2.getStructuringElement(cv2.MORPH_RECT, size)
    return np.asarray(cv2.morphologyEx(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, gap), cv2.MORPH_OPEN, run), np.uint8)


def _thin_boxes(runs: Picture, thick: float, *, is_level: bool) -> Iterator[RuledLine]:
    """The boxes around lines no thicker than that; what crosses a line at a slant, as a seal does, does not count."""
    import cv2

    count, labels, boxes, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    for number, (x, y, width, height, _) in enumerate(boxes[1:count].tolist(), 1):
        begin, end = 0, height if is_level else width
        if end > thick:
            mask = labels[y : y + height, x : x + width] == number
            begin, end = _core(mask if is_level else mask.T)
        if begin < end <= begin + thick:
            box = (x, y + begin, x + width, y + end) if is_level else (x + begin, y, x + end, y + height)
            yield RuledLine(*map(float, box))


def _core(mask: Picture) -> tuple[int, int]:
    """The first row that runs on through nearly all of a mask, and the one behind the last; none: twice 0."""
    import numpy as np

    rows = np.flatnonzero(mask.mean(axis=1) >= _CORE_SHARE)
    return (int(rows[0]), int(rows[-1]) + 1) if rows.size else (0, 0)


def _meets_at_both_ends(line: RuledLine, across: Collection[RuledLine], near: float) -> bool:
    """Whether both ends of a line lie on others that run across it, or next to them."""

    def on_other(x: float, y: float) -> bool:
        return any(
            other.left - near <= x <= other.right + near and other.top - near <= y <= other.bottom + near
            for other in across
        )

    centre = _centre_line(line)
    near = min(near, max(_GAP, _NEAR_PART * (line.right - line.left + line.bottom - line.top)))
    return on_other(centre.left, centre.top) and on_other(centre.right, centre.bottom)


def _centre_line(box: RuledLine) -> RuledLine:
    if box.is_level:
        middle = (box.top + box.bottom) / 2
        return RuledLine(box.left, middle, box.right, middle)
    middle = (box.left + box.right) / 2
    return RuledLine(middle, box.top, middle, box.bottom)
