"""``NAME.docx``: the 任务分工表 as a Word document, by the habits of GB/T 9704-2012."""

from __future__ import annotations

import io

from raci.cells import clean
from raci.tables.plan import bands, plan
from raci.tables.template import load_template
from raci.tables.titles import day, table_title
from raci.writing.docx.fonts import BODY, NOTE, TITLE, with_alternatives
from raci.writing.docx.page import centred, landscape, page_numbers
from raci.writing.docx.table import table
from raci.writing.job import Job

__all__ = ["render"]


def render(job: Job) -> bytes:
    """A4 across: title, where it is from, the table with its heads on each page, page numbers."""
    from docx import Document
    from docx.shared import Pt

    analysis, source = job.analysis, job.analysis.document
    made = Document()
    landscape(made)
    page_numbers(made)
    made.core_properties.title = clean(job.title)[:255]
    made.core_properties.author = clean(source.issuer or "")[:255]
    made.core_properties.comments = f"角色方案：{job.profile.title}（{job.profile.name}）"
    made.core_properties.created = job.made.replace(tzinfo=None)
    template = job.template or load_template()
    centred(made, table_title(clean(job.title), template.title), TITLE, 22, 30)
    facts = [part for part in (source.issuer, source.number, day(source.date or "")) if part]
    if facts:
        centred(made, clean("　".join(facts)), NOTE, 14, 24)
    rows = plan(analysis, job.grid, template)
    if rows.rows:
        parted = bands(job.grid, job.department, chapters=not template.chapters)
        made.element.body.insert(len(made.element.body) - 1, table(rows, parted, template))
    else:
        centred(made, rows.empty, BODY, 16, 28)
    unassigned = len(job.grid.unassigned())
    if unassigned:
        note = made.add_paragraph(f"注：{unassigned} 项任务原文未标注责任单位。")
        note.paragraph_format.space_before = Pt(6)
        note.runs[0].font.size = Pt(10.5)
    with_alternatives(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
