"""Which chapter's tasks are led by whom: chapters left, leads right, ribbons as thick as their tasks (Sankey).

A task that several bodies lead counts once for each. Where nobody leads anything, the responsible bodies stand
in their place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from raci.drawing.canvas import Canvas, points
from raci.drawing.leaves import chapters, leaves
from raci.drawing.model import DrawingModel
from raci.drawing.page import A3, LEAST, MARGIN, SMALL, Caption, Sample, caption, frame, heights, message, paged
from raci.drawing.picture import Drawing
from raci.drawing.style import BODY_EDGE, FAINT, GAP, GAP_EDGE, HUES, PAPER
from raci.drawing.text import shorten, width, wrap
from raci.model import Role
from raci.model.labels import ROLE_WORDS

__all__ = ["alone", "sheets"]

_TITLE = "章节与牵头单位流向图"
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
class _Sides:
    """Chapters (tasks, where there is but one chapter) and bodies, and how many tasks lead from these to those."""

    flows: Counter[tuple[int, int]]
    before: list[_Node]
    after: list[_Node]


def sheets(
    plan: DrawingModel, *, title: str | None = None, engine: str | None = None, drawn: date | None = None
) -> Drawing:
    """The drawing, on as many sheets as it takes; ``engine`` is for kinds that have one."""
    role = _role(plan)
    said = _caption(plan, role, title, drawn)
    if not any(link.role == role for link in plan.links):
        return Drawing((message(said, "本文件中没有写明牵头或责任单位，因此没有可画的内容"),))
    room = A3[1] - sum(heights(said, A3[0]))
    tasks = len(chapters(plan)) < 2
    parts = leaves(plan, lambda one: _scale(_sides(one, role, tasks), room) is not None)
    made = []
    for number, one in enumerate(parts, start=1):
        told = f"本页 {len({task.at for task in one.tasks})} 项任务"
        canvas = Canvas(*A3, said.title)
        frame(canvas, paged(said, number, len(parts), told))
        _sheet(canvas, _sides(one, role, tasks), heights(said, A3[0])[0], room)
        made.append(canvas)
    return Drawing(tuple(made))


def alone(plan: DrawingModel) -> bool:
    """Whether there are flows, and one sheet holds them."""
    role = _role(plan)
    room = A3[1] - sum(heights(_caption(plan, role), A3[0]))
    led = any(link.role == role for link in plan.links)
    return led and _scale(_sides(plan, role, len(chapters(plan)) < 2), room) is not None


def _role(plan: DrawingModel) -> Role:
    return "lead" if any(link.role == "lead" for link in plan.links) else "responsible"


def _scale(sides: _Sides, room: float) -> tuple[float, float, float] | None:
    """The size of the letters, the gap between nodes and the height of a task, the largest that fit."""
    for size, gap in _TRIES:
        unit = _MOST
        while unit >= _LEAST:
            if max(_stack(nodes, unit, gap, size) for nodes in (sides.before, sides.after)) <= room:
                return size, gap, unit
            unit -= 0.5
    return None


def _sheet(canvas: Canvas, sides: _Sides, top: float, room: float) -> None:
    size, gap, unit = _scale(sides, room) or (*_TRIES[-1], _LEAST)
    middle = top + room / 2
    for nodes in (sides.before, sides.after):
        _place(nodes, middle - _stack(nodes, unit, gap, size) / 2, unit, gap, size)
    left = MARGIN + min(max(width(node.name) for node in sides.before), _HEADING) * size + 14
    right = A3[0] - MARGIN - min(max(width(node.name) for node in sides.after), _NAME) * size - 46
    canvas.group("links")
    for (before, after), weight in sorted(sides.flows.items(), key=lambda one: (one[0][0], sides.after[one[0][1]].y)):
        ends = (left + _NODE, right)
        _ribbon(canvas, sides.before[before], sides.after[after], weight * unit, ends, _hue(before))
    for at, node in enumerate(sides.before):
        _node(canvas, node, left, unit, size, _hue(at), before=True)
    for node in sides.after:
        _node(canvas, node, right, unit, size, GAP_EDGE if node.name.startswith("（") else BODY_EDGE, before=False)


def _hue(chapter: int) -> str:
    return HUES[chapter % len(HUES)]


def _sides(plan: DrawingModel, role: Role, tasks: bool) -> _Sides:
    """The chapters (tasks) in document order, the bodies by where theirs stand."""
    leads: dict[int, list[int]] = {}
    for link in plan.links:
        if link.role == role:
            leads.setdefault(link.task, []).append(link.body)
    rows: dict[tuple[str, int], int] = {}
    places: dict[str, list[int]] = {}
    flows: Counter[tuple[int, str]] = Counter()
    for at, task in enumerate(plan.tasks):
        name = task.label if tasks else task.chapter[0] if task.chapter else "（无章节）"
        row = rows.setdefault((name, task.at if tasks else 0), len(rows))
        for name in [plan.bodies[body].name for body in leads.get(at, ())] or [f"（未写明{ROLE_WORDS[role]}）"]:
            flows[row, name] += 1
            places.setdefault(name, []).append(row)
    order = sorted(places, key=lambda name: (name.startswith("（"), sum(places[name]) / len(places[name]), name))
    rank = {name: at for at, name in enumerate(order)}
    made = Counter({(row, rank[name]): weight for (row, name), weight in flows.items()})
    left = [_Node(name) for name, _ in rows]
    right = [_Node(name) for name in order]
    for (row, body), weight in made.items():
        left[row].weight += weight
        right[body].weight += weight
    return _Sides(made, left, right)


def _height(node: _Node, unit: float, size: float) -> float:
    return max(node.weight * unit, size * 1.25)


def _stack(nodes: list[_Node], unit: float, gap: float, size: float) -> float:
    return sum(_height(node, unit, size) for node in nodes) + gap * (len(nodes) - 1)


def _place(nodes: list[_Node], y: float, unit: float, gap: float, size: float) -> None:
    for node in nodes:
        tall = _height(node, unit, size)
        node.y = y + (tall - node.weight * unit) / 2
        y += tall + gap


def _ribbon(canvas: Canvas, chapter: _Node, body: _Node, thick: float, ends: tuple[float, float], hue: str) -> None:
    x1, x2 = ends
    y1, y2 = chapter.y + chapter.used + thick / 2, body.y + body.used + thick / 2
    chapter.used += thick
    body.used += thick
    bend = (x2 - x1) * 0.45
    canvas.path(
        points("M{} {}C{} {} {} {} {} {}", (x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2)),
        tip=f"{chapter.name} → {body.name}",
        stroke=hue,
        stroke_width=thick,
        stroke_opacity=0.42,
    )


def _node(canvas: Canvas, node: _Node, x: float, unit: float, size: float, hue: str, *, before: bool) -> None:
    canvas.group("node", tip=f"{node.name}\n{node.weight} 项")
    tall = node.weight * unit
    canvas.rect(x, node.y, _NODE, tall, fill=GAP if node.name.startswith("（未") else hue, stroke=hue, stroke_width=0.8)
    y = node.y + tall / 2
    if before:
        lines = wrap(node.name, _HEADING) if tall > 2.6 * size else [shorten(node.name, _HEADING)]
        for number, text in enumerate(lines):
            at = y + (number - (len(lines) - 1) / 2) * size * 1.2
            canvas.text(x - 8, at, text, size, anchor="end")
        if tall > max(size * 0.72, SMALL):
            canvas.text(x + _NODE / 2, y, str(node.weight), max(size * 0.72, SMALL), anchor="middle", fill=PAPER)
    else:
        canvas.text(x + _NODE + 8, y, f"{shorten(node.name, _NAME)}", size)
        canvas.text(A3[0] - MARGIN, y, str(node.weight), size * 0.85, anchor="end", fill=FAINT)


def _caption(plan: DrawingModel, role: Role, title: str | None = None, drawn: date | None = None) -> Caption:
    word = ROLE_WORDS[role]
    number = len({task.chapter[0] if task.chapter else "" for task in plan.tasks})
    led = {link.task for link in plan.links if link.role == role}
    samples = [Sample(f"（未写明{word}）", fill=GAP, edge=GAP_EDGE)] if len(led) < len(plan.tasks) else []
    notes = [f"带子宽度为任务数；几家共同{word}的任务，每家各计一次"]
    if role == "responsible":
        notes.append("本文件没有写明牵头单位，图中为责任单位")
    if len(chapters(plan)) < 2:
        notes.append("本文件不分章节，左边为任务")
    name = _TITLE if role == "lead" else "章节与责任单位流向图"
    figures = f"{number} 个章节 · {len(plan.tasks)} 项任务" if number > 1 else f"{len(plan.tasks)} 项任务"
    return caption(plan, name, figures, samples, title=title, drawn=drawn, notes=notes)
