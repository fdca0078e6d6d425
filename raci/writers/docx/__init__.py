"""``NAME.docx``: the 任务分工表 as a Word document, by the habits of GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.config.fonts import office_fonts
from raci.config.templates import Template, load_template
from raci.escaping import clean
from raci.views.tables.bands import TaskBand
from raci.views.tables.plan import plan_table
from raci.views.tables.table import TableView
from raci.views.tables.titles import in_lines, origin, table_title
from raci.writers.docx.blank import blank_document
from raci.writers.docx.page import TEXT_WIDTH, TITLE_SIZE, add_centred_line
from raci.writers.docx.table import table_element
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat
from raci.writers.package import package_bytes

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["FORMAT", "DocumentPart", "render", "render_parts"]


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """What one document holds: the line below the title, the table in its bands, a note below it.

    Of a part of a plan the rows are ``counted`` anew.
    """

    subtitle: str
    table: TableView
    bands: Sequence[TaskBand]
    note: str = ""
    counted: bool = False


def render(job: Job) -> bytes:
    """A4 landscape: title, where it is from, the table with its heads on each page, page numbers."""
    template = job.template or load_template()
    unassigned = len(job.grid.unassigned())
    table = plan_table(job.analysis, job.grid, template)
    part = DocumentPart(
        origin(job.analysis.document),
        table.whole(),
        table.bands(job.department),
        f"注：{unassigned} 项任务原文未标注责任单位。" if unassigned else "",
        counted=bool(job.department),
    )
    (data,) = render_parts(job, template, [part])
    return data


def render_parts(job: Job, template: Template, parts: Iterable[DocumentPart]) -> Iterator[bytes]:
    """A document for each part, under one title; what they share is made once."""
    document = _empty_document(job, template)
    body = document.element.body
    shared = set(body)
    for part in parts:
        _add_part(document, part)
        yield package_bytes(document)
        for element in [element for element in body if element not in shared]:
            element.clear()  # else lxml carries its nodes over to a tree of their own, which takes minutes
            body.remove(element)


def _empty_document(job: Job, template: Template) -> Document:
    """A document with nothing but its title."""
    document = blank_document(job.title, "、".join(job.analysis.document.issued_by()), job.made_at)
    document.core_properties.comments = f"角色方案：{job.profile.title}（{job.profile.name}）"
    title = table_title(clean(job.title), template.title)
    in_line = TEXT_WIDTH / (TITLE_SIZE * 25.4 / 72)
    add_centred_line(document, in_lines(title, template.title, in_line), office_fonts().title, TITLE_SIZE, 30)
    return document


def _add_part(document: Document, part: DocumentPart) -> None:
    from docx.shared import Pt

    if part.subtitle:
        add_centred_line(document, clean(part.subtitle), office_fonts().note, 14, 24)
    if part.table.rows:
        body = document.element.body
        body.insert(len(body) - 1, table_element(part.table, part.bands, counted=part.counted))
    else:
        add_centred_line(document, part.table.empty, office_fonts().body, 16, 28)
    if part.note:
        note = document.add_paragraph(part.note)
        note.paragraph_format.space_before = Pt(6)
        note.runs[0].font.size = Pt(10.5)


FORMAT = OutputFormat("docx", "{name}.docx", "任务分工表，Word 文档", 20, render=render)
