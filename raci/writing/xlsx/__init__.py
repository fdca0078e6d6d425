"""The workbook; one module a kind of sheet, a line in SHEETS each."""

from __future__ import annotations

import io
from collections.abc import Callable

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from raci.tables.about import about
from raci.tables.bodies import bodies
from raci.tables.detail import detail
from raci.tables.division import division
from raci.tables.review import review
from raci.writing.job import Job
from raci.writing.xlsx.matrix import matrix_sheet
from raci.writing.xlsx.sheet import about_sheet, table_sheet
from raci.writing.xlsx.styles import FONT, Styles

__all__ = ["SHEETS", "render"]


def _division(sheet: Worksheet, job: Job, styles: Styles) -> None:
    table_sheet(sheet, job, styles, "任务分工表", division(job.analysis, job.grid))


def _bodies(sheet: Worksheet, job: Job, styles: Styles) -> None:
    table_sheet(sheet, job, styles, "部门任务表", bodies(job.analysis, job.grid))


def _detail(sheet: Worksheet, job: Job, styles: Styles) -> None:
    table_sheet(sheet, job, styles, "分工明细", detail(job.analysis, job.profile), keys=True)


def _review(sheet: Worksheet, job: Job, styles: Styles) -> None:
    table_sheet(sheet, job, styles, "待核事项", review(job.analysis, job.grid))


def _about(sheet: Worksheet, job: Job, styles: Styles) -> None:
    about_sheet(sheet, job, styles, about(job.analysis, job.grid, job.profile, job.made))


#: sheet name (at most 31 characters, none of []:*?/\\) → what fills it, in the order of the tabs
SHEETS: dict[str, Callable[[Worksheet, Job, Styles], None]] = {
    "RACI 矩阵": matrix_sheet,
    "任务分工": _division,
    "部门任务": _bodies,
    "明细": _detail,
    "待核": _review,
    "说明": _about,
}

# No text of a document may become a formula, a link or a number.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 10.5},
}


def render(job: Job) -> bytes:
    """The workbook as the bytes of an xlsx file."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        title = job.analysis.document.title
        book.set_properties({"title": title[:255], "subject": "任务分工责任矩阵（RACI）", "created": job.made})
        styles = Styles(book, job.profile)
        for name, fill in SHEETS.items():
            fill(book.add_worksheet(name), job, styles)
    return out.getvalue()
