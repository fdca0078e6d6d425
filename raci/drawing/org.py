"""Bodies by level and system, each with its load: a band a level, boxes by kind, redder the more they lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from raci.drawing.canvas import Canvas
from raci.drawing.model import DrawingModel, DrawnBody
from raci.drawing.page import A3, LEAST, MARGIN, SMALL, Caption, Sample, caption, frame, heights, message, paged
from raci.drawing.picture import Drawing
from raci.drawing.style import BAND, BODY, BODY_EDGE, FAINT, LEADS, LEADS_EDGE, PAPER
from raci.drawing.text import shorten, width, wrap
from raci.views.tables.body_order import grouped

__all__ = ["sheets"]

_TITLE = "部门层级图"
_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0, LEAST)
#: the longest line of a name, in em
_LINE = 9.0


@dataclass(frozen=True, slots=True)
class _Band:
    """A level, or a part of one: its name, how many bodies it has in all, those shown here."""

    name: str
    number: int
    held: list[int]


def sheets(
    plan: DrawingModel, *, title: str | None = None, engine: str | None = None, drawn: date | None = None
) -> Drawing:
    """The drawing, on as many sheets as it takes; ``engine`` is for kinds that have one."""
    said = _caption(plan, title, drawn)
    if not plan.bodies:
        return Drawing((message(said, "本文件中没有标注责任单位，因此没有可画的内容"),))
    place = {index: position for position, index in enumerate(plan.grid.columns())}
    groups = [_Band(name or "单位", len(held), [place[index] for index in held]) for name, held in grouped(plan.grid)]
    room = A3[1] - sum(heights(said, A3[0]))
    size = next((size for size in _SIZES if sum(_tall(group.held, size) for group in groups) <= room), _SIZES[-1])
    pages = _pages(groups, size, room)
    made = []
    for number, bands in enumerate(pages, start=1):
        canvas = Canvas(*A3, said.title)
        frame(canvas, paged(said, number, len(pages), f"本页 {sum(len(band.held) for band in bands)} 个单位"))
        _sheet(canvas, plan, bands, heights(said, A3[0])[0], room, size)
        made.append(canvas)
    return Drawing(tuple(made))


def _pages(groups: list[_Band], size: float, room: float) -> list[list[_Band]]:
    """The bands of each sheet; a level that does not fit goes on with its next row of boxes."""
    pages: list[list[_Band]] = [[]]
    used = 0.0
    for group in groups:
        rest, name = group.held, group.name
        while rest:
            rows = int((room - used - _tall([], size)) / (_box(size)[1] + size * 0.7) + 1e-6)
            if rows < 1:
                pages.append([])
                used = 0.0
                continue
            held, rest = rest[: rows * _across(size)], rest[rows * _across(size) :]
            pages[-1].append(_Band(name, group.number, held))
            used += _tall(held, size)
            name = f"{group.name}（续）"
    return pages


def _sheet(canvas: Canvas, plan: DrawingModel, bands: list[_Band], top: float, room: float, size: float) -> None:
    tall = sum(_tall(band.held, size) for band in bands)
    # room that is left parts the bands
    spare = max(0.0, min((room - tall) / len(bands), 2 * size))
    y = top
    for band in bands:
        high = _tall(band.held, size) - size
        canvas.group("level")
        canvas.rect(MARGIN, y, A3[0] - 2 * MARGIN, high, rx=5, fill=BAND)
        canvas.text(MARGIN + size, y + high / 2 - size * 0.7, band.name, size * 1.1, font_weight="bold")
        told = f"{band.number} 个单位"
        canvas.text(MARGIN + size, y + high / 2 + size * 0.9, told, max(size * 0.8, SMALL), fill=FAINT)
        _boxes(canvas, plan, band.held, y + size * 0.7, size)
        y += high + size + spare


def _label(size: float) -> float:
    return 7.5 * size


def _box(size: float) -> tuple[float, float]:
    """A box with two lines of a name and a line of figures below."""
    return (_LINE + 1.4) * size, size * 4.3


def _across(size: float) -> int:
    return max(1, int((A3[0] - 2 * MARGIN - _label(size)) / (_box(size)[0] + size * 0.7)))


def _tall(held: list[int], size: float) -> float:
    rows = -(-len(held) // _across(size))
    return rows * (_box(size)[1] + size * 0.7) + 0.7 * size + size


def _boxes(canvas: Canvas, plan: DrawingModel, held: list[int], y: float, size: float) -> None:
    wide, tall = _box(size)
    across = _across(size)
    for number, at in enumerate(held):
        body = plan.bodies[at]
        x = MARGIN + _label(size) + number % across * (wide + size * 0.7)
        top = y + number // across * (tall + size * 0.7)
        canvas.group("node body", tip=body.describe(), data_node=f"b{at}")
        canvas.rect(
            x,
            top,
            wide,
            tall,
            rx=4,
            fill=_fill(body),
            stroke=LEADS_EDGE if body.leads else BODY_EDGE,
            stroke_dasharray="4 2" if body.collective else "none",
        )
        lines = wrap(body.name, _LINE)
        first = top + size * (1.5 if len(lines) == 1 else 0.95)
        for line, text in enumerate(lines):
            canvas.text(x + wide / 2, first + line * size * 1.2, shorten(text, _LINE + 0.6), size, anchor="middle")
        told = f"{body.load} 项" + (f" · 牵头 {body.leads}" if body.leads else "")
        canvas.text(x + wide / 2, top + tall - size * 0.75, told, max(size * 0.78, SMALL), anchor="middle", fill=FAINT)
        part = min(body.load / max(one.load for one in plan.bodies), 1.0)
        canvas.rect(x, top + tall - 2.5, wide * part, 2.5, fill=LEADS_EDGE if body.leads else BODY_EDGE)


def _fill(body: DrawnBody) -> str:
    return LEADS if body.leads else PAPER if body.collective else BODY


def _caption(plan: DrawingModel, title: str | None, drawn: date | None) -> Caption:
    samples = []
    if any(body.leads for body in plan.bodies):
        samples.append(Sample("牵头过任务的单位", fill=LEADS, edge=LEADS_EDGE))
    if any(not body.leads for body in plan.bodies):
        samples.append(Sample("未牵头的单位", fill=BODY, edge=BODY_EDGE))
    if any(body.collective for body in plan.bodies):
        samples.append(Sample("集体（各市县、各部门等）", fill=PAPER, edge=BODY_EDGE, dashes="4 2"))
    notes = ["框底的粗线与任务数成比例；层级以机构名录为准，查不到的列入“其他单位”"]
    figures = f"{len(plan.bodies)} 个单位"
    longest = max((width(body.name) for body in plan.bodies), default=0.0)
    if longest > 2 * _LINE:
        notes.append("过长的名称有省略，全称见表")
    return caption(plan, _TITLE, figures, samples, title=title, drawn=drawn, notes=notes)
