"""Where bodies and tasks stand on a sheet, and where the lines between them end."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from raci.drawing.kinds.bipartite.measure import FrameHeights, Measured, measure
from raci.drawing.kinds.bipartite.scale import ChapterBand, ColumnScale, band_height, side_height
from raci.drawing.model import DrawingModel
from raci.drawing.order import Columns
from raci.drawing.page import MARGIN

__all__ = ["ColumnLayout", "PlacedBand", "PlacedBox", "layout"]

#: how far tasks go apart where there is room, and where the bodies need it, in em
_LOOSE, _LOOSEST = 2.2, 8.0
#: how far bodies go apart where there is room, in em
_APART = 0.5


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box with its text in lines; ``x`` is its left edge, ``y`` its middle."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """The ground behind the tasks of a chapter; ``y`` is its upper edge."""

    chapter: tuple[str, ...]
    continued: bool
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Where everything stands on a sheet of ``sheet`` pt; ``lines`` are the ends (x1, y1, x2, y2) of the links.

    ``start`` is the order of the columns as the document has it, ``order`` that in which they are drawn; ``heads`` are
    the words above the columns, with their places.
    """

    scale: ColumnScale
    sheet: tuple[float, float]
    start: Columns
    order: Columns
    heads: tuple[tuple[float, float, str], ...]
    bands: tuple[PlacedBand, ...]
    bodies: tuple[PlacedBox, ...]
    tasks: tuple[PlacedBox, ...]
    lines: tuple[tuple[float, float, float, float], ...]


def layout(
    model: DrawingModel,
    frame: FrameHeights,
    order: Callable[[Columns, Sequence[float]], Columns],
    most: float = math.inf,
) -> ColumnLayout:
    """The layout of a model with tasks, in letters of at most ``most`` pt.

    ``order`` turns the columns as the document has them into those to draw, given the heights of the bodies' boxes.
    """
    measured = measure(model, frame, most)
    rows = tuple(tuple(band.tasks for band in side) for side in measured.sides)
    start = Columns(tuple(range(len(model.bodies))), rows)
    drawn = order(start, [box.height for box in measured.bodies]) if model.bodies else start
    return _placed(model, measured, start, drawn)


def _placed(model: DrawingModel, measured: Measured, start: Columns, order: Columns) -> ColumnLayout:
    scale, (across, _) = measured.scale, measured.sheet
    two = len(measured.sides) == 2
    body_x = (across - measured.body_width) / 2 if two else MARGIN
    if not model.bodies:
        task_x = [MARGIN, across / 2]
    elif two:
        task_x = [MARGIN, across - MARGIN - measured.task_width]
    else:
        task_x = [across - MARGIN - measured.task_width]
    end = _lower_end(measured)
    bands, tasks = _placed_tasks(measured, order, task_x, end)
    bodies = _placed_bodies(measured, order, body_x, end)
    head = measured.top - scale.head + scale.size * 0.7
    word = "任务" if model.bodies else "任务（全文未标注责任单位）"
    heads = [(x + measured.task_width / 2, head, word) for x, side in zip(task_x, measured.sides, strict=True) if side]
    if model.bodies:
        heads.append((body_x + measured.body_width / 2, head, "责任单位"))
    lines = _line_ends(model, scale, bodies, tasks, measured.side_of)
    return ColumnLayout(scale, measured.sheet, start, order, tuple(heads), bands, bodies, tasks, lines)


def _lower_end(measured: Measured) -> float:
    """Where the columns end, at about one height: tasks go apart as far as looks well, bodies as far as the tasks."""
    scale, low, high = measured.scale, measured.top, measured.sheet[1] - measured.bottom
    loose = max(
        side_height(side, measured.tasks, scale) + _count(side) * scale.size * _LOOSE for side in measured.sides
    )
    bodies = sum(box.height for box in measured.bodies)
    return min(high, low + max(loose, bodies + (scale.gap + scale.size * _APART) * len(measured.bodies)))


def _count(side: Sequence[ChapterBand]) -> int:
    return sum(len(band.tasks) for band in side)


def _placed_tasks(
    measured: Measured, order: Columns, task_x: Sequence[float], end: float
) -> tuple[tuple[PlacedBand, ...], tuple[PlacedBox, ...]]:
    scale, low, width = measured.scale, measured.top, measured.task_width
    bands: list[PlacedBand] = []
    tasks: dict[int, PlacedBox] = {}
    for side, rows, x in zip(measured.sides, order.sides, task_x, strict=True):
        spare = end - low - side_height(side, measured.tasks, scale)
        extra = max(0.0, min(spare / max(_count(side), 1), scale.size * _LOOSEST))
        y = low
        for band, row in zip(side, rows, strict=True):
            reach = band_height(band, measured.tasks, scale) + extra * len(band.tasks)
            bands.append(PlacedBand(band.chapter, band.continued, x - 6, y, width + 12, reach - scale.gap))
            below = y + (scale.head if band.chapter else scale.gap)
            for task in row:
                box = measured.tasks[task]
                room = box.height + scale.gap + extra
                tasks[task] = PlacedBox(box.lines, x, below + room / 2, width, box.height)
                below += room
            y += reach
    return tuple(bands), tuple(tasks[task] for task in range(len(tasks)))


def _placed_bodies(measured: Measured, order: Columns, x: float, end: float) -> tuple[PlacedBox, ...]:
    low = measured.top
    gap = (end - low - sum(box.height for box in measured.bodies)) / max(len(measured.bodies), 1)
    bodies: dict[int, PlacedBox] = {}
    y = low + gap / 2
    for body in order.bodies:
        box = measured.bodies[body]
        bodies[body] = PlacedBox(box.lines, x, y + box.height / 2, measured.body_width, box.height)
        y += box.height + gap
    return tuple(bodies[body] for body in range(len(bodies)))


def _line_ends(
    model: DrawingModel,
    scale: ColumnScale,
    bodies: Sequence[PlacedBox],
    tasks: Sequence[PlacedBox],
    side_of: dict[int, int],
) -> tuple[tuple[float, float, float, float], ...]:
    """The two ends of each link; on a box they stand in the order of their other ends, so that none cross there."""
    links = model.links
    of_body: dict[tuple[int, int], list[int]] = {}
    of_task: dict[int, list[int]] = {}
    for index, link in enumerate(links):
        of_body.setdefault((link.body, side_of[link.task]), []).append(index)
        of_task.setdefault(link.task, []).append(index)
    start: dict[int, float] = {}
    end: dict[int, float] = {}
    for (body, _), indexes in of_body.items():
        indexes.sort(key=lambda index: (tasks[links[index].task].y, index))
        start |= _ports(indexes, bodies[body], scale)
    for task, indexes in of_task.items():
        indexes.sort(key=lambda index: (bodies[links[index].body].y, index))
        end |= _ports(indexes, tasks[task], scale)
    lines = []
    for index, link in enumerate(links):
        here, there = bodies[link.body], tasks[link.task]
        if there.x < here.x:
            lines.append((here.x, start[index], there.x + there.width, end[index]))
        else:
            lines.append((here.x + here.width, start[index], there.x, end[index]))
    return tuple(lines)


def _ports(links: Sequence[int], box: PlacedBox, scale: ColumnScale) -> dict[int, float]:
    """Link → the height at which it ends on a box."""
    step = min(scale.size * 0.5, (box.height - scale.port) / max(len(links) - 1, 1))
    first = box.y - step * (len(links) - 1) / 2
    return {link: first + step * number for number, link in enumerate(links)}
