"""``NAME.docx``: the 任务分工表 as a Word document, by the habits of GB/T 9704-2012."""

from __future__ import annotations

import io
from collections.abc import Sequence

from raci.cells import clean
from raci.tables.plan import Band, bands, plan
from raci.tables.table import Table
from raci.tables.template import Template, load_template
from raci.tables.titles import day, table_title
from raci.writing.docx.fonts import BODY, NOTE, TITLE, with_alternatives
from raci.writing.docx.page import centred, landscape, page_numbers
from raci.writing.docx.table import table
from raci.writing.job import Job

__all__ = ["render", "written"]


def render(job: Job) -> bytes:
    """A4 across: title, where it is from, the table with its heads on each page, page numbers."""
    document = job.analysis.document
    template = job.template or load_template()
    unassigned = len(job.grid.unassigned())
    return written(
        job,
        template,
        "　".join(part for part in (document.issuer, document.number, day(document.date or "")) if part),
        plan(job.analysis, job.grid, template),
        bands(job.grid, job.department, chapters=not template.chapters),
        f"注：{unassigned} 项任务原文未标注责任单位。" if unassigned else "",
    )


def written(job: Job, template: Template, below: str, rows: Table, parted: Sequence[Band], note: str = "") -> bytes:
    """The document: the title of the table, a line ``below`` it, the rows as they are ``parted``, a ``note``."""
    from docx import Document
    from docx.shared import Pt

    made = Document()
    landscape(made)
    page_numbers(made)
    made.core_properties.title = clean(job.title)[:255]
    made.core_properties.author = clean(job.analysis.document.issuer or "")[:255]
    made.core_properties.comments = f"角色方案：{job.profile.title}（{job.profile.name}）"
    made.core_properties.created = job.made.replace(tzinfo=None)
    centred(made, table_title(clean(job.title), template.title), TITLE, 22, 30)
    if below:
        centred(made, clean(below), NOTE, 14, 24)
    if rows.rows:
        made.element.body.insert(len(made.element.body) - 1, table(rows, parted, template))
    else:
        centred(made, rows.empty, BODY, 16, 28)
    if note:
        last = made.add_paragraph(note)
        last.paragraph_format.space_before = Pt(6)
        last.runs[0].font.size = Pt(10.5)
    with_alternatives(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
