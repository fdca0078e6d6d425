"""``NAME.docx``: the 任务分工表 as a Word document, by the habits of GB/T 9704-2012."""

from __future__ import annotations

import io

from raci.cells import clean
from raci.tables.plan import bands, plan
from raci.tables.template import load_template
from raci.writing.docx.fonts import BODY, HEAD, NOTE, TITLE, with_alternatives
from raci.writing.docx.page import centred, landscape, page_numbers
from raci.writing.docx.table import table
from raci.writing.job import Job

__all__ = ["render"]


def render(job: Job) -> bytes:
    """A4 across: title, where it is from, the table with its heads on each page, page numbers."""
    from docx import Document

    analysis, source = job.analysis, job.analysis.document
    made = Document()
    landscape(made)
    page_numbers(made)
    made.core_properties.title = clean(job.title)[:255]
    made.core_properties.author = clean(source.issuer or "")[:255]
    made.core_properties.comments = f"角色方案：{job.profile.title}（{job.profile.name}）"
    made.core_properties.created = job.made.replace(tzinfo=None)
    centred(made, _title(clean(job.title), (job.template or load_template()).title), TITLE, 22, 30)
    facts = [part for part in (source.issuer, source.number, source.date) if part]
    if facts:
        centred(made, clean("　".join(facts)), NOTE, 14, 24)
    rows = plan(analysis, job.grid, job.template)
    if rows.rows:
        made.element.body.insert(len(made.element.body) - 1, table(rows, bands(job.grid, job.department), HEAD, BODY))
    else:
        centred(made, rows.empty, BODY, 16, 28)
    unassigned = len(job.grid.unassigned())
    if unassigned:
        note = made.add_paragraph(f"注：{unassigned} 项任务原文未标注责任单位。")
        note.runs[0].font.size = 133350  # 10.5 pt in EMU
    with_alternatives(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _title(name: str, table: str) -> str:
    """…重点任务分工方案 and …分工表 are called 分工表, any other plan gets the table's title behind its name."""
    if table == "任务分工表" and name.endswith("任务分工方案"):
        return f"{name.removesuffix('方案')}表"
    return name if name.endswith((table, "分工表")) else f"{name}{table}"
