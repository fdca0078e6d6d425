"""``NAME.xlsx``: the workbook, with a sheet for each table, one for each department, and the record of its making."""

from __future__ import annotations

import io

import xlsxwriter

from raci.model import SheetSnapshot
from raci.storage import sheet_names
from raci.views.tables.of_body import tasks_of
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat
from raci.writers.xlsx.hidden import write_record_sheet
from raci.writers.xlsx.links import WorkbookContext, WorkbookLinks
from raci.writers.xlsx.matrix.layout import MatrixLayout
from raci.writers.xlsx.opening import open_workbook
from raci.writers.xlsx.sheets import body_sheet, sheets_of
from raci.writers.xlsx.styles import CellStyles

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """The workbook as the bytes of an xlsx file: the sheets of SHEETS, then one a department."""
    out = io.BytesIO()
    with open_workbook(out) as workbook:
        workbook.set_properties(
            {"title": job.title[:255], "subject": "任务分工责任矩阵（RACI）", "created": job.made_at}
        )
        layout = MatrixLayout.of(job.grid)
        links = WorkbookLinks.of(layout, tuple(sheets_of(job)), job.department)
        context = WorkbookContext(job, CellStyles(workbook, job.profile), links, layout)
        snapshots = _fill(workbook, context)
        division = snapshots.pop(sheet_names.DIVISION)
        write_record_sheet(workbook, job, division, tuple(snapshots.values()))
    return out.getvalue()


def _fill(workbook: xlsxwriter.Workbook, context: WorkbookContext) -> dict[str, SheetSnapshot]:
    """Write all sheets that people see; the snapshots of those that have one, by the names of the sheets."""
    snapshots: dict[str, SheetSnapshot] = {}
    for name, fill in sheets_of(context.job).items():
        if snapshot := fill(workbook.add_worksheet(name), context):
            snapshots[name] = snapshot
    grid = context.job.grid
    tasks, entries = tasks_of(grid), grid.of_task()
    for body, name in context.links.body_sheets.items():
        snapshots[name] = body_sheet(workbook.add_worksheet(name), context, body, tasks[body], entries)
    return snapshots


FORMAT = OutputFormat(
    "xlsx", "{name}.xlsx", "工作簿：责任矩阵、任务分工、部门任务、明细、待核、说明", 10, render=render
)
