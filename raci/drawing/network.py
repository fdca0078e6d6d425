"""Which bodies work together: circles as large as their load, lines as thick as the tasks they share.

An arrow leads from who has the lead in a shared task to who takes part in it without; where either leads in some,
the line has two heads, and none where neither leads the other.

Graphviz places the circles (neato: stress majorisation, close where much is shared), from pygraphviz's
wheel or, with ``engine="system"``, from the PATH. Its wheels cannot part boxes that overlap (they are
built without the triangulation that ``overlap=prism`` needs), so ``raci.drawing.spread`` does. Where the
wheel cannot be loaded, networkx places them (``spring``). Bodies that share no task with any other stand
in a row below.

Where there are more lines than an eye can follow (about 2.5 a body), the backbone is drawn
(``raci.networks.backbone``); where there are more bodies than A3 holds, those with most tasks. The foot says what
was left out, and by which rule.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from raci.config.palette import RoleLine
from raci.drawing import dot, spring
from raci.drawing.canvas import Canvas, points
from raci.drawing.model import DrawingModel, DrawnBody
from raci.drawing.page import A3, LEAST, MARGIN, SMALL, Caption, Sample, caption, frame, heights, message
from raci.drawing.picture import Drawing
from raci.drawing.spread import Point, evened, fit, spread
from raci.drawing.style import BODY_EDGE, FAINT, INK, LEADS_EDGE, PAPER
from raci.drawing.text import width, wrap
from raci.errors import DrawError
from raci.networks.backbone import RULE, backbone
from raci.views.graph import collaboration, of_grid

__all__ = ["ENGINES", "sheets", "source"]

ENGINES = ("neato", "fdp", "spring", "system")

_TITLE = "部门协作关系图"
_PER_BODY = 2.5
_LEAST_LINES = 45
_LED, _SHARED = "#eba79f", "#a9c4e6"
_LINE = "#64748b"
_ARROW = "#3f4c5d"
_THIN, _THICK = 0.8, 6.0
_SIZES = (15.0, 13.0, 12.0, 11.0, 10.0, LEAST)
_LABEL = 8.0
#: how much of a sheet the boxes may take: so that letters are made smaller, and at most
_EASY, _FULL = 0.19, 0.34
#: how far the places keep what the layout says of distances; the rest spreads them evenly over the sheet
_EVEN = 0.65


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two bodies (indexes) and the tasks that they share; in how many one leads and the other does not."""

    first: int
    second: int
    weight: int
    tasks: str
    first_leads: int = 0
    second_leads: int = 0
    both_lead: int = 0


@dataclass(frozen=True, slots=True)
class _Mark:
    """A body as it is drawn: the radius of its circle, its name in lines."""

    radius: float
    lines: tuple[str, ...]
    box: Point


def sheets(
    plan: DrawingModel, *, title: str | None = None, engine: str | None = None, drawn: date | None = None
) -> Drawing:
    """The drawing, one sheet. Raises DrawError for an engine that is not known or not to be had."""
    if engine not in (None, *ENGINES):
        raise DrawError(f"network 没有名为“{engine}”的排版引擎", place="engine", remedy=f"可用：{'、'.join(ENGINES)}")
    every = _ties(plan)
    bodies = _bodies(plan)
    among = [tie for tie in every if tie.first in bodies and tie.second in bodies]
    most = max(_LEAST_LINES, round(_PER_BODY * len(bodies)))
    kept, alpha = backbone([(tie.first, tie.second, tie.weight) for tie in among], most)
    shown = [among[at] for at in kept]
    notes = _notes(plan, len(bodies), (len(every), len(among), len(shown)), alpha)
    figures = f"{len(plan.bodies)} 个单位 · {len(every)} 对单位有共同任务"
    said = caption(plan, _TITLE, figures, _legend(plan, shown), title=title, drawn=drawn, notes=notes)
    if not plan.bodies:
        return Drawing((message(said, "本文件中没有标注责任单位，因此没有可画的内容"),))
    facts: dict[str, object] = {"bodies": len(bodies), "ties": len(every), "ties_drawn": len(shown)}
    if alpha is not None:
        facts["backbone"] = {"rule": RULE, "alpha": alpha}
    return Drawing((_sheet(plan, said, bodies, shown, engine),), facts=facts)


def source(plan: DrawingModel) -> str:
    """The network as DOT source, all lines of it."""
    marks = {at: _mark(body, _SIZES[-1], _most(plan)) for at, body in enumerate(plan.bodies)}
    return _dot(plan, marks, _ties(plan), range(len(plan.bodies)), labels=True)


def _ties(plan: DrawingModel) -> list[_Tie]:
    graph = collaboration(of_grid(plan.grid))
    # the graph holds the bodies in the order of the plan
    index = {node: number for number, node in enumerate(graph)}
    found = []
    for *_, data in graph.edges(data=True):
        ends = index[data["first"]], index[data["second"]]
        leads = int(data["first_leads"]), int(data["second_leads"]), int(data["both_lead"])
        found.append(_Tie(*ends, int(data["weight"]), str(data["tasks"]), *leads))
    return found


def _bodies(plan: DrawingModel) -> list[int]:
    """The bodies that A3 holds in the smallest letters, those with most tasks first; in the order of the plan."""
    most, room = _most(plan), _FULL * A3[0] * A3[1] * 0.78
    shown: list[int] = []
    for body in sorted(range(len(plan.bodies)), key=lambda at: (-plan.bodies[at].load, at)):
        wide, tall = _mark(plan.bodies[body], _SIZES[-1], most).box
        room -= wide * tall
        if room < 0:
            break
        shown.append(body)
    return sorted(shown)


def _notes(plan: DrawingModel, bodies: int, ties: tuple[int, int, int], alpha: float | None) -> list[str]:
    every, among, shown = ties
    notes = []
    if bodies < len(plan.bodies):
        rest = f"其余 {len(plan.bodies) - bodies} 个单位和它们的 {every - among} 对关系见任务量图和各表"
        notes.append(f"单位太多，只画任务最多的 {bodies} 个，{rest}")
    if alpha is not None:
        rule = f"连线太密，只画骨架：差异过滤法（Serrano 等 2009，α = {alpha:g}），另加每个单位最强的一条"
        notes.append(f"{rule}；其余 {among - shown} 对较弱的未画")
    if plan.unassigned:
        notes.append(f"{len(plan.unassigned)} 项任务未标注责任单位，不在图中")
    return notes


def _legend(plan: DrawingModel, ties: Sequence[_Tie]) -> list[Sample]:
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
        samples.append(Sample(f"共同任务 {weight} 项", line=RoleLine(_LINE, _thickness(weight, weights[-1]))))
    if any(tie.first_leads or tie.second_leads for tie in ties):
        samples.append(Sample("箭头：牵头 → 参与（两端有箭头：各有牵头）", line=RoleLine(_ARROW, 1.4), shape="arrow"))
    return samples


#: body → how it is drawn
Marks = Mapping[int, _Mark]


def _thickness(weight: int, most: int) -> float:
    return _THIN + (_THICK - _THIN) * (weight - 1) / max(most - 1, 4)


def _most(plan: DrawingModel) -> int:
    return max((body.load for body in plan.bodies), default=1)


def _mark(body: DrawnBody, size: float, most: int) -> _Mark:
    radius = size * (0.75 + 1.35 * math.sqrt(body.load / most))
    lines = tuple(wrap(body.name, _LABEL, 3))
    wide = max(2 * radius, max(map(width, lines)) * size) + size
    tall = 2 * radius + (len(lines) * 1.2 + 0.4) * size + 0.6 * size
    return _Mark(radius, lines, (wide, tall))


def _dot(plan: DrawingModel, marks: Marks, ties: Sequence[_Tie], bodies: Sequence[int], *, labels: bool) -> str:
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
    plan: DrawingModel, marks: Marks, ties: Sequence[_Tie], joined: Sequence[int], engine: str | None
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


def _sheet(
    plan: DrawingModel, said: Caption, bodies: Sequence[int], ties: Sequence[_Tie], engine: str | None
) -> Canvas:
    joined = sorted({body for tie in ties for body in (tie.first, tie.second)})
    alone = [body for body in bodies if body not in set(joined)]
    most = _most(plan)
    sizes = [size for size in _SIZES if _area(plan, bodies, size, most) < _EASY * A3[0] * A3[1]] or [_SIZES[-1]]
    flat: dict[int, Point] = {}
    if joined:
        flat = _placed(plan, {body: _mark(plan.bodies[body], sizes[0], most) for body in bodies}, ties, joined, engine)
    top, bottom = heights(said, A3[0])
    sheet, at = A3, 0
    while True:
        size = sizes[min(at, len(sizes) - 1)]
        marks = {body: _mark(plan.bodies[body], size, most) for body in bodies}
        room = (sheet[0] - 2 * MARGIN, sheet[1] - top - bottom - 4)
        rows = _rows(alone, marks, room[0])
        below = sum(max(marks[body].box[1] for body in row) for row in rows) + (2 * size if rows else 0)
        placed = _settled(flat, marks, room[0], room[1] - below) if below <= room[1] else None
        if placed is not None:
            break
        at += 1
        if at >= len(sizes):  # what does not settle in the smallest letters
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
    where = {body: (MARGIN + x, top + y) for body, (x, y) in placed.items()}
    if alone and joined:
        canvas.group("heads")
        canvas.text(MARGIN, top + room[1] - below + size, "与其他单位没有共同任务：", size, fill=FAINT)
    _lines(canvas, plan, ties, marks, where, size)
    _marks(canvas, plan, marks, where, size)
    _hover(canvas, bodies)
    return canvas


def _area(plan: DrawingModel, bodies: Sequence[int], size: float, most: int) -> float:
    boxes = (_mark(plan.bodies[body], size, most).box for body in bodies)
    return sum(wide * tall for wide, tall in boxes)


def _settled(flat: dict[int, Point], marks: Marks, wide: float, tall: float) -> dict[int, Point] | None:
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
        for x, y in fit(evened(list(flat.values()), _EVEN), sizes, inner[0], inner[1])
    ]
    moved = spread(start, sizes, wide, tall)
    return None if moved is None else dict(zip(flat, moved, strict=True))


def _rows(bodies: Sequence[int], marks: Marks, room: float) -> list[list[int]]:
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
    canvas: Canvas, plan: DrawingModel, ties: Sequence[_Tie], marks: Marks, at: dict[int, Point], size: float
) -> None:
    most = max((tie.weight for tie in ties), default=1)
    canvas.group("links", stroke=_LINE, stroke_linecap="butt")
    heads: list[tuple[_Tie, Point, Point, float]] = []
    for tie in sorted(ties, key=lambda one: one.weight):
        thick = _thickness(tie.weight, most)
        start, end = (_centre(marks[body], at[body], size) for body in (tie.first, tie.second))
        long = math.dist(start, end) or 1.0
        along = ((end[0] - start[0]) / long, (end[1] - start[1]) / long)
        head = min(size * 0.55 + thick, long / 3)
        if tie.second_leads:
            tip = _rim(marks[tie.first], start, along, size)
            start = (tip[0] + along[0] * head * 0.9, tip[1] + along[1] * head * 0.9)
            heads.append((tie, tip, (-along[0], -along[1]), head))
        if tie.first_leads:
            tip = _rim(marks[tie.second], end, (-along[0], -along[1]), size)
            end = (tip[0] - along[0] * head * 0.9, tip[1] - along[1] * head * 0.9)
            heads.append((tie, tip, along, head))
        canvas.path(
            points("M{} {}L{} {}", (*start, *end)),
            tip=_told(plan, tie),
            class_=f"b{tie.first} b{tie.second}",
            stroke_width=thick,
            stroke_opacity=0.3 + 0.35 * tie.weight / most,
        )
    canvas.group("arrows", fill=_ARROW)
    for tie, (x, y), (dx, dy), head in heads:
        wide = head * 0.42
        back = x - dx * head, y - dy * head
        corners = (x, y, back[0] - dy * wide, back[1] + dx * wide, back[0] + dy * wide, back[1] - dx * wide)
        canvas.path(points("M{} {}L{} {}L{} {}Z", corners), fill=_ARROW, class_=f"b{tie.first} b{tie.second}")


def _told(plan: DrawingModel, tie: _Tie) -> str:
    """What the mouse shows: the two, how many tasks they share and who leads whom, the tasks."""
    first, second = plan.bodies[tie.first].name, plan.bodies[tie.second].name
    parts = [f"共同任务 {tie.weight} 项"]
    for number, lead, other in ((tie.first_leads, first, second), (tie.second_leads, second, first)):
        if number:
            parts.append(f"{lead} 牵头、{other} 参与 {number} 项")
    if tie.both_lead:
        parts.append(f"共同牵头 {tie.both_lead} 项")
    return "\n".join([f"{first} — {second}", *parts, *tie.tasks.split("；")])


def _rim(mark: _Mark, centre: Point, along: Point, size: float) -> Point:
    """Where a line from the centre leaves the circle, or the name below it."""
    reach = mark.radius + 1.0
    half = max(map(width, mark.lines)) * size / 2 + 2
    low, high = mark.radius, mark.radius + size * (0.5 + 1.2 * len(mark.lines))
    if along[1] > 0.05:  # downwards: the name is in the way where the line meets it
        out = min(high / along[1], half / abs(along[0]) if abs(along[0]) > 1e-6 else math.inf)
        if out * along[1] > low * 0.8:
            reach = max(reach, out)
    return centre[0] + along[0] * reach, centre[1] + along[1] * reach


def _marks(canvas: Canvas, plan: DrawingModel, marks: Marks, at: dict[int, Point], size: float) -> None:
    group = canvas.group("bodies")
    for number, mark in marks.items():
        body = plan.bodies[number]
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
        canvas.text(x, y, str(body.load), max(size * 0.85, SMALL), anchor="middle")
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


def _hover(canvas: Canvas, bodies: Sequence[int]) -> None:
    """On the screen: the mouse on a circle brings out its lines, and no script is needed."""
    rules = ["svg:has(.node:hover) :is(.links,.arrows) path{stroke-opacity:.06;fill-opacity:.06}"]
    rules.append(".links path:hover{stroke-opacity:1}")
    rules += [
        f'svg:has([data-node="b{at}"]:hover) :is(.links,.arrows) path.b{at}{{stroke-opacity:.9;fill-opacity:1}}'
        for at in bodies
    ]
    canvas.rule("\n".join(rules))
