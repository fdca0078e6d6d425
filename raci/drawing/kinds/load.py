"""How much each body has to do: a bar a body, divided by letters, the longest first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from raci.config.options.draw import DrawOptions
from raci.drawing.canvas import Canvas, points
from raci.drawing.kind import DrawingKind, Suitability
from raci.drawing.model import DrawingModel
from raci.drawing.page import (
    A3,
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
from raci.drawing.style import FAINT, HAIR, letter_colours
from raci.drawing.text import shorten, width
from raci.model import ROLES

__all__ = ["KIND"]

_TITLE = "部门任务量图"
#: numbers of columns and heights of a row that are tried; the last is that of several sheets
_TRIES = ((1, 26.0), (1, 21.0), (2, 22.0), (2, 18.0), (3, 17.0))
#: between two columns of bars, in pt
_GAP = 40.0


@dataclass(frozen=True, slots=True)
class _Chart:
    """What all sheets share: tasks of each body by letter, letters in order, columns, height of a row, most tasks."""

    model: DrawingModel
    counts: Mapping[int, Counter[str]]
    letters: Sequence[str]
    columns: int
    row: float
    most: int

    def total(self, body: int) -> int:
        """How many tasks a body has."""
        return sum(self.counts[body].values())


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing, on as many sheets as it takes."""
    counts = _tasks_by_letter(model)
    order = sorted(counts, key=lambda body: (-sum(counts[body].values()), -model.bodies[body].leads, body))
    letters = [letter for letter in _letters(model) if any(count[letter] for count in counts.values())]
    caption = _caption(model, letters, options)
    if not order:
        return Drawing((message_sheet(caption, NO_BODIES),))
    top, room = room_on(caption)
    columns, row = next(
        ((columns, row) for columns, row in _TRIES if math.ceil(len(order) / columns) * row <= room), _TRIES[-1]
    )
    # one scale on all sheets
    chart = _Chart(model, counts, letters, columns, row, max(sum(count.values()) for count in counts.values()))
    pages = math.ceil(len(order) / (columns * int(room / row)))
    size = math.ceil(len(order) / pages)
    sheets = []
    for page in range(pages):
        bodies = order[page * size : (page + 1) * size]
        shown = f"本页第 {page * size + 1} 至 {page * size + len(bodies)} 个单位"
        canvas = new_sheet(numbered(caption, page + 1, pages, shown))
        _draw_bars(canvas, chart, bodies, top)
        sheets.append(canvas)
    return Drawing(tuple(sheets))


def _draw_bars(canvas: Canvas, chart: _Chart, bodies: Sequence[int], top: float) -> None:
    rows = math.ceil(len(bodies) / chart.columns)
    column_width = (A3[0] - 2 * MARGIN - (chart.columns - 1) * _GAP) / chart.columns
    size = chart.row * 0.56
    longest = max(width(chart.model.bodies[body].name) for body in bodies) * size
    names_width = min(longest, column_width * 0.46) + 8
    unit = (column_width - names_width - 3 * size) / chart.most
    for index, body in enumerate(bodies):
        x = MARGIN + index // rows * (column_width + _GAP) + names_width
        y = top + (index % rows + 0.5) * chart.row
        canvas.group("node body", tip=chart.model.bodies[body].describe(), data_node=f"b{body}")
        name = shorten(chart.model.bodies[body].name, (names_width - 8) / size)
        canvas.text(x - 8, y, name, size, anchor="end")
        _draw_bar(canvas, chart, body, (x, y), unit)
        total = chart.total(body)
        canvas.text(x + total * unit + 6, y, str(total), size, fill=FAINT)
    canvas.group("axis")
    for column in range(chart.columns):
        x = MARGIN + column * (column_width + _GAP) + names_width
        filled = min(rows, len(bodies) - column * rows)
        if filled > 0:
            canvas.path(points("M{} {}V{}", (x, top, top + filled * chart.row)), stroke=HAIR, stroke_width=0.8)


def _draw_bar(canvas: Canvas, chart: _Chart, body: int, start: tuple[float, float], unit: float) -> None:
    x, y = start
    row = chart.row
    for letter in chart.letters:
        count = chart.counts[body][letter]
        if not count:
            continue
        ink, paper = letter_colours(letter)
        canvas.rect(x, y - row * 0.36, count * unit, row * 0.72, fill=paper, stroke=ink, stroke_width=0.6)
        size = max(row * 0.46, SMALL)
        if count * unit > (width(str(count)) + 0.6) * size:
            canvas.text(x + count * unit / 2, y, str(count), size, anchor="middle", fill=ink)
        x += count * unit


def _tasks_by_letter(model: DrawingModel) -> dict[int, Counter[str]]:
    """Body → how many of its tasks it has with each letter; a task with several counts for the first."""
    letters: dict[tuple[int, int], str] = {}
    for link in sorted(model.links, key=lambda link: ROLES.index(link.role)):
        letters.setdefault((link.body, link.task), link.letter)
    counts: dict[int, Counter[str]] = {body: Counter() for body in range(len(model.bodies))}
    for (body, _), letter in letters.items():
        counts[body][letter.split("/")[0]] += 1
    return counts


def _letters(model: DrawingModel) -> list[str]:
    return list(dict.fromkeys(letter.split("/")[0] for letter in model.profile.legend()))


def _caption(model: DrawingModel, letters: Sequence[str], options: DrawOptions) -> Caption:
    legend = model.profile.legend()
    samples = []
    for letter in letters:
        ink, paper = letter_colours(letter)
        samples.append(Sample(f"{letter} {legend.get(letter, '')}".strip(), fill=paper, edge=ink))
    notes = ["一项任务中有几个角色的单位，只按第一个（牵头在先）计一次"]
    if model.unassigned:
        notes.append(f"{len(model.unassigned)} 项任务未标注责任单位，不在图中")
    figures = f"{len(model.bodies)} 个单位 · {len(model.tasks)} 项任务"
    return caption_of(model, options, _TITLE, figures, samples, notes)


KIND = DrawingKind(
    name="load",
    position=4,
    title=_TITLE,
    hint="任务量",
    sheets=_sheets,
    usual=True,
    suitability=Suitability(4, lambda model: True, "一张 A3 画不下，只画各单位的任务量"),
)
