"""The sheet of 说明: what and how, in two columns, without heads."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from raci.storage import sheet_names
from raci.views.tables.table import TableView
from raci.views.tables.titles import plan_name
from raci.writers.xlsx.links import WorkbookContext
from raci.writers.xlsx.measure import row_height
from raci.writers.xlsx.page_setup import A4, cell_text, set_up_page

__all__ = ["write_about_sheet"]

#: the widths of the two columns, in digits
_WHAT, _HOW = 14, 92
#: how the row of a letter begins: in the sheet it is the letter in its colour
_LETTER = "字母 "


def write_about_sheet(sheet: Worksheet, context: WorkbookContext, table: TableView) -> None:
    """The rows of the table; those that explain a letter show it as the other sheets do."""
    styles = context.styles
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _WHAT)
    sheet.set_column(1, 1, _HOW)
    sheet.write_string(0, 0, sheet_names.ABOUT, styles.title())
    sheet.set_row(0, 26)
    for row, (what, how) in enumerate(table.rows, start=1):
        first = row - 1 in table.breaks
        letter = str(what).removeprefix(_LETTER)
        is_letter = letter != what
        style = styles.letter(letter) if is_letter else styles.cell(first=first, align="left", bg_color="#F3F6FA")
        sheet.write_string(row, 0, cell_text(letter), style)
        sheet.write_string(row, 1, cell_text(str(how)), styles.cell(first=first, align="left"))
        sheet.set_row(row, row_height([(str(how), float(_HOW))]))
    set_up_page(sheet, (plan_name(context.job.title), sheet_names.ABOUT), A4, 0)
