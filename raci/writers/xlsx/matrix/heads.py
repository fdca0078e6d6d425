"""The heads of the matrix: groups of departments, and their names, upright where they are many."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from raci.views.tables.column_heads import heads, short_heads
from raci.writers.xlsx.matrix.layout import COUNT, LETTERS, NUMBER, TASK, MatrixLayout
from raci.writers.xlsx.measure import text_width
from raci.writers.xlsx.page_setup import cell_text
from raci.writers.xlsx.styles import CellStyles

__all__ = ["write_groups", "write_heads"]

#: up to so many departments their names stand level, above it upright
MOST_LEVEL = 10
#: a longer upright name would make the heads higher than the tasks below them; a comment holds the whole of it
_LONGEST_UPRIGHT = 16
#: Excel's sign for upright characters, one below the other
_UPRIGHT = 270


def write_groups(sheet: Worksheet, styles: CellStyles, layout: MatrixLayout) -> None:
    """What the departments below have in common, where there are several groups of them."""
    row = layout.head_row - 1
    if len(layout.groups) < 2:
        return
    for name, bodies in layout.groups:
        first = layout.columns[bodies[0]]
        style = styles.head(font_size=9)
        if len(bodies) > 1:
            sheet.merge_range(row, first, row, first + len(bodies) - 1, name, style)
        else:
            sheet.write_string(row, first, name, styles.head(font_size=9, shrink=True, text_wrap=False))
    sheet.set_row(row, 16)


def write_heads(sheet: Worksheet, styles: CellStyles, layout: MatrixLayout) -> None:
    """The heads of the columns, and how wide those of the departments are."""
    for column, heading in ((NUMBER, "编号"), (TASK, "任务"), (COUNT, "单位数")):
        sheet.write_string(layout.head_row, column, heading, styles.head())
    names = heads(layout.grid, list(layout.columns))
    if len(names) > MOST_LEVEL:
        _write_upright(sheet, styles, layout, names)
    else:
        _write_level(sheet, styles, layout, names)


def _write_upright(sheet: Worksheet, styles: CellStyles, layout: MatrixLayout, names: list[str]) -> None:
    style = styles.head(rotation=_UPRIGHT, valign="top", align="center")
    longest = 0
    short = short_heads(names, _LONGEST_UPRIGHT)
    for column, (whole, name) in enumerate(zip(names, short, strict=True), start=LETTERS):
        if name != whole:
            comment = {"author": "raci", "font_size": 9, "color": "#FFFBE6"}
            sheet.write_comment(layout.head_row, column, cell_text(whole), comment)
        sheet.write_string(layout.head_row, column, cell_text(name), style)
        longest = max(longest, len(name))
    sheet.set_row(layout.head_row, min(longest * 15.5 + 8, 400))
    sheet.set_column(LETTERS, layout.last_column, 4.6)


def _write_level(sheet: Worksheet, styles: CellStyles, layout: MatrixLayout, names: list[str]) -> None:
    style = styles.head()
    for column, name in enumerate(names, start=LETTERS):
        sheet.write_string(layout.head_row, column, cell_text(name), style)
    if not names:
        return
    longest = max(text_width(name) for name in names)
    widest = min(longest, 18)
    sheet.set_column(LETTERS, layout.last_column, max(widest / 2 + 3.5, 9))
    lines = max(2, -(-int(longest) // int(widest / 2 + 2)))
    sheet.set_row(layout.head_row, 15 * lines + 6)
