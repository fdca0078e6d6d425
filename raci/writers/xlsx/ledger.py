"""The sheet of the 台账: lights, and columns to fill in."""

from __future__ import annotations

from datetime import date

from xlsxwriter.worksheet import Worksheet

from raci.views.tables.ledger import LIGHTS, SOON, STATES, ledger
from raci.writers.job import Job
from raci.writers.xlsx.book import FIRST, Book
from raci.writers.xlsx.sheet import table_sheet
from raci.writers.xlsx.styles import Styles
from raci.writers.xlsx.tabs import link

__all__ = ["ledger_sheet"]

#: light → its ink
_INKS = dict(zip(LIGHTS, ("#C62F21", "#C77700", "#2A7A50", "#7B8794"), strict=True))


def ledger_sheet(sheet: Worksheet, job: Job, styles: Styles, book: Book, today: date) -> None:
    """The tasks with their lights; a task that is set to 已完成 or 调整 turns grey."""
    table = ledger(job.grid, today)
    remark = f"时限情况对照 {today.isoformat()}：{SOON} 天内为临近；填“进展状态”后可筛选"
    book.notes.other(sheet.name, table)
    links = {"order": lambda index: link(book.division, book.division_row(index))}
    table_sheet(sheet, job, styles, "工作台账", table, links=links, remark=remark)
    if not table.rows:
        return
    last = FIRST + len(table.rows) - 1
    keys = [column.key for column in table.columns]
    light, state = keys.index("light"), keys.index("state")
    done = f'=OR(${chr(65 + state)}{FIRST + 1}="已完成",${chr(65 + state)}{FIRST + 1}="调整")'
    grey = {"type": "formula", "criteria": done, "format": styles.of(font_color="#9AA5B1"), "stop_if_true": True}
    sheet.conditional_format(FIRST, 0, last, len(keys) - 1, grey)
    for words, ink in _INKS.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": styles.of(font_color=ink, bold=True)}
        sheet.conditional_format(FIRST, light, last, light, rule)
    sheet.data_validation(
        FIRST,
        state,
        last,
        state,
        {"validate": "list", "source": list(STATES), "error_message": f"请用：{'、'.join(STATES)}"},
    )
