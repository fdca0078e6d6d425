"""``NAME.drawio``: who is in what, as a drawing to go on with in draw.io (diagrams.net): a page for each chapter."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple
from unicodedata import east_asian_width
from xml.etree import ElementTree

from raci.config.palette import palette
from raci.escaping import clean
from raci.model.labels import ROLE_WORDS, UNASSIGNED
from raci.views.grid import Grid, GridEntry, join_letters
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]

#: sizes in draw.io's unit, a hundredth of an inch: how wide bodies and tasks are, the blank between and around them
_BODY, _TASK, _BETWEEN, _MARGIN, _GAP = 190, 380, 420, 40, 14
#: how high a line of letters is, and how wide a Chinese one
_LINE, _LETTER = 18, 12.5
_LONGEST_PAGE_NAME = 30
_NO_CHAPTER = "任务分工"
_INK = "#333333"

#: entries of a page by task and body
Cells = dict[tuple[int, int], tuple[GridEntry, ...]]


class _Box(NamedTuple):
    """A body or a task on a page, from its top; ``id`` is that of its cell."""

    id: str
    label: str
    top: float
    height: float


def render(job: Job) -> bytes:
    """The file: bodies at the left, tasks at the right, lines in the colours of the roles; all can be moved.

    The quote stands with each line. The first page shows all, where there are several chapters. Labels are HTML to
    draw.io, which wraps them only so: what looks like markup in a text is escaped.
    """
    grid, cells = job.grid, job.grid.cells()
    file = ElementTree.Element("mxfile", host="raci", type="device")
    for number, (name, tasks) in enumerate(_pages(grid), start=1):
        diagram = ElementTree.SubElement(file, "diagram", id=f"p{number}", name=name)
        among = set(tasks)
        _draw(diagram, grid, tasks, {key: cell for key, cell in cells.items() if key[0] in among})
    ElementTree.indent(file)
    made: bytes = ElementTree.tostring(file, encoding="utf-8", xml_declaration=True)
    return made


def _pages(grid: Grid) -> Iterator[tuple[str, Sequence[int]]]:
    """What each page is called, and its tasks."""
    chapters: dict[str, list[int]] = {}
    for index, task in enumerate(grid.tasks):
        chapters.setdefault(task.above[0] if task.above else _NO_CHAPTER, []).append(index)
    if len(chapters) != 1:
        yield "总图", range(len(grid.tasks))
    taken: dict[str, int] = {"总图": 1}
    for heading, tasks in chapters.items():
        name = clean(heading)[:_LONGEST_PAGE_NAME]
        taken[name] = taken.get(name, 0) + 1
        yield f"{name}（{taken[name]}）" if taken[name] > 1 else name, tasks


def _draw(diagram: ElementTree.Element, grid: Grid, tasks: Sequence[int], cells: Cells) -> None:
    """One page: boxes and lines."""
    rows = _stacked(((f"t{task}", clean(grid.tasks[task].label) or "（无标题）") for task in tasks), _TASK, _GAP)
    place = {task: position for position, task in enumerate(tasks)}
    held: dict[int, list[int]] = {}
    for task, body in cells:
        held.setdefault(body, []).append(place[task])
    # each body beside the middle of its tasks, so that lines cross as little as they can
    bodies = sorted(held, key=lambda body: (sum(held[body]) / len(held[body]), body))
    sides = _stacked(((f"b{body}", clean(grid.bodies[body].label)) for body in bodies), _BODY, _GAP)
    rows, sides = _spread(rows, _bottom(sides)), _spread(sides, _bottom(rows))
    model = ElementTree.SubElement(diagram, "mxGraphModel", _model_of(max(_bottom(rows), _bottom(sides))))
    root = ElementTree.SubElement(model, "root")
    ElementTree.SubElement(root, "mxCell", id="0")
    ElementTree.SubElement(root, "mxCell", {"id": "1", "parent": "0"})
    nodes, open_tasks = palette().nodes, {f"t{index}" for index in grid.unassigned()}
    # letters stand near the side of more boxes, where fewer lines come together
    beside = "-0.8" if len(sides) > len(rows) else "0.8"
    for (task, body), entries in cells.items():
        line = _line(root, f"e{task}-{body}", entries)
        ends = {"edge": "1", "parent": "1", "source": f"b{body}", "target": f"t{task}"}
        cell = ElementTree.SubElement(line, "mxCell", {"style": _line_style(entries), **ends})
        ElementTree.SubElement(cell, "mxGeometry", {"x": beside, "relative": "1", "as": "geometry"})
    for box in sides:
        _box(root, box, _MARGIN, _BODY, f"rounded=1;arcSize=40;strokeColor={nodes.body};fillColor=#f5f8fc;")
    for box in rows:
        is_open = box.id in open_tasks
        look = f"dashed=1;strokeColor={nodes.unassigned};" if is_open else f"strokeColor={nodes.task};"
        left = _MARGIN + _BODY + _BETWEEN
        _box(root, box, left, _TASK, f"rounded=0;align=left;spacingLeft=6;fillColor=#ffffff;{look}", is_open=is_open)


def _stacked(labels: Iterable[tuple[str, str]], width: float, gap: float) -> list[_Box]:
    """Boxes one below the other, each as high as its words need."""
    boxes: list[_Box] = []
    for box_id, label in labels:
        length = sum(1.0 if east_asian_width(char) in "WFA" else 0.55 for char in label) * _LETTER
        height = max(math.ceil(length / (width - 16)), 1) * _LINE + 14.0
        boxes.append(_Box(box_id, label, _bottom(boxes) + gap if boxes else float(_MARGIN), height))
    return boxes


def _spread(boxes: Sequence[_Box], bottom: float) -> list[_Box]:
    """Boxes with as much blank between them as the other side leaves."""
    spare = max(bottom - _bottom(boxes), 0.0) / max(len(boxes), 1)
    return [box._replace(top=box.top + spare * (number + 0.5)) for number, box in enumerate(boxes)]


def _bottom(boxes: Sequence[_Box]) -> float:
    return boxes[-1].top + boxes[-1].height if boxes else 0.0


def _model_of(bottom: float) -> dict[str, str]:
    width = 2 * _MARGIN + _BODY + _BETWEEN + _TASK
    return {
        **dict.fromkeys(("grid", "guides", "tooltips", "connect", "arrows", "fold", "page", "pageScale"), "1"),
        "gridSize": "10",
        "pageWidth": str(width),
        "pageHeight": str(math.ceil(bottom + _MARGIN)),
        "math": "0",
        "shadow": "0",
    }


def _box(root: ElementTree.Element, box: _Box, left: float, width: float, look: str, *, is_open: bool = False) -> None:
    words = {"tooltip": UNASSIGNED} if is_open else {}
    holder = ElementTree.SubElement(root, "UserObject", {"label": escape(box.label), **words, "id": box.id})
    style = f"{look}html=1;whiteSpace=wrap;fontSize=12;fontColor={_INK};"
    cell = ElementTree.SubElement(holder, "mxCell", {"style": style, "vertex": "1", "parent": "1"})
    size = {"x": left, "y": round(box.top, 1), "width": width, "height": box.height}
    numbers = {key: f"{value:g}" for key, value in size.items()}
    ElementTree.SubElement(cell, "mxGeometry", {**numbers, "as": "geometry"})


def _line(root: ElementTree.Element, line_id: str, entries: Sequence[GridEntry]) -> ElementTree.Element:
    """A line with its letter; the roles and the words that say so show when the mouse rests on it."""
    said = dict.fromkeys(f"{ROLE_WORDS[one.role]}：{escape(clean(one.assignment.quote))}" for one in entries)
    label = escape(_letter(entries))
    return ElementTree.SubElement(root, "UserObject", label=label, tooltip="<br>".join(said), id=line_id)


def _letter(entries: Sequence[GridEntry]) -> str:
    return join_letters(entry.letter for entry in entries)


def _line_style(entries: Sequence[GridEntry]) -> str:
    line, ink = palette().role(entries[0].role).line, palette().letter(_letter(entries)).drawing.ink
    dashes = f"dashed=1;dashPattern={line.dashes.replace(',', ' ')};" if line.dashes else ""
    return (
        f"html=1;rounded=0;endArrow=none;exitX=1;exitY=0.5;entryX=0;entryY=0.5;strokeColor={line.colour};"
        f"strokeWidth={line.width:g};{dashes}fontSize=10;fontColor={ink};labelBackgroundColor=#ffffff;"
    )


FORMAT = OutputFormat(
    "drawio",
    "{name}.drawio",
    "任务与单位的连线图，draw.io 可继续编辑，一章一页",
    240,
    render=render,
    usual=False,
)
