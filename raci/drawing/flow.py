"""Which chapter's tasks are led by whom: chapters left, leads right, ribbons as thick as their tasks (Sankey).

A task that several bodies lead counts once for each. Where nobody leads anything, the responsible bodies stand
in their place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from raci.drawing.canvas import Canvas, points
from raci.drawing.page import A3, MARGIN, Caption, Sample, caption, frame, heights, message
from raci.drawing.plan import Plan
from raci.drawing.style import FAINT, GAP, GAP_EDGE
from raci.drawing.text import shorten, width, wrap
from raci.model import Role
from raci.words import ROLE_WORDS

__all__ = ["picture"]

_TITLE = "章节与牵头单位流向图"
#: colours of the chapters, in turn; those that colour-blind people tell apart (Okabe and Ito 2008), softened
_HUES = ("#4e79a7", "#d98b2b", "#5b9a68", "#b5607f", "#7f6bb3", "#3f9a9a", "#a8763e", "#7b8794")
_NODE = 16.0
_LEAST, _MOST = 4.0, 30.0


@dataclass(slots=True)
class _Node:
    """A chapter or a body: its name, its weight, its upper edge, and how much of its side is taken."""

    name: str
    weight: int = 0
    y: float = 0.0
    used: float = 0.0


def picture(plan: Plan, *, title: str | None = None, engine: str | None = None, drawn: date | None = None) -> Canvas:
    """The drawing; ``engine`` is for kinds that have one."""
    role: Role = "lead" if any(link.role == "lead" for link in plan.links) else "responsible"
    flows, chapters, bodies = _flows(plan, role)
    open_ones = any(node.name.startswith("（未") for node in bodies)
    said = _caption(plan, role, (len(chapters), open_ones), title, drawn)
    if not flows:
        return message(said, "本文件中没有写明牵头或责任单位，因此没有可画的内容")
    top, bottom = heights(said, A3[0])
    gap = 12.0
    names = max(len(chapters), len(bodies))
    # thin nodes are as high as a line of text
    size = 13.0 if names <= 30 else 11.0 if names <= 45 else 10.0
    unit = _MOST
    while True:
        tall = max(_stack(chapters, unit, gap, size), _stack(bodies, unit, gap, size))
        if tall <= A3[1] - top - bottom or unit <= _LEAST:
            break
        unit -= 0.5
    canvas = Canvas(A3[0], max(A3[1], tall + top + bottom), said.title)
    frame(canvas, said)
    middle = top + (canvas.height - top - bottom) / 2
    for nodes in (chapters, bodies):
        _place(nodes, middle - _stack(nodes, unit, gap, size) / 2, unit, gap, size)
    left = MARGIN + min(max(width(node.name) for node in chapters), 24.0) * size + 14
    right = A3[0] - MARGIN - min(max(width(node.name) for node in bodies), 22.0) * size - 46
    canvas.group("links")
    for (chapter, body), weight in sorted(flows.items(), key=lambda one: (one[0][0], bodies[one[0][1]].y)):
        _ribbon(canvas, chapters[chapter], bodies[body], weight * unit, (left + _NODE, right), _hue(chapter))
    for at, node in enumerate(chapters):
        _node(canvas, node, left, unit, size, _hue(at), before=True)
    for node in bodies:
        _node(canvas, node, right, unit, size, GAP_EDGE if node.name.startswith("（") else "#4a6fa5", before=False)
    return canvas


def _hue(chapter: int) -> str:
    return _HUES[chapter % len(_HUES)]


def _flows(plan: Plan, role: Role) -> tuple[Counter[tuple[int, int]], list[_Node], list[_Node]]:
    """(chapter, body) → tasks; the chapters in document order, the bodies by where their chapters stand."""
    leads: dict[int, list[int]] = {}
    for link in plan.links:
        if link.role == role:
            leads.setdefault(link.task, []).append(link.body)
    chapters: dict[str, int] = {}
    places: dict[str, list[int]] = {}
    flows: Counter[tuple[int, str]] = Counter()
    for at, task in enumerate(plan.tasks):
        chapter = chapters.setdefault(task.chapter[0] if task.chapter else "（无章节）", len(chapters))
        for name in [plan.bodies[body].name for body in leads.get(at, ())] or [f"（未写明{ROLE_WORDS[role]}）"]:
            flows[chapter, name] += 1
            places.setdefault(name, []).append(chapter)
    if not leads:
        return Counter(), [], []
    order = sorted(places, key=lambda name: (name.startswith("（"), sum(places[name]) / len(places[name]), name))
    rank = {name: at for at, name in enumerate(order)}
    made = Counter({(chapter, rank[name]): weight for (chapter, name), weight in flows.items()})
    left = [_Node(name) for name in chapters]
    right = [_Node(name) for name in order]
    for (chapter, body), weight in made.items():
        left[chapter].weight += weight
        right[body].weight += weight
    return made, left, right


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
        lines = wrap(node.name, 24.0) if tall > 2.6 * size else [shorten(node.name, 24.0)]
        for number, text in enumerate(lines):
            at = y + (number - (len(lines) - 1) / 2) * size * 1.2
            canvas.text(x - 8, at, text, size, anchor="end")
        if tall > size:
            canvas.text(x + _NODE / 2, y, str(node.weight), size * 0.72, anchor="middle", fill="#ffffff")
    else:
        canvas.text(x + _NODE + 8, y, f"{shorten(node.name, 22.0)}", size)
        canvas.text(A3[0] - MARGIN, y, str(node.weight), size * 0.85, anchor="end", fill=FAINT)


def _caption(plan: Plan, role: Role, shown: tuple[int, bool], title: str | None, drawn: date | None) -> Caption:
    chapters, open_ones = shown
    word = ROLE_WORDS[role]
    name = _TITLE if role == "lead" else "章节与责任单位流向图"
    samples = [Sample(f"（未写明{word}）", fill=GAP, edge=GAP_EDGE)] if open_ones else []
    notes = [f"带子宽度为任务数；几家共同{word}的任务，每家各计一次"]
    if role == "responsible":
        notes.append("本文件没有写明牵头单位，图中为责任单位")
    return caption(
        plan, name, f"{chapters} 个章节 · {len(plan.tasks)} 项任务", samples, title=title, drawn=drawn, notes=notes
    )
