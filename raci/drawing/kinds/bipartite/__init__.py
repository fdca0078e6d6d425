"""Bodies and tasks side by side, joined by lines of the roles.

Small documents stand in two columns, bodies left and tasks right; larger ones have the tasks on both sides of
the bodies, which halves the crossings and the height; what is too much for A3 is drawn on several sheets,
chapter by chapter. Chapters and tasks keep the order of the document, bodies are ordered so that few lines
cross; with the order ``crossings`` the tasks within a chapter are too, and a task's number says where it stands.

The columns are placed here (``place``) rather than by Graphviz: dot keeps neither chapters
together nor their order, does not part the ends of lines, and its order, brought back under the chapters,
crosses more (on plans of 15, 30 and 60 bodies by 12, 25 and 55 %). ``engine="dot"`` (that of
graphviz-pure) and ``"system"`` (a ``dot`` on the PATH) take the order from Graphviz all the same.
"""

from __future__ import annotations

from collections import Counter
from functools import partial

from raci.config.options.draw import CROSSINGS, DrawOptions
from raci.drawing.canvas import Canvas
from raci.drawing.kind import DrawingKind, Suitability
from raci.drawing.kinds.bipartite.graphviz_order import ENGINES, dot_source, ordered
from raci.drawing.kinds.bipartite.measure import MOST, MOST_A_SHEET, fits, letter_size
from raci.drawing.kinds.bipartite.place import layout
from raci.drawing.kinds.bipartite.shapes import draw_columns, has_dots
from raci.drawing.model import DrawingModel
from raci.drawing.page import NO_TASKS, Caption, Sample, caption_of, frame_heights, message_sheet, numbered
from raci.drawing.picture import Drawing
from raci.drawing.split import split_model
from raci.drawing.style import BODY_EDGE, GAP, GAP_EDGE, INK, PAPER, line_of
from raci.model.labels import ROLE_WORDS

__all__ = ["KIND"]

_TITLE = "部门任务关系图"
#: how much larger than on the fullest sheet the letters may be on the others, in pt
_APART = 2.0


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing, on as many sheets of A3 as it takes to be legible.

    Raises DrawError for an engine that is not installed.
    """
    if not model.tasks:
        return Drawing((message_sheet(_caption(model, model, options), NO_TASKS),))
    parts = [model] if _fits(model) else split_model(model, partial(_fits, most_lines=MOST_A_SHEET))
    captions = [
        numbered(_caption(model, part, options), number, len(parts), _shown(part))
        for number, part in enumerate(parts, start=1)
    ]
    pages = list(zip(parts, captions, strict=True))
    # the letters of the sheets are of about one size
    most = _APART + min(letter_size(part, partial(frame_heights, caption)) for part, caption in pages)
    drawn = [_sheet(part, caption, options, most) for part, caption in pages]
    return Drawing(tuple(canvas for canvas, _ in drawn), tuple(crossings for _, crossings in drawn))


def _fits(model: DrawingModel, most_lines: int = MOST) -> bool:
    """Whether one sheet holds the model, with at most so many lines."""
    caption = numbered(_caption(model, model, DrawOptions()), 1, 2)
    return fits(model, partial(frame_heights, caption), most_lines)


def _shown(part: DrawingModel) -> str:
    tasks = len({task.index for task in part.tasks})
    return f"本页 {len(part.bodies)} 个单位、{tasks} 项任务、{len(part.links)} 条"


def _sheet(model: DrawingModel, caption: Caption, options: DrawOptions, most: float) -> tuple[Canvas, tuple[int, int]]:
    """One sheet, and how many lines cross on it in the order of the document and as drawn."""
    placed = layout(model, partial(frame_heights, caption), partial(ordered, model, options), most)
    links = [(link.body, link.task) for link in model.links]
    crossings = placed.start.crossings(links), placed.order.crossings(links)
    return draw_columns(model, caption, placed), crossings


def _caption(whole: DrawingModel, part: DrawingModel, options: DrawOptions) -> Caption:
    """What a sheet with a part of the model says: the figures of the whole, the legend of what is on it."""
    notes = []
    if part.links:
        moved = "章内任务和责任单位" if options.order == CROSSINGS else "任务按原文次序，责任单位"
        notes.append(f"{moved}按减少连线交叉的次序排列，编号为原文编号")
    if any(body.here < body.load for body in part.bodies):
        notes = [f"{notes[0]}；单位右侧为本页任务数/全文任务数"]
    return caption_of(part, options, _TITLE, _figures(whole), _legend(part), notes)


def _figures(model: DrawingModel) -> str:
    parts = [f"{len(model.bodies)} 个单位", f"{len(model.tasks)} 项任务", f"{len(model.links)} 条责任关系"]
    if model.unassigned:
        parts.append(f"{len(model.unassigned)} 项任务未标注责任单位")
    return " · ".join(parts)


def _legend(model: DrawingModel) -> list[Sample]:
    counts = Counter(link.role for link in model.links)
    samples = []
    for role in model.roles():
        letters = "、".join(sorted({link.letter for link in model.links if link.role == role}))
        samples.append(Sample(f"{ROLE_WORDS[role]}（{letters}）{counts[role]} 条", line=line_of(role)))
    if has_dots(model):
        samples.append(Sample("线端圆点：字母含 A", fill=INK, edge=INK, shape="dot"))
    if any(body.collective for body in model.bodies):
        samples.append(Sample("集体（各市县、各部门等）", fill=PAPER, edge=BODY_EDGE, dashes="4 2"))
    if model.unassigned:
        samples.append(Sample("未标注责任单位的任务", fill=GAP, edge=GAP_EDGE, dashes="4 2"))
    return samples


KIND = DrawingKind(
    name="bipartite",
    position=1,
    title=_TITLE,
    hint="任务与部门",
    sheets=_sheets,
    source=dot_source,
    engines=ENGINES,
    orders=(CROSSINGS,),
    has_columns=True,
    usual=True,
    suitability=Suitability(1, _fits, "一张 A3 画得下，看得清谁做什么"),
)
