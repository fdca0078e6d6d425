"""Bodies by level and system, each with its load: a band a level, boxes by kind, redder the more they lead."""

from __future__ import annotations

from datetime import date

from raci.drawing.canvas import Canvas
from raci.drawing.page import A3, MARGIN, Caption, Sample, caption, frame, heights, message
from raci.drawing.plan import Body, Plan
from raci.drawing.style import BAND, BODY, BODY_EDGE, FAINT, LEADS, LEADS_EDGE, PAPER
from raci.drawing.text import shorten, width, wrap
from raci.tables.bodies import grouped

__all__ = ["picture"]

_TITLE = "部门层级图"
_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
#: the longest line of a name, in em
_LINE = 9.0


def picture(plan: Plan, *, title: str | None = None, engine: str | None = None, drawn: date | None = None) -> Canvas:
    """The drawing; ``engine`` is for kinds that have one."""
    said = _caption(plan, title, drawn)
    if not plan.bodies:
        return message(said, "本文件中没有标注责任单位，因此没有可画的内容")
    place = {index: position for position, index in enumerate(plan.grid.columns())}
    groups = [(name or "单位", [place[index] for index in held]) for name, held in grouped(plan.grid)]
    top, bottom = heights(said, A3[0])
    for size in _SIZES:
        tall = sum(_tall(held, plan, size) for _, held in groups)
        if tall <= A3[1] - top - bottom:
            break
    canvas = Canvas(A3[0], max(A3[1], tall + top + bottom), said.title)
    frame(canvas, said)
    # room that is left parts the bands
    spare = min((canvas.height - top - bottom - tall) / len(groups), 2 * size)
    y = top
    for name, held in groups:
        band = _tall(held, plan, size) - size
        canvas.group("level")
        canvas.rect(MARGIN, y, A3[0] - 2 * MARGIN, band, rx=5, fill=BAND)
        canvas.text(MARGIN + size, y + band / 2 - size * 0.7, name, size * 1.1, font_weight="bold")
        canvas.text(MARGIN + size, y + band / 2 + size * 0.9, f"{len(held)} 个单位", size * 0.8, fill=FAINT)
        _boxes(canvas, plan, held, y + size * 0.7, size)
        y += band + size + spare
    return canvas


def _label(size: float) -> float:
    return 7.5 * size


def _box(size: float) -> tuple[float, float]:
    """A box with two lines of a name and a line of figures below."""
    return (_LINE + 1.4) * size, size * 4.3


def _across(size: float) -> int:
    return max(1, int((A3[0] - 2 * MARGIN - _label(size)) / (_box(size)[0] + size * 0.7)))


def _tall(held: list[int], plan: Plan, size: float) -> float:
    rows = -(-len(held) // _across(size))
    return rows * (_box(size)[1] + size * 0.7) + 0.7 * size + size


def _boxes(canvas: Canvas, plan: Plan, held: list[int], y: float, size: float) -> None:
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
        canvas.text(x + wide / 2, top + tall - size * 0.75, told, size * 0.78, anchor="middle", fill=FAINT)
        part = min(body.load / max(one.load for one in plan.bodies), 1.0)
        canvas.rect(x, top + tall - 2.5, wide * part, 2.5, fill=LEADS_EDGE if body.leads else BODY_EDGE)


def _fill(body: Body) -> str:
    return LEADS if body.leads else PAPER if body.collective else BODY


def _caption(plan: Plan, title: str | None, drawn: date | None) -> Caption:
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
