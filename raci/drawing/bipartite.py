"""Bodies and tasks side by side, joined by lines of the roles.

Small plans stand in two columns, bodies left and tasks right; larger ones have the tasks on both sides of
the bodies, which halves the crossings and the height; what is too much for A3 is drawn on several sheets,
chapter by chapter. Chapters keep the order of the document; bodies, and
the tasks within a chapter, are ordered to cross little, and a task's number says where it stands.

The columns are placed here (``raci.drawing.columns``) rather than by Graphviz: dot keeps neither chapters
together nor their order, does not part the ends of lines, and its order, brought back under the chapters,
crosses more (on plans of 15, 30 and 60 bodies by 12, 25 and 55 %). ``engine="dot"`` (that of pygraphviz's
wheel) and ``"system"`` (a ``dot`` on the PATH) take the order from Graphviz all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

from raci.drawing import dot
from raci.drawing.canvas import Canvas, points
from raci.drawing.columns import MOST, MOST_A_SHEET, Band, Box, Layout, dense, fits, layout, size_of, tally
from raci.drawing.leaves import leaves
from raci.drawing.model import DrawingModel, Link
from raci.drawing.order import Columns, reduce
from raci.drawing.page import SMALL, Caption, Sample, caption, frame, heights, message, paged
from raci.drawing.picture import Drawing
from raci.drawing.style import BAND, BODY, BODY_EDGE, FAINT, GAP, GAP_EDGE, HAIR, INK, PAPER, line_of
from raci.drawing.text import shorten, width
from raci.errors import DrawError
from raci.model.labels import ROLE_WORDS

__all__ = ["ENGINES", "alone", "sheets", "source"]

ENGINES = ("columns", "dot", "system")

_TITLE = "部门任务关系图"
_MARK = " › "
#: how much larger than on the fullest sheet the letters may be on the others, in pt
_APART = 2.0


def sheets(
    plan: DrawingModel, *, title: str | None = None, engine: str | None = None, drawn: date | None = None
) -> Drawing:
    """The drawing, on as many sheets of A3 as it takes to be legible.

    Raises DrawError for an engine that is not known or not to be had.
    """
    if engine not in (None, *ENGINES):
        raise DrawError(f"bipartite 没有名为“{engine}”的排版引擎", place="engine", remedy=f"可用：{'、'.join(ENGINES)}")
    whole = _caption(plan, plan, title, drawn)
    if not plan.tasks:
        return Drawing((message(whole, "本文件中没有找到任务，因此没有可画的内容"),))
    parts = [plan] if _fits(plan) else leaves(plan, partial(_fits, lines=MOST_A_SHEET))
    said = [
        paged(_caption(plan, one, title, drawn), number, len(parts), _shown(one))
        for number, one in enumerate(parts, start=1)
    ]
    # the letters of the sheets are of about one size
    most = _APART + min(size_of(one, partial(heights, told)) for one, told in zip(parts, said, strict=True))
    made = [_sheet(one, told, engine, most) for one, told in zip(parts, said, strict=True)]
    return Drawing(tuple(canvas for canvas, _ in made), tuple(crossed for _, crossed in made))


def alone(plan: DrawingModel) -> bool:
    """Whether one sheet holds the plan."""
    return _fits(plan)


def _fits(plan: DrawingModel, lines: int = MOST) -> bool:
    return fits(plan, partial(heights, paged(_caption(plan, plan), 1, 2)), lines)


def _shown(one: DrawingModel) -> str:
    return f"本页 {len(one.bodies)} 个单位、{len({task.at for task in one.tasks})} 项任务、{len(one.links)} 条"


def _sheet(plan: DrawingModel, said: Caption, engine: str | None, most: float) -> tuple[Canvas, tuple[int, int]]:
    made = layout(plan, partial(heights, said), partial(_order, plan, engine), most)
    canvas = Canvas(*made.sheet, said.title)
    frame(canvas, said)
    canvas.group("heads")
    for x, y, text in made.heads:
        canvas.text(x, y, text, made.scale.size, fill=FAINT, anchor="middle")
    for band in made.bands:
        _chapter(canvas, band, made)
    _links(canvas, plan, made)
    _tasks(canvas, plan, made)
    _bodies(canvas, plan, made)
    _hover(canvas, plan)
    links = [(link.body, link.task) for link in plan.links]
    return canvas, (made.start.crossings(links), made.order.crossings(links))


def source(plan: DrawingModel) -> str:
    """The plan as DOT source, bodies left and tasks right."""
    every = Columns(tuple(range(len(plan.bodies))), ((tuple(range(len(plan.tasks))),),))
    return _dot(plan, every, [20.0] * len(plan.bodies), labels=True)


def _caption(whole: DrawingModel, plan: DrawingModel, title: str | None = None, drawn: date | None = None) -> Caption:
    """What a sheet with a part of the plan says: the figures of the whole, the legend of what is on it."""
    notes = ["章内任务和责任单位按减少连线交叉的次序排列，序号为原文序号"] if plan.links else []
    if any(body.here < body.load for body in plan.bodies):
        notes = [f"{notes[0]}；单位右侧为本页任务数/全文任务数"]
    return caption(plan, _TITLE, _figures(whole), _legend(plan), title=title, drawn=drawn, notes=notes)


def _figures(plan: DrawingModel) -> str:
    parts = [f"{len(plan.bodies)} 个单位", f"{len(plan.tasks)} 项任务", f"{len(plan.links)} 条责任关系"]
    if plan.unassigned:
        parts.append(f"{len(plan.unassigned)} 项任务未标注责任单位")
    return " · ".join(parts)


def _legend(plan: DrawingModel) -> list[Sample]:
    number = Counter(link.role for link in plan.links)
    samples = []
    for role in plan.roles():
        letters = "、".join(sorted({link.letter for link in plan.links if link.role == role}))
        samples.append(Sample(f"{ROLE_WORDS[role]}（{letters}）{number[role]} 条", line=line_of(role)))
    if _dotted(plan):
        samples.append(Sample("线端圆点：字母含 A", fill=INK, edge=INK, shape="dot"))
    if any(body.collective for body in plan.bodies):
        samples.append(Sample("集体（各市县、各部门等）", fill=PAPER, edge=BODY_EDGE, dashes="4 2"))
    if plan.unassigned:
        samples.append(Sample("未标注责任单位的任务", fill=GAP, edge=GAP_EDGE, dashes="4 2"))
    return samples


def _dotted(plan: DrawingModel) -> bool:
    """Whether the lines of the leads alone do not show who is accountable."""
    return any(_accountable(link) != (link.role == "lead") for link in plan.links)


def _accountable(link: Link) -> bool:
    return "A" in link.letter.split("/")


def _order(plan: DrawingModel, engine: str | None, start: Columns, body_heights: Sequence[float]) -> Columns:
    if engine in (None, "columns"):
        return reduce(start, [(link.body, link.task) for link in plan.links])
    text = _dot(plan, start, body_heights, labels=False)
    found = dot.place(text, "dot", system=engine == "system")

    def level(name: str) -> float:
        return found[name][1]

    sides = tuple(
        tuple(tuple(sorted(group, key=lambda task: level(f"t{task}"))) for group in side) for side in start.sides
    )
    return Columns(tuple(sorted(start.bodies, key=lambda body: level(f"b{body}"))), sides)


def _dot(plan: DrawingModel, columns: Columns, body_heights: Sequence[float], *, labels: bool) -> str:
    """The plan for Graphviz; lines lead from left to right, whichever side the tasks are on."""
    two = len(columns.sides) == 2
    left = {task for group in columns.sides[0] for task in group} if two else set()

    def edge(link: Link) -> dot.Edge:
        line = line_of(link.role)
        ends = (f"b{link.body}", f"t{link.task}")
        if link.task in left:
            ends = (ends[1], ends[0])
        style = "solid" if not line.dashes else "dotted" if link.role == "guide" else "dashed"
        more = {"color": line.colour, "style": style, "penwidth": f"{line.width}", "dir": "none"}
        return dot.Edge(*ends, {**more, "tooltip": ROLE_WORDS[link.role]} if labels else {})

    boxes = [
        dot.Box(f"b{at}", body.name, (width(body.name) + 1) * 14, body_heights[at])
        for at, body in enumerate(plan.bodies)
    ]
    boxes += [
        dot.Box(
            f"t{at}",
            task.label,
            (width(task.label) + 1) * 14,
            20,
            {"style": "dashed"} if labels and at in plan.unassigned else {},
        )
        for at, task in enumerate(plan.tasks)
    ]
    ranks = [[f"b{body}" for body in columns.bodies]]
    ranks += [[f"t{task}" for group in side for task in group] for side in columns.sides]
    return dot.source(
        boxes,
        map(edge, plan.links),
        directed=True,
        ranks=[rank for rank in ranks if rank],
        labels=labels,
        rankdir="LR",
        nodesep="0.08",
        ranksep="4",
        splines="false",
    )


def _chapter(canvas: Canvas, band: Band, made: Layout) -> None:
    if not band.chapter:
        return
    canvas.group("chapter", tip=_MARK.join(band.chapter))
    canvas.rect(band.x, band.y, band.width, band.height, rx=4, fill=BAND)
    size = made.scale.size
    room = (band.width - 14) / size
    *above, own = band.chapter
    if band.continued:
        own += "（续）"
    # the heading itself matters more than those above it
    spare = room - width(own) - width(_MARK)
    text = f"{shorten(_MARK.join(above), spare)}{_MARK}{own}" if above and spare > 4 else own
    y = band.y + made.scale.head / 2 + 1
    canvas.text(band.x + 6, y, shorten(text, room), size, fill=INK, font_weight="bold")


def _links(canvas: Canvas, plan: DrawingModel, made: Layout) -> None:
    links = canvas.group("links")
    dotted, thin = _dotted(plan), 0.75 if dense(plan) else 1.0
    for role in reversed(plan.roles()):
        line = line_of(role)
        canvas.group(
            f"role-{role}",
            within=links,
            stroke=line.colour,
            stroke_width=f"{line.width * thin:.3g}",
            stroke_dasharray=line.dashes or "none",
            stroke_opacity=f"{_opacity(role, len(plan.links)):g}",
        )
        for link, (x1, y1, x2, y2) in zip(plan.links, made.lines, strict=True):
            if link.role != role:
                continue
            bend = (x2 - x1) * 0.45
            canvas.path(
                points("M{} {}C{} {} {} {} {} {}", (x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2)),
                tip=_tip(plan, link),
                class_=_ends(plan, link),
            )
            if dotted and _accountable(link):
                canvas.circle(x2 - (3 if x2 > x1 else -3), y2, 2.4, fill=line.colour, stroke="none")


def _ends(plan: DrawingModel, link: Link) -> str:
    return f"b{plan.bodies[link.body].at} t{plan.tasks[link.task].at}"


def _opacity(role: str, links: int) -> float:
    if role == "lead":
        return 0.95 if links < 300 else 0.8
    return 0.85 if links < 150 else 0.7 if links < 400 else 0.55


def _tip(plan: DrawingModel, link: Link) -> str:
    says = f"{plan.bodies[link.body].name} {ROLE_WORDS[link.role]}（{link.letter}）"
    return f"{says}\n{plan.tasks[link.task].label}\n{link.quote}"


def _tasks(canvas: Canvas, plan: DrawingModel, made: Layout) -> None:
    group = canvas.group("tasks")
    for at, (task, box) in enumerate(zip(plan.tasks, made.tasks, strict=True)):
        gap = at in plan.unassigned
        tip = task.label + ("\n未标注责任单位" if gap else "")
        canvas.group("node task unassigned" if gap else "node task", within=group, tip=tip, data_node=f"t{task.at}")
        _box(canvas, box, made, GAP if gap else PAPER, GAP_EDGE if gap else HAIR, dashed=gap)


def _bodies(canvas: Canvas, plan: DrawingModel, made: Layout) -> None:
    group = canvas.group("bodies")
    for body, box in zip(plan.bodies, made.bodies, strict=True):
        name = "node body collective" if body.collective else "node body"
        canvas.group(name, within=group, tip=body.describe(), data_node=f"b{body.at}")
        _box(canvas, box, made, PAPER if body.collective else BODY, BODY_EDGE, dashed=body.collective)
        right = box.x + box.width - made.scale.padding
        canvas.text(right, box.y, tally(body), max(made.scale.size * 0.8, SMALL), fill=FAINT, anchor="end")


def _box(canvas: Canvas, box: Box, made: Layout, fill: str, edge: str, *, dashed: bool) -> None:
    scale = made.scale
    canvas.rect(
        box.x,
        box.y - box.height / 2,
        box.width,
        box.height,
        rx=3,
        fill=fill,
        stroke=edge,
        stroke_width=0.9,
        stroke_dasharray="4 2" if dashed else "none",
    )
    first = box.y - (len(box.lines) - 1) * scale.leading / 2
    for number, line in enumerate(box.lines):
        canvas.text(box.x + scale.padding + scale.size * 0.2, first + number * scale.leading, line, scale.size)


def _hover(canvas: Canvas, plan: DrawingModel) -> None:
    """On the screen: the mouse on a box brings out its lines, and no script is needed."""
    ids = [f"b{body.at}" for body in plan.bodies] + [f"t{task.at}" for task in plan.tasks]
    rules = ["svg:has(.node:hover) .links path{stroke-opacity:.08}"]
    rules.append(".links path:hover{stroke-opacity:1;stroke-width:3.5}")
    rules += [
        f'svg:has([data-node="{one}"]:hover) .links path.{one}{{stroke-opacity:1;stroke-width:2.4}}' for one in ids
    ]
    canvas.rule("\n".join(rules))
