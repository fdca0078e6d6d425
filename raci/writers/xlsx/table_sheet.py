"""A table as a sheet: heads that stay in view, widths that fit, ready for the printer."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from raci.model import Profile
from raci.model.labels import UNASSIGNED
from raci.views.tables.table import TableView
from raci.writers.xlsx.hidden import HiddenIds, write_hidden_ids
from raci.writers.xlsx.marks import write_change
from raci.writers.xlsx.measure import row_height, text_width
from raci.writers.xlsx.page_setup import A3, A4, cell_text, set_up_page, write_legend
from raci.writers.xlsx.styles import CHANGED, GAP_INK, LINK, CellStyles

__all__ = ["RowLinks", "TableSheet", "write_table_sheet"]

#: key of a column → where the row of that number leads; None where it leads nowhere
RowLinks = Mapping[str, Callable[[int], str | None]]

#: how wide a sheet may be, in digits, to be read with ease when it is fitted to the page
ON_A4, ON_A3 = 165.0, 245.0

#: the row of the heads: below the title and the legend
_HEAD_ROW = 2

#: centred columns, besides whole numbers: numbers of clauses, short words
_CENTRED = {
    "order",
    "light",
    "state",
    "number",
    "letter",
    "role",
    "severity",
    "due",
    "start",
    "end",
    "basis",
    "level",
    "profile",
}


@dataclass(frozen=True, slots=True)
class TableSheet:
    """What a sheet of one table holds.

    ``plan`` is the title of the plan (empty where the remark names it), ``heading`` that of the table; ``keys`` asks
    for the keys of the columns below their heads. ``links`` gives for a column, by its key, where each row of it leads
    (``raci.writers.xlsx.tabs.link``). ``ids`` tell what each row is, out of sight at the right; ``changes`` what a
    person changed in a cell (row, key of the column).
    """

    plan: str
    heading: str
    table: TableView
    keys: bool = False
    links: RowLinks = field(default_factory=dict)
    remark: str = ""
    ids: HiddenIds | None = None
    changes: Mapping[tuple[int, str], str] = field(default_factory=dict)

    @property
    def first_row(self) -> int:
        """The row of the sheet in which the first row of the table stands."""
        return _HEAD_ROW + 1 + self.keys

    @property
    def last_row(self) -> int:
        """The row of the sheet in which the last row of the table stands, or the words that there is none."""
        return self.first_row + max(len(self.table.rows), 1) - 1


def write_table_sheet(sheet: Worksheet, profile: Profile | None, styles: CellStyles, content: TableSheet) -> None:
    """Title, remark, heads, rows; the legend of a ``profile`` where the table shows letters."""
    table = content.table
    sheet.write_string(0, 0, cell_text(f"{content.plan} {content.heading}".strip()), styles.title())
    sheet.set_row(0, 26)
    write_legend(sheet, 1, profile, styles, content.remark)
    _write_heads(sheet, styles, content)
    widths = _column_widths(table, content.keys)
    for position, column_width in enumerate(widths):
        sheet.set_column(position, position, column_width)
    sheet.set_row(_HEAD_ROW, 22)
    for index, row in enumerate(table.rows):
        sheet.set_row(content.first_row + index, row_height(zip(map(str, row), widths, strict=True)))
        for position in range(len(table.columns)):
            _write_cell(sheet, styles, content, index, position)
    _close(sheet, styles, content)
    task_end = next((position + 1 for position, column in enumerate(table.columns) if column.key == "task"), 1)
    sheet.freeze_panes(content.first_row, task_end if task_end <= 4 else 1)
    paper = A4 if sum(widths) <= ON_A4 else A3
    # wider than A3 can show in legible letters: the columns go on on a second page beside the first
    across = math.ceil(sum(widths) / ON_A3 - 0.05) if content.keys else 1
    set_up_page(sheet, (content.plan, content.heading), paper, content.first_row - 1, pages_wide=max(across, 1))


def _write_heads(sheet: Worksheet, styles: CellStyles, content: TableSheet) -> None:
    for position, column in enumerate(content.table.columns):
        sheet.write_string(_HEAD_ROW, position, column.heading, styles.head())
        if content.keys:
            sheet.write_string(_HEAD_ROW + 1, position, column.key, styles.head(font_name="Arial", font_size=8))


def _write_cell(sheet: Worksheet, styles: CellStyles, content: TableSheet, index: int, position: int) -> None:
    """The cell of a row of the table (by its index) and a column (by its position)."""
    column, value = content.table.columns[position], content.table.rows[index][position]
    sheet_row = content.first_row + index
    change = content.changes.get((index, column.key))
    style = _cell_style(styles, content, index, position)
    if change:
        write_change(sheet, sheet_row, position, cell_text(change))
    if column.key == "letter" and value:
        style = styles.letter(str(value))
    target = content.links[column.key](index) if column.key in content.links and value else None
    if target:
        style = _table_style(styles, content, index, position, font_color=LINK)
        sheet.write_url(sheet_row, position, target, style, cell_text(str(value)))
    if isinstance(value, int):
        sheet.write_number(sheet_row, position, value, style)
    elif not value:
        sheet.write_blank(sheet_row, position, None, style)
    elif not target:
        sheet.write_string(sheet_row, position, cell_text(value), style)


def _cell_style(styles: CellStyles, content: TableSheet, index: int, position: int) -> Format:
    column, value = content.table.columns[position], content.table.rows[index][position]
    gap = {"bold": True, "font_color": GAP_INK} if value == UNASSIGNED else {}
    border = CHANGED if content.changes.get((index, column.key)) else {}
    return _table_style(styles, content, index, position, **gap, **border)


def _table_style(styles: CellStyles, content: TableSheet, index: int, position: int, **properties: object) -> Format:
    table = content.table
    centred = table.columns[position].key in _CENTRED or isinstance(table.rows[index][position], int)
    return styles.cell(
        marked=index in table.marked,
        first=index in table.breaks,
        align="center" if centred else "left",
        **properties,
    )


def _close(sheet: Worksheet, styles: CellStyles, content: TableSheet) -> None:
    """The hidden ids beside the rows, and the filter; or the words that there are no rows."""
    table, ids, first, last = content.table, content.ids, content.first_row, content.last_row
    if ids is not None:
        write_hidden_ids(sheet, len(table.columns), first - 1, ids.mark, enumerate(ids.rows, start=first))
        sheet.print_area(0, 0, last, len(table.columns) - 1)
    if table.rows:
        # the ids stand within the filter: what sorts the rows must take them along
        sheet.autofilter(first - 1, 0, last, len(table.columns) - (ids is None))
    else:
        sheet.write_string(first, 0, table.empty, styles.remark())


def _column_widths(table: TableView, keys: bool) -> list[float]:
    """Columns as wide as their texts, no wider than each may be, and together no wider than A3 can show."""
    head_widths, widths = [], []
    for position, column in enumerate(table.columns):
        head = text_width(column.heading) + 3.5  # room for the filter's button
        if keys:
            head = max(head, text_width(column.key) * 0.8 + 3.5)
        needed = max((text_width(str(row[position])) for row in table.rows), default=0.0) * 1.02 + 2.0
        head_widths.append(head)
        widths.append(max(head, min(needed, column.widest * 2 + 2.0)))
    excess, slack = sum(widths) - ON_A3, sum(widths) - sum(head_widths)
    if excess <= 0 or keys or not slack:  # the sheet with keys is for looking things up, not for the printer
        return widths
    share = min(excess / slack, 0.6)
    return [width - (width - head) * share for width, head in zip(widths, head_widths, strict=True)]
