"""Networks of several windows on one layout: a body stands in the same place on every sheet.

The layout is that of all documents: Graphviz places the bodies by the tasks that they share over all windows. Of each
window the sheet shows the bodies that have tasks in it, as large as their number there (against the largest of that
window), and its own ties; where these are more than an eye can follow, their backbone. Bodies, collectives and
arrows are drawn as in the drawing ``network`` of one document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci._version import __version__
from raci.config.palette import LineStyle
from raci.drawing.kinds.network.layout import NetworkLayout, layout
from raci.drawing.kinds.network.marks import marks_of, thickness
from raci.drawing.kinds.network.shapes import draw_network
from raci.drawing.kinds.network.ties import FULL, NetworkSelection, Tie, select_of
from raci.drawing.model import DrawnBody
from raci.drawing.page import A3, Caption, Sample, frame_heights, message_sheet
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
from raci.networks.backbone import backbone

if TYPE_CHECKING:
    import networkx as nx

    from raci.drawing.canvas import Canvas

__all__ = ["WindowGraphs", "draw_windows"]

_PARTS = 10_000
#: of a sheet that its boxes fill to less than this no more bodies are left out
_LEAST_FULL = 0.1
_PER_BODY, _LEAST_LINES = 2.5, 45
_NOTHING = "这个窗口里没有有分工的单位"


@dataclass(frozen=True, eq=False, slots=True)
class WindowGraphs:
    """A window: its name, the bodies by shared tasks (``bodies``), who leads whom (``leads``; None: not known)."""

    name: str
    bodies: nx.Graph[str]
    leads: nx.Graph[str] | None = None


def draw_windows(windows: Sequence[WindowGraphs], title: str, day: str) -> tuple[Canvas, ...]:
    """A sheet a window, in order; the first is that of all documents and has all bodies. ``day`` stands in the foot."""
    keys = list(windows[0].bodies)
    sheets = [_bodies(window, keys) for window in windows]
    ties = [_ties(window, keys) for window in windows]
    # as large as a body is on any sheet, so that no boxes overlap on one
    most = [_most(drawn) for drawn in sheets]
    largest = [
        replace(body, load=max(round(_PARTS * drawn[index].load / of) for drawn, of in zip(sheets, most, strict=True)))
        for index, body in enumerate(sheets[0])
    ]
    full = FULL
    while True:
        selection = select_of(largest, ties[0], full)
        captions = [
            _caption(window, title, day, drawn, all_ties, selection)
            for window, drawn, all_ties in zip(windows, sheets, ties, strict=True)
        ]
        if not keys:
            return tuple(message_sheet(caption, _NOTHING) for caption in captions)
        heights = [frame_heights(caption, A3[0]) for caption in captions]
        frame = (max(above for above, _ in heights), max(below for _, below in heights))
        placed = layout(largest, selection, None, frame)
        if placed.sheet == A3 or full < _LEAST_FULL:
            break
        full *= 0.8  # fewer bodies: on a larger sheet letters would be too small where it is printed on A3
    return tuple(
        _sheet(drawn, all_ties, caption, selection, placed)
        for drawn, all_ties, caption in zip(sheets, ties, captions, strict=True)
    )


def _most(drawn: Sequence[DrawnBody]) -> int:
    return max((body.load for body in drawn), default=0) or 1


def _bodies(window: WindowGraphs, keys: Sequence[str]) -> list[DrawnBody]:
    """All bodies of the study as they are in a window; those that have no tasks in it have a load of 0."""
    drawn = []
    for index, key in enumerate(keys):
        data = window.bodies.nodes[key] if key in window.bodies else {}
        label, names = str(data.get("label", "")), str(data.get("names", ""))
        load, leads = int(data.get("tasks", 0)), int(data.get("leads", 0))
        written = tuple(names.split("；")[:8])
        drawn.append(DrawnBody(label, written, load, leads, bool(data.get("collective")), index, load, label))
    return drawn


def _ties(window: WindowGraphs, keys: Sequence[str]) -> list[Tie]:
    index = {key: number for number, key in enumerate(keys)}
    ties = []
    for first, second, data in window.bodies.edges(data=True):
        led = [
            int(window.leads.edges[pair]["weight"]) if window.leads is not None and window.leads.has_edge(*pair) else 0
            for pair in ((first, second), (second, first))
        ]
        ties.append(Tie(index[first], index[second], int(data["weight"]), "", *led))
    return ties


def _sheet(
    drawn: Sequence[DrawnBody],
    all_ties: Sequence[Tie],
    caption: Caption,
    selection: NetworkSelection,
    placed: NetworkLayout,
) -> Canvas:
    present = [body for body in selection.bodies if drawn[body].load]
    if not present:
        return message_sheet(caption, _NOTHING)
    marks = marks_of(drawn, present, placed.size)
    places = {}
    for body in present:
        x, y = placed.marks[body].centre(placed.places[body], placed.size)
        mark = marks[body]
        places[body] = (x, y + mark.box[1] / 2 - mark.radius - placed.size * 0.3)
    shown = replace(selection, bodies=present, ties=_shown(all_ties, present, selection))
    rows = _with_bodies(placed, present)
    return draw_network(drawn, caption, shown, replace(placed, marks=marks, places=places, apart=rows))


def _with_bodies(placed: NetworkLayout, present: Sequence[int]) -> tuple[tuple[float, str], ...]:
    """The words above the rows of bodies without ties, but those of rows that are empty in a window."""
    ends = [*(y for y, _ in placed.apart[1:]), float("inf")]
    heights = [placed.places[body][1] for body in present]
    return tuple(
        row for row, end in zip(placed.apart, ends, strict=False) if any(row[0] < height < end for height in heights)
    )


def _shown(all_ties: Sequence[Tie], present: Sequence[int], selection: NetworkSelection) -> list[Tie]:
    """The ties of a window that are drawn: among the bodies shown, collectives apart, their backbone if too many."""
    among = set(present) - set(selection.apart)
    ties = [tie for tie in all_ties if tie.first in among and tie.second in among]
    most = max(_LEAST_LINES, round(_PER_BODY * len(present)))
    chosen, _ = backbone([(tie.first, tie.second, tie.weight) for tie in ties], most)
    return [ties[index] for index in chosen]


def _caption(
    window: WindowGraphs,
    title: str,
    day: str,
    drawn: Sequence[DrawnBody],
    all_ties: Sequence[Tie],
    selection: NetworkSelection,
) -> Caption:
    active = [index for index, body in enumerate(drawn) if body.load]
    present = [body for body in selection.bodies if drawn[body].load]
    ties = _shown(all_ties, present, selection)
    figures = f"{window.name} · {len(active)} 个单位 · {len(all_ties)} 对单位有共同任务"
    notes = []
    if len(present) < len(active):
        notes.append(
            f"单位太多，只画在各窗口中最突出的（这里有 {len(present)} 个），其余 {len(active) - len(present)} 个见各表"
        )
    among = set(present) - set(selection.apart)
    able = sum(tie.first in among and tie.second in among for tie in all_ties)
    if len(ties) < able:
        notes.append(
            f"连线太密，只画较强的 {len(ties)} 条（差异过滤，每个单位至少一条），其余 {able - len(ties)} 条见各表"
        )
    notes.append("同一单位在各窗口的图上位置相同；圆的大小只在同一张图内比较")
    legend = [
        Sample("牵头过任务的单位", fill=NETWORK_LEADS, edge=LEADS_EDGE, shape="round"),
        Sample("未牵头的单位", fill=NETWORK_OTHER, edge=BODY_EDGE, shape="round"),
        Sample("圆的大小和数字：任务数", fill=PAPER, edge=FAINT, shape="round"),
    ]
    if selection.apart:
        legend.insert(2, Sample("集体（各市县、各部门等）", fill=PAPER, edge=INK, dashes="3 2", shape="round"))
    most = max((tie.weight for tie in ties), default=1)
    for weight in dict.fromkeys(sorted({tie.weight for tie in ties})[:: max(1, len({t.weight for t in ties}) - 1)]):
        legend.append(Sample(f"共同任务 {weight} 项", line=LineStyle(NETWORK_LINE, thickness(weight, most))))
    if any(tie.first_leads or tie.second_leads for tie in ties):
        legend.append(Sample("箭头：牵头 → 参与", line=LineStyle(NETWORK_ARROW, 1.4), shape="arrow"))
    maker = f"制图 {day} · raci {__version__}"
    return Caption(title, f"单位协作网络 · {figures}", tuple(legend), "来源：raci 读出的任务分工", maker, tuple(notes))
