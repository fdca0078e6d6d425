"""``各单位任务分工表/单位.docx``: the 任务分工表 of each department, what it leads first."""

from __future__ import annotations

from raci.config.templates import load_template
from raci.views.tables.bands import bands_of, named
from raci.views.tables.body_order import by_load
from raci.views.tables.column_heads import heads
from raci.views.tables.plan import plan_table
from raci.writers.docx import DocumentPart, render_parts
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render_each"]


def render_each(job: Job) -> dict[str, bytes]:
    """Department → its document; those with most to do first. For a job of one department, that alone."""
    template = job.template or load_template()
    table = plan_table(job.analysis, job.grid, template)
    wanted = named(job.grid, job.department) if job.department else range(len(job.grid.bodies))
    labels, parts = [], []
    shown = [body for body in by_load(job.grid) if body in wanted]
    for body, label in zip(shown, heads(job.grid, shown), strict=True):
        bands, tasks = bands_of(job.grid, body)
        labels.append(label)
        parts.append(DocumentPart(f"（{label}）", table.part(tasks), bands, counted=True))
    return dict(zip(labels, render_parts(job, template, parts), strict=True))


FORMAT = OutputFormat(
    "docx-departments",
    "各单位任务分工表/{department}.docx",
    "任务分工表，一个单位一份 Word 文档",
    130,
    render_each=render_each,
    usual=False,
)
