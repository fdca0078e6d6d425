"""Where bodies and tasks stand: two columns, or three with the bodies between the tasks.

All measures are in pt and follow from the size of the letters. The sizes are tried from large to small
until the plan fits A3; what fits at none goes onto several sheets (``raci.drawing.leaves``). A box grows with
its lines' ends, so that they stand apart, and a body's height shows its load.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from raci.drawing.model import DrawingModel, DrawnBody
from raci.drawing.order import Columns
from raci.drawing.page import A3, LEAST, MARGIN
from raci.drawing.text import width, wrap

__all__ = ["MOST", "MOST_A_SHEET", "Band", "Box", "Layout", "Scale", "dense", "fits", "layout", "size_of", "tally"]

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
#: how far tasks go apart where there is room, and where the bodies need it, in em
_LOOSE, _LOOSEST = 2.2, 8.0
#: how far bodies go apart where there is room, in em
_APART = 0.5
#: from so many lines on they are drawn thinner and end closer together
_DENSE = 300
#: height of an A0 sheet across: up to it a larger plan keeps A3's shape, beyond it the sheet grows longer
_A0 = 2384.0


def dense(plan: DrawingModel) -> bool:
    """Whether the plan has so many lines that they are drawn thinner."""
    return len(plan.links) >= _DENSE


def tally(body: DrawnBody) -> str:
    """What stands beside a body's name: its tasks, on a part of the plan those that are there of all."""
    return f"{body.load} 项" if body.here == body.load else f"{body.here}/{body.load} 项"


@dataclass(frozen=True, slots=True)
class Scale:
    """The measures that follow from the size of the letters."""

    size: float
    dense: bool = False
    tight: bool = False

    @property
    def leading(self) -> float:
        """From line to line in a box."""
        return self.size * 1.25

    @property
    def padding(self) -> float:
        """Between a box and its text."""
        return self.size * (0.18 if self.tight else 0.32)

    @property
    def gap(self) -> float:
        """Between two boxes, at least."""
        return self.size * (0.2 if self.tight else 0.36)

    @property
    def head(self) -> float:
        """The height of a heading above boxes."""
        return self.size * 1.9

    @property
    def port(self) -> float:
        """Between the ends of two lines on one box, at least."""
        return self.size * (0.2 if self.dense or self.tight else 0.28)


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its text in lines; ``y`` is its middle."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """Tasks in a row under the same headings; the ground below them, ``y`` its upper edge."""

    chapter: tuple[str, ...]
    tasks: tuple[int, ...]
    continued: bool = False
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands on a sheet of ``sheet`` pt; ``lines`` are the ends of the plan's links.

    ``start`` is the order of the columns as the document has it, ``order`` that in which they are drawn.
    """

    scale: Scale
    sheet: tuple[float, float]
    start: Columns
    order: Columns
    heads: tuple[tuple[float, float, str], ...]
    bands: tuple[Band, ...]
    bodies: tuple[Box, ...]
    tasks: tuple[Box, ...]
    lines: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    """A plan measured in letters of one size: texts in lines and heights, no places yet."""

    scale: Scale
    sheet: tuple[float, float]
    top: float
    bottom: float
    sides: tuple[tuple[Band, ...], ...]
    bodies: tuple[tuple[tuple[str, ...], float], ...]
    tasks: tuple[tuple[tuple[str, ...], float], ...]
    body_width: float
    task_width: float
    side_of: dict[int, int] = field(repr=False)


def layout(
    plan: DrawingModel,
    frame: Callable[[float], tuple[float, float]],
    order: Callable[[Columns, Sequence[float]], Columns],
    most: float = math.inf,
) -> Layout:
    """The layout of a plan with tasks, in letters of at most ``most`` pt.

    ``frame`` gives the heights above and below that a sheet of some width needs for itself; ``order`` turns
    the columns as the document has them into those to draw, given the heights of the bodies' boxes.
    """
    fit = _fit(plan, frame, most)
    rows = tuple(tuple(band.tasks for band in side) for side in fit.sides)
    start = Columns(tuple(range(len(plan.bodies))), rows)
    made = order(start, [height for _, height in fit.bodies]) if plan.bodies else start
    return _placed(plan, fit, start, made)


def fits(plan: DrawingModel, frame: Callable[[float], tuple[float, float]], lines: int) -> bool:
    """Whether a plan can be drawn on A3 in legible letters, with at most so many lines."""
    if not plan.tasks:
        return True
    bands = _bands(plan)
    if len(plan.links) > lines or _least(plan, bands, 2, LEAST) > A3[1]:
        return False
    # the smallest first: what fits in large letters does in small ones
    tries = [one for one in reversed(_TRIES) if one[1] <= LEAST + 1]
    return any(_measured(plan, frame, bands, *one).sheet == A3 for one in tries)


def size_of(plan: DrawingModel, frame: Callable[[float], tuple[float, float]]) -> float:
    """The size of the letters in which a plan is drawn."""
    return _fit(plan, frame, math.inf).scale.size


def _fit(plan: DrawingModel, frame: Callable[[float], tuple[float, float]], most: float) -> _Fit:
    """The first arrangement that fits A3, else the one that needs the smaller sheet."""
    bands = _bands(plan)
    # without bodies there are no lines: the tasks fill the sheet in two columns
    tries = [one for one in _TRIES if (one[0] == 2 or plan.bodies) and one[1] <= max(most, LEAST)]
    for number, size, tight in tries:
        if _least(plan, bands, number, size) <= A3[1]:
            made = _measured(plan, frame, bands, number, size, tight)
            if made.sheet == A3:
                return made
    posters = [_measured(plan, frame, bands, number, LEAST, True) for number in sorted({one[0] for one in tries})]
    return min(posters, key=lambda made: made.sheet[0] * made.sheet[1])


def _bands(plan: DrawingModel) -> tuple[Band, ...]:
    found: list[Band] = []
    for index, task in enumerate(plan.tasks):
        if found and found[-1].chapter == task.chapter:
            found[-1] = Band(task.chapter, (*found[-1].tasks, index))
        else:
            found.append(Band(task.chapter, (index,)))
    return tuple(found)


def _least(plan: DrawingModel, bands: Sequence[Band], number: int, size: float) -> float:
    """What the tasks take at least, each on one line: a quick look before texts are measured."""
    scale = Scale(size, dense(plan), True)
    row = scale.leading + 2 * scale.padding + scale.gap
    return (len(plan.tasks) * row + sum(scale.head for band in bands if band.chapter)) / number


def _measured(
    plan: DrawingModel,
    frame: Callable[[float], tuple[float, float]],
    bands: tuple[Band, ...],
    number: int,
    size: float,
    tight: bool,
) -> _Fit:
    """The plan in letters of ``size`` with ``number`` columns of tasks, on A3 where it fits."""
    scale = Scale(size, dense(plan), tight)
    names = (max(map(width, wrap(body.name, _BODY_LINE))) + (width(tally(body)) + 0.8) * 0.8 for body in plan.bodies)
    body_width = max((_boxed(name, scale) for name in names), default=0.0)
    gap = _GAP[number] if plan.bodies else _BARE_GAP
    room = ((A3[0] - 2 * MARGIN - body_width) / number - gap) / size - 1.1
    if room >= _TASK_LINES[0]:
        made = _on(plan, frame, bands, scale, number, body_width, gap, min(room, _TASK_LINES[1]))
        if made.sheet == A3:
            return made
    # a larger sheet has room for longer lines
    return _on(plan, frame, bands, scale, number, body_width, gap, _TASK_LINES[1])


def _on(
    plan: DrawingModel,
    frame: Callable[[float], tuple[float, float]],
    bands: tuple[Band, ...],
    scale: Scale,
    number: int,
    body_width: float,
    gap: float,
    limit: float,
) -> _Fit:
    of_task = Counter(link.task for link in plan.links)
    tasks = tuple(_lines(task.label, limit, scale, of_task[at]) for at, task in enumerate(plan.tasks))
    sides = (bands,) if number == 1 else _halves(bands, tasks, scale)
    side_of = {task: side for side, listed in enumerate(sides) for band in listed for task in band.tasks}
    ports = Counter((link.body, side_of[link.task]) for link in plan.links)
    bodies = tuple(
        _lines(body.name, _BODY_LINE, scale, max(ports[at, side] for side in range(number)))
        for at, body in enumerate(plan.bodies)
    )
    task_width = max(_boxed(max(map(width, lines)), scale) for lines, _ in tasks)
    if not bodies:
        task_width = max(task_width, A3[0] / 2 - MARGIN - gap)
    room = max(sum(height + scale.gap for _, height in bodies), *(_side(side, tasks, scale) for side in sides))
    across = max(A3[0], 2 * MARGIN + body_width + number * (task_width + gap))
    # a wider sheet has a shorter frame, and a taller one is wider: a few turns settle it
    for _ in range(3):
        top, bottom = frame(across)
        tall = max(top + scale.head + room + bottom, across * A3[1] / A3[0])
        across = max(across, min(tall, _A0) * A3[0] / A3[1])
    sheet = A3 if across < A3[0] + 0.1 and tall < A3[1] + 0.1 else (across, tall)
    return _Fit(scale, sheet, top + scale.head, bottom, sides, bodies, tasks, body_width, task_width, side_of)


def _lines(text: str, limit: float, scale: Scale, ports: int) -> tuple[tuple[str, ...], float]:
    """The text in lines, and the height of its box."""
    lines = tuple(wrap(text, limit, 2 if limit >= 20 else 3))
    return lines, max(len(lines) * scale.leading + 2 * scale.padding, (ports + 1) * scale.port)


def _boxed(text_width: float, scale: Scale) -> float:
    return text_width * scale.size + 2 * scale.padding + scale.size * 0.4


def _side(side: Iterable[Band], tasks: Sequence[tuple[tuple[str, ...], float]], scale: Scale) -> float:
    return sum(_tall(band, tasks, scale) for band in side)


def _tall(band: Band, tasks: Sequence[tuple[tuple[str, ...], float]], scale: Scale) -> float:
    head = scale.head if band.chapter else 0.0
    return head + sum(tasks[task][1] + scale.gap for task in band.tasks) + 2 * scale.gap


def _halves(
    bands: tuple[Band, ...], tasks: Sequence[tuple[tuple[str, ...], float]], scale: Scale
) -> tuple[tuple[Band, ...], ...]:
    """The bands in two columns of about one height; a chapter is cut in two only where that is far better."""

    def taller(parts: tuple[tuple[Band, ...], ...]) -> float:
        return max(_side(part, tasks, scale) for part in parts)

    between = min(((bands[:at], bands[at:]) for at in range(1, len(bands) + 1)), key=taller)
    middle, used = _side(bands, tasks, scale) / 2, 0.0
    for at, band in enumerate(bands):
        used += _tall(band, tasks, scale)
        if used > middle:
            cuts = (
                (
                    (*bands[:at], Band(band.chapter, band.tasks[:cut])),
                    (Band(band.chapter, band.tasks[cut:], continued=True), *bands[at + 1 :]),
                )
                for cut in range(1, len(band.tasks))
            )
            within = min(cuts, key=taller, default=between)
            return within if taller(between) > 1.2 * taller(within) else between
    return between


def _placed(plan: DrawingModel, fit: _Fit, start: Columns, order: Columns) -> Layout:
    scale, (across, tall) = fit.scale, fit.sheet
    left, right, low, high = MARGIN, across - MARGIN, fit.top, tall - fit.bottom
    two = len(fit.sides) == 2
    body_x = (across - fit.body_width) / 2 if two else left
    if not plan.bodies:
        task_x = [left, across / 2]
    elif two:
        task_x = [left, right - fit.task_width]
    else:
        task_x = [right - fit.task_width]

    need = [_side(side, fit.tasks, scale) for side in fit.sides]
    items = [sum(len(band.tasks) for band in side) for side in fit.sides]
    heights = sum(height for _, height in fit.bodies)
    # the columns end at about one height: the tasks go apart as far as looks well, the bodies as far as the tasks
    loose = max(have + count * scale.size * _LOOSE for have, count in zip(need, items, strict=True))
    low_end = min(high, low + max(loose, heights + (scale.gap + scale.size * _APART) * len(fit.bodies)))
    bands: list[Band] = []
    tasks: dict[int, Box] = {}
    for side, rows, x, have, count in zip(fit.sides, order.sides, task_x, need, items, strict=True):
        extra = max(0.0, min((low_end - low - have) / max(count, 1), scale.size * _LOOSEST))
        y = low
        for band, row in zip(side, rows, strict=True):
            reach = _tall(band, fit.tasks, scale) + extra * len(band.tasks)
            bands.append(Band(band.chapter, row, band.continued, x - 6, y, fit.task_width + 12, reach - scale.gap))
            below = y + (scale.head if band.chapter else scale.gap)
            for task in row:
                lines, height = fit.tasks[task]
                room = height + scale.gap + extra
                tasks[task] = Box(lines, x, below + room / 2, fit.task_width, height)
                below += room
            y += reach

    gap = (low_end - low - heights) / max(len(fit.bodies), 1)
    bodies: dict[int, Box] = {}
    y = low + gap / 2
    for body in order.bodies:
        lines, height = fit.bodies[body]
        bodies[body] = Box(lines, body_x, y + height / 2, fit.body_width, height)
        y += height + gap

    head = low - scale.head + scale.size * 0.7
    name = "任务" if plan.bodies else "任务（全文未标注责任单位）"
    heads = [(x + fit.task_width / 2, head, name) for x, count in zip(task_x, items, strict=True) if count]
    if plan.bodies:
        heads.append((body_x + fit.body_width / 2, head, "责任单位"))
    in_order = tuple(tasks[at] for at in range(len(tasks)))
    boxes = tuple(bodies[at] for at in range(len(bodies)))
    ends = _ends(plan, scale, boxes, in_order, fit.side_of)
    return Layout(scale, fit.sheet, start, order, tuple(heads), tuple(bands), boxes, in_order, ends)


def _ends(
    plan: DrawingModel, scale: Scale, bodies: Sequence[Box], tasks: Sequence[Box], side_of: dict[int, int]
) -> tuple[tuple[float, float, float, float], ...]:
    """The two ends of each link; on a box they stand in the order of their other ends, so that none cross there."""
    at_body: dict[tuple[int, int], list[int]] = {}
    at_task: dict[int, list[int]] = {}
    for at, link in enumerate(plan.links):
        at_body.setdefault((link.body, side_of[link.task]), []).append(at)
        at_task.setdefault(link.task, []).append(at)
    start: dict[int, float] = {}
    end: dict[int, float] = {}
    for (body, _), listed in at_body.items():
        listed.sort(key=lambda at: (tasks[plan.links[at].task].y, at))
        start |= _ports(listed, bodies[body], scale)
    for task, listed in at_task.items():
        listed.sort(key=lambda at: (bodies[plan.links[at].body].y, at))
        end |= _ports(listed, tasks[task], scale)
    found = []
    for at, link in enumerate(plan.links):
        here, there = bodies[link.body], tasks[link.task]
        if there.x < here.x:
            found.append((here.x, start[at], there.x + there.width, end[at]))
        else:
            found.append((here.x + here.width, start[at], there.x, end[at]))
    return tuple(found)


def _ports(listed: list[int], box: Box, scale: Scale) -> dict[int, float]:
    step = min(scale.size * 0.5, (box.height - scale.port) / max(len(listed) - 1, 1))
    first = box.y - step * (len(listed) - 1) / 2
    return {at: first + step * number for number, at in enumerate(listed)}
