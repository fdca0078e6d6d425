"""Changed ties of a comparison: tasks left, bodies right, a line for each body that came, went or changed its role."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from raci._version import __version__
from raci.comparison.changes import said_of
from raci.comparison.values import Change, ChangeKind, Comparison, TaskPair
from raci.config.palette import LineStyle
from raci.drawing.canvas import Canvas, curve
from raci.drawing.page import A3, LEAST, MARGIN, Caption, Sample, message_sheet, new_sheet, numbered, room_on
from raci.drawing.picture import Drawing
from raci.drawing.style import BODY_EDGE, INK
from raci.drawing.text import clean, shorten, width

__all__ = ["changed_ties"]

_TITLE = "分工变化图"
#: kind of change → its line: told apart without colour by dashes and width
_LINES: dict[ChangeKind, LineStyle] = {
    "gained": LineStyle("#2a8a5a", 1.6),
    "lost": LineStyle("#c62f21", 1.4, "6 4"),
    "role": LineStyle("#b7791f", 1.4, "1.5 3"),
    "letter": LineStyle("#6a3d9a", 1.2, "8 3 1.5 3"),
    "lead": LineStyle("#c62f21", 1.6, "6 4"),
}
_SIZE = 11.0
#: the height of a row, in em
_ROW = 1.75
_LABEL, _NAME = 30.0, 20.0


def changed_ties(comparison: Comparison, made_at: datetime) -> Drawing:
    """The drawing, on as many sheets of A3 as its tasks need; one that says so where no tie changed.

    Of new and removed tasks each body counts as one that came or went.
    """
    pairs = [(pair, ties) for pair in comparison.differences() if (ties := _ties(pair))]
    caption = _caption(comparison, len(pairs), made_at)
    if not pairs:
        return Drawing((message_sheet(caption, "单位和角色没有变化"),), made_at=made_at)
    top, room = room_on(caption)
    parts = _parts([ties for _, ties in pairs], int(room / (_SIZE * _ROW)))
    sheets, done = [], 0
    for number, part in enumerate(parts, 1):
        canvas = new_sheet(numbered(caption, number, len(parts), f"本页 {part} 项任务"))
        _draw(canvas, pairs[done : done + part], top, room)
        sheets.append(canvas)
        done += part
    return Drawing(tuple(sheets), made_at=made_at)


def _ties(pair: TaskPair) -> list[Change]:
    if not pair.old or not pair.new:
        kind: ChangeKind = "lost" if pair.old else "gained"
        return [
            Change(kind, party.name, party.canonical, after=said_of(party))
            for task in (*pair.old, *pair.new)
            for party in task.parties
        ]
    return [change for change in pair.changes if change.kind in _LINES]


def _parts(ties: Sequence[Sequence[Change]], rows: int) -> list[int]:
    """How many tasks stand on each sheet: as many as leave room for their bodies."""
    parts, bodies, count = [], set[str](), 0
    for of_task in ties:
        wanted = bodies | {change.body for change in of_task}
        if count and (count + 1 > rows or len(wanted) > rows):
            parts.append(count)
            wanted, count = {change.body for change in of_task}, 0
        bodies, count = wanted, count + 1
    return [*parts, count]


def _draw(canvas: Canvas, pairs: Sequence[tuple[TaskPair, list[Change]]], top: float, room: float) -> None:
    places: dict[str, list[int]] = {}
    for index, (_, ties) in enumerate(pairs):
        for change in ties:
            places.setdefault(change.body, []).append(index)
    order = sorted(places, key=lambda body: (sum(places[body]) / len(places[body]), body))
    size = max(LEAST, min(_SIZE, room / max(len(order), len(pairs)) / 1.25))
    heights = [_spread(len(pairs), top, room, size), _spread(len(order), top, room, size)]
    rank = {body: heights[1][index] for index, body in enumerate(order)}
    labels = [_label(pair) for pair, _ in pairs]
    left = MARGIN + min(max(map(width, labels)), _LABEL) * size + 14
    right = A3[0] - MARGIN - min(max(map(width, order)), _NAME) * size - 14
    canvas.group("links")
    for index, (_, ties) in enumerate(pairs):
        for change in ties:
            line = _LINES[change.kind]
            tip = f"{labels[index]}\n{change.type.word}：{change.body} {change.before} → {change.after}"
            canvas.path(
                curve((left + 6, heights[0][index]), (right - 6, rank[change.body])),
                tip=tip,
                stroke=line.colour,
                stroke_width=line.width,
                stroke_dasharray=line.dashes or "none",
            )
    canvas.group("tasks")
    for label, (pair, _), y in zip(labels, pairs, heights[0], strict=True):
        ink = _LINES["lost"].colour if not pair.new else _LINES["gained"].colour if not pair.old else INK
        canvas.text(left - 8, y, shorten(label, _LABEL), size, anchor="end", fill=ink)
        canvas.circle(left, y, 3.5, fill=ink)
    canvas.group("bodies")
    for body in order:
        canvas.circle(right, rank[body], 3.5, fill=BODY_EDGE)
        canvas.text(right + 8, rank[body], shorten(body, _NAME), size)


def _spread(number: int, top: float, room: float, size: float) -> list[float]:
    """The heights of so many rows, in the middle of the room, no further apart than easy to read."""
    step = min(room / number, size * 3)
    begin = top + (room - step * number) / 2
    return [begin + step * (index + 0.5) for index in range(number)]


def _label(pair: TaskPair) -> str:
    """The task as its last version calls it, and what became of it as a whole."""
    task = (pair.new or pair.old)[0]
    mark = "（删去）" if not pair.new else "（新增）" if not pair.old else ""
    return clean(mark + task.label)


def _caption(comparison: Comparison, tasks: int, made_at: datetime) -> Caption:
    old, new = comparison.old, comparison.new
    words = {"gained": "新增单位", "lost": "退出单位", "role": "角色变化", "letter": "字母变化", "lead": "牵头职能不同"}
    present = {change.kind for pair in comparison.differences() for change in _ties(pair)}
    samples = [Sample(words[kind], line=line) for kind, line in _LINES.items() if kind in present]
    profiles = "、".join(dict.fromkeys((old.profile, new.profile)))
    return Caption(
        clean(new.name) or "未命名文件",
        f"{_TITLE} · {tasks} 项任务的分工有变化",
        tuple(samples),
        f"{comparison.headings[0]}：{clean(old.name)}",
        f"角色方案 {clean(profiles)} · 制图 {made_at.date().isoformat()} · raci {__version__}",
    )
