"""How much room bodies and tasks take in two columns, or in three with the bodies between the tasks.

All measures are in pt and follow from the size of the letters. The sizes are tried from large to small
until the document fits A3; what fits at none goes onto several sheets (``raci.drawing.split``). A box grows with
its lines' ends, so that they stand apart, and a body's height shows its load.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from raci.drawing.kinds.bipartite.scale import (
    ChapterBand,
    ColumnScale,
    TextBox,
    band_height,
    is_dense,
    side_height,
    tally,
)
from raci.drawing.model import DrawingModel, DrawnTask
from raci.drawing.page import A3, LEAST, MARGIN, SMALL
from raci.drawing.text import width, wrap

__all__ = ["MOST", "MOST_A_SHEET", "FrameHeights", "Measured", "fits", "letter_size", "measure"]

#: what is tried in turn: the number of task columns, the size of the letters, whether boxes stand close; two columns
#: cross half as much
_TRIES = (
    (1, 16.0, False),
    (1, 14.0, False),
    (1, 13.0, False),
    (2, 14.0, False),
    (2, 13.0, False),
    (2, 12.0, False),
    (1, 12.0, False),
    (2, 11.0, False),
    (1, 11.0, False),
    (2, 10.0, False),
    (1, 10.0, False),
    (2, 10.0, True),
    (2, LEAST, False),
    (2, LEAST, True),
)
#: more lines than these on the one sheet of A3, on each of several, are no longer followed by the eye
MOST, MOST_A_SHEET = 180, 120
#: the longest line of a body's name, the shortest and the longest that a task's heading is set to, in em
_BODY_LINE, _TASK_LINES = 15.0, (15.0, 34.0)
#: least room for the lines between two columns, by the number of task columns; without bodies there are none
_GAP, _BARE_GAP = {1: 300.0, 2: 190.0}, 40.0
#: height of an A0 sheet across: up to it a larger drawing keeps A3's shape, beyond it the sheet grows longer
_A0 = 2384.0

#: width of a sheet → the heights above and below that it needs for its frame
FrameHeights = Callable[[float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Measured:
    """A model measured in letters of one size: texts in lines and heights, no places yet."""

    scale: ColumnScale
    sheet: tuple[float, float]
    top: float
    bottom: float
    sides: tuple[tuple[ChapterBand, ...], ...]
    bodies: tuple[TextBox, ...]
    tasks: tuple[TextBox, ...]
    body_width: float
    task_width: float
    side_of: dict[int, int] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What is tried: ``columns`` of tasks in letters of ``size``, boxes ``tight`` or not."""

    model: DrawingModel
    frame: FrameHeights
    bands: tuple[ChapterBand, ...]
    columns: int
    size: float
    tight: bool

    @property
    def scale(self) -> ColumnScale:
        """Its measures."""
        return ColumnScale(self.size, is_dense(self.model), self.tight)

    @property
    def gap(self) -> float:
        """Room for the lines between two columns."""
        return _GAP[self.columns] if self.model.bodies else _BARE_GAP

    def least_height(self) -> float:
        """What the tasks take at least, each on one line: a quick look before texts are measured."""
        scale = ColumnScale(self.size, is_dense(self.model), True)
        row = scale.leading + 2 * scale.padding + scale.gap
        heads = sum(scale.head for band in self.bands if band.chapter)
        return (len(self.model.tasks) * row + heads) / self.columns


def fits(model: DrawingModel, frame: FrameHeights, most_lines: int) -> bool:
    """Whether a model can be drawn on A3 in legible letters, with at most so many lines."""
    if not model.tasks:
        return True
    bands = _bands(model)
    smallest = _Attempt(model, frame, bands, 2, LEAST, True)
    if len(model.links) > most_lines or smallest.least_height() > A3[1]:
        return False
    # the smallest first: what fits in large letters does in small ones
    tries = [attempt for attempt in reversed(_TRIES) if attempt[1] <= LEAST + 1]
    return any(_measured(_Attempt(model, frame, bands, *attempt)).sheet == A3 for attempt in tries)


def letter_size(model: DrawingModel, frame: FrameHeights) -> float:
    """The size of the letters in which a model is drawn, in pt."""
    return measure(model, frame, math.inf).scale.size


def measure(model: DrawingModel, frame: FrameHeights, most: float) -> Measured:
    """The first arrangement that fits A3 in letters of at most ``most`` pt, else the one with the smallest sheet."""
    bands = _bands(model)
    # without bodies there are no lines: the tasks fill the sheet in two columns
    tries = [attempt for attempt in _TRIES if (attempt[0] == 2 or model.bodies) and attempt[1] <= max(most, LEAST)]
    for columns, size, tight in tries:
        attempt = _Attempt(model, frame, bands, columns, size, tight)
        if attempt.least_height() <= A3[1]:
            measured = _measured(attempt)
            if measured.sheet == A3:
                return measured
    numbers = sorted({columns for columns, *_ in tries})
    posters = [_measured(_Attempt(model, frame, bands, columns, LEAST, True)) for columns in numbers]
    return min(posters, key=lambda measured: measured.sheet[0] * measured.sheet[1])


def _bands(model: DrawingModel) -> tuple[ChapterBand, ...]:
    bands: list[ChapterBand] = []
    chapter: tuple[str, ...] | None = None
    for index, task in enumerate(model.tasks):
        if chapter == task.chapter:
            bands[-1] = ChapterBand(bands[-1].chapter, (*bands[-1].tasks, index))
        else:
            bands.append(ChapterBand(_headings(chapter or (), task), (index,)))
        chapter = task.chapter
    return tuple(bands)


def _headings(before: tuple[str, ...], task: DrawnTask) -> tuple[str, ...]:
    """What stands above a task with which a chapter begins, ``before`` being the chapter above it.

    A task that is itself the heading of those below it needs no band besides, only one of the headings above it where
    they are new.
    """
    if task.chapter[-1:] != (task.label,):
        return task.chapter
    above = task.chapter[:-1]
    return () if before[: len(above)] == above else above


def _measured(attempt: _Attempt) -> Measured:
    """On A3 where it fits."""
    scale, bodies = attempt.scale, attempt.model.bodies
    figures = max(0.8, SMALL / scale.size)  # in em
    names = (max(map(width, wrap(body.name, _BODY_LINE))) + (width(tally(body)) + 0.8) * figures for body in bodies)
    body_width = max(map(scale.box_width, names), default=0.0)
    room = ((A3[0] - 2 * MARGIN - body_width) / attempt.columns - attempt.gap) / attempt.size - 1.1
    if room >= _TASK_LINES[0]:
        measured = _with_lines(attempt, body_width, min(room, _TASK_LINES[1]))
        if measured.sheet == A3:
            return measured
    # a larger sheet has room for longer lines
    return _with_lines(attempt, body_width, _TASK_LINES[1])


def _with_lines(attempt: _Attempt, body_width: float, limit: float) -> Measured:
    """With headings of tasks in lines of at most ``limit`` em."""
    model, scale, columns = attempt.model, attempt.scale, attempt.columns
    links_of = Counter(link.task for link in model.links)
    tasks = tuple(_box(task.label, limit, scale, links_of[index]) for index, task in enumerate(model.tasks))
    sides = (attempt.bands,) if columns == 1 else _halves(attempt.bands, tasks, scale)
    side_of = {task: side for side, bands in enumerate(sides) for band in bands for task in band.tasks}
    ports = Counter((link.body, side_of[link.task]) for link in model.links)
    bodies = tuple(
        _box(body.name, _BODY_LINE, scale, max(ports[index, side] for side in range(columns)))
        for index, body in enumerate(model.bodies)
    )
    task_width = max(scale.box_width(max(map(width, box.lines))) for box in tasks)
    if not bodies:
        task_width = max(task_width, A3[0] / 2 - MARGIN - attempt.gap)
    bodies_height = sum(box.height + scale.gap for box in bodies)
    room = max(bodies_height, *(side_height(side, tasks, scale) for side in sides))
    across = max(A3[0], 2 * MARGIN + body_width + columns * (task_width + attempt.gap))
    # a wider sheet has a shorter frame, and a taller one is wider: a few turns settle it
    for _ in range(3):
        top, bottom = attempt.frame(across)
        tall = max(top + scale.head + room + bottom, across * A3[1] / A3[0])
        across = max(across, min(tall, _A0) * A3[0] / A3[1])
    sheet = A3 if across < A3[0] + 0.1 and tall < A3[1] + 0.1 else (across, tall)
    return Measured(scale, sheet, top + scale.head, bottom, sides, bodies, tasks, body_width, task_width, side_of)


def _box(text: str, limit: float, scale: ColumnScale, ports: int) -> TextBox:
    lines = tuple(wrap(text, limit, 2 if limit >= 20 else 3))
    return TextBox(lines, max(len(lines) * scale.leading + 2 * scale.padding, (ports + 1) * scale.port))


def _halves(
    bands: tuple[ChapterBand, ...], tasks: Sequence[TextBox], scale: ColumnScale
) -> tuple[tuple[ChapterBand, ...], ...]:
    """The bands in two columns of about one height; a chapter is cut in two only where that is far better."""

    def taller(parts: tuple[tuple[ChapterBand, ...], ...]) -> float:
        return max(side_height(part, tasks, scale) for part in parts)

    between = min(((bands[:cut], bands[cut:]) for cut in range(1, len(bands) + 1)), key=taller)
    middle, used = side_height(bands, tasks, scale) / 2, 0.0
    for index, band in enumerate(bands):
        used += band_height(band, tasks, scale)
        if used > middle:
            cuts = (
                (
                    (*bands[:index], ChapterBand(band.chapter, band.tasks[:cut])),
                    (ChapterBand(band.chapter, band.tasks[cut:], continued=True), *bands[index + 1 :]),
                )
                for cut in range(1, len(band.tasks))
            )
            within = min(cuts, key=taller, default=between)
            return within if taller(between) > 1.2 * taller(within) else between
    return between
