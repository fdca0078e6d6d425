"""Bodies by level and system, each with its load: a band a level, a box a body, red for those that lead.

The groups that the plan sets up follow: who leads them, who is in them, where the office is, what parts they have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from raci.config.options.draw import DrawOptions
from raci.drawing.canvas import Canvas
from raci.drawing.group_sheets import draw_groups, planned_groups
from raci.drawing.kind import DrawingKind
from raci.drawing.model import DrawingModel, DrawnBody
from raci.drawing.page import (
    A3,
    LEAST,
    MARGIN,
    NO_BODIES,
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
from raci.drawing.style import BAND, BODY, BODY_EDGE, FAINT, LEADS, LEADS_EDGE, LEADS_WEIGHT, PAPER
from raci.drawing.text import shorten, width, wrap
from raci.views.tables.body_order import grouped

__all__ = ["KIND"]

_TITLE = "部门层级图"
#: sizes of letters that are tried, in pt
_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0, LEAST)
#: the longest line of a name, in em
_LINE = 9.0


@dataclass(frozen=True, slots=True)
class _Level:
    """A level, or a part of one: its name, how many bodies it has in all, those shown here."""

    name: str
    total: int
    bodies: Sequence[int]


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing, on as many sheets as it takes."""
    caption = _caption(model, options)
    groups = planned_groups(model, options)
    if not model.bodies:
        if groups:
            return Drawing(tuple(draw_groups(model, options, groups)))
        return Drawing((message_sheet(caption, NO_BODIES),))
    place = {index: position for position, index in enumerate(model.grid.columns())}
    levels = [
        _Level(name or "单位", len(columns), [place[column] for column in columns])
        for name, columns in grouped(model.grid)
    ]
    top, room = room_on(caption)
    size = next((size for size in _SIZES if sum(_height(level, size) for level in levels) <= room), _SIZES[-1])
    pages = _pages(levels, size, room)
    sheets = []
    for number, page in enumerate(pages, start=1):
        shown = f"本页 {sum(len(level.bodies) for level in page)} 个单位"
        canvas = new_sheet(numbered(caption, number, len(pages) + len(groups), shown))
        _draw_levels(canvas, model, page, (top, room), size)
        sheets.append(canvas)
    return Drawing((*sheets, *draw_groups(model, options, groups, before=len(pages))))


def _pages(levels: Sequence[_Level], size: float, room: float) -> list[list[_Level]]:
    """The levels of each sheet; one that does not fit goes on with its next row of boxes."""
    pages: list[list[_Level]] = [[]]
    used = 0.0
    for level in levels:
        rest, name = level.bodies, level.name
        while rest:
            rows = int((room - used - _height_of(0, size)) / (_box(size)[1] + size * 0.7) + 1e-6)
            if rows < 1:
                pages.append([])
                used = 0.0
                continue
            bodies, rest = rest[: rows * _across(size)], rest[rows * _across(size) :]
            pages[-1].append(_Level(name, level.total, bodies))
            used += _height_of(len(bodies), size)
            name = f"{level.name}（续）"
    return pages


def _draw_levels(
    canvas: Canvas, model: DrawingModel, levels: Sequence[_Level], frame: tuple[float, float], size: float
) -> None:
    y, room = frame
    # room that is left parts the levels
    spare = max(0.0, min((room - sum(_height(level, size) for level in levels)) / len(levels), 2 * size))
    for level in levels:
        height = _height(level, size) - size
        canvas.group("level")
        canvas.rect(MARGIN, y, A3[0] - 2 * MARGIN, height, rx=5, fill=BAND)
        middle = y + height / 2
        canvas.text(MARGIN + size, middle - size * 0.7, level.name, size * 1.1, font_weight="bold")
        figures = f"{level.total} 个单位"
        canvas.text(MARGIN + size, middle + size * 0.9, figures, max(size * 0.8, SMALL), fill=FAINT)
        _draw_boxes(canvas, model, level.bodies, y + size * 0.7, size)
        y += height + size + spare


def _label_width(size: float) -> float:
    return 7.5 * size


def _box(size: float) -> tuple[float, float]:
    """Width and height of a box with two lines of a name and a line of figures below."""
    return (_LINE + 1.4) * size, size * 4.3


def _across(size: float) -> int:
    """How many boxes stand in a row."""
    return max(1, int((A3[0] - 2 * MARGIN - _label_width(size)) / (_box(size)[0] + size * 0.7)))


def _height(level: _Level, size: float) -> float:
    return _height_of(len(level.bodies), size)


def _height_of(bodies: int, size: float) -> float:
    rows = -(-bodies // _across(size))
    return rows * (_box(size)[1] + size * 0.7) + 0.7 * size + size


def _draw_boxes(canvas: Canvas, model: DrawingModel, bodies: Sequence[int], y: float, size: float) -> None:
    box_width, box_height = _box(size)
    across = _across(size)
    most = max(body.load for body in model.bodies)
    for number, index in enumerate(bodies):
        body = model.bodies[index]
        x = MARGIN + _label_width(size) + number % across * (box_width + size * 0.7)
        top = y + number // across * (box_height + size * 0.7)
        middle = x + box_width / 2
        edge = LEADS_EDGE if body.leads else BODY_EDGE
        canvas.group("node body", tip=body.describe(), data_node=f"b{index}")
        outline: dict[str, str | float] = {
            "stroke": edge,
            "stroke_width": LEADS_WEIGHT if body.leads else 1.0,
            "stroke_dasharray": "4 2" if body.collective else "none",
        }
        canvas.rect(x, top, box_width, box_height, rx=4, fill=_fill(body), **outline)
        lines = wrap(body.name, _LINE)
        first = top + size * (1.5 if len(lines) == 1 else 0.95)
        for line, text in enumerate(lines):
            canvas.text(middle, first + line * size * 1.2, shorten(text, _LINE + 0.6), size, anchor="middle")
        figures = f"{body.load} 项" + (f" · 牵头 {body.leads}" if body.leads else "")
        y_figures = top + box_height - size * 0.75
        canvas.text(middle, y_figures, figures, max(size * 0.78, SMALL), anchor="middle", fill=FAINT)
        share = min(body.load / most, 1.0)
        canvas.rect(x, top + box_height - 2.5, box_width * share, 2.5, fill=edge)


def _fill(body: DrawnBody) -> str:
    return LEADS if body.leads else PAPER if body.collective else BODY


def _caption(model: DrawingModel, options: DrawOptions) -> Caption:
    samples = []
    if any(body.leads for body in model.bodies):
        samples.append(Sample("牵头过任务的单位", fill=LEADS, edge=LEADS_EDGE, weight=LEADS_WEIGHT))
    if any(not body.leads for body in model.bodies):
        samples.append(Sample("未牵头的单位", fill=BODY, edge=BODY_EDGE))
    if any(body.collective for body in model.bodies):
        samples.append(Sample("集体（各市县、各部门等）", fill=PAPER, edge=BODY_EDGE, dashes="4 2"))
    notes = ["框底的粗线与任务数成比例；层级以机构名录为准，查不到的列入“其他单位”"]
    longest = max((width(body.name) for body in model.bodies), default=0.0)
    if longest > 2 * _LINE:
        notes.append("过长的名称有省略，全称见表")
    return caption_of(model, options, _TITLE, f"{len(model.bodies)} 个单位", samples, notes)


KIND = DrawingKind(name="org", position=5, title=_TITLE, hint="部门层级和领导小组", sheets=_sheets)
