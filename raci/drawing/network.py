"""Which bodies work together: circles as large as their load, lines as thick as the tasks they share.

Graphviz places the circles (neato: stress majorisation, close where much is shared), from pygraphviz's
wheel or, with ``engine="system"``, from the PATH. Its wheels cannot part boxes that overlap (they are
built without the triangulation that ``overlap=prism`` needs), so ``raci.drawing.spread`` does. Where the
wheel cannot be loaded, networkx places them (``spring``). Bodies that share no task with any other stand
in a row below.

Where there are more lines than an eye can follow, a backbone is drawn, and the foot says what was left out:
the lines of at least so many shared tasks that about 2.5 a body remain, and of every body its strongest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from raci.drawing import dot, spring
from raci.drawing.canvas import Canvas, points
from raci.drawing.page import A3, MARGIN, Caption, Sample, caption, frame, heights, message
from raci.drawing.plan import Body, Plan
from raci.drawing.spread import Point, fit, spread
from raci.drawing.style import BODY_EDGE, FAINT, INK, LEADS_EDGE, PAPER, Line
from raci.drawing.text import width, wrap
from raci.errors import DrawError
from raci.graph import collaboration, of_grid

__all__ = ["ENGINES", "count", "picture", "source"]

ENGINES = ("neato", "fdp", "spring", "system")

_TITLE = "部门协作关系图"
_PER_BODY = 2.5
_LEAST_LINES = 45
_LED, _SHARED = "#eba79f", "#a9c4e6"
_LINE = "#64748b"
_THIN, _THICK = 0.8, 6.0
_SIZES = (15, 13, 12, 11, 10)
_LABEL = 8.0
#: how much of a sheet the boxes may take: so that letters are made smaller, and so that the sheet grows
_EASY, _FULL = 0.17, 0.3


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two bodies (indexes) and the tasks that they share."""

    first: int
    second: int
    weight: int
    tasks: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A body as it is drawn: the radius of its circle, its name in lines."""

    radius: float
    lines: tuple[str, ...]
    box: Point


def picture(plan: Plan, *, title: str | None = None, engine: str | None = None, drawn: date | None = None) -> Canvas:
    """The drawing. Raises DrawError for an engine that is not known or not to be had."""
    if engine not in (None, *ENGINES):
        raise DrawError(f"network 没有名为“{engine}”的排版引擎", place="engine", remedy=f"可用：{'、'.join(ENGINES)}")
    ties = _ties(plan)
    shown, note = _backbone(ties, len(plan.bodies))
    notes = [note] if note else []
    if plan.unassigned:
        notes.append(f"{len(plan.unassigned)} 项任务未标注责任单位，不在图中")
    figures = f"{len(plan.bodies)} 个单位 · {len(ties)} 对单位有共同任务"
    said = caption(plan, _TITLE, figures, _legend(plan, shown), title=title, drawn=drawn, notes=notes)
    if not plan.bodies:
        return message(said, "本文件中没有标注责任单位，因此没有可画的内容")
    return _drawn(plan, said, shown, engine)


def count(plan: Plan) -> dict[str, int]:
    """Nothing: a network has no columns in which lines could be counted to cross."""
    return {}


def source(plan: Plan) -> str:
    """The network as DOT source, all lines of it."""
    marks = [_mark(body, _SIZES[-1], _most(plan)) for body in plan.bodies]
    return _dot(plan, marks, _ties(plan), range(len(plan.bodies)), labels=True)


def _ties(plan: Plan) -> list[_Tie]:
    graph = collaboration(of_grid(plan.grid))
    # the graph holds the bodies in the order of the plan
    index = {node: number for number, node in enumerate(graph)}
    return [
        _Tie(index[first], index[second], int(data["weight"]), str(data["tasks"]))
        for first, second, data in graph.edges(data=True)
    ]


def _backbone(ties: list[_Tie], bodies: int) -> tuple[list[_Tie], str]:
    """The ties to draw, and what to say of the others."""
    room = max(_LEAST_LINES, round(_PER_BODY * bodies))
    if len(ties) <= room:
        return ties, ""
    least = next(
        weight
        for weight in sorted({tie.weight for tie in ties} | {max(tie.weight for tie in ties) + 1})
        if sum(tie.weight >= weight for tie in ties) <= room
    )
    strongest: dict[int, _Tie] = {}
    for tie in ties:
        for body in (tie.first, tie.second):
            if body not in strongest or tie.weight > strongest[body].weight:
                strongest[body] = tie
    kept = {(tie.first, tie.second) for tie in strongest.values()}
    shown = [tie for tie in ties if tie.weight >= least or (tie.first, tie.second) in kept]
    rule = f"只画共同任务不少于 {least} 项的连线和每个单位最强的一条，另有 {len(ties) - len(shown)} 对较弱的未画"
    return shown, rule


def _legend(plan: Plan, ties: Sequence[_Tie]) -> list[Sample]:
    samples = []
    if any(body.leads for body in plan.bodies):
        samples.append(Sample("牵头过任务的单位", fill=_LED, edge=LEADS_EDGE, shape="round"))
    if any(not body.leads for body in plan.bodies):
        samples.append(Sample("未牵头的单位", fill=_SHARED, edge=BODY_EDGE, shape="round"))
    if any(body.collective for body in plan.bodies):
        samples.append(Sample("集体（各市县、各部门等）", fill=PAPER, edge=INK, dashes="3 2", shape="round"))
    if plan.bodies:
        samples.append(Sample("圆的大小和数字：任务数", fill=PAPER, edge=FAINT, shape="round"))
    weights = sorted({tie.weight for tie in ties})
    for weight in dict.fromkeys(weights[:: max(1, len(weights) - 1)]):
        samples.append(Sample(f"共同任务 {weight} 项", line=Line(_LINE, _thickness(weight, weights[-1]))))
    return samples


def _thickness(weight: int, most: int) -> float:
    return _THIN + (_THICK - _THIN) * (weight - 1) / max(most - 1, 4)


def _most(plan: Plan) -> int:
    return max((body.load for body in plan.bodies), default=1)


def _mark(body: Body, size: float, most: int) -> _Mark:
    radius = size * (0.75 + 1.35 * math.sqrt(body.load / most))
    lines = tuple(wrap(body.name, _LABEL, 3))
    wide = max(2 * radius, max(map(width, lines)) * size) + size
    tall = 2 * radius + (len(lines) * 1.2 + 0.4) * size + 0.6 * size
    return _Mark(radius, lines, (wide, tall))


def _dot(plan: Plan, marks: Sequence[_Mark], ties: Sequence[_Tie], bodies: Sequence[int], *, labels: bool) -> str:
    most = max((tie.weight for tie in ties), default=1)
    boxes = [
        dot.Box(
            f"b{at}",
            plan.bodies[at].name,
            *marks[at].box,
            more={"style": "dashed" if plan.bodies[at].collective else "solid"} if labels else {},
        )
        for at in bodies
    ]
    edges = [
        dot.Edge(
            f"b{tie.first}",
            f"b{tie.second}",
            # inches: what is shared most is closest
            {"len": f"{2.6 - 1.4 * tie.weight / most:.3f}"}
            | ({"penwidth": f"{_thickness(tie.weight, most):.1f}", "label": str(tie.weight)} if labels else {}),
        )
        for tie in ties
    ]
    return dot.source(boxes, edges, directed=False, labels=labels, start="7", overlap="true")


def _placed(
    plan: Plan, marks: Sequence[_Mark], ties: Sequence[_Tie], joined: Sequence[int], engine: str | None
) -> dict[int, Point]:
    if engine != "spring":
        program = engine if engine not in (None, "system") else "neato"
        text = _dot(plan, marks, ties, joined, labels=False)
        try:
            found = dot.place(text, program, system=engine == "system")
            return {body: found[f"b{body}"] for body in joined}
        except dot.NoGraphviz:
            if engine is not None:
                raise
    most = max(tie.weight for tie in ties)
    return spring.place(joined, ((tie.first, tie.second, 1 + 3 * tie.weight / most) for tie in ties))


def _drawn(plan: Plan, said: Caption, ties: Sequence[_Tie], engine: str | None) -> Canvas:
    joined = sorted({body for tie in ties for body in (tie.first, tie.second)})
    alone = [body for body in range(len(plan.bodies)) if body not in set(joined)]
    most = _most(plan)
    size = float(_SIZES[-1])
    for size in map(float, _SIZES):
        marks = [_mark(body, size, most) for body in plan.bodies]
        if sum(mark.box[0] * mark.box[1] for mark in marks) < _EASY * A3[0] * A3[1]:
            break
    flat: dict[int, Point] = {}
    if joined:
        flat = _placed(plan, marks, ties, joined, engine)
    sheet = A3
    area = sum(mark.box[0] * mark.box[1] for mark in marks)
    while True:
        top, bottom = heights(said, sheet[0])
        room = (sheet[0] - 2 * MARGIN, sheet[1] - top - bottom - 4)
        if area > _FULL * room[0] * room[1]:
            sheet = (sheet[0] * 1.05, sheet[1] * 1.05)
            continue
        rows = _rows(alone, marks, room[0])
        below = sum(max(marks[body].box[1] for body in row) for row in rows) + (2 * size if rows else 0)
        placed = _settled(flat, marks, room[0], room[1] - below)
        if placed is not None and below <= room[1]:
            break
        sheet = (sheet[0] * 1.1, sheet[1] * 1.1)
    y = room[1] - below + 2 * size if joined else size
    for row in rows:
        tall = max(marks[body].box[1] for body in row)
        x = 0.0
        for body in row:
            placed[body] = (x + marks[body].box[0] / 2, y + tall / 2)
            x += marks[body].box[0]
        y += tall

    canvas = Canvas(*sheet, said.title)
    frame(canvas, said)
    at = {body: (MARGIN + x, top + y) for body, (x, y) in placed.items()}
    if alone and joined:
        canvas.group("heads")
        canvas.text(MARGIN, top + room[1] - below + size, "与其他单位没有共同任务：", size, fill=FAINT)
    _lines(canvas, plan, ties, marks, at, size)
    _marks(canvas, plan, marks, at, size)
    _hover(canvas, plan)
    return canvas


def _settled(flat: dict[int, Point], marks: Sequence[_Mark], wide: float, tall: float) -> dict[int, Point] | None:
    if not flat:
        return {}
    sizes = [marks[body].box for body in flat]
    if tall < max(size[1] for size in sizes) or wide < max(size[0] for size in sizes):
        return None
    # a few bodies stand together in the middle rather than in the corners
    part = min(1.0, 0.3 + 0.1 * len(flat))
    inner = [max(room * part, max(size[axis] for size in sizes)) for axis, room in enumerate((wide, tall))]
    start = [
        (x + (wide - inner[0]) / 2, y + (tall - inner[1]) / 2)
        for x, y in fit(list(flat.values()), sizes, inner[0], inner[1])
    ]
    moved = spread(start, sizes, wide, tall)
    return None if moved is None else dict(zip(flat, moved, strict=True))


def _rows(bodies: Sequence[int], marks: Sequence[_Mark], room: float) -> list[list[int]]:
    rows: list[list[int]] = []
    used = room
    for body in bodies:
        used += marks[body].box[0]
        if used > room:
            rows.append([])
            used = marks[body].box[0]
        rows[-1].append(body)
    return rows


def _centre(mark: _Mark, at: Point, size: float) -> Point:
    """The middle of the circle: the box holds the name below it."""
    return at[0], at[1] - mark.box[1] / 2 + mark.radius + size * 0.3


def _lines(
    canvas: Canvas, plan: Plan, ties: Sequence[_Tie], marks: Sequence[_Mark], at: dict[int, Point], size: float
) -> None:
    most = max((tie.weight for tie in ties), default=1)
    canvas.group("links", stroke=_LINE, stroke_linecap="round")
    for tie in sorted(ties, key=lambda one: one.weight):
        (x1, y1), (x2, y2) = (_centre(marks[body], at[body], size) for body in (tie.first, tie.second))
        names = f"{plan.bodies[tie.first].name} — {plan.bodies[tie.second].name}"
        canvas.path(
            points("M{} {}L{} {}", (x1, y1, x2, y2)),
            tip=f"{names}\n共同任务 {tie.weight} 项\n" + "\n".join(tie.tasks.split("；")),
            class_=f"b{tie.first} b{tie.second}",
            stroke_width=_thickness(tie.weight, most),
            stroke_opacity=0.3 + 0.35 * tie.weight / most,
        )


def _marks(canvas: Canvas, plan: Plan, marks: Sequence[_Mark], at: dict[int, Point], size: float) -> None:
    group = canvas.group("bodies")
    for number, body in enumerate(plan.bodies):
        mark = marks[number]
        x, y = _centre(mark, at[number], size)
        name = "node body collective" if body.collective else "node body"
        canvas.group(name, within=group, tip=body.describe(), data_node=f"b{number}")
        canvas.circle(
            x,
            y,
            mark.radius,
            fill=_LED if body.leads else _SHARED,
            stroke=LEADS_EDGE if body.leads else BODY_EDGE,
            stroke_width=1.6 if body.collective else 1.0,
            stroke_dasharray="3 2" if body.collective else "none",
        )
        canvas.text(x, y, str(body.load), size * 0.85, anchor="middle")
        for line, text in enumerate(mark.lines):
            canvas.text(
                x,
                y + mark.radius + size * (0.9 + 1.2 * line),
                text,
                size,
                anchor="middle",
                stroke=PAPER,
                stroke_width=2.5,
                stroke_linejoin="round",
                paint_order="stroke",
            )


def _hover(canvas: Canvas, plan: Plan) -> None:
    """On the screen: the mouse on a circle brings out its lines, and no script is needed."""
    canvas.rule("svg:has(.node:hover) .links path{stroke-opacity:.06}")
    canvas.rule(".links path:hover{stroke-opacity:1}")
    for at in range(len(plan.bodies)):
        canvas.rule(f'svg:has([data-node="b{at}"]:hover) .links path.b{at}{{stroke-opacity:.9}}')
