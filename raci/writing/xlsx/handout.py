"""The sheet to hand out: the 任务分工表 as Word has it, A4 across, black on white."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from raci.tables.plan import Band, bands, merged, plan
from raci.tables.shares import shares
from raci.tables.table import Table
from raci.tables.template import load_template
from raci.tables.titles import origin, table_title
from raci.writing.job import Job
from raci.writing.xlsx.book import Book
from raci.writing.xlsx.sheet import A4, text
from raci.writing.xlsx.styles import Styles, height, width

__all__ = ["handout_sheet"]

#: between the margins of the page, and each margin, in mm
_ROOM, _MARGIN = 297 - 2 * 20, 20
#: blank at both sides of a cell, in mm
_PAD = 3.4
_INCH = 25.4
#: 小四, 五号; in long tables the smaller
_SIZES = (12.0, 10.5)
_MANY = 40
_CENTRED = {"order", "number", "remark", "deadline", "due"}
#: Excel knows no higher row: a higher task stands in several, joined to one
_HIGHEST = 390.0

TITLE, BODY, HEAD, NOTE = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"


#: column → how many tasks the cell of each takes (``raci.tables.plan.merged``)
Reach = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Place:
    """The rows of a task: the first, how many, and how high each is."""

    first: int
    count: int
    high: float


def handout_sheet(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    """Title, where it is from, the table under its heads, which stand on each page."""
    template = job.template or load_template()
    table = plan(job.analysis, job.grid, template)
    size = _SIZES[len(table.rows) > _MANY]
    widths = [_units(share) for share in shares(table, _ROOM, size, _PAD)]
    last = len(widths) - 1
    for at, wide in enumerate(widths):
        sheet.set_column(at, at, wide)
    title = table_title(job.title, template.title)
    style = styles.of(font_name=TITLE, font_size=22, align="center", text_wrap=True)
    _across(sheet, 0, last, title, style)
    sheet.set_row(0, 34.0 * math.ceil(width(title) * 22 / 10.5 / sum(widths)))
    at = 1
    if facts := origin(job.analysis.document):
        _across(sheet, at, last, facts, styles.of(font_name=NOTE, font_size=14, align="center"))
        sheet.set_row(at, 24)
        at += 1
    _heads(sheet, styles, table, at, size)
    sheet.freeze_panes(at + 1, 0)
    _print_setup(sheet, at)
    if not table.rows:
        _across(sheet, at + 1, last, table.empty, _style(styles, BODY, size, align="center"))
        return
    end = at + 1
    for band in bands(job.grid, job.department, chapters=not template.chapters):
        for depth, heading in band.headings:
            _across(sheet, end, last, heading, _style(styles, NOTE if depth else HEAD, size, align="left"))
            sheet.set_row(end, height([(heading, sum(widths) * 10.5 / size)], size) + 3)
            end += 1
        reach = merged(table, template, band.tasks)
        places = list(_places(_heights(table, band, widths, size, reach), end))
        for place in places:
            for row in range(place.first, place.first + place.count):
                sheet.set_row(row, place.high)
        _rows(sheet, styles, table, band, reach, places, size)
        end = places[-1].first + places[-1].count
    if unassigned := len(job.grid.unassigned()):
        sheet.write_string(end, 0, f"注：{unassigned} 项任务原文未标注责任单位。", styles.of(font_name=BODY))


def _units(share: float) -> float:
    """Millimetres as Excel counts the width of a column: in digits of 7 pixels, and 5 pixels more."""
    return max((share * 96 / _INCH - 5) / 7, 1.0)


def _style(styles: Styles, font: str, size: float, **more: object) -> Format:
    return styles.of(**{"font_name": font, "font_size": size, "border": 1, "text_wrap": True} | more)


def _across(sheet: Worksheet, row: int, last: int, words: str, style: Format) -> None:
    if last:
        sheet.merge_range(row, 0, row, last, "", style)
    sheet.write_string(row, 0, text(words), style)


def _heads(sheet: Worksheet, styles: Styles, table: Table, row: int, size: float) -> None:
    style = _style(styles, HEAD, size, align="center")
    for at, column in enumerate(table.columns):
        sheet.write_string(row, at, text(column.heading), style)
    sheet.set_row(row, size * 2.2)


def _heights(table: Table, band: Band, widths: list[float], size: float, reach: Reach) -> list[float]:
    """How high each task must be; a joined cell that needs more than its tasks have gets it from the last of them."""
    room = [wide * 10.5 / size for wide in widths]
    highs = []
    for task in band.tasks:
        own = [(str(value), room[at]) for at, value in enumerate(table.rows[task]) if at not in reach]
        highs.append(height(own, size, most=100_000) + 4)
    for at, counts in reach.items():
        for number, count in enumerate(counts):
            if count:
                needed = height([(str(table.rows[band.tasks[number]][at]), room[at])], size, most=100_000) + 4
                until = number + count
                highs[until - 1] += max(0.0, needed - sum(highs[number:until]))
    return highs


def _places(highs: list[float], first: int) -> Iterator[_Place]:
    for high in highs:
        count = math.ceil(high / _HIGHEST)
        yield _Place(first, count, high / count)
        first += count


def _rows(
    sheet: Worksheet,
    styles: Styles,
    table: Table,
    band: Band,
    reach: Reach,
    places: list[_Place],
    size: float,
) -> None:
    for at, column in enumerate(table.columns):
        middle = column.key in _CENTRED or at in reach
        for number, (task, place) in enumerate(zip(band.tasks, places, strict=True)):
            joined = reach[at][number] if at in reach else 1
            if not joined:
                continue
            value = table.rows[task][at]
            until = places[number + joined - 1]
            end = until.first + until.count - 1
            # what goes over pages is read from its top
            style = _style(
                styles, BODY, size, align="center" if middle else "left", valign="top" if place.count > 1 else "vcenter"
            )
            if end > place.first:
                sheet.merge_range(place.first, at, end, at, "", style)
            if isinstance(value, int):
                sheet.write_number(place.first, at, value, style)
            elif value:
                sheet.write_string(place.first, at, text(value), style)
            else:
                sheet.write_blank(place.first, at, None, style)


def _print_setup(sheet: Worksheet, head: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_start_page(1)  # whatever is printed before it
    sheet.center_horizontally()
    side, foot = _MARGIN / _INCH, 22 / _INCH
    sheet.set_margins(left=side, right=side, top=24 / _INCH, bottom=foot)
    # GB/T 9704-2012, 7.5: — 1 — in 宋体 四号
    sheet.set_footer('&C&"宋体"&14— &P —', {"margin": 13 / _INCH})
