"""A sheet with bodies and tasks, drawn: chapters, lines, tasks, bodies."""

from __future__ import annotations

from dataclasses import dataclass

from raci.drawing.canvas import Canvas, curve
from raci.drawing.kinds.bipartite.place import ColumnLayout, PlacedBand, PlacedBox
from raci.drawing.kinds.bipartite.scale import ColumnScale, is_dense, tally
from raci.drawing.model import DrawingModel, Link
from raci.drawing.page import SMALL, Caption, new_sheet
from raci.drawing.style import BAND, BODY, BODY_EDGE, FAINT, GAP, GAP_EDGE, HAIR, INK, PAPER, line_of
from raci.drawing.text import shorten, width

__all__ = ["draw_columns", "has_dots", "is_accountable"]

_SEPARATOR = " › "


@dataclass(frozen=True, slots=True)
class _BoxStyle:
    """The colours of a box, and whether its edge is dashed."""

    fill: str
    edge: str
    dashed: bool = False


def has_dots(model: DrawingModel) -> bool:
    """Whether the lines of the leads alone do not show who is accountable, so that dots do."""
    return any(is_accountable(link) != (link.role == "lead") for link in model.links)


def is_accountable(link: Link) -> bool:
    """Whether the letter of a link contains A."""
    return "A" in link.letter.split("/")


def draw_columns(model: DrawingModel, caption: Caption, layout: ColumnLayout) -> Canvas:
    """The sheet."""
    canvas = new_sheet(caption, layout.sheet)
    canvas.group("heads")
    for x, y, text in layout.heads:
        canvas.text(x, y, text, layout.scale.size, fill=FAINT, anchor="middle")
    for band in layout.bands if any(band.chapter for band in layout.bands) else ():
        _draw_chapter(canvas, band, layout.scale)
    _draw_links(canvas, model, layout)
    _draw_tasks(canvas, model, layout)
    _draw_bodies(canvas, model, layout)
    _add_hover(canvas, model)
    return canvas


def _draw_chapter(canvas: Canvas, band: PlacedBand, scale: ColumnScale) -> None:
    canvas.group("chapter", tip=_SEPARATOR.join(band.chapter))
    canvas.rect(band.x, band.y, band.width, band.height, rx=4, fill=BAND)
    if not band.chapter:
        return
    room = (band.width - 14) / scale.size
    *above, heading = band.chapter
    if band.continued:
        heading += "（续）"
    # the heading itself matters more than those above it
    spare = room - width(heading) - width(_SEPARATOR)
    if above and spare > 4:
        heading = f"{shorten(_SEPARATOR.join(above), spare)}{_SEPARATOR}{heading}"
    y = band.y + scale.head / 2 + 1
    canvas.text(band.x + 6, y, shorten(heading, room), scale.size, fill=INK, font_weight="bold")


def _draw_links(canvas: Canvas, model: DrawingModel, layout: ColumnLayout) -> None:
    links = canvas.group("links")
    dots, thinner = has_dots(model), 0.75 if is_dense(model) else 1.0
    for role in reversed(model.roles()):
        line = line_of(role)
        canvas.group(
            f"role-{role}",
            within=links,
            stroke=line.colour,
            stroke_width=f"{line.width * thinner:.3g}",
            stroke_dasharray=line.dashes or "none",
            stroke_opacity=f"{_opacity(role, len(model.links)):g}",
        )
        for link, (x1, y1, x2, y2) in zip(model.links, layout.lines, strict=True):
            if link.role != role:
                continue
            ends = f"b{model.bodies[link.body].index} t{model.tasks[link.task].index}"
            canvas.path(curve((x1, y1), (x2, y2)), tip=model.describe(link), class_=ends)
            if dots and is_accountable(link):
                canvas.circle(x2 - (3 if x2 > x1 else -3), y2, 2.4, fill=line.colour, stroke="none")


def _opacity(role: str, links: int) -> float:
    """Many lines let one another through, those of the leads less so."""
    if role == "lead":
        return 0.95 if links < 300 else 0.8
    return 0.85 if links < 150 else 0.7 if links < 400 else 0.55


def _draw_tasks(canvas: Canvas, model: DrawingModel, layout: ColumnLayout) -> None:
    group = canvas.group("tasks")
    for index, (task, box) in enumerate(zip(model.tasks, layout.tasks, strict=True)):
        unassigned = index in model.unassigned
        tip = task.label + ("\n未标注责任单位" if unassigned else "")
        name = "node task unassigned" if unassigned else "node task"
        canvas.group(name, within=group, tip=tip, data_node=f"t{task.index}")
        _draw_box(canvas, box, layout.scale, _BoxStyle(GAP, GAP_EDGE, True) if unassigned else _BoxStyle(PAPER, HAIR))


def _draw_bodies(canvas: Canvas, model: DrawingModel, layout: ColumnLayout) -> None:
    group = canvas.group("bodies")
    scale = layout.scale
    for body, box in zip(model.bodies, layout.bodies, strict=True):
        name = "node body collective" if body.collective else "node body"
        canvas.group(name, within=group, tip=body.describe(), data_node=f"b{body.index}")
        style = _BoxStyle(PAPER, BODY_EDGE, True) if body.collective else _BoxStyle(BODY, BODY_EDGE)
        _draw_box(canvas, box, scale, style)
        right = box.x + box.width - scale.padding
        canvas.text(right, box.y, tally(body), max(scale.size * 0.8, SMALL), fill=FAINT, anchor="end")


def _draw_box(canvas: Canvas, box: PlacedBox, scale: ColumnScale, style: _BoxStyle) -> None:
    canvas.rect(
        box.x,
        box.y - box.height / 2,
        box.width,
        box.height,
        rx=3,
        fill=style.fill,
        stroke=style.edge,
        stroke_width=0.9,
        stroke_dasharray="4 2" if style.dashed else "none",
    )
    first = box.y - (len(box.lines) - 1) * scale.leading / 2
    for number, line in enumerate(box.lines):
        canvas.text(box.x + scale.padding + scale.size * 0.2, first + number * scale.leading, line, scale.size)


def _add_hover(canvas: Canvas, model: DrawingModel) -> None:
    """On the screen: the mouse on a box brings out its lines, and no script is needed."""
    nodes = [f"b{body.index}" for body in model.bodies] + [f"t{task.index}" for task in model.tasks]
    rules = ["svg:has(.node:hover) .links path{stroke-opacity:.08}"]
    rules.append(".links path:hover{stroke-opacity:1;stroke-width:3.5}")
    rules += [
        f'svg:has([data-node="{node}"]:hover) .links path.{node}{{stroke-opacity:1;stroke-width:2.4}}' for node in nodes
    ]
    canvas.rule("\n".join(rules))
