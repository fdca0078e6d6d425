"""The workbook; one module a kind of sheet, a line in SHEETS each."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from raci.tables.about import about
from raci.tables.bodies import bodies
from raci.tables.detail import detail
from raci.tables.division import division
from raci.tables.of_body import of_body, tasks_of
from raci.tables.review import review
from raci.writing.job import Job
from raci.writing.xlsx.book import Book
from raci.writing.xlsx.handout import handout_sheet
from raci.writing.xlsx.ledger import ledger_sheet
from raci.writing.xlsx.matrix import matrix_sheet, task_rows
from raci.writing.xlsx.sheet import about_sheet, table_sheet
from raci.writing.xlsx.styles import FONT, LINK, Styles
from raci.writing.xlsx.tabs import link

__all__ = ["SHEETS", "render"]


def _division(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    rows = task_rows(job.grid)
    links = {"order": lambda index: link(book.matrix, rows[index])}
    table_sheet(sheet, job, styles, "任务分工表", division(job.analysis, job.grid), links=links)


def _bodies(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    table = bodies(job.analysis, job.grid)
    tabs = {job.grid.bodies[body].label: tab for body, tab in book.bodies.items()}

    def tab(index: int) -> str | None:
        name = tabs.get(str(table.rows[index][0]))
        return link(name, 0) if name else None

    table_sheet(sheet, job, styles, "部门任务表", table, links={"department": tab})


def _ledger(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    ledger_sheet(sheet, job, styles, book, job.today or date.today())


def _detail(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    table_sheet(sheet, job, styles, "分工明细", detail(job.analysis, job.profile), keys=True)


def _review(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    table_sheet(sheet, job, styles, "待核事项", review(job.analysis, job.grid))


def _about(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    table = about(job.analysis, job.grid, job.profile, job.made)
    if book.left_out:
        note = f"任务最多的 {len(book.bodies)} 个单位各有一张表，另有 {book.left_out} 个见“部门任务”"
        table = replace(table, rows=(*table.rows, ("一单位一表", note)))
    about_sheet(sheet, job, styles, table)


#: sheet name (at most 31 characters, none of []:*?/\\) → what fills it, in the order of the tabs
SHEETS: dict[str, Callable[[Worksheet, Job, Styles, Book], None]] = {
    "RACI 矩阵": matrix_sheet,
    "任务分工": _division,
    "分工表（印发）": handout_sheet,
    "部门任务": _bodies,
    "台账": _ledger,
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
    """The workbook as the bytes of an xlsx file: the sheets of SHEETS, then one a department."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as made:
        made.set_properties({"title": job.title[:255], "subject": "任务分工责任矩阵（RACI）", "created": job.made})
        styles = Styles(made, job.profile)
        book = Book.of(job.grid, tuple(SHEETS), job.department)
        for name, fill in SHEETS.items():
            fill(made.add_worksheet(name), job, styles, book)
        held, named = tasks_of(job.grid), job.grid.of_task()
        back = styles.of(font_size=9, font_color=LINK, align="right", underline=1)
        for body, tab in book.bodies.items():
            sheet = made.add_worksheet(tab)
            table = of_body(job.grid, body, held[body], named)
            links = {"order": _to_division(book, table.tasks)}
            what = f"{job.grid.bodies[body].label}任务表"
            table_sheet(
                sheet, replace(job, title=""), styles, what, table.table, links=links, remark=f"出自：{job.title}"
            )
            sheet.write_url(0, len(table.table.columns) - 1, link(book.matrix, 0), back, "返回矩阵")
    return out.getvalue()


def _to_division(book: Book, tasks: tuple[int, ...]) -> Callable[[int], str]:
    return lambda index: link(book.division, book.division_row(tasks[index]))
