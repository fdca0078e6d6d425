"""``NAME.docx``: the 任务分工表 as a Word document, by the habits of GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from raci.config.templates import Template, load_template
from raci.escaping import clean
from raci.views.tables.bands import TaskBand, bands
from raci.views.tables.plan import plan
from raci.views.tables.table import TableView
from raci.views.tables.titles import origin, table_title
from raci.writers.docx.fonts import BODY, NOTE, TITLE, with_alternatives
from raci.writers.docx.package import packed
from raci.writers.docx.page import centred, landscape, page_numbers
from raci.writers.docx.table import table
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "Part", "render", "written"]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in a document: the line ``below`` the title, the rows as they are ``parted``, a ``note``."""

    below: str
    rows: TableView
    parted: Sequence[TaskBand]
    note: str = ""


def render(job: Job) -> bytes:
    """A4 across: title, where it is from, the table with its heads on each page, page numbers."""
    document = job.analysis.document
    template = job.template or load_template()
    unassigned = len(job.grid.unassigned())
    part = Part(
        origin(document),
        plan(job.analysis, job.grid, template),
        bands(job.grid, job.department, chapters=not template.chapters),
        f"注：{unassigned} 项任务原文未标注责任单位。" if unassigned else "",
    )
    (made,) = written(job, template, [part])
    return made


def written(job: Job, template: Template, parts: Iterable[Part]) -> Iterator[bytes]:
    """A document for each part, under one title; what they share is made once."""
    from docx import Document
    from docx.shared import Pt

    made = Document()
    landscape(made)
    page_numbers(made)
    made.core_properties.title = clean(job.title)[:255]
    made.core_properties.author = clean(job.analysis.document.issuer or "")[:255]
    made.core_properties.comments = f"角色方案：{job.profile.title}（{job.profile.name}）"
    made.core_properties.created = job.made.replace(tzinfo=None)
    with_alternatives(made)
    centred(made, table_title(clean(job.title), template.title), TITLE, 22, 30)
    body = made.element.body
    shared = set(body)
    for part in parts:
        if part.below:
            centred(made, clean(part.below), NOTE, 14, 24)
        if part.rows.rows:
            body.insert(len(body) - 1, table(part.rows, part.parted, template))
        else:
            centred(made, part.rows.empty, BODY, 16, 28)
        if part.note:
            last = made.add_paragraph(part.note)
            last.paragraph_format.space_before = Pt(6)
            last.runs[0].font.size = Pt(10.5)
        yield packed(made)
        for own in [one for one in body if one not in shared]:
            own.clear()  # else lxml carries its nodes over to a tree of their own, which takes minutes
            body.remove(own)


FORMAT = OutputFormat("docx", "{name}.docx", "任务分工表，Word 文档", 20, render=render)
