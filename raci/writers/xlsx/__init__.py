"""The workbook; one module a kind of sheet, a line in SHEETS each."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from raci.storage import sheet_names
from raci.storage.marks import ROW_MARK, TASK_MARK
from raci.views.tables.about import about
from raci.views.tables.bodies import bodies
from raci.views.tables.detail import detail
from raci.views.tables.division import division
from raci.views.tables.of_body import of_body, tasks_of
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat
from raci.writers.xlsx.book import Book
from raci.writers.xlsx.handout import handout_sheet
from raci.writers.xlsx.hidden import Ids, Noted, record_sheet
from raci.writers.xlsx.ledger import ledger_sheet
from raci.writers.xlsx.marks import detail_marks, division_marks, legend
from raci.writers.xlsx.matrix import matrix_sheet, task_rows
from raci.writers.xlsx.sheet import about_sheet, table_sheet
from raci.writers.xlsx.styles import FONT, LINK, Styles
from raci.writers.xlsx.tabs import link

__all__ = ["FORMAT", "SHEETS", "render"]


def _division(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    rows = task_rows(job.grid)
    links = {"order": lambda index: link(book.matrix, rows[index])}
    table = division(job.analysis, job.grid)
    ids = [task.id for task in job.grid.tasks]
    book.notes.whole(sheet.name, table, ids)
    marks = division_marks(job.analysis, job.grid)
    hidden, remark = Ids(TASK_MARK, ids), legend(job.analysis)
    table_sheet(sheet, job, styles, "任务分工表", table, links=links, remark=remark, ids=hidden, marks=marks)


def _bodies(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    table = bodies(job.analysis, job.grid)
    tabs = {job.grid.bodies[body].label: tab for body, tab in book.bodies.items()}

    def tab(index: int) -> str | None:
        name = tabs.get(str(table.rows[index][0]))
        return link(name, 0) if name else None

    book.notes.other(sheet.name, table)
    table_sheet(sheet, job, styles, "部门任务表", table, links={"department": tab})


def _ledger(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    ledger_sheet(sheet, job, styles, book, job.today or job.made.date())


def _detail(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    table = detail(job.analysis, job.profile)
    ids = Ids(ROW_MARK, [f"{ROW_MARK}:{number}" for number in range(len(table.rows))])
    table_sheet(sheet, job, styles, "分工明细", table, keys=True, ids=ids, marks=detail_marks(job))


def _review(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    book.notes.other(sheet.name, job.review)
    table_sheet(sheet, job, styles, "待核事项", job.review)


def _about(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    table = about(job.analysis, job.grid, job.review, job.profile, job.made)
    if book.left_out:
        note = f"任务最多的 {len(book.bodies)} 个单位各有一张表，另有 {book.left_out} 个见“{sheet_names.BODIES}”"
        table = replace(table, rows=(*table.rows, ("一单位一表", note)))
    table = replace(table, rows=(*table.rows, ("改后读回", _BACK)))
    about_sheet(sheet, job, styles, table)


#: the workbook carries the text of the plan, and who hands it on must know
_BACK = (
    f"在“{sheet_names.MATRIX}”“{sheet_names.DIVISION}”“{sheet_names.DETAIL}”中改好存盘，"
    "再用 raci build 打开这个文件，即按改后的样子重新生成，改动处注明。"
    f"隐藏的工作表“{sheet_names.RECORD}”为此存有原文和全部依据；不想随表带出原文的，删去该表即可（之后只能按表读回）。"
)

#: sheet name → what fills it, in the order of the tabs
SHEETS: dict[str, Callable[[Worksheet, Job, Styles, Book], None]] = {
    sheet_names.MATRIX: matrix_sheet,
    sheet_names.DIVISION: _division,
    sheet_names.HANDOUT: handout_sheet,
    sheet_names.BODIES: _bodies,
    sheet_names.LEDGER: _ledger,
    sheet_names.DETAIL: _detail,
    sheet_names.REVIEW: _review,
    sheet_names.ABOUT: _about,
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
            sheet = made.add_worksheet(name, Noted if fill is handout_sheet else None)
            fill(sheet, job, styles, book)
            if isinstance(sheet, Noted):
                book.notes.free(name, sheet.said)
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
            book.notes.other(tab, table.table)
        names = dict(zip(SHEETS.values(), SHEETS, strict=True))
        record_sheet(made, job, book.notes, names[matrix_sheet], names[_detail])
    return out.getvalue()


def _to_division(book: Book, tasks: tuple[int, ...]) -> Callable[[int], str]:
    return lambda index: link(book.division, book.division_row(tasks[index]))


FORMAT = OutputFormat(
    "xlsx", "{name}.xlsx", "工作簿：责任矩阵、任务分工、部门任务、明细、待核、说明", 10, render=render
)
