"""A table as a sheet: heads that stay in view, widths that fit, ready for the printer."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.worksheet import Worksheet

from raci.model import Profile
from raci.model.labels import UNASSIGNED
from raci.views.tables.table import TableView
from raci.writers.xlsx.column_widths import ON_A3, ON_A4, column_widths
from raci.writers.xlsx.hidden import HiddenIds, write_hidden_ids
from raci.writers.xlsx.marks import write_change
from raci.writers.xlsx.measure import row_height
from raci.writers.xlsx.page_setup import A3, A4, cell_text, set_up_page, write_legend
from raci.writers.xlsx.styles import CHANGED, GAP_INK, LINK, CellStyles

__all__ = ["RowLinks", "TableSheet", "write_table_sheet"]

#: key of a column → where the row of that number leads; None where it leads nowhere
RowLinks = Mapping[str, Callable[[int], str | None]]

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
    person changed in a cell (row, key of the column). ``tight`` sheets go on A4, whatever columns they have; ``room``
    says how wide columns are, by their keys, whatever stands in them.
    """

    plan: str
    heading: str
    table: TableView
    keys: bool = False
    links: RowLinks = field(default_factory=dict)
    remark: str = ""
    ids: HiddenIds | None = None
    changes: Mapping[tuple[int, str], str] = field(default_factory=dict)
    tight: bool = False
    room: Mapping[str, float] = field(default_factory=dict)

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
    write_legend(sheet, profile, styles, content.remark)
    _write_heads(sheet, styles, content)
    widths = column_widths(table, keys=content.keys, tight=content.tight, room=content.room)
    for position, column_width in enumerate(widths):
        sheet.set_column(position, position, column_width)
    sheet.set_row(_HEAD_ROW, 36 if content.tight else 22)
    _write_rows(sheet, styles, content, widths)
    _close(sheet, styles, content)
    task_end = next((position + 1 for position, column in enumerate(table.columns) if column.key == "task"), 1)
    sheet.freeze_panes(content.first_row, task_end if task_end <= 4 else 1)
    paper = A4 if content.tight or sum(widths) <= ON_A4 else A3
    # wider than A3 can show in legible letters: the columns go on on a second page beside the first
    across = math.ceil(sum(widths) / ON_A3 - 0.05) if content.keys else 1
    set_up_page(sheet, (content.plan, content.heading), paper, content.first_row - 1, pages_wide=max(across, 1))


def _write_heads(sheet: Worksheet, styles: CellStyles, content: TableSheet) -> None:
    for position, column in enumerate(content.table.columns):
        sheet.write_string(_HEAD_ROW, position, column.heading, styles.head())
        if content.keys:
            sheet.write_string(_HEAD_ROW + 1, position, column.key, styles.head(font_name="Arial", font_size=8))


def _write_rows(sheet: Worksheet, styles: CellStyles, content: TableSheet, widths: Sequence[float]) -> None:
    """The rows of the table, each as high as its texts need."""
    writer = _CellWriter(sheet, styles, content)
    for index, row in enumerate(content.table.rows):
        sheet_row = content.first_row + index
        sheet.set_row(sheet_row, row_height(zip(map(str, row), widths, strict=True)))
        plain = writer.plain(index)
        for position, (value, style) in enumerate(zip(row, plain, strict=True)):
            # most cells are texts, or nothing, and of no special look: thousands of rows wait for each step here
            if style is None or value == UNASSIGNED or isinstance(value, int):
                writer.write(index, position, value)
            elif value:
                sheet.write_string(sheet_row, position, cell_text(value), style)
            else:
                sheet.write_blank(sheet_row, position, None, style)


class _CellWriter:
    """Writes the cells that lead somewhere, were changed, are numbers, or stand out."""

    def __init__(self, sheet: Worksheet, styles: CellStyles, content: TableSheet) -> None:
        self._sheet, self._content = sheet, content
        self._looks, self._urls = _CellLooks(styles, content), _Urls()
        self._columns = [(column.key, content.links.get(column.key)) for column in content.table.columns]
        self._plain: dict[tuple[bool, bool], list[Format | None]] = {}

    def plain(self, index: int) -> list[Format | None]:
        """The formats of the texts of a row; None where each cell is looked at."""
        table = self._content.table
        kind = index in table.marked, index in table.breaks
        if kind not in self._plain:
            self._plain[kind] = [
                None
                if self._content.changes or link is not None or key == "letter"
                else self._looks.of(index, key, "", change=False, link=False)
                for key, link in self._columns
            ]
        return self._plain[kind]

    def write(self, index: int, position: int, value: str | int) -> None:
        """One cell, of a row of the table."""
        row, (key, link) = self._content.first_row + index, self._columns[position]
        target = link(index) if link is not None and value else None
        change = self._content.changes.get((index, key))
        if change:
            write_change(self._sheet, row, position, cell_text(change))
        style = self._looks.of(index, key, value, change=bool(change), link=bool(target))
        if target:
            self._sheet.write_url(row, position, self._urls.of(target, cell_text(str(value))), style)
        if isinstance(value, int):
            self._sheet.write_number(row, position, value, style)
        elif not value:
            self._sheet.write_blank(row, position, None, style)
        elif not target:
            self._sheet.write_string(row, position, cell_text(value), style)


class _Urls:
    """Where cells lead, each place within the workbook read once: many rows lead to the same."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Url] = {}

    def of(self, target: str, text: str) -> Url:
        """The link to a target, shown as that text."""
        url = self._made.get((target, text))
        if url is None:
            url = Url(target)
            url.text = text
            if target.startswith("internal:"):
                self._made[target, text] = url
        return url


class _CellLooks:
    """The formats of the cells of one sheet, each looked up once."""

    def __init__(self, styles: CellStyles, content: TableSheet) -> None:
        self._styles, self._content = styles, content
        self._made: dict[tuple[bool, bool, bool, bool, bool, bool], Format] = {}

    def of(self, index: int, key: str, value: str | int, *, change: bool, link: bool) -> Format:
        """That of a row of the table (by its index) and a column (by its key)."""
        if key == "letter" and value and not link:
            return self._styles.letter(str(value))
        table = self._content.table
        centred = key in _CENTRED or isinstance(value, int)
        kind = index in table.marked, index in table.breaks, centred, value == UNASSIGNED, change, link
        if kind not in self._made:
            ink: dict[str, object] = {"bold": True, "font_color": GAP_INK} if value == UNASSIGNED and not link else {}
            ink |= {"font_color": LINK} if link else CHANGED if change else {}
            align = "center" if centred else "left"
            self._made[kind] = self._styles.cell(marked=kind[0], first=kind[1], align=align, **ink)
        return self._made[kind]


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
