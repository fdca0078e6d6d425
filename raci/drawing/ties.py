"""Changed ties of a comparison as a matrix: tasks down, bodies across, in each cell what came, went or changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from raci._version import __version__
from raci.comparison.values import CHANGES, ChangeKind, Comparison
from raci.drawing.canvas import Canvas, points
from raci.drawing.page import (
    A3,
    LEAST,
    MARGIN,
    SMALL,
    Caption,
    Sample,
    frame_heights,
    message_sheet,
    new_sheet,
    numbered,
    room_on,
)
from raci.drawing.picture import Drawing
from raci.drawing.style import FAINT, HAIR, INK
from raci.drawing.text import clean, shorten, width
from raci.drawing.tie_cells import TIE_KINDS, TieCell, TieRow, columns_of, tie_rows
from raci.drawing.vertical import STEP, draw_downwards

__all__ = ["changed_ties"]

_TITLE = "分工变化图"


class _Look(NamedTuple):
    """How a cell looks: told apart without colour by its edge, and by the letter struck out or with an arrow."""

    ink: str
    paper: str
    dashes: str = ""


_LOOKS: dict[ChangeKind, _Look] = {
    "gained": _Look("#1b6b43", "#d9f0e2"),
    "lost": _Look("#b3261e", "#ffffff", "3 2"),
    "role": _Look("#8a5300", "#fdeccb"),
    "letter": _Look("#5b3a8e", "#ece4f7"),
    "lead": _Look("#b3261e", "#fbe4e1"),
}
#: the sizes of letters that are tried; the height of a row, the width of a column and of the figures behind, in em
_SIZES = (13.0, 12.0, 11.0, 10.0, LEAST)
_ROW, _CELL, _BEHIND = 1.8, 2.0, 5.5
#: below a name two lines of figures, in em of theirs
_FIGURES = 2.6
#: a sheet is no lower than this part of A3
_LOWEST = 0.4
#: the longest heading of a task and name of a body, in em
_LABEL, _NAME = 30.0, 14.0


@dataclass(frozen=True, slots=True)
class _Measures:
    """The measures of a sheet, in pt, and how many rows and columns one holds."""

    size: float
    left: float
    cell: float
    head: float
    rows: int
    columns: int

    @property
    def row(self) -> float:
        """The height of a row."""
        return self.size * _ROW


def changed_ties(comparison: Comparison, made_at: datetime) -> Drawing:
    """The drawing, on as many sheets of A3 as it needs; one that says so where no tie changed.

    Of new and removed tasks each body counts as one that came or went.
    """
    rows = tie_rows(comparison)
    caption = _caption(comparison, rows, made_at)
    if not rows:
        return Drawing((message_sheet(caption, "单位和角色没有变化"),), made_at=made_at)
    measures = _measures(rows, caption)
    sheets = []
    parts = list(_parts(rows, measures))
    for number, (part, columns) in enumerate(parts, 1):
        shown = f"本页 {len(part)} 项任务、{len(columns)} 个单位"
        top = room_on(caption)[0] + measures.head
        canvas = new_sheet(numbered(caption, number, len(parts), shown), _sheet(caption, measures, len(part), top))
        _draw(canvas, part, columns, measures, top)
        sheets.append(canvas)
    return Drawing(tuple(sheets), made_at=made_at)


def _measures(rows: Sequence[TieRow], caption: Caption) -> _Measures:
    """The largest letters in which one sheet holds all, else the smallest."""
    bodies = columns_of(rows)
    longest = min(max(width(row.label) for row in rows), _LABEL)
    name = max(len(shorten(body, _NAME)) for body in bodies)
    room = room_on(caption)[1]
    measures = []
    for size in _SIZES:
        left, head = (longest + 1) * size, name * STEP * size + _FIGURES * _small(size) + size
        across = A3[0] - 2 * MARGIN - left - _BEHIND * size
        columns, down = int(across / (_CELL * size)), int((room - head) / (_ROW * size))
        cell = min(max(across / len(bodies), _CELL * size), 2 * _CELL * size)
        measures.append(_Measures(size, left, cell, head, max(down, 1), max(columns, 1)))
        if len(rows) <= down and len(bodies) <= columns:
            break
    return measures[-1]


def _sheet(caption: Caption, measures: _Measures, rows: int, top: float) -> tuple[float, float]:
    """The size of a sheet: A3, and lower where a few rows leave most of it empty."""
    needed = top + rows * measures.row + frame_heights(caption, A3[0])[1] + 2 * measures.size
    return A3[0], min(A3[1], max(needed, A3[1] * _LOWEST))


def _parts(rows: Sequence[TieRow], measures: _Measures) -> Iterator[tuple[Sequence[TieRow], Sequence[str]]]:
    """The rows and columns of each sheet: as many rows as fit, then their bodies, as many as fit."""
    for begin in range(0, len(rows), measures.rows):
        part = rows[begin : begin + measures.rows]
        bodies = columns_of(part)
        for first in range(0, len(bodies), measures.columns):
            columns = bodies[first : first + measures.columns]
            yield [row for row in part if row.cells.keys() & {*columns}], columns


def _draw(canvas: Canvas, rows: Sequence[TieRow], columns: Sequence[str], measures: _Measures, top: float) -> None:
    size, left = measures.size, MARGIN + measures.left
    for column, body in enumerate(columns):
        x = left + (column + 0.5) * measures.cell
        canvas.group("body", tip=body)
        draw_downwards(canvas, x, top - _FIGURES * _small(size) - 0.6 * size, shorten(body, _NAME), size)
        own = [row.cells[body] for row in rows if body in row.cells]
        _draw_counts(canvas, x, top - 0.8 * _small(size), own, measures, anchor="middle")
    for number, row in enumerate(rows):
        y = top + (number + 0.5) * measures.row
        ink = _LOOKS["lost"].ink if row.state == "removed" else _LOOKS["gained"].ink if row.state == "added" else INK
        canvas.group("task", tip=row.label)
        canvas.text(left - 0.6 * size, y, shorten(row.label, _LABEL), size, anchor="end", fill=ink)
        for column, body in enumerate(columns):
            if body in row.cells:
                _draw_cell(canvas, left + column * measures.cell, y, row.cells[body], measures)
        behind = left + len(columns) * measures.cell + 0.5 * size
        _draw_counts(canvas, behind, y, list(row.cells.values()), measures, anchor="start")
    _draw_rules(canvas, len(rows), len(columns), measures, top)


def _draw_counts(
    canvas: Canvas, x: float, y: float, cells: Sequence[TieCell], measures: _Measures, *, anchor: str
) -> None:
    """How many came, went and changed: ＋2 －1 ~1."""
    came, went = (sum(cell.kind == kind for cell in cells) for kind in ("gained", "lost"))
    other = sum(cell.kind is not None for cell in cells) - came - went
    words = [mark + str(count) for mark, count in (("+", came), ("−", went), ("~", other)) if count]
    size = _small(measures.size)
    canvas.group("figures")
    if anchor == "start":
        canvas.text(x, y, " ".join(words), size, fill=FAINT)
        return
    for number, word in enumerate(reversed(words)):
        canvas.text(x, y - number * size * 1.1, word, size, anchor=anchor, fill=FAINT)


def _small(size: float) -> float:
    """The letters of figures, beside letters of a size."""
    return max(size * 0.75, SMALL)


def _draw_cell(canvas: Canvas, x: float, y: float, cell: TieCell, measures: _Measures) -> None:
    canvas.group("cell" if cell.kind is None else f"cell {cell.kind}", tip=cell.tip)
    look = _LOOKS.get(cell.kind) if cell.kind else None
    if look is not None:
        canvas.rect(
            x + 1.5,
            y - measures.row / 2 + 1.5,
            measures.cell - 3,
            measures.row - 3,
            fill=look.paper,
            stroke=look.ink,
            stroke_width=0.8,
            stroke_dasharray=look.dashes or "none",
        )
    fitting = max(min(measures.size * 0.9, measures.cell * 0.85 / width(cell.text)), SMALL * 0.9)
    ink = look.ink if look else FAINT
    middle = x + measures.cell / 2
    canvas.text(middle, y, cell.text, fitting, anchor="middle", fill=ink)
    if cell.kind == "lost":
        reach = width(cell.text) * fitting * 0.7
        canvas.path(
            points("M{} {}h{}", (middle - reach, y, 2 * reach)), stroke=look.ink if look else INK, stroke_width=1
        )


def _draw_rules(canvas: Canvas, rows: int, columns: int, measures: _Measures, top: float) -> None:
    canvas.group("lines", stroke=HAIR, stroke_width="0.5")
    left, right = MARGIN + measures.left, MARGIN + measures.left + columns * measures.cell
    for number in range(rows + 1):
        canvas.path(points("M{} {}H{}", (MARGIN, top + number * measures.row, right)))
    for number in range(columns + 1):
        canvas.path(points("M{} {}V{}", (left + number * measures.cell, top, top + rows * measures.row)))


def _caption(comparison: Comparison, rows: Sequence[TieRow], made_at: datetime) -> Caption:
    old, new = comparison.old, comparison.new
    present = {cell.kind for row in rows for cell in row.cells.values()}
    words = {kind: CHANGES[kind].word for kind in TIE_KINDS}
    if comparison.levels:
        words |= {"gained": "本级自定任务的单位", "lost": "未承接任务的单位"}
    legend = [
        Sample(words[kind], fill=_LOOKS[kind].paper, edge=_LOOKS[kind].ink, dashes=_LOOKS[kind].dashes)
        for kind in TIE_KINDS
        if kind in present
    ]
    if None in present:
        legend.append(Sample("灰字：未变", fill="#ffffff", edge=HAIR))
    counts = [f"{words[kind]} {count}" for kind in TIE_KINDS if (count := sum(row.count(kind) for row in rows))]
    what = "分工不同" if comparison.levels else "分工有变化"
    profiles = "、".join(dict.fromkeys((old.profile, new.profile)))
    return Caption(
        clean(new.name) or "未命名文件",
        " · ".join([_TITLE, f"{len(rows)} 项任务的{what}", *counts]),
        tuple(legend),
        f"{comparison.headings[0]}：{clean(old.name)}",
        f"角色方案 {clean(profiles)} · 制图 {made_at.date().isoformat()} · raci {__version__}",
    )
