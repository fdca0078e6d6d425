"""Which bodies work together: circles as large as their load, lines as thick as the tasks they share.

An arrow leads from who has the lead in a shared task to who takes part in it without; where either leads in some,
the line has two heads, and none where neither leads the other.

Graphviz places the circles (neato: stress majorisation, close where much is shared), that of graphviz-pure or, with
``engine="system"``, that on the PATH; ``raci.drawing.spread`` parts boxes that overlap. Where graphviz-pure cannot be
run, networkx places them (``spring``), and run.json says so. Bodies that share no task with any other stand
in a row below.

Where there are more lines than an eye can follow (about 2.5 a body), the backbone is drawn
(``raci.networks.backbone``). Collectives (各区县), which share nearly all tasks, stand in a row of their own without
lines. Where there are more bodies than A3 holds, those with most tasks. The foot says what
was left out; by which rule, 说明 and run.json.
"""

from __future__ import annotations

from collections.abc import Sequence

from raci.config.options.draw import DrawOptions
from raci.config.palette import LineStyle
from raci.drawing.kind import DrawingKind
from raci.drawing.kinds.network.layout import ENGINES, dot_source, layout, placed_by
from raci.drawing.kinds.network.marks import thickness
from raci.drawing.kinds.network.shapes import draw_network
from raci.drawing.kinds.network.ties import FULL, NetworkSelection, Tie, select
from raci.drawing.model import DrawingModel
from raci.drawing.page import A3, NO_BODIES, Sample, caption_of, frame_heights, message_sheet
from raci.drawing.picture import Drawing
from raci.drawing.style import (
    BODY_EDGE,
    FAINT,
    INK,
    LEADS_EDGE,
    NETWORK_ARROW,
    NETWORK_LEADS,
    NETWORK_LINE,
    NETWORK_OTHER,
    PAPER,
)

__all__ = ["KIND"]

_TITLE = "部门协作关系图"
#: of a sheet that its boxes fill to less than this no more bodies are left out
_LEAST_FULL = 0.1


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing, one sheet. Raises DrawError for an engine that is not installed."""
    full = FULL
    while True:
        selection = select(model, full)
        counted = "（集体不计）" if selection.apart else ""
        figures = f"{len(model.bodies)} 个单位 · {selection.all_ties} 对单位有共同任务{counted}"
        caption = caption_of(model, options, _TITLE, figures, _legend(model, selection.ties), _notes(model, selection))
        if not model.bodies:
            return Drawing((message_sheet(caption, NO_BODIES),))
        placed = layout(model.bodies, selection, options.engine, frame_heights(caption, A3[0]))
        if placed.sheet == A3 or full < _LEAST_FULL:
            facts = _facts(selection, options.engine)
            return Drawing((draw_network(model.bodies, caption, selection, placed),), facts=facts)
        full *= 0.8  # fewer bodies: on a larger sheet letters would be too small where it is printed on A3


def _facts(selection: NetworkSelection, engine: str | None) -> dict[str, object]:
    return {**selection.facts(), **({"placed_by": placed_by(engine)[1]} if selection.ties else {})}


def _notes(model: DrawingModel, selection: NetworkSelection) -> list[str]:
    notes = []
    bodies = len(selection.bodies)
    if bodies < len(model.bodies):
        ties_left = selection.all_ties - selection.ties_among
        rest = f"其余 {len(model.bodies) - bodies} 个单位和它们的 {ties_left} 对关系见任务量图和各表"
        notes.append(f"单位太多，只画任务最多的 {bodies} 个，{rest}")
    if selection.alpha is not None:
        left = selection.ties_among - len(selection.ties)
        notes.append(f"骨架图：连线太密，只画各单位之间较强的关系，每个单位至少画最强的一条；其余 {left} 对较弱的未画")
    if model.unassigned:
        notes.append(f"{len(model.unassigned)} 项任务未标注责任单位，不在图中")
    return notes


def _legend(model: DrawingModel, ties: Sequence[Tie]) -> list[Sample]:
    samples = []
    if any(body.leads for body in model.bodies):
        samples.append(Sample("牵头过任务的单位", fill=NETWORK_LEADS, edge=LEADS_EDGE, shape="round"))
    if any(not body.leads for body in model.bodies):
        samples.append(Sample("未牵头的单位", fill=NETWORK_OTHER, edge=BODY_EDGE, shape="round"))
    if any(body.collective for body in model.bodies):
        samples.append(Sample("集体（各市县、各部门等）", fill=PAPER, edge=INK, dashes="3 2", shape="round"))
    if model.bodies:
        samples.append(Sample("圆的大小和数字：任务数", fill=PAPER, edge=FAINT, shape="round"))
    weights = sorted({tie.weight for tie in ties})
    for weight in dict.fromkeys(weights[:: max(1, len(weights) - 1)]):
        line = LineStyle(NETWORK_LINE, thickness(weight, weights[-1]))
        samples.append(Sample(f"共同任务 {weight} 项", line=line))
    if any(tie.first_leads or tie.second_leads for tie in ties):
        line = LineStyle(NETWORK_ARROW, 1.4)
        samples.append(Sample("箭头：牵头 → 参与（两端有箭头：各有牵头）", line=line, shape="arrow"))
    return samples


KIND = DrawingKind(
    name="network",
    position=2,
    title=_TITLE,
    hint="部门协作",
    sheets=_sheets,
    source=dot_source,
    engines=ENGINES,
    usual=True,
)
