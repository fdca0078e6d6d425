"""Where the bodies of a network stand: placed by Graphviz or networkx, moved apart, and fitted to a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from raci.drawing import dot, spring
from raci.drawing.kinds.network.marks import LEAST_SIZE, SIZES, BodyMark, Marks, marks_of, thickness
from raci.drawing.kinds.network.ties import NetworkSelection, Tie, ties_of
from raci.drawing.model import DrawingModel, DrawnBody
from raci.drawing.page import A3, MARGIN
from raci.drawing.spread import Point, evened, fit, spread

__all__ = ["ENGINES", "NetworkLayout", "dot_source", "layout", "placed_by"]

ENGINES = ("neato", "fdp", "spring", "system")
#: how much of a sheet the boxes may take before letters are made smaller
_EASY = 0.19
#: how far the places are spread evenly over the sheet; the rest is what the layout says of distances
_EVEN = 0.65


@dataclass(frozen=True, slots=True)
class NetworkLayout:
    """The bodies on a sheet of ``sheet`` pt in letters of ``size``; ``places`` are the middles of their boxes.

    ``apart`` are the words above the rows of bodies without ties, with their heights.
    """

    sheet: Point
    size: float
    marks: Marks
    places: Mapping[int, Point]
    apart: tuple[tuple[float, str], ...]


def layout(
    drawn: Sequence[DrawnBody], selection: NetworkSelection, engine: str | None, frame: tuple[float, float]
) -> NetworkLayout:
    """The layout; ``frame`` is the height above and below that the sheet needs for itself.

    Raises DrawError for an engine that is not installed.
    """
    bodies, ties = selection.bodies, selection.ties
    joined = sorted({body for tie in ties for body in (tie.first, tie.second)})
    groups = _without_ties(selection, joined)
    sizes = [size for size in SIZES if _area(marks_of(drawn, bodies, size)) < _EASY * A3[0] * A3[1]] or [LEAST_SIZE]
    flat: dict[int, Point] = {}
    if joined:
        flat = _placed(drawn, marks_of(drawn, bodies, sizes[0]), ties, joined, engine)
    top, bottom = frame
    sheet, turn = A3, 0
    while True:
        size = sizes[min(turn, len(sizes) - 1)]
        marks = marks_of(drawn, bodies, size)
        room = (sheet[0] - 2 * MARGIN, sheet[1] - top - bottom - 4)
        rows = [(words, _rows(group, marks, room[0])) for words, group in groups]
        below = sum(sum(_row_height(row, marks) for row in listed) + 2 * size for _, listed in rows)
        places = _settled(flat, marks, room[0], room[1] - below) if below <= room[1] else None
        if places is not None:
            break
        turn += 1
        if turn >= len(sizes):  # what does not settle in the smallest letters
            sheet = (sheet[0] * 1.1, sheet[1] * 1.1)
    y, apart = room[1] - below if joined else 0.0, []
    for words, listed in rows:
        if joined or len(rows) > 1:
            apart.append((top + y + size, words))
        places |= _in_rows(listed, marks, y + 2 * size)
        y += sum(_row_height(row, marks) for row in listed) + 2 * size
    placed = {body: (MARGIN + x, top + y) for body, (x, y) in places.items()}
    return NetworkLayout(sheet, size, marks, placed, tuple(apart))


def _without_ties(selection: NetworkSelection, joined: Sequence[int]) -> list[tuple[str, list[int]]]:
    """The bodies without ties in their rows, each with the words above it: collectives, and those that work alone."""
    linked, many = set(joined), set(selection.apart)
    alone = [body for body in selection.bodies if body not in linked and body not in many]
    among = "（集体不计）" if many else ""
    groups = [
        ("集体（各市县、各部门等），不画连线：", list(selection.apart)),
        (f"与其他单位没有共同任务{among}：", alone),
    ]
    return [(words, bodies) for words, bodies in groups if bodies]


def dot_source(model: DrawingModel) -> str:
    """The network as DOT, all ties of it."""
    bodies = range(len(model.bodies))
    return _dot(model.bodies, marks_of(model.bodies, bodies, LEAST_SIZE), ties_of(model), bodies, labels=True)


def _dot(drawn: Sequence[DrawnBody], marks: Marks, ties: Sequence[Tie], bodies: Sequence[int], *, labels: bool) -> str:
    most = max((tie.weight for tie in ties), default=1)
    nodes = []
    for index in bodies:
        body = drawn[index]
        style = {"style": "dashed" if body.collective else "solid"} if labels else {}
        nodes.append(dot.DotNode(f"b{index}", body.name, *marks[index].box, attributes=style))
    edges = []
    for tie in ties:
        # inches: what is shared most is closest
        attributes = {"len": f"{2.6 - 1.4 * tie.weight / most:.3f}"}
        if labels:
            attributes |= {"penwidth": f"{thickness(tie.weight, most):.1f}", "label": str(tie.weight)}
        edges.append(dot.DotEdge(f"b{tie.first}", f"b{tie.second}", attributes))
    return dot.source(nodes, edges, directed=False, labels=labels, start="7", overlap="true")


def _placed(
    drawn: Sequence[DrawnBody], marks: Marks, ties: Sequence[Tie], joined: Sequence[int], engine: str | None
) -> dict[int, Point]:
    """Places in no unit, boxes may overlap."""
    program, _ = placed_by(engine)
    if program != "spring":
        places = dot.place(_dot(drawn, marks, ties, joined, labels=False), program, system=engine == "system")
        return {body: places[f"b{body}"] for body in joined}
    most = max(tie.weight for tie in ties)
    return spring.place(joined, ((tie.first, tie.second, 1 + 3 * tie.weight / most) for tie in ties))


def placed_by(engine: str | None) -> tuple[str, str]:
    """The program that places the bodies, and whose it is, in words for run.json."""
    if engine == "system":
        return "neato", "neato（PATH 上的 Graphviz）"
    if engine == "spring":
        return "spring", "spring（networkx）"
    fault = dot.fault() if engine is None else None
    if fault:
        return "spring", f"spring（networkx），因为{fault}"
    program = engine or "neato"
    return program, f"{program}（graphviz-pure）"


def _area(marks: Marks) -> float:
    return sum(mark.box[0] * mark.box[1] for mark in marks.values())


def _settled(flat: Mapping[int, Point], marks: Marks, width: float, height: float) -> dict[int, Point] | None:
    """The places fitted to a room, no boxes overlapping; None where it is too small."""
    if not flat:
        return {}
    sizes = [marks[body].box for body in flat]
    if height < max(size[1] for size in sizes) or width < max(size[0] for size in sizes):
        return None
    # a few bodies stand together in the middle rather than in the corners
    share = min(1.0, 0.3 + 0.1 * len(flat))
    inner = [max(room * share, max(size[axis] for size in sizes)) for axis, room in enumerate((width, height))]
    start = [
        (x + (width - inner[0]) / 2, y + (height - inner[1]) / 2)
        for x, y in fit(evened(list(flat.values()), _EVEN), sizes, inner[0], inner[1])
    ]
    moved = spread(start, sizes, width, height)
    return None if moved is None else dict(zip(flat, moved, strict=True))


def _rows(bodies: Sequence[int], marks: Marks, room: float) -> list[list[int]]:
    """Bodies in rows that are no wider than the room."""
    rows: list[list[int]] = []
    used = room
    for body in bodies:
        used += marks[body].box[0]
        if used > room:
            rows.append([])
            used = marks[body].box[0]
        rows[-1].append(body)
    return rows


def _row_height(row: Sequence[int], marks: Mapping[int, BodyMark]) -> float:
    return max(marks[body].box[1] for body in row)


def _in_rows(rows: Sequence[Sequence[int]], marks: Marks, y: float) -> dict[int, Point]:
    places: dict[int, Point] = {}
    for row in rows:
        height = _row_height(row, marks)
        x = 0.0
        for body in row:
            places[body] = (x + marks[body].box[0] / 2, y + height / 2)
            x += marks[body].box[0]
        y += height
    return places
