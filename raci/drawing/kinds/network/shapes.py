"""A network, drawn: lines with their arrows, then circles with their names."""

from __future__ import annotations

import math
from collections.abc import Sequence

from raci.drawing.canvas import Canvas, points
from raci.drawing.kinds.network.layout import NetworkLayout
from raci.drawing.kinds.network.marks import BodyMark, thickness
from raci.drawing.kinds.network.ties import NetworkSelection, Tie
from raci.drawing.model import DrawnBody
from raci.drawing.page import MARGIN, SMALL, Caption, new_sheet
from raci.drawing.spread import Point
from raci.drawing.style import (
    BODY_EDGE,
    FAINT,
    LEADS_EDGE,
    NETWORK_ARROW,
    NETWORK_LEADS,
    NETWORK_LINE,
    NETWORK_OTHER,
    PAPER,
)
from raci.drawing.text import width

__all__ = ["draw_network"]


def draw_network(
    drawn: Sequence[DrawnBody], caption: Caption, selection: NetworkSelection, layout: NetworkLayout
) -> Canvas:
    """The sheet."""
    canvas = new_sheet(caption, layout.sheet)
    canvas.group("heads")
    for y, words in layout.apart:
        canvas.text(MARGIN, y, words, layout.size, fill=FAINT)
    _draw_lines(canvas, drawn, selection.ties, layout)
    _draw_marks(canvas, drawn, layout)
    _add_hover(canvas, selection.bodies)
    return canvas


def _draw_lines(canvas: Canvas, drawn: Sequence[DrawnBody], ties: Sequence[Tie], layout: NetworkLayout) -> None:
    marks, size = layout.marks, layout.size
    most = max((tie.weight for tie in ties), default=1)
    canvas.group("links", stroke=NETWORK_LINE, stroke_linecap="butt")
    heads: list[tuple[Tie, Point, Point, float]] = []
    for tie in sorted(ties, key=lambda tie: tie.weight):
        thick = thickness(tie.weight, most)
        start, end = (marks[body].centre(layout.places[body], size) for body in (tie.first, tie.second))
        length = math.dist(start, end) or 1.0
        along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
        head = min(size * 0.55 + thick, length / 3)
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
            tip=_describe(drawn, tie),
            class_=f"b{tie.first} b{tie.second}",
            stroke_width=thick,
            stroke_opacity=0.3 + 0.35 * tie.weight / most,
        )
    canvas.group("arrows", fill=NETWORK_ARROW)
    for tie, tip, along, head in heads:
        canvas.path(_arrow(tip, along, head), fill=NETWORK_ARROW, class_=f"b{tie.first} b{tie.second}")


def _arrow(tip: Point, along: Point, length: float) -> str:
    (x, y), (dx, dy) = tip, along
    half = length * 0.42
    back = x - dx * length, y - dy * length
    corners = (x, y, back[0] - dy * half, back[1] + dx * half, back[0] + dy * half, back[1] - dx * half)
    return points("M{} {}L{} {}L{} {}Z", corners)


def _describe(drawn: Sequence[DrawnBody], tie: Tie) -> str:
    """What the mouse shows: the two, how many tasks they share and who leads whom, the tasks."""
    first, second = drawn[tie.first].name, drawn[tie.second].name
    parts = [f"共同任务 {tie.weight} 项"]
    for number, lead, other in ((tie.first_leads, first, second), (tie.second_leads, second, first)):
        if number:
            parts.append(f"{lead} 牵头、{other} 参与 {number} 项")
    if tie.both_lead:
        parts.append(f"共同牵头 {tie.both_lead} 项")
    return "\n".join([f"{first} — {second}", *parts, *tie.tasks.split("；")])


def _rim(mark: BodyMark, centre: Point, along: Point, size: float) -> Point:
    """Where a line from the centre leaves the circle, or the name below it."""
    reach = mark.radius + 1.0
    half = max(map(width, mark.lines)) * size / 2 + 2
    low, high = mark.radius, mark.radius + size * (0.5 + 1.2 * len(mark.lines))
    if along[1] > 0.05:  # downwards: the name is in the way where the line meets it
        out = min(high / along[1], half / abs(along[0]) if abs(along[0]) > 1e-6 else math.inf)
        if out * along[1] > low * 0.8:
            reach = max(reach, out)
    return centre[0] + along[0] * reach, centre[1] + along[1] * reach


def _draw_marks(canvas: Canvas, drawn: Sequence[DrawnBody], layout: NetworkLayout) -> None:
    group = canvas.group("bodies")
    size = layout.size
    for index, mark in layout.marks.items():
        body = drawn[index]
        x, y = mark.centre(layout.places[index], size)
        name = "node body collective" if body.collective else "node body"
        canvas.group(name, within=group, tip=body.describe(), data_node=f"b{index}")
        canvas.circle(
            x,
            y,
            mark.radius,
            fill=NETWORK_LEADS if body.leads else NETWORK_OTHER,
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


def _add_hover(canvas: Canvas, bodies: Sequence[int]) -> None:
    """On the screen: the mouse on a circle brings out its lines, and no script is needed."""
    rules = ["svg:has(.node:hover) :is(.links,.arrows) path{stroke-opacity:.06;fill-opacity:.06}"]
    rules.append(".links path:hover{stroke-opacity:1}")
    rules += [
        f'svg:has([data-node="b{body}"]:hover) :is(.links,.arrows) path.b{body}{{stroke-opacity:.9;fill-opacity:1}}'
        for body in bodies
    ]
    canvas.rule("\n".join(rules))
