"""The responsibility matrix as a picture: tasks down, bodies across, a coloured letter where they meet.

In the order of the document, with bands of its chapters and the bodies by level and load; or seriated
(``raci.drawing.seriate``), so that tasks with the same bodies and bodies with the same tasks stand side by side, and
a strip of colour beside each row says which chapter it is from.
"""

from __future__ import annotations

from raci.config.options.draw import SERIATED, DrawOptions
from raci.drawing.kind import DrawingKind, Suitability
from raci.drawing.kinds.matrix.pages import pages
from raci.drawing.kinds.matrix.shapes import draw_matrix
from raci.drawing.kinds.matrix.table import MatrixTable, in_order, seriated
from raci.drawing.model import DrawingModel
from raci.drawing.page import NO_TASKS, Caption, Sample, caption_of, message_sheet, numbered
from raci.drawing.picture import Drawing
from raci.drawing.style import GAP, GAP_EDGE, HUES, letter_colours
from raci.drawing.text import ELLIPSIS, shorten

__all__ = ["KIND"]

_TITLE = "责任矩阵图"
#: so many chapters at most stand in the legend
_LEGEND = 12


def _sheets(model: DrawingModel, options: DrawOptions) -> Drawing:
    """The drawing, on as many sheets as it takes."""
    table, facts = seriated(model) if options.order == SERIATED else (in_order(model), {})
    caption = _caption(model, table, options)
    if not model.tasks:
        return Drawing((message_sheet(caption, NO_TASKS),))
    listed, scale = pages(table, caption)
    sheets = []
    for number, page in enumerate(listed, start=1):
        tasks = sum(row.task is not None for row in page.rows)
        shown = f"本页 {len(page.columns)} 个单位、{tasks} 项任务"
        sheets.append(draw_matrix(model, numbered(caption, number, len(listed), shown), table, page, scale))
    return Drawing(tuple(sheets), facts=facts)


def _fits(model: DrawingModel) -> bool:
    """Whether one sheet holds the matrix."""
    table = in_order(model)
    return len(pages(table, _caption(model, table, DrawOptions()))[0]) == 1


def _caption(model: DrawingModel, table: MatrixTable, options: DrawOptions) -> Caption:
    figures = f"{len(model.bodies)} 个单位 · {len(model.tasks)} 项任务 · {len(model.links)} 条责任关系"
    return caption_of(model, options, _TITLE, figures, _legend(model, table), _notes(table))


def _legend(model: DrawingModel, table: MatrixTable) -> list[Sample]:
    used = {link.letter for link in model.links}
    samples = []
    for letter, words in model.profile.legend().items():
        if letter in used:
            ink, paper = letter_colours(letter)
            samples.append(Sample(f"{letter} {words}", fill=paper, edge=ink))
    if model.unassigned:
        samples.append(Sample("未标注责任单位的任务", fill=GAP, edge=GAP_EDGE))
    if table.strip and len(table.chapters) <= _LEGEND:
        for number, chapter in enumerate(table.chapters):
            hue = HUES[number % len(HUES)]
            samples.append(Sample(shorten(chapter, 14.0), fill=hue, edge=hue))
    return samples


def _notes(table: MatrixTable) -> list[str]:
    notes = []
    if table.seriated:
        strip = "；左侧色条为所在章节" if table.strip else ""
        method = "按相似程度排列（倒数平均法，Hill 1973）：分工相近的任务、任务相近的单位靠在一起；列首数字为任务数"
        notes.append(f"{method}{strip}")
    elif table.columns:
        notes.append("单位按层级分组、组内按牵头数和任务数排列；任务按原文次序；列首数字为任务数")
    if any(ELLIPSIS in name for name in table.names.values()):
        notes.append("过长的单位名称有省略，全称见表")
    return notes


KIND = DrawingKind(
    name="matrix",
    position=3,
    title=_TITLE,
    hint="责任矩阵",
    sheets=_sheets,
    orders=(SERIATED,),
    usual=True,
    in_report=False,
    in_slides=False,
    suitability=Suitability(2, _fits, "连线太密，用矩阵更清楚"),
)
