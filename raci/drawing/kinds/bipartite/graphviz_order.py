"""Bodies and tasks as DOT, and the order that Graphviz gives to the columns."""

from __future__ import annotations

from collections.abc import Sequence

from raci.config.options.draw import CROSSINGS, DrawOptions
from raci.drawing import dot
from raci.drawing.model import DrawingModel, Link
from raci.drawing.order import Columns, reduce
from raci.drawing.style import line_of
from raci.drawing.text import width
from raci.model.labels import ROLE_WORDS

__all__ = ["ENGINES", "dot_source", "ordered"]

#: ``columns`` is raci's own order
ENGINES = ("columns", "dot", "system")


def dot_source(model: DrawingModel) -> str:
    """The model as DOT, bodies left and tasks right."""
    columns = Columns(tuple(range(len(model.bodies))), ((tuple(range(len(model.tasks))),),))
    return _dot(model, columns, [20.0] * len(model.bodies), labels=True)


def ordered(model: DrawingModel, options: DrawOptions, start: Columns, body_heights: Sequence[float]) -> Columns:
    """The columns in an order in which few lines cross; the tasks move only where that is asked for.

    Raises DrawError for an engine that is not installed.
    """
    engine, tasks_too = options.engine, options.order == CROSSINGS
    if engine in (None, "columns"):
        return reduce(start, [(link.body, link.task) for link in model.links], tasks_too=tasks_too)
    text = _dot(model, start, body_heights, labels=False)
    places = dot.place(text, "dot", system=engine == "system")

    def level(name: str) -> float:
        return places[name][1]

    sides = start.sides
    if tasks_too:
        sides = tuple(
            tuple(tuple(sorted(group, key=lambda task: level(f"t{task}"))) for group in side) for side in sides
        )
    return Columns(tuple(sorted(start.bodies, key=lambda body: level(f"b{body}"))), sides)


def _dot(model: DrawingModel, columns: Columns, body_heights: Sequence[float], *, labels: bool) -> str:
    """The model for Graphviz; lines lead from left to right, whichever side the tasks are on."""
    two = len(columns.sides) == 2
    left = {task for group in columns.sides[0] for task in group} if two else set()
    nodes = [
        dot.DotNode(f"b{index}", body.name, (width(body.name) + 1) * 14, body_heights[index])
        for index, body in enumerate(model.bodies)
    ]
    for index, task in enumerate(model.tasks):
        dashed = {"style": "dashed"} if labels and index in model.unassigned else {}
        nodes.append(dot.DotNode(f"t{index}", task.label, (width(task.label) + 1) * 14, 20, dashed))
    ranks = [[f"b{body}" for body in columns.bodies]]
    ranks += [[f"t{task}" for group in side for task in group] for side in columns.sides]
    return dot.source(
        nodes,
        [_edge(link, left, labels) for link in model.links],
        directed=True,
        ranks=[rank for rank in ranks if rank],
        labels=labels,
        rankdir="LR",
        nodesep="0.08",
        ranksep="4",
        splines="false",
    )


def _edge(link: Link, left: set[int], labels: bool) -> dot.DotEdge:
    line = line_of(link.role)
    ends = (f"b{link.body}", f"t{link.task}")
    if link.task in left:
        ends = (ends[1], ends[0])
    style = "solid" if not line.dashes else "dotted" if link.role == "guide" else "dashed"
    attributes = {"color": line.colour, "style": style, "penwidth": f"{line.width}", "dir": "none"}
    return dot.DotEdge(*ends, {**attributes, "tooltip": ROLE_WORDS[link.role]} if labels else {})
