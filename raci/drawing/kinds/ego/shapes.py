"""A sheet about one body, drawn: the body left, its tasks in the middle, the bodies that share them right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from raci.config.palette import LineStyle
from raci.drawing.canvas import Canvas, curve
from raci.drawing.kinds.ego.parts import TASK, EgoSheet, pitch
from raci.drawing.model import DrawnBody
from raci.drawing.page import A3, MARGIN, SMALL
from raci.drawing.style import BODY, BODY_EDGE, FAINT, HAIR, LEADS, LEADS_EDGE, PAPER, line_of
from raci.drawing.text import shorten, width, wrap
from raci.model import ROLES, Role
from raci.model.labels import ROLE_WORDS

__all__ = ["draw_ego"]

#: the widest box of a name, in em
_NAME = 18.0
#: the box of the body itself, in em
_OWN = 11


@dataclass(frozen=True, slots=True)
class _EgoPlaces:
    """Where everything stands: ``rows`` task → y, ``levels`` body (of the part) → y, ``heads`` role, tasks, y.

    ``left`` and ``right`` are the left edges of the tasks and of the bodies, ``middle`` is the y of the body itself.
    """

    size: float
    left: float
    right: float
    middle: float
    headings: dict[int, list[str]]
    rows: dict[int, float]
    levels: dict[int, float]
    heads: Sequence[tuple[Role, int, float]]


def draw_ego(
    canvas: Canvas, sheet: EgoSheet, subject: tuple[DrawnBody, int], frame: tuple[float, float], size: float
) -> None:
    """Draw a sheet about ``subject`` (the body, and how many tasks it has in all) into ``frame`` (top, height)."""
    places = _places(sheet, frame, size)
    _draw_lines(canvas, sheet, places)
    canvas.group("heads")
    for role, tasks, y in places.heads:
        head = f"{ROLE_WORDS[role]}（{tasks} 项）"
        canvas.text(places.left, y, head, size, fill=line_of(role).colour, font_weight="bold")
    _draw_tasks(canvas, sheet, places)
    _draw_partners(canvas, sheet, places)
    _draw_subject(canvas, *subject, places)


def _places(sheet: EgoSheet, frame: tuple[float, float], size: float) -> _EgoPlaces:
    top, room = frame
    headings = sheet.headings()
    need = sheet.need(size)
    loose = max(0.0, min((room - need - len(sheet.own) * size * 2.2) / len(sheet.tasks), size * 1.3))
    used = need + loose * len(sheet.tasks) + len(sheet.own) * size * 2.2
    y = top + (room - used) / 2
    rows: dict[int, float] = {}
    heads: list[tuple[Role, int, float]] = []
    for role, tasks in sheet.own:
        heads.append((role, len(tasks), y + size * 1.2))
        y += size * 2.2
        for task in tasks:
            height = pitch(len(headings[task]), size) + loose
            rows[task] = y + height / 2
            y += height
    partners = sheet.partners()
    step = min(size * 3.4, room / max(len(partners), 1))
    first = top + (room - step * len(partners)) / 2
    levels = {body: first + (position + 0.5) * step for position, body in enumerate(partners)}
    left, right = MARGIN + _OWN * size + 120, A3[0] - MARGIN - (_NAME + 1) * size
    return _EgoPlaces(size, left, right, top + room / 2, headings, rows, levels, heads)


def _draw_lines(canvas: Canvas, sheet: EgoSheet, places: _EgoPlaces) -> None:
    canvas.group("links")
    edge, end = MARGIN + _OWN * places.size, places.left + TASK * places.size
    for role, tasks in sheet.own:
        for own_task in tasks:
            path = curve((edge, places.middle), (places.left, places.rows[own_task]))
            _draw_line(canvas, path, line_of(role), 1.2, class_=f"t{own_task}")
    for link in sorted(sheet.part.links, key=lambda link: -ROLES.index(link.role)):
        body, task = sheet.part.bodies[link.body], sheet.part.tasks[link.task]
        path = curve((end, places.rows[task.index]), (places.right, places.levels[link.body]))
        tip = sheet.part.describe(link)
        _draw_line(canvas, path, line_of(link.role), 0.9, tip=tip, class_=f"b{body.index} t{task.index}")


def _draw_line(canvas: Canvas, path: str, line: LineStyle, thickness: float, *, class_: str, tip: str = "") -> None:
    canvas.path(
        path,
        tip=tip,
        class_=class_,
        stroke=line.colour,
        stroke_width=line.width * thickness,
        stroke_dasharray=line.dashes or "none",
        stroke_opacity=0.8,
    )


def _draw_tasks(canvas: Canvas, sheet: EgoSheet, places: _EgoPlaces) -> None:
    size = places.size
    labels = {task.index: task.label for task in sheet.part.tasks}
    for task in sheet.tasks:
        lines, y = places.headings[task], places.rows[task]
        canvas.group("node task", tip=labels[task], data_node=f"t{task}")
        height = (len(lines) * 1.25 + 0.45) * size
        canvas.rect(places.left, y - height / 2, TASK * size, height, rx=3, fill=PAPER, stroke=HAIR)
        for line, text in enumerate(lines):
            canvas.text(places.left + size * 0.5, y + (line - (len(lines) - 1) / 2) * 1.25 * size, text, size)


def _draw_partners(canvas: Canvas, sheet: EgoSheet, places: _EgoPlaces) -> None:
    size, right = places.size, places.right
    for index, y in places.levels.items():
        body = sheet.part.bodies[index]
        canvas.group("node body", tip=body.describe(), data_node=f"b{body.index}")
        dashes = "4 2" if body.collective else "none"
        box = (min(width(body.name), _NAME) + 1) * size
        top = y - size * 0.85
        canvas.rect(right, top, box, size * 1.7, rx=3, fill=BODY, stroke=BODY_EDGE, stroke_dasharray=dashes)
        canvas.text(right + size * 0.5, y, shorten(body.name, _NAME), size)


def _draw_subject(canvas: Canvas, body: DrawnBody, tasks: int, places: _EgoPlaces) -> None:
    """The body itself, with how many tasks it has and leads."""
    x, y, size, box_width = MARGIN, places.middle, places.size, _OWN * places.size
    lines = wrap(body.name, box_width / size / 1.1 - 1, lines=3)
    height = (len(lines) * 1.3 + 2.4) * size * 1.1
    fill, edge = (LEADS, LEADS_EDGE) if body.leads else (BODY, BODY_EDGE)
    canvas.group("node body own", tip=body.describe(), data_node=f"b{body.index}")
    canvas.rect(x, y - height / 2, box_width, height, rx=6, fill=fill, stroke=edge)
    for number, text in enumerate(lines):
        line_y = y - height / 2 + (number + 0.9) * size * 1.4
        canvas.text(x + box_width / 2, line_y, text, size * 1.1, anchor="middle", font_weight="bold")
    figures = f"{tasks} 项，牵头 {body.leads} 项"
    small = max(size * 0.85, SMALL)
    canvas.text(x + box_width / 2, y + height / 2 - size, figures, small, anchor="middle", fill=FAINT)
