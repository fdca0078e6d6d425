"""``NAME.pptx``: the matrix, a page a chapter, the drawings, as slides (16:9) with native tables."""

from __future__ import annotations

from raci.escaping import clean
from raci.views.tables.about import counts
from raci.views.tables.titles import origin, plan_name
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat
from raci.writers.pptx.chapters import chapter_slides
from raci.writers.pptx.deck import Deck
from raci.writers.pptx.matrix import MOST_BODIES, matrix_slides

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """The slides. Raises OutputError where python-pptx is missing."""
    name = plan_name(clean(job.title))
    deck = Deck(f"{name}　角色方案：{job.profile.title}")
    numbers = counts(job.analysis, job.grid, job.review)
    deck.add_cover(
        name,
        f"任务分工\n{origin(job.analysis.document)}\n任务 {len(job.grid.tasks)} 项，单位 {numbers['departments']} 个",
    )
    if not job.grid.tasks:
        deck.add_text("任务分工", "没有读出任务")
    if job.grid.columns():
        for part, table in matrix_slides(job.grid):
            deck.add_table(f"责任矩阵{part}", table)
        _tell_rest(deck, job)
    for title, table in chapter_slides(job.grid):
        deck.add_table(title, table)
    for title, png in job.pictures.items():
        deck.add_picture(title, png)
    author = "、".join(job.analysis.document.issued_by())
    return deck.finished(job.title, author, job.made_at)


def _tell_rest(deck: Deck, job: Job) -> None:
    """Which letters stand for what, and how many bodies the slides leave to the workbook."""
    lines = [f"{letter}：{words}" for letter, words in job.profile.legend().items()]
    unassigned = len(job.grid.unassigned())
    lines += [f"{unassigned} 项任务原文未标注责任单位"] if unassigned else []
    rest = len(job.grid.columns()) - MOST_BODIES
    lines += [f"矩阵只列任务最多的 {MOST_BODIES} 个单位，其余 {rest} 个见工作簿和各章"] if rest > 0 else []
    deck.add_text("图例和说明", "\n".join(lines))


FORMAT = OutputFormat(
    "pptx",
    "{name}.pptx",
    "幻灯片（16:9）：责任矩阵、各章任务、图，表格可编辑",
    230,
    render=render,
    usual=False,
    shows_pictures=True,
)
