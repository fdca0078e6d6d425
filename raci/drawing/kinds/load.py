"""Who has how much to do: a bar a body, parted by letters, the longest first."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date

from raci.drawing.canvas import Canvas, points
from raci.drawing.model import DrawingModel
from raci.drawing.page import A3, MARGIN, SMALL, Caption, Sample, caption, frame, heights, message, paged
from raci.drawing.picture import Drawing
from raci.drawing.style import FAINT, HAIR, letter_colours
from raci.drawing.text import shorten, width
from raci.model import ROLES

__all__ = ["sheets"]

_TITLE = "部门任务量图"
#: row heights that are tried in one, two and three columns; the last is that of several sheets
_TRIES = ((1, 26.0), (1, 21.0), (2, 22.0), (2, 18.0), (3, 17.0))
_GAP = 40.0


def sheets(
    plan: DrawingModel, *, title: str | None = None, engine: str | None = None, drawn: date | None = None
) -> Drawing:
    """The drawing, on as many sheets as it takes; ``engine`` is for kinds that have one."""
    held = _held(plan)
    leads = [body.leads for body in plan.bodies]
    order = sorted(range(len(plan.bodies)), key=lambda body: (-sum(held[body].values()), -leads[body], body))
    letters = [letter for letter in _letters(plan) if any(counts[letter] for counts in held.values())]
    said = _caption(plan, letters, title, drawn)
    if not order:
        return Drawing((message(said, "本文件中没有标注责任单位，因此没有可画的内容"),))
    room = A3[1] - sum(heights(said, A3[0]))
    columns, row = next(
        ((columns, row) for columns, row in _TRIES if math.ceil(len(order) / columns) * row <= room), _TRIES[-1]
    )
    most = columns * int(room / row)
    pages = math.ceil(len(order) / most)
    size = math.ceil(len(order) / pages)
    made = []
    for page in range(pages):
        part = order[page * size : (page + 1) * size]
        canvas = Canvas(*A3, said.title)
        frame(canvas, paged(said, page + 1, pages, f"本页第 {page * size + 1} 至 {page * size + len(part)} 个单位"))
        # one scale throughout
        _bars(canvas, plan, held, part, letters, (columns, row), max(sum(held[body].values()) for body in order))
        made.append(canvas)
    return Drawing(tuple(made))


def _bars(
    canvas: Canvas,
    plan: DrawingModel,
    held: dict[int, Counter[str]],
    order: list[int],
    letters: list[str],
    scale: tuple[int, float],
    most: int,
) -> None:
    columns, row = scale
    top = heights(_caption(plan, letters), A3[0])[0]
    rows = math.ceil(len(order) / columns)
    wide = (A3[0] - 2 * MARGIN - (columns - 1) * _GAP) / columns
    size = row * 0.56
    names = min(max(width(plan.bodies[body].name) for body in order) * size, wide * 0.46) + 8
    unit = (wide - names - 3 * size) / most
    for place, body in enumerate(order):
        x = MARGIN + place // rows * (wide + _GAP)
        y = top + (place % rows + 0.5) * row
        canvas.group("node body", tip=plan.bodies[body].describe(), data_node=f"b{body}")
        name = shorten(plan.bodies[body].name, (names - 8) / size)
        canvas.text(x + names - 8, y, name, size, anchor="end")
        _bar(canvas, held[body], letters, x + names, y, unit, row)
        end = x + names + sum(held[body].values()) * unit
        canvas.text(end + 6, y, str(sum(held[body].values())), size, fill=FAINT)
    canvas.group("axis")
    for column in range(columns):
        x = MARGIN + column * (wide + _GAP) + names
        last = min(rows, len(order) - column * rows)
        if last > 0:
            canvas.path(points("M{} {}V{}", (x, top, top + last * row)), stroke=HAIR, stroke_width=0.8)


def _bar(canvas: Canvas, counts: Counter[str], letters: list[str], x: float, y: float, unit: float, row: float) -> None:
    for letter in letters:
        number = counts[letter]
        if not number:
            continue
        ink, paper = letter_colours(letter)
        canvas.rect(x, y - row * 0.36, number * unit, row * 0.72, fill=paper, stroke=ink, stroke_width=0.6)
        size = max(row * 0.46, SMALL)
        if number * unit > (width(str(number)) + 0.6) * size:
            canvas.text(x + number * unit / 2, y, str(number), size, anchor="middle", fill=ink)
        x += number * unit


def _held(plan: DrawingModel) -> dict[int, Counter[str]]:
    """Body → how many of its tasks it has with each letter; a task with several counts for the first."""
    of_task: dict[tuple[int, int], str] = {}
    for link in sorted(plan.links, key=lambda link: ROLES.index(link.role)):
        of_task.setdefault((link.body, link.task), link.letter)
    held: dict[int, Counter[str]] = {body: Counter() for body in range(len(plan.bodies))}
    for (body, _), letter in of_task.items():
        held[body][letter.split("/")[0]] += 1
    return held


def _letters(plan: DrawingModel) -> list[str]:
    return list(dict.fromkeys(letter.split("/")[0] for letter in plan.profile.legend()))


def _caption(plan: DrawingModel, letters: list[str], title: str | None = None, drawn: date | None = None) -> Caption:
    legend = plan.profile.legend()
    samples = [
        Sample(
            f"{letter} {legend.get(letter, '')}".strip(), fill=letter_colours(letter)[1], edge=letter_colours(letter)[0]
        )
        for letter in letters
    ]
    notes = ["一项任务中有几个角色的单位，只按第一个（牵头在先）计一次"]
    if plan.unassigned:
        notes.append(f"{len(plan.unassigned)} 项任务未标注责任单位，不在图中")
    figures = f"{len(plan.bodies)} 个单位 · {len(plan.tasks)} 项任务"
    return caption(plan, _TITLE, figures, samples, title=title, drawn=drawn, notes=notes)
