"""台账.xlsx: all tasks of all plans, by body, by limit, by plan, and the record from which the next run goes on."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from raci.config.profiles import load_profile
from raci.ledgers.own_workbook import LedgerRecord
from raci.ledgers.sheets import row_id
from raci.ledgers.tables.by_body import by_body
from raci.ledgers.tables.by_limit import by_limit
from raci.ledgers.tables.by_plan import by_plan, like_table
from raci.ledgers.tables.rest import about, answer_table, quotes, report_table, review_table
from raci.ledgers.tables.total import TaskTable, total
from raci.ledgers.values import Ledger
from raci.storage import sheet_names
from raci.storage.marks import LEDGER_MARK
from raci.views.tables.table import TableView
from raci.writers.ledger.workbook import (
    LedgerSheet,
    add_choices,
    add_lights,
    write_fills,
    write_record,
    write_sheet,
)
from raci.writers.xlsx.links import FIRST_ROW
from raci.writers.xlsx.measure import row_height
from raci.writers.xlsx.opening import open_workbook
from raci.writers.xlsx.page_setup import A4, cell_text, set_up_page
from raci.writers.xlsx.styles import CellStyles
from raci.writers.xlsx.tabs import link

__all__ = ["LedgerJob", "render_ledger", "write_what_and_how"]

BY_BODY, BY_LIMIT, BY_PLAN, LIKE = "按单位", "按时限", "按文件", "同类任务"
ANSWERS, REPORTS, QUOTES = "填报情况", "填报记录", "依据"


@dataclass(frozen=True, slots=True)
class LedgerJob:
    """What is written: the ``whole`` ledger into the record, the part ``shown`` into the sheets.

    ``files`` says where a plan's file (by the plan's id) stands, seen from the workbook.
    """

    whole: Ledger
    shown: Ledger
    today: date
    made_at: datetime
    part: str = ""
    files: Mapping[str, str] | None = None


def render_ledger(job: LedgerJob) -> bytes:
    """The workbook as the bytes of an xlsx file."""
    out = io.BytesIO()
    with open_workbook(out) as workbook:
        workbook.set_properties({"title": "任务台账", "author": "raci", "created": job.made_at})
        _LedgerWriter(workbook, job).write()
    return out.getvalue()


class _LedgerWriter:
    """Writes the sheets of one workbook; rows lead to one another by the ids of their tasks."""

    def __init__(self, workbook: xlsxwriter.Workbook, job: LedgerJob) -> None:
        self._workbook, self._job = workbook, job
        self._styles = CellStyles(workbook, load_profile("explicit"))
        self._total = total(job.shown, job.today)
        self._quotes = quotes(job.shown)
        self._row_of_total = {task: row for row, task in enumerate(self._total.tasks)}
        self._row_of_quote = {task: row for row, task in enumerate(self._quotes.tasks)}
        self._plan_of_task = {task.id: number for number, plan in enumerate(job.shown.plans) for task in plan.tasks}

    def write(self) -> None:
        job, ledger = self._job, self._job.shown
        self._write_total()
        self._tasks_sheet(BY_BODY, "按单位", by_body(ledger, job.today))
        self._tasks_sheet(BY_LIMIT, "按时限", by_limit(ledger, job.today))
        self._write_plans()
        self._write_like()
        self._table_sheet(sheet_names.REVIEW, "待核事项", review_table(ledger))
        if ledger.sent or ledger.reports:
            self._table_sheet(ANSWERS, "填报情况：未回的在前", answer_table(ledger))
            self._tasks_sheet(REPORTS, "填报记录", report_table(ledger))
        self._tasks_sheet(QUOTES, "任务依据", self._quotes)
        self._write_about(about(ledger, job.today, job.made_at, job.part))
        names = tuple(sheet.get_name() for sheet in self._workbook.worksheets())
        record = LedgerRecord(job.whole, self._total.tasks, names)
        write_record(self._workbook, record, LEDGER_MARK)

    def _write_total(self) -> None:
        ledger = self._job.shown
        sheet = self._workbook.add_worksheet(sheet_names.TOTAL)
        ids = [row_id(ledger.id, task) for task in self._total.tasks]
        part = f"只列出 {self._job.part}；" if self._job.part else ""
        remark = f"{part}时限对照 {self._job.today.isoformat()}；浅黄的六列供填报；点序号看依据，点文件号看文件"
        links = (("order", self._to_quote(self._total.tasks)), ("plan_order", self._to_plan(self._total.tasks)))
        content = write_sheet(sheet, self._styles, LedgerSheet("任务总表", self._total.table, remark, links, ids))
        if self._total.table.rows:
            write_fills(sheet, self._styles, content)
            add_lights(sheet, self._styles, content)
            add_choices(sheet, content)

    def _tasks_sheet(self, name: str, heading: str, table: TaskTable) -> None:
        sheet = self._workbook.add_worksheet(name)
        links = (("order", self._to_total(table.tasks)),)
        content = write_sheet(sheet, self._styles, LedgerSheet(heading, table.table, "点序号看总表中的这一行", links))
        add_lights(sheet, self._styles, content)

    def _table_sheet(self, name: str, heading: str, table: TableView) -> None:
        write_sheet(self._workbook.add_worksheet(name), self._styles, LedgerSheet(heading, table))

    def _write_plans(self) -> None:
        job = self._job
        table = by_plan(job.shown, job.today)
        files = job.files or {}
        places = [files.get(plan.id) for plan in job.shown.plans]
        first = [next((task.id for task in plan.tasks), "") for plan in job.shown.plans]
        links = (
            ("source", lambda row: f"external:{places[row]}" if places[row] else None),
            ("order", self._to_total(first)),
        )
        sheet = self._workbook.add_worksheet(BY_PLAN)
        write_sheet(sheet, self._styles, LedgerSheet("文件一览", table, "点序号看总表，点来源打开原文件", links))

    def _write_like(self) -> None:
        table = like_table(self._job.shown)
        remark = "两份文件里写到的同一件事，并列供核对：是否重复部署、时限和牵头单位是否一致"
        links = (("order", self._to_total(table.tasks)), ("score", self._to_total(table.bodies)))
        sheet = self._workbook.add_worksheet(LIKE)
        write_sheet(sheet, self._styles, LedgerSheet("同类任务", table.table, remark, links))

    def _to_total(self, tasks: Sequence[str]) -> Callable[[int], str | None]:
        return self._link(sheet_names.TOTAL, self._row_of_total, tasks)

    def _to_quote(self, tasks: Sequence[str]) -> Callable[[int], str | None]:
        return self._link(QUOTES, self._row_of_quote, tasks)

    def _to_plan(self, tasks: Sequence[str]) -> Callable[[int], str | None]:
        return self._link(BY_PLAN, self._plan_of_task, tasks)

    def _link(self, sheet: str, row_of: Mapping[str, int], tasks: Sequence[str]) -> Callable[[int], str | None]:
        def target(row: int) -> str | None:
            place = row_of.get(tasks[row])
            return None if place is None else link(sheet, FIRST_ROW + place)

        return target

    def _write_about(self, table: TableView) -> None:
        sheet = self._workbook.add_worksheet(sheet_names.ABOUT)
        write_what_and_how(sheet, self._styles, table)


def write_what_and_how(sheet: Worksheet, styles: CellStyles, table: TableView) -> None:
    """Two columns, what and how, without heads."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 92)
    sheet.write_string(0, 0, sheet_names.ABOUT, styles.title())
    sheet.set_row(0, 26)
    for row, (what, how) in enumerate(table.rows, start=1):
        sheet.write_string(row, 0, cell_text(str(what)), styles.cell(align="left", bg_color="#F3F6FA"))
        sheet.write_string(row, 1, cell_text(str(how)), styles.cell(align="left"))
        sheet.set_row(row, row_height([(str(how), 92.0)]))
    set_up_page(sheet, ("台账", sheet_names.ABOUT), A4, 0)
