"""Words of a PDF page that reach over the edge of the box they are clipped to: cells of printed worksheets.

A worksheet that is printed shows of a long cell what its box holds. The file may hold all of the words, one on another
with those of the cells beside and below. They belong to the box, so they are narrowed to stand in it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from raci.readers.layout.extents import Box
from raci.readers.layout.printed_pages import PrintedRun

__all__ = ["ClippedRun", "clip_box", "within_clips"]

#: paths of more corners are drawings; so many paths may clip one another
_MAX_CORNERS, _MAX_PATHS = 16, 8
#: a box that is clipped to is a cell where it is no wider, or no higher, than these parts of the page
_CELL_WIDTH, _CELL_HEIGHT = 0.6, 0.3
#: words reach over an edge from so many sizes of type on, and are narrowed to end so many before it
_OVER, _MARGIN = 0.15, 0.3
#: … and begin so many behind the left one
_LEFT_MARGIN = 0.6
#: lines that are set one below the other in a cell fill this part of their share of it
_FILLS = 0.9
#: directions this near to the level, in degrees, are level
_LEVEL = 1.0
#: the page is parted into strips of so many points, in which what stands beside clipped words is looked for
_STRIP, _MAX_STRIPS = 12.0, 200
#: … and so many of them are looked at for each run of a page, on an average
_LOOKED_AT = 200


class ClippedRun(NamedTuple):
    """A run of characters, and the box on the page that it is clipped to, if it is."""

    run: PrintedRun
    clip: Box | None


def clip_box(handle: Any, place: Callable[[float, float, float, float], Box]) -> Box | None:
    """The box on the page that a text object is clipped to; None where it is not, or to something else than boxes."""
    import pypdfium2.raw as raw

    clip = raw.FPDFPageObj_GetClipPath(handle)
    paths = raw.FPDFClipPath_CountPaths(clip) if clip else -1
    if not 0 < paths <= _MAX_PATHS:
        return None
    left, bottom, right, top = float("-inf"), float("-inf"), float("inf"), float("inf")
    for path in range(paths):
        corners = list(_corners(clip, path))
        if not corners:
            return None
        xs, ys = zip(*corners, strict=True)
        left, right = max(left, min(xs)), min(right, max(xs))
        bottom, top = max(bottom, min(ys)), min(top, max(ys))
    return place(left, bottom, right, top) if left < right and bottom < top else None


def _corners(clip: Any, path: int) -> Iterator[tuple[float, float]]:
    """The corners of one path of a clip; none where it has too many."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_float(), ctypes.c_float()
    count = raw.FPDFClipPath_CountPathSegments(clip, path)
    for corner in range(count if count <= _MAX_CORNERS else 0):
        if raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, corner), x, y):
            yield x.value, y.value


class _Cells:
    """The runs of a page, which are set anew where they reach over their cell."""

    def __init__(self, runs: Sequence[ClippedRun]) -> None:
        self.placed = [run.run for run in runs]
        self.cut: list[str] = []
        self._may_look_at = _LOOKED_AT * len(runs)
        # pdfium does not tell the clip of what lies within it
        self._whole: dict[int, list[int]] = {}
        for index, (run, clip) in enumerate(runs):
            if clip is None:
                self._whole.setdefault(int(_middle(run) // _STRIP), []).append(index)

    def set_within(self, clip: Box, clipped: Sequence[int]) -> None:
        """Sets the runs that are clipped to a box, and those that stand in it, within it."""
        inside = [index for index in self._near(clip) if _holds(clip, self.placed[index])]
        lines: dict[int, list[int]] = {}
        for index in sorted([*clipped, *inside]):
            if _is_level(self.placed[index]):
                lines.setdefault(round(_middle(self.placed[index])), []).append(index)
        if any(not clip[1] <= middle <= clip[3] for middle in lines):
            self._draw_together(clip, [indices for _, indices in sorted(lines.items())])
        for indices in lines.values():
            self._narrow(clip, indices)

    def _note(self, runs: Iterable[PrintedRun]) -> None:
        """Notes what a line of a cell says, whose letters may be printed one by one."""
        words = "".join(run.text for run in runs)
        self.cut += [words] if words else []

    def _near(self, clip: Box) -> Iterator[int]:
        """The runs at the height of a box that no clip is told of; the time for all boxes of a page is limited."""
        first = int(clip[1] // _STRIP)
        for strip in range(first, min(int(clip[3] // _STRIP), first + _MAX_STRIPS) + 1):
            beside = self._whole.get(strip, ())
            self._may_look_at -= 1 + len(beside)
            if self._may_look_at < 0:
                return
            yield from beside

    def _draw_together(self, clip: Box, lines: Sequence[Sequence[int]]) -> None:
        """Sets lines, of which some lie above or below their cell, one below the other in it."""
        share = (clip[3] - clip[1]) / len(lines)
        for number, indices in enumerate(lines):
            top = clip[1] + share * number
            self._note(run for run in map(self.placed.__getitem__, indices) if not _holds(clip, run))
            for index in indices:
                run = self.placed[index]
                glyphs = tuple(glyph._replace(top=top, bottom=top + share * _FILLS) for glyph in run.glyphs)
                self.placed[index] = run._replace(glyphs=glyphs)

    def _narrow(self, clip: Box, indices: Sequence[int]) -> None:
        """Narrows a line that reaches over the sides of its cell; it ends a little before the right one."""
        runs = [self.placed[index] for index in indices]
        left = min(glyph.left for run in runs for glyph in run.glyphs)
        right = max(glyph.right for run in runs for glyph in run.glyphs)
        size = max(run.size for run in runs)
        begin, end = left, min(right, clip[2] - _MARGIN * size)
        if left < clip[0]:  # set from the right: the words of the cell before may reach up to its edge
            begin = clip[0] + _LEFT_MARGIN * size
        if right <= left or (begin == left and end == right):
            return
        begin = min(begin, end - 1.0)
        factor = (end - begin) / (right - left)
        if left < clip[0] - _OVER * size or right > clip[2] + _OVER * size:
            self._note(runs)
        for index, run in zip(indices, runs, strict=True):
            glyphs = tuple(
                glyph._replace(left=begin + (glyph.left - left) * factor, right=begin + (glyph.right - left) * factor)
                for glyph in run.glyphs
            )
            self.placed[index] = run._replace(glyphs=glyphs)


def within_clips(runs: Sequence[ClippedRun], width: float, height: float) -> tuple[list[PrintedRun], list[str]]:
    """The runs of a page of that size, those that reach over the edges of cells set within these, and what they say."""
    clipped: dict[Box, list[int]] = {}
    for index, (_, clip) in enumerate(runs):
        if clip is not None and _is_cell(clip, width, height):
            clipped.setdefault(clip, []).append(index)
    cells = _Cells(runs)
    for clip, indices in clipped.items():
        cells.set_within(clip, indices)
    return cells.placed, cells.cut


def _is_cell(clip: Box, width: float, height: float) -> bool:
    return clip[2] - clip[0] <= _CELL_WIDTH * width or clip[3] - clip[1] <= _CELL_HEIGHT * height


def _middle(run: PrintedRun) -> float:
    return (run.glyphs[0].top + run.glyphs[0].bottom) / 2


def _holds(clip: Box, run: PrintedRun) -> bool:
    """Whether a run begins in a box, as a mark does whose ink stands in the left half of its room."""
    x = (2 * run.glyphs[0].left + run.glyphs[0].right) / 3
    return clip[0] <= x <= clip[2] and clip[1] <= _middle(run) <= clip[3]


def _is_level(run: PrintedRun) -> bool:
    return min(run.angle, 360 - run.angle) <= _LEVEL
