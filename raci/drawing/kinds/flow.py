"""Which chapter's tasks are led by whom: chapters left, leads right, ribbons as thick as their tasks (Sankey).

A task that several bodies lead counts once for each. Where nobody leads anything, the responsible bodies stand
in their place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from raci.config.options.draw import DrawOptions
from raci.drawing.canvas import Canvas, curve
from raci.drawing.kind import DrawingKind, Suitability
from raci.drawing.model import DrawingModel
from raci.drawing.page import (
    A3,
    LEAST,
    MARGIN,
    SMALL,
    Caption,
    Sample,
    caption_of,
    message_sheet,
    new_sheet,
    numbered,
    room_on,
)
from raci.drawing.picture import Drawing
from raci.drawing.split import chapters, split_model
from raci.drawing.style import BODY_EDGE, FAINT, GAP, GAP_EDGE, HUES, PAPER
from raci.drawing.text import shorten, width, wrap
from raci.model import Role
from raci.model.labels import ROLE_WORDS

__all__ = ["KIND"]

_TITLE = "章节与牵头单位流向图"
#: how wide a node is, in pt
_NODE = 16.0
#: how high a task is, in pt
_LEAST, _MOST = 2.5, 30.0
#: sizes of letters that are tried, each with the gap between the nodes
_TRIES = ((13.0, 12.0), (12.0, 9.0), (11.0, 7.0), (10.0, 5.0), (LEAST, 4.0))
#: the longest heading and name, in em
_HEADING, _NAME = 24.0, 22.0


@dataclass(slots=True)
class _Node:
    """A chapter or a body: its name, its weight, its upper edge, and how much of its side is taken."""

    name: str
    weight: int = 0
    y: float = 0.0
    used: float = 0.0


@dataclass(frozen=True, slots=True)
class _Flows:
    """Chapters (tasks, where there is only one chapter) and bodies, and how many tasks lead from these to those."""

    weights: Counter[tuple[int, int]]
    before: list[_Node]
    after: list[_Node]


@dataclass(frozen=True, slots=True)
class _FlowScale:
    """The size of the letters, the gap between two nodes, and the height of a task, in pt."""

    size: float
    gap: float
    unit: float

    def node(self, node: _Node) -> float:
        """The height that a node takes, its name included."""
        return max(node.weight * self.unit, self.size * 1.25)

    def column(self, nodes: Sequence[_Node]) -> float:
        """The height of nodes one below the other."""
        return sum(map(self.node, nodes)) + self.gap * (len(nodes) - 1)


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing, on as many sheets as it takes."""
    role = _role(model)
    caption = _caption(model, role, options)
    if not any(link.role == role for link in model.links):
        return Drawing((message_sheet(caption, "本文件中没有写明牵头或责任单位，因此没有可画的内容"),))
    top, room = room_on(caption)
    by_task = len(chapters(model)) < 2
    parts = split_model(model, lambda part: _scale(_flows(part, role, by_task), room) is not None)
    sheets = []
    for number, part in enumerate(parts, start=1):
        shown = f"本页 {len({task.index for task in part.tasks})} 项任务"
        canvas = new_sheet(numbered(caption, number, len(parts), shown))
        _draw_flows(canvas, _flows(part, role, by_task), top, room)
        sheets.append(canvas)
    return Drawing(tuple(sheets))


def _fits(model: DrawingModel) -> bool:
    """Whether there are flows, and one sheet holds them."""
    role = _role(model)
    _, room = room_on(_caption(model, role, DrawOptions()))
    flows = any(link.role == role for link in model.links)
    return flows and _scale(_flows(model, role, len(chapters(model)) < 2), room) is not None


def _role(model: DrawingModel) -> Role:
    return "lead" if any(link.role == "lead" for link in model.links) else "responsible"


def _scale(flows: _Flows, room: float) -> _FlowScale | None:
    """The largest scale that fits; None where none does."""
    for size, gap in _TRIES:
        unit = _MOST
        while unit >= _LEAST:
            scale = _FlowScale(size, gap, unit)
            if max(map(scale.column, (flows.before, flows.after))) <= room:
                return scale
            unit -= 0.5
    return None


def _draw_flows(canvas: Canvas, flows: _Flows, top: float, room: float) -> None:
    scale = _scale(flows, room) or _FlowScale(*_TRIES[-1], _LEAST)
    middle = top + room / 2
    for nodes in (flows.before, flows.after):
        _place(nodes, middle - scale.column(nodes) / 2, scale)
    left = MARGIN + min(max(width(node.name) for node in flows.before), _HEADING) * scale.size + 14
    right = A3[0] - MARGIN - min(max(width(node.name) for node in flows.after), _NAME) * scale.size - 46
    canvas.group("links")
    by_place = sorted(flows.weights.items(), key=lambda flow: (flow[0][0], flows.after[flow[0][1]].y))
    for (before, after), weight in by_place:
        ends = (left + _NODE, right)
        _draw_ribbon(canvas, flows.before[before], flows.after[after], weight * scale.unit, ends, _hue(before))
    for index, node in enumerate(flows.before):
        _draw_node(canvas, node, left, scale, _hue(index))
        _name_before(canvas, node, left, scale)
    for node in flows.after:
        _draw_node(canvas, node, right, scale, GAP_EDGE if node.name.startswith("（") else BODY_EDGE)
        y = node.y + node.weight * scale.unit / 2
        canvas.text(right + _NODE + 8, y, f"{shorten(node.name, _NAME)}", scale.size)
        canvas.text(A3[0] - MARGIN, y, str(node.weight), max(scale.size * 0.85, SMALL), anchor="end", fill=FAINT)


def _hue(chapter: int) -> str:
    return HUES[chapter % len(HUES)]


def _flows(model: DrawingModel, role: Role, by_task: bool) -> _Flows:
    """The chapters (tasks) in document order, the bodies by where theirs stand."""
    bodies: dict[int, list[int]] = {}
    for link in model.links:
        if link.role == role:
            bodies.setdefault(link.task, []).append(link.body)
    rows: dict[tuple[str, int], int] = {}
    rows_of: dict[str, list[int]] = {}
    flows: Counter[tuple[int, str]] = Counter()
    for index, task in enumerate(model.tasks):
        heading = task.label if by_task else task.chapter[0] if task.chapter else "（无章节）"
        row = rows.setdefault((heading, task.index if by_task else 0), len(rows))
        names = [model.bodies[body].name for body in bodies.get(index, ())] or [f"（未写明{ROLE_WORDS[role]}）"]
        for name in names:
            flows[row, name] += 1
            rows_of.setdefault(name, []).append(row)
    order = sorted(rows_of, key=lambda name: (name.startswith("（"), sum(rows_of[name]) / len(rows_of[name]), name))
    rank = {name: position for position, name in enumerate(order)}
    weights = Counter({(row, rank[name]): weight for (row, name), weight in flows.items()})
    before = [_Node(heading) for heading, _ in rows]
    after = [_Node(name) for name in order]
    for (row, body), weight in weights.items():
        before[row].weight += weight
        after[body].weight += weight
    return _Flows(weights, before, after)


def _place(nodes: Sequence[_Node], y: float, scale: _FlowScale) -> None:
    for node in nodes:
        height = scale.node(node)
        node.y = y + (height - node.weight * scale.unit) / 2
        y += height + scale.gap


def _draw_ribbon(
    canvas: Canvas, chapter: _Node, body: _Node, thickness: float, ends: tuple[float, float], hue: str
) -> None:
    start = ends[0], chapter.y + chapter.used + thickness / 2
    end = ends[1], body.y + body.used + thickness / 2
    chapter.used += thickness
    body.used += thickness
    tip = f"{chapter.name} → {body.name}"
    canvas.path(curve(start, end), tip=tip, stroke=hue, stroke_width=thickness, stroke_opacity=0.42)


def _draw_node(canvas: Canvas, node: _Node, x: float, scale: _FlowScale, hue: str) -> None:
    canvas.group("node", tip=f"{node.name}\n{node.weight} 项")
    fill = GAP if node.name.startswith("（未") else hue
    canvas.rect(x, node.y, _NODE, node.weight * scale.unit, fill=fill, stroke=hue, stroke_width=0.8)


def _name_before(canvas: Canvas, node: _Node, x: float, scale: _FlowScale) -> None:
    """The heading of a chapter, left of its node, and the number of its tasks on it."""
    size, height = scale.size, node.weight * scale.unit
    y = node.y + height / 2
    lines = wrap(node.name, _HEADING) if height > 2.6 * size else [shorten(node.name, _HEADING)]
    for number, text in enumerate(lines):
        canvas.text(x - 8, y + (number - (len(lines) - 1) / 2) * size * 1.2, text, size, anchor="end")
    small = max(size * 0.72, SMALL)
    if height > small:
        canvas.text(x + _NODE / 2, y, str(node.weight), small, anchor="middle", fill=PAPER)


def _caption(model: DrawingModel, role: Role, options: DrawOptions) -> Caption:
    word = ROLE_WORDS[role]
    number = len({task.chapter[0] if task.chapter else "" for task in model.tasks})
    assigned = {link.task for link in model.links if link.role == role}
    samples = [Sample(f"（未写明{word}）", fill=GAP, edge=GAP_EDGE)] if len(assigned) < len(model.tasks) else []
    notes = [f"带子宽度为任务数；几家共同{word}的任务，每家各计一次"]
    if role == "responsible":
        notes.append("本文件没有写明牵头单位，图中为责任单位")
    if len(chapters(model)) < 2:
        notes.append("本文件不分章节，左边为任务")
    title = _TITLE if role == "lead" else "章节与责任单位流向图"
    figures = f"{number} 个章节 · {len(model.tasks)} 项任务" if number > 1 else f"{len(model.tasks)} 项任务"
    return caption_of(model, options, title, figures, samples, notes)


KIND = DrawingKind(
    name="flow",
    position=6,
    title=_TITLE,
    hint="章节流向",
    sheets=_sheets,
    suitability=Suitability(3, _fits, "任务太多，按章节汇总到牵头单位"),
)
