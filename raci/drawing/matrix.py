"""The responsibility matrix as a picture: tasks down, bodies across, a coloured letter where they meet.

In the order of the document, with bands of its chapters and the bodies by level and load; or seriated
(``raci.drawing.seriate``), so that tasks with the same bodies and bodies with the same tasks stand side by side, and
a strip of colour beside each row says which chapter it is from.

The size of the letters is tried from large to small until the matrix fits A3; what fits at none goes onto several
sheets: by rows, chapters kept whole where that does not leave a sheet half empty, each with the columns that it
needs where all would not fit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from raci.drawing.canvas import Canvas, points
from raci.drawing.model import DrawingModel
from raci.drawing.page import A3, LEAST, MARGIN, SMALL, Caption, Sample, caption, frame, heights, message, paged
from raci.drawing.picture import Drawing
from raci.drawing.seriate import METHOD, differing, seriate
from raci.drawing.style import BAND, FAINT, GAP, GAP_EDGE, HAIR, HUES, PAPER, letter_colours
from raci.drawing.text import ELLIPSIS, shorten, width
from raci.views.grid import join_letters
from raci.views.tables.body_order import grouped

__all__ = ["alone", "sheets"]

_TITLE = "责任矩阵图"
_SEPARATOR = " › "
#: the sizes of the letters that are tried, with the height of a row in em
_TRIES = (
    *((size, 1.75) for size in (20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0)),
    *((size, 1.45) for size in (11.0, 10.0, LEAST)),
)
#: how wide a column is, in em
_CELL = 1.75
#: the longest heading of a task, in em, and the longest name above a column, in characters
_TASK, _NAME = 30.0, 14
#: a sheet this full ends where a chapter does
_FULL = 0.6
#: the strip of a row's chapter, in em; so many chapters at most stand in the legend
_STRIP, _LEGEND = 2.4, 12
_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,4}(?=、)|\d{1,3}(?=[.．、])")
_WEIGHTS = {"lead": 3.0, "responsible": 2.0}


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands in a row: a band of a chapter (``task`` None), or a task."""

    text: str
    task: int | None
    chapter: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    """All rows and columns (bodies of the plan) in order, the names above these, the chapters of the rows.

    ``held`` are the bodies of each task, ``cells`` (task, body) their letter and the words that it comes from; with
    a ``strip`` each row shows its chapter. ``moved``: seriated.
    """

    rows: tuple[_Row, ...]
    columns: tuple[int, ...]
    names: dict[int, str]
    chapters: tuple[str, ...]
    held: dict[int, set[int]]
    cells: dict[tuple[int, int], tuple[str, str]]
    strip: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    """The measures of a sheet, in pt."""

    size: float
    cell: float
    row: float
    left: float
    head: float

    @property
    def small(self) -> float:
        """The letters of figures."""
        return max(self.size * 0.75, SMALL)


def sheets(
    plan: DrawingModel,
    *,
    title: str | None = None,
    engine: str | None = None,
    drawn: date | None = None,
    order: str = "document",
) -> Drawing:
    """The drawing; ``engine`` is for kinds that have one."""
    table, facts = _seriated(plan) if order == "seriated" else (_in_order(plan), {})
    said = _caption(plan, table, title, drawn)
    if not plan.tasks:
        return Drawing((message(said, "本文件中没有找到任务，因此没有可画的内容"),))
    parts, scale = _parts(table, said)
    made = []
    for number, (rows, columns) in enumerate(parts, start=1):
        tasks = sum(row.task is not None for row in rows)
        told = f"本页 {len(columns)} 个单位、{tasks} 项任务"
        made.append(_sheet(plan, paged(said, number, len(parts), told), table, rows, columns, scale))
    return Drawing(tuple(made), facts=facts)


def alone(plan: DrawingModel) -> bool:
    """Whether one sheet holds the matrix."""
    table = _in_order(plan)
    return len(_parts(table, _caption(plan, table))[0]) == 1


def _in_order(plan: DrawingModel) -> _Table:
    rows: list[_Row] = []
    chapters: list[str] = []
    chapter: tuple[str, ...] | None = None
    for index, task in enumerate(plan.tasks):
        if task.chapter != chapter and task.chapter:
            chapters.append(_SEPARATOR.join(task.chapter))
            rows.append(_Row(chapters[-1], None, len(chapters) - 1))
        chapter = task.chapter
        rows.append(_Row(task.label, index, len(chapters) - 1 if task.chapter else -1))
    place = {index: position for position, index in enumerate(plan.grid.columns())}
    columns = tuple(place[index] for _, held in grouped(plan.grid) for index in held)
    return _Table(tuple(rows), columns, _names(plan, columns), tuple(chapters), _held(plan), _cells(plan))


def _seriated(plan: DrawingModel) -> tuple[_Table, dict[str, object]]:
    weights: Counter[tuple[int, int]] = Counter()
    for link in plan.links:
        weights[link.task, link.body] += int(_WEIGHTS.get(link.role, 1.0))
    cells = {cell: float(weight) for cell, weight in weights.items()}
    tasks, columns = seriate(cells)
    tasks += [at for at in range(len(plan.tasks)) if at not in set(tasks)]
    chapters = tuple(dict.fromkeys(task.chapter[0] for task in plan.tasks if task.chapter))
    at = {chapter: number for number, chapter in enumerate(chapters)}
    rows = tuple(
        _Row(plan.tasks[task].label, task, at[plan.tasks[task].chapter[0]] if plan.tasks[task].chapter else -1)
        for task in tasks
    )
    facts: dict[str, object] = {
        "order": {
            "method": METHOD,
            "neighbours_differ": {
                "before": differing(range(len(plan.tasks)), cells, 0) + differing(range(len(plan.bodies)), cells, 1),
                "after": differing(tasks, cells, 0) + differing(columns, cells, 1),
            },
        }
    }
    return _Table(
        rows, tuple(columns), _names(plan, columns), chapters, _held(plan), _cells(plan), len(chapters) > 1, moved=True
    ), facts


def _held(plan: DrawingModel) -> dict[int, set[int]]:
    held: dict[int, set[int]] = {}
    for link in plan.links:
        held.setdefault(link.task, set()).add(link.body)
    return held


def _cells(plan: DrawingModel) -> dict[tuple[int, int], tuple[str, str]]:
    place = {index: position for position, index in enumerate(plan.grid.columns())}
    quotes = {(link.task, link.body): link.quote for link in plan.links}
    found = {}
    for (task, index), entries in plan.grid.cells().items():
        cell = task, place[index]
        found[cell] = join_letters(entry.letter for entry in entries), quotes.get(cell, "")
    return found


def _names(plan: DrawingModel, columns: Sequence[int]) -> dict[int, str]:
    return {column: _vertical(plan.bodies[column].name) for column in columns}


def _vertical(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1] + ELLIPSIS


def _parts(table: _Table, said: Caption) -> tuple[list[tuple[list[_Row], list[int]]], _Scale]:
    """The sheets as their rows and columns, and their scale."""
    for size, high in _TRIES:
        scale = _scale(table, size, high)
        down, across = _room(said, scale)
        if len(table.rows) <= down and len(table.columns) <= across:
            return [(list(table.rows), list(table.columns))], scale
    # of the sizes at which all columns fit the largest: the rows go on anyway
    for size in (11.0, 10.0, LEAST):
        scale = _scale(table, size, 1.45)
        down, across = _room(paged(said, 1, 2), scale)
        if len(table.columns) <= across:
            break
    parts: list[tuple[list[_Row], list[int]]] = []
    for rows in _even(table, down):
        columns = list(table.columns)
        if len(columns) > across:
            used = {body for row in rows if row.task is not None for body in table.held.get(row.task, ())}
            columns = [column for column in columns if column in used]
        number = max(1, -(-len(columns) // across))
        for part in range(number):
            parts.append((rows, columns[part * len(columns) // number : (part + 1) * len(columns) // number]))
    return parts, scale


def _even(table: _Table, down: int) -> list[list[_Row]]:
    """The rows in as few runs of at most so many as it takes, and these about equally long."""
    runs = _runs(table, down)
    return next(
        even
        for most in range(max(3, -(-len(table.rows) // len(runs))), max(down, 3) + 1)
        if len(even := _runs(table, most)) <= len(runs)
    )


def _runs(table: _Table, down: int) -> list[list[_Row]]:
    """The rows in runs of at most so many; a chapter that goes on begins with its band again."""
    runs: list[list[_Row]] = [[]]
    for at, row in enumerate(table.rows):
        last = runs[-1]
        if len(last) >= down or (
            row.task is None and len(last) + _reach(table.rows, at) > down and len(last) > _FULL * down
        ):
            runs.append([])
            if row.task is not None and not table.strip and row.chapter >= 0 and table.chapters:
                runs[-1].append(_Row(f"{table.chapters[row.chapter]}（续）", None, row.chapter))
        elif row.task is None and len(last) == down - 1:  # no band without a row below it
            runs.append([])
        runs[-1].append(row)
    return runs


def _reach(rows: Sequence[_Row], at: int) -> int:
    """How many rows the chapter has whose band is at a place, with the band."""
    end = next((place for place in range(at + 1, len(rows)) if rows[place].task is None), len(rows))
    return end - at


def _scale(table: _Table, size: float, high: float) -> _Scale:
    longest = min(max((width(row.text) for row in table.rows if row.task is not None), default=0.0), _TASK)
    strip = _STRIP if table.strip else 0.0
    head = max([len(name) for name in table.names.values()] + [2]) * size * 1.12 + 2.6 * size
    return _Scale(size, size * _CELL, size * high, (longest + strip) * size + 14, head)


def _room(said: Caption, scale: _Scale) -> tuple[int, int]:
    """How many rows and columns a sheet of A3 holds."""
    down = (A3[1] - sum(heights(said, A3[0])) - scale.head) / scale.row
    across = (A3[0] - 2 * MARGIN - scale.left) / scale.cell
    return max(int(down + 1e-6), 3), max(int(across + 1e-6), 1)


def _sheet(
    plan: DrawingModel, said: Caption, table: _Table, rows: list[_Row], columns: list[int], scale: _Scale
) -> Canvas:
    canvas = Canvas(*A3, said.title)
    frame(canvas, said)
    top = heights(said, A3[0])[0] + scale.head
    # room that is left goes to the headings, then to the columns: few do not stand far apart
    spare = A3[0] - 2 * MARGIN - scale.left - len(columns) * scale.cell
    strip = _STRIP * scale.size if table.strip else 0.0
    # without columns the sheet is a list of tasks
    seen = [row.text for row in rows if row.task is not None or not columns]
    longest = max(map(width, seen), default=0.0) * scale.size + 14 + strip
    left = scale.left + max(0.0, min(spare, longest - scale.left))
    cell = min((A3[0] - 2 * MARGIN - left) / max(len(columns), 1), scale.cell * 2.2)
    scale = replace(scale, left=left, cell=max(cell, scale.cell))
    _heads(canvas, plan, columns, table, top, scale)
    _body(canvas, plan, table, rows, columns, top, scale)
    return canvas


def _heads(canvas: Canvas, plan: DrawingModel, columns: list[int], table: _Table, top: float, scale: _Scale) -> None:
    size = scale.size
    for column, at in enumerate(columns):
        body, name = plan.bodies[at], table.names[at]
        x = MARGIN + scale.left + (column + 0.5) * scale.cell
        canvas.group("node body", tip=body.describe(), data_node=f"b{at}")
        first = top - 1.9 * size - (len(name) - 1) * size * 1.12
        for number, char in enumerate(name):
            y = first + number * size * 1.12
            # brackets turn with the line
            turned = {"transform": f"rotate(90 {x:.2f} {y:.2f})"} if char in "（）()…—" else {}
            canvas.text(x, y, char, size, anchor="middle", **turned)
        canvas.text(x, top - 0.8 * size, str(body.load), scale.small, anchor="middle", fill=FAINT)


def _body(
    canvas: Canvas, plan: DrawingModel, table: _Table, rows: list[_Row], columns: list[int], top: float, scale: _Scale
) -> None:
    size, left, row = scale.size, scale.left, scale.row
    wide = len(columns) * scale.cell
    strip = _STRIP * size if table.strip else 0.0
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
        if strip and one.chapter >= 0:
            _strip(canvas, table.chapters[one.chapter], one.chapter, y, scale)
        canvas.text(MARGIN + strip + 4, y, shorten(one.text, (left - strip - 8) / size), size)
        for column, at in enumerate(columns):
            if (one.task, at) not in table.cells:
                continue
            letter, quote = table.cells[one.task, at]
            x = MARGIN + left + column * scale.cell
            ink, paper = letter_colours(letter)
            canvas.group("cell", tip=f"{plan.bodies[at].name} {letter}\n{one.text}\n{quote}")
            canvas.rect(x, y - row / 2, scale.cell, row, fill=paper)
            fitting = min(size * 0.85, scale.cell * 0.9 / width(letter))
            canvas.text(x + scale.cell / 2, y, letter, fitting, anchor="middle", fill=ink, font_weight="bold")
    _lines(canvas, rows, len(columns), top, scale)


def _strip(canvas: Canvas, chapter: str, number: int, y: float, scale: _Scale) -> None:
    """The chapter of a row: its colour, and the number that it has in the text."""
    canvas.rect(MARGIN, y - scale.row / 2, _STRIP * scale.size - 3, scale.row, fill=HUES[number % len(HUES)])
    text = _numeral(chapter, number)
    fitting = min(scale.size * 0.85, (_STRIP * scale.size - 5) / width(text))
    canvas.text(
        MARGIN + (_STRIP * scale.size - 3) / 2, y, text, fitting, anchor="middle", fill=PAPER, font_weight="bold"
    )


def _numeral(chapter: str, number: int) -> str:
    head = _NUMERAL.match(chapter)
    return head.group() if head else str(number + 1)


def _lines(canvas: Canvas, rows: list[_Row], columns: int, top: float, scale: _Scale) -> None:
    """The lines between the cells: down through each run of tasks, across below each row."""
    canvas.group("lines", stroke=HAIR, stroke_width="0.5")
    right = MARGIN + scale.left + columns * scale.cell
    for number in range(len(rows) + 1):
        canvas.path(points("M{} {}H{}", (MARGIN, top + number * scale.row, right)))
    begun = 0
    for number in range(len(rows) + 1):
        if number < len(rows) and rows[number].task is not None:
            continue
        for column in range(columns + 1 if number > begun else 0):
            x = MARGIN + scale.left + column * scale.cell
            canvas.path(points("M{} {}V{}", (x, top + begun * scale.row, top + number * scale.row)))
        begun = number + 1


def _caption(plan: DrawingModel, table: _Table, title: str | None = None, drawn: date | None = None) -> Caption:
    used = {link.letter for link in plan.links}
    samples = [
        Sample(f"{letter} {words}", fill=letter_colours(letter)[1], edge=letter_colours(letter)[0])
        for letter, words in plan.profile.legend().items()
        if letter in used
    ]
    if plan.unassigned:
        samples.append(Sample("未标注责任单位的任务", fill=GAP, edge=GAP_EDGE))
    if table.strip and len(table.chapters) <= _LEGEND:
        samples += [
            Sample(shorten(chapter, 14.0), fill=HUES[number % len(HUES)], edge=HUES[number % len(HUES)])
            for number, chapter in enumerate(table.chapters)
        ]
    figures = f"{len(plan.bodies)} 个单位 · {len(plan.tasks)} 项任务 · {len(plan.links)} 条责任关系"
    if table.moved:
        notes = ["按相似程度排列（倒数平均法，Hill 1973）：分工相近的任务、任务相近的单位靠在一起；列首数字为任务数"]
        if table.strip:
            notes[0] += "；左侧色条为所在章节"
    else:
        notes = ["单位按层级分组、组内按牵头数和任务数排列；任务按原文次序；列首数字为任务数"] if table.columns else []
    if any(name.endswith(ELLIPSIS) for name in table.names.values()):
        notes.append("过长的单位名称有省略，全称见表")
    return caption(plan, _TITLE, figures, samples, title=title, drawn=drawn, notes=notes)
