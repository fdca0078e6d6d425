"""The sheet to hand out: the 任务分工表 as Word has it, A4 landscape, black on white."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from raci.config.fonts import office_fonts
from raci.config.templates import load_template
from raci.model import SheetSnapshot
from raci.views.tables.plan import merged, plan_table
from raci.views.tables.shares import SHORT_COLUMNS, letter_size, shares
from raci.views.tables.table import TableView
from raci.views.tables.titles import origin, table_title
from raci.writers.xlsx.handout_rows import BandRows, HandoutTaskRows
from raci.writers.xlsx.hidden import free_snapshot
from raci.writers.xlsx.links import WorkbookContext
from raci.writers.xlsx.measure import row_height, text_width
from raci.writers.xlsx.page_setup import A4, cell_text
from raci.writers.xlsx.pages import PageBreaks
from raci.writers.xlsx.styles import CellStyles

__all__ = ["handout_sheet"]

#: between the margins of the page, and each margin, in mm
_ROOM, _MARGIN = 297 - 2 * 20, 20
#: blank at both sides of a cell, in mm
_PADDING = 3.4
_INCH = 25.4
#: between the top and bottom margins of a page, in points
_PAGE_HEIGHT = (210 - 24 - 22) / 25.4 * 72
#: the row of the line below the title, in points
_ORIGIN_HEIGHT = 24.0


def handout_sheet(sheet: Worksheet, context: WorkbookContext) -> SheetSnapshot:
    """Title, where it is from, the table under its heads, which stand on each page."""
    job = context.job
    template = job.template or load_template()
    whole = plan_table(job.analysis, job.grid, template)
    table = whole.whole()
    size = letter_size(table, _ROOM, _PADDING)
    widths = [_excel_width(share) for share in shares(table, _ROOM, size, _PADDING)]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    writer = _HandoutWriter(sheet, context.styles, table, widths, size)
    heights = writer.write_title(table_title(job.title, template.title), origin(job.analysis.document))
    head_row = len(heights)
    writer.write_heads(head_row)
    sheet.freeze_panes(head_row + 1, 0)
    _set_up_page(sheet, head_row)
    if not table.rows:
        writer.write_across(head_row + 1, table.empty, writer.bordered(office_fonts().body, align="center"))
        return free_snapshot(sheet.name, writer.values)
    breaks = PageBreaks(_PAGE_HEIGHT, size * 2.2)
    breaks.add_row(sum(heights) + size * 2.2)
    row = head_row + 1
    for band in whole.bands(job.department):
        for depth, heading in band.headings:
            breaks.add_heading(row, writer.write_heading(row, heading, depth))
            row += 1
        rows = BandRows(table, band, widths, size, merged(table, band.tasks))
        tasks = list(rows.rows(row))
        for task in tasks:
            for task_row, height in enumerate(task.heights, start=task.first):
                sheet.set_row(task_row, height)
                breaks.add_row(height)
        writer.write_tasks(rows, tasks)
        row = tasks[-1].last + 1
    sheet.set_h_pagebreaks(breaks.breaks)
    if unassigned := len(job.grid.unassigned()):
        writer.write_string(
            row,
            0,
            f"注：{unassigned} 项任务原文未标注责任单位。",
            context.styles.of(font_name=office_fonts().body),
        )
    return free_snapshot(sheet.name, writer.values)


def _excel_width(millimetres: float) -> float:
    """Millimetres as Excel counts the width of a column: in digits of 7 pixels, and 5 pixels more."""
    return max((millimetres * 96 / _INCH - 5) / 7, 1.0)


@dataclass(slots=True)
class _HandoutWriter:
    """Writes the cells of the handout, and keeps their ``values`` for the sheet's snapshot.

    ``widths`` are those of the columns, in Excel's digits; ``size`` is that of the font, in points.
    """

    sheet: Worksheet
    styles: CellStyles
    table: TableView
    widths: Sequence[float]
    size: float
    values: list[object] = field(default_factory=list)

    def write_string(self, row: int, column: int, text: str, style: Format) -> None:
        self.values.append(text)
        self.sheet.write_string(row, column, text, style)

    def write_number(self, row: int, column: int, number: int, style: Format) -> None:
        self.values.append(number)
        self.sheet.write_number(row, column, number, style)

    def write_across(self, row: int, words: str, style: Format) -> None:
        """A text over the whole width of the table."""
        last = len(self.widths) - 1
        if last:
            self.sheet.merge_range(row, 0, row, last, "", style)
        self.write_string(row, 0, cell_text(words), style)

    def bordered(self, font: str, **properties: object) -> Format:
        """The style of a cell with lines round it."""
        return self.styles.of(
            **{"font_name": font, "font_size": self.size, "border": 1, "text_wrap": True} | properties
        )

    def write_title(self, title: str, source: str) -> list[float]:
        """The title and, where it is known, the line of where the plan is from; the heights of these rows."""
        style = self.styles.of(font_name=office_fonts().title, font_size=22, align="center", text_wrap=True)
        self.write_across(0, title, style)
        heights = [34.0 * math.ceil(text_width(title) * 22 / 10.5 / sum(self.widths))]
        self.sheet.set_row(0, heights[0])
        if source:
            self.write_across(1, source, self.styles.of(font_name=office_fonts().note, font_size=14, align="center"))
            heights.append(_ORIGIN_HEIGHT)
            self.sheet.set_row(1, _ORIGIN_HEIGHT)
        return heights

    def write_heads(self, row: int) -> None:
        """The heads of the columns."""
        style = self.bordered(office_fonts().heading, align="center")
        for column, head in enumerate(self.table.columns):
            self.write_string(row, column, cell_text(head.heading), style)
        self.sheet.set_row(row, self.size * 2.2)

    def write_heading(self, row: int, heading: str, depth: int) -> float:
        """A heading above the tasks of a band; how high its row is."""
        self.write_across(
            row,
            heading,
            self.bordered(office_fonts().note if depth else office_fonts().heading, align="left"),
        )
        height = row_height([(heading, sum(self.widths) * 10.5 / self.size)], self.size) + 3
        self.sheet.set_row(row, height)
        return height

    def write_tasks(self, rows: BandRows, tasks: Sequence[HandoutTaskRows]) -> None:
        """The cells of a band, column by column; ``tasks`` are the rows of its tasks."""
        for column, head in enumerate(self.table.columns):
            counts = rows.joined.get(column)
            align = "center" if head.key in SHORT_COLUMNS or counts is not None else "left"
            for index, (task, place) in enumerate(zip(rows.band.tasks, tasks, strict=True)):
                count = 1 if counts is None else counts[index]
                value = self.table.rows[task][column]
                if not count:
                    continue
                if place.count > 1 and counts is None:
                    self._write_pieces(place, column, value, align)
                else:
                    self._write_cell(place, tasks[index + count - 1].last, column, value, align)

    def _write_cell(self, place: HandoutTaskRows, last_row: int, column: int, value: str | int, align: str) -> None:
        # what goes over pages is read from its top
        style = self.bordered(office_fonts().body, align=align, valign="top" if place.count > 1 else "vcenter")
        if last_row > place.first:
            self.sheet.merge_range(place.first, column, last_row, column, "", style)
        if isinstance(value, int):
            self.write_number(place.first, column, value, style)
        elif value:
            self.write_string(place.first, column, cell_text(value), style)
        else:
            self.sheet.write_blank(place.first, column, None, style)

    def _write_pieces(self, place: HandoutTaskRows, column: int, value: str | int, align: str) -> None:
        """A cell over several rows without lines between them: where a page ends no line of words is cut."""
        pieces = place.pieces.get(column, (str(value),))
        for index in range(place.count):
            edges = {"top": int(index == 0), "bottom": int(index == place.count - 1)}
            style = self.bordered(office_fonts().body, align=align, valign="top", border=0, left=1, right=1, **edges)
            if index == 0 and isinstance(value, int):
                self.write_number(place.first, column, value, style)
            elif index < len(pieces) and pieces[index]:
                self.write_string(place.first + index, column, cell_text(pieces[index].strip("\n")), style)
            else:
                self.sheet.write_blank(place.first + index, column, None, style)


def _set_up_page(sheet: Worksheet, head_row: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head_row)
    sheet.set_start_page(1)  # whatever is printed before it
    sheet.center_horizontally()
    side, bottom = _MARGIN / _INCH, 22 / _INCH
    sheet.set_margins(left=side, right=side, top=24 / _INCH, bottom=bottom)
    # GB/T 9704-2012, 7.5: — 1 — in 宋体 四号
    sheet.set_footer(f'&C&"{office_fonts().sheet}"&14— &P —', {"margin": 13 / _INCH})
