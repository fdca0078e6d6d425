"""The responsibility matrix as a picture: tasks down in document order, bodies across by level and load.

The size of the letters is tried from large to small until the matrix fits A3; what fits at none gets a larger sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from raci.drawing.canvas import Canvas, points
from raci.drawing.page import A3, MARGIN, Caption, Sample, caption, frame, heights, message
from raci.drawing.plan import Plan
from raci.drawing.style import BAND, FAINT, GAP, GAP_EDGE, HAIR, letter_colours
from raci.drawing.text import ELLIPSIS, shorten, width
from raci.grid import join_letters
from raci.tables.bodies import grouped, heads

__all__ = ["picture"]

_TITLE = "责任矩阵图"
_SIZES = (20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
_POSTER = 9.0
#: the longest heading of a task, in em, and the longest name above a column, in characters
_TASK, _NAME = 30.0, 14


@dataclass(frozen=True, slots=True)
class _Rows:
    """What stands in a row: a band of a chapter (``task`` None), or a task."""

    text: str
    task: int | None


def picture(plan: Plan, *, title: str | None = None, engine: str | None = None, drawn: date | None = None) -> Canvas:
    """The drawing; ``engine`` is for kinds that have one."""
    said = _caption(plan, title, drawn)
    if not plan.tasks:
        return message(said, "本文件中没有找到任务，因此没有可画的内容")
    columns = [index for _, held in grouped(plan.grid) for index in held]
    names = [_vertical(name) for name in heads(plan.grid, columns)]
    rows = _rows(plan)
    longest = min(max(width(row.text) for row in rows if row.task is not None), _TASK)
    for size in (*_SIZES, _POSTER):
        cell, row = size * 1.75, size * 1.75
        left, head = longest * size + 14, max([len(name) for name in names] + [2]) * size * 1.12 + 2.6 * size
        sheet = (
            max(A3[0], 2 * MARGIN + left + len(columns) * cell),
            sum(heights(said, A3[0])) + head + len(rows) * row,
        )
        if sheet[0] <= A3[0] and sheet[1] <= A3[1]:
            break
    canvas = Canvas(sheet[0], max(sheet[1], A3[1]), said.title)
    frame(canvas, said)
    top = heights(said, sheet[0])[0] + head
    # few bodies do not stand wider apart than their letters need, but the sheet is not left half empty either
    cell = min(max(cell, (sheet[0] - 2 * MARGIN - left) / max(len(columns), 1)), cell * 2.2)
    _heads(canvas, plan, columns, names, (MARGIN + left, top), (cell, size))
    _body(canvas, plan, rows, columns, (left, top), (cell, row, size))
    return canvas


def _rows(plan: Plan) -> list[_Rows]:
    rows: list[_Rows] = []
    chapter: tuple[str, ...] | None = None
    for index, task in enumerate(plan.tasks):
        if task.chapter != chapter and task.chapter:
            rows.append(_Rows(" › ".join(task.chapter), None))
        chapter = task.chapter
        rows.append(_Rows(task.label, index))
    return rows


def _vertical(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1] + ELLIPSIS


def _heads(
    canvas: Canvas,
    plan: Plan,
    columns: list[int],
    names: list[str],
    at: tuple[float, float],
    scale: tuple[float, float],
) -> None:
    (left, top), (cell, size) = at, scale
    place = {index: position for position, index in enumerate(plan.grid.columns())}
    for column, (index, name) in enumerate(zip(columns, names, strict=True)):
        body = plan.bodies[place[index]]
        x = left + (column + 0.5) * cell
        canvas.group("node body", tip=body.describe(), data_node=f"b{place[index]}")
        first = top - 1.9 * size - (len(name) - 1) * size * 1.12
        for number, char in enumerate(name):
            # brackets turn with the line
            turned = (
                {"transform": f"rotate(90 {x:.2f} {first + number * size * 1.12:.2f})"} if char in "（）()…—" else {}
            )
            canvas.text(x, first + number * size * 1.12, char, size, anchor="middle", **turned)
        canvas.text(x, top - 0.8 * size, str(body.load), size * 0.75, anchor="middle", fill=FAINT)


def _body(
    canvas: Canvas,
    plan: Plan,
    rows: list[_Rows],
    columns: list[int],
    at: tuple[float, float],
    scale: tuple[float, float, float],
) -> None:
    (left, top), (cell, row, size) = at, scale
    letters = {where: join_letters(entry.letter for entry in entries) for where, entries in plan.grid.cells().items()}
    tips = {(link.body, link.task): link.quote for link in plan.links}
    place = {index: position for position, index in enumerate(plan.grid.columns())}
    wide = len(columns) * cell
    for number, one in enumerate(rows):
        y = top + (number + 0.5) * row
        if one.task is None:
            canvas.group("chapter", tip=one.text)
            canvas.rect(MARGIN, y - row / 2, left + wide, row, fill=BAND)
            canvas.text(MARGIN + 4, y, shorten(one.text, (left + wide) / size - 1), size, font_weight="bold")
            continue
        gap = one.task in plan.unassigned
        canvas.group("node task unassigned" if gap else "node task", tip=one.text, data_node=f"t{one.task}")
        if gap:
            canvas.rect(MARGIN, y - row / 2, left + wide, row, fill=GAP, stroke=GAP_EDGE, stroke_width=0.5)
        canvas.text(MARGIN + 4, y, shorten(one.text, (left - 8) / size), size)
        for column, index in enumerate(columns):
            letter = letters.get((one.task, index))
            if not letter:
                continue
            x = MARGIN + left + column * cell
            ink, paper = letter_colours(letter)
            tip = tips.get((place[index], one.task), "")
            canvas.group("cell", tip=f"{plan.grid.bodies[index].label} {letter}\n{one.text}\n{tip}")
            canvas.rect(x, y - row / 2, cell, row, fill=paper)
            small = size * (0.85 if len(letter) == 1 else 0.7)
            canvas.text(x + cell / 2, y, letter, small, anchor="middle", fill=ink, font_weight="bold")
    _lines(canvas, rows, len(columns), at, scale)


def _lines(
    canvas: Canvas, rows: list[_Rows], columns: int, at: tuple[float, float], scale: tuple[float, float, float]
) -> None:
    """The lines between the cells: down through each run of tasks, across below each row."""
    (left, top), (cell, row, _) = at, scale
    canvas.group("lines", stroke=HAIR, stroke_width="0.5")
    right = MARGIN + left + columns * cell
    for number in range(len(rows) + 1):
        canvas.path(points("M{} {}H{}", (MARGIN, top + number * row, right)))
    begun = 0
    for number in range(len(rows) + 1):
        if number < len(rows) and rows[number].task is not None:
            continue
        for column in range(columns + 1 if number > begun else 0):
            x = MARGIN + left + column * cell
            canvas.path(points("M{} {}V{}", (x, top + begun * row, top + number * row)))
        begun = number + 1


def _caption(plan: Plan, title: str | None, drawn: date | None) -> Caption:
    used = {link.letter for link in plan.links}
    samples = [
        Sample(f"{letter} {words}", fill=letter_colours(letter)[1], edge=letter_colours(letter)[0])
        for letter, words in plan.profile.legend().items()
        if letter in used
    ]
    if plan.unassigned:
        samples.append(Sample("未标注责任单位的任务", fill=GAP, edge=GAP_EDGE))
    figures = f"{len(plan.bodies)} 个单位 · {len(plan.tasks)} 项任务 · {len(plan.links)} 条责任关系"
    notes = ["单位按层级分组、组内按牵头数和任务数排列；任务按原文次序；列首数字为任务数"]
    return caption(plan, _TITLE, figures, samples, title=title, drawn=drawn, notes=notes)
