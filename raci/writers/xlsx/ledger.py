"""The sheet of the 台账: lights, and columns to fill in."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from raci.model import SheetSnapshot
from raci.views.tables.ledger import LIGHTS, SOON, STATES, ledger
from raci.views.tables.source_columns import source_columns
from raci.views.tables.table import TableView
from raci.views.tables.titles import plan_name
from raci.writers.xlsx.hidden import table_snapshot
from raci.writers.xlsx.links import FIRST_ROW, WorkbookContext
from raci.writers.xlsx.styles import CellStyles
from raci.writers.xlsx.table_sheet import TableSheet, write_table_sheet

__all__ = ["ledger_sheet"]

#: light → its ink
_INKS = dict(zip(LIGHTS, ("#C62F21", "#C77700", "#2A7A50", "#7B8794"), strict=True))


def ledger_sheet(sheet: Worksheet, context: WorkbookContext) -> SheetSnapshot:
    """The tasks with their lights; a task that is set to 已完成 or 调整 turns grey.

    Time limits are compared with the day that was asked for, else with that on which the workbook is made.
    """
    job = context.job
    today = job.today or job.made_at.date()
    table = ledger(job.grid, today, source_columns(job.analysis, job.grid))
    content = TableSheet(
        plan_name(job.title),
        "工作台账",
        table,
        links={"order": context.links.to_division},
        remark=f"时限情况对照 {today.isoformat()}：{SOON} 天内为临近；填“进展状态”后可筛选",
    )
    write_table_sheet(sheet, job.profile, context.styles, content)
    if table.rows:
        _add_colours_and_choices(sheet, context.styles, table)
    return table_snapshot(sheet.name, table)


def _add_colours_and_choices(sheet: Worksheet, styles: CellStyles, table: TableView) -> None:
    last_row = FIRST_ROW + len(table.rows) - 1
    keys = [column.key for column in table.columns]
    light, state = keys.index("light"), keys.index("state")
    cell = f"${chr(65 + state)}{FIRST_ROW + 1}"
    grey = {
        "type": "formula",
        "criteria": f'=OR({cell}="已完成",{cell}="调整")',
        "format": styles.of(font_color="#9AA5B1"),
        "stop_if_true": True,
    }
    sheet.conditional_format(FIRST_ROW, 0, last_row, len(keys) - 1, grey)
    for words, ink in _INKS.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": styles.of(font_color=ink, bold=True)}
        sheet.conditional_format(FIRST_ROW, light, last_row, light, rule)
    choices = {"validate": "list", "source": list(STATES), "error_message": f"请用：{'、'.join(STATES)}"}
    sheet.data_validation(FIRST_ROW, state, last_row, state, choices)
