"""The sheet to hand out: the 任务分工表 as Word has it, A4 across, black on white."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from raci.config.templates import load_template
from raci.views.tables.plan import TaskBand, bands, merged, plan
from raci.views.tables.shares import shares
from raci.views.tables.table import TableView
from raci.views.tables.titles import origin, table_title
from raci.writers.job import Job
from raci.writers.xlsx.book import Book
from raci.writers.xlsx.pages import Pages
from raci.writers.xlsx.sheet import A4, text
from raci.writers.xlsx.styles import Styles, height, width

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
#: Excel knows no higher row: a higher task stands in several, each with some of its sentences
_HIGHEST = 390.0
#: how high each of those is at most, so that they fill the pages
_PIECE = 180.0
#: what stands between top and foot of a page, in points
_PAGE = (210 - 24 - 22) / 25.4 * 72
_SENTENCE = re.compile(r"[^。；;！？!?\n]*[。；;！？!?\n]*[”’」』）)]*")

TITLE, BODY, HEAD, NOTE = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"


#: column → how many tasks the cell of each takes (``raci.views.tables.plan.merged``)
Reach = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Place:
    """The rows of a task: the first, how high each is, and the words of the columns that go over several."""

    first: int
    highs: tuple[float, ...]
    pieces: Mapping[int, Sequence[str]]

    @property
    def count(self) -> int:
        return len(self.highs)


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
    top = 34.0 * math.ceil(width(title) * 22 / 10.5 / sum(widths))
    sheet.set_row(0, top)
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
    pages = Pages(_PAGE, size * 2.2)
    pages.take(sum([top, 24.0 if facts else 0.0, size * 2.2]))
    for band in bands(job.grid, job.department, chapters=not template.chapters):
        for depth, heading in band.headings:
            _across(sheet, end, last, heading, _style(styles, NOTE if depth else HEAD, size, align="left"))
            high = height([(heading, sum(widths) * 10.5 / size)], size) + 3
            sheet.set_row(end, high)
            pages.head(end, high)
            end += 1
        reach = merged(table, template, band.tasks)
        places = list(_places(table, band, widths, size, reach, end))
        for place in places:
            for row, high in enumerate(place.highs, start=place.first):
                sheet.set_row(row, high)
                pages.take(high)
        _rows(sheet, styles, table, band, reach, places, size)
        end = places[-1].first + places[-1].count
    sheet.set_h_pagebreaks(pages.breaks)
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


def _heads(sheet: Worksheet, styles: Styles, table: TableView, row: int, size: float) -> None:
    style = _style(styles, HEAD, size, align="center")
    for at, column in enumerate(table.columns):
        sheet.write_string(row, at, text(column.heading), style)
    sheet.set_row(row, size * 2.2)


def _heights(table: TableView, band: TaskBand, widths: list[float], size: float, reach: Reach) -> list[float]:
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


def _places(
    table: TableView, band: TaskBand, widths: list[float], size: float, reach: Reach, first: int
) -> Iterator[_Place]:
    for task, high in zip(band.tasks, _heights(table, band, widths, size, reach), strict=True):
        if high <= _HIGHEST:
            yield _Place(first, (high,), {})
            first += 1
            continue
        room = [wide * 10.5 / size for wide in widths]
        pieces = {
            at: _pieces(str(value), room[at], size) for at, value in enumerate(table.rows[task]) if at not in reach
        }
        count = max(map(len, pieces.values()), default=1)
        highs = [
            height([(held[row], room[at]) for at, held in pieces.items() if row < len(held)], size, most=_HIGHEST) + 4
            for row in range(count)
        ]
        highs[-1] = min(_HIGHEST, max(highs[-1], high - sum(highs[:-1]) if reach else 0.0))
        yield _Place(first, tuple(highs), {at: held for at, held in pieces.items() if len(held) > 1})
        first += count


def _pieces(words: str, room: float, size: float) -> list[str]:
    """A text in pieces of whole sentences, none higher than ``_PIECE``; a longer sentence is cut."""
    found: list[str] = [""]
    for sentence in filter(None, _SENTENCE.findall(words)):
        if found[-1] and height([(found[-1] + sentence, room)], size, most=100_000) > _PIECE:
            found.append("")
        found[-1] += sentence
        most = int(room * _PIECE / size / 2 / 1.6)
        while height([(found[-1], room)], size, most=100_000) > _HIGHEST - 4:
            found[-1:] = [found[-1][:most], found[-1][most:]]
    return found


def _rows(
    sheet: Worksheet,
    styles: Styles,
    table: TableView,
    band: TaskBand,
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
            across = "center" if middle else "left"
            if place.count > 1 and joined == 1 and at not in reach:
                _piecewise(sheet, styles, size, place, at, value, across)
                continue
            # what goes over pages is read from its top
            style = _style(styles, BODY, size, align=across, valign="top" if place.count > 1 else "vcenter")
            if end > place.first:
                sheet.merge_range(place.first, at, end, at, "", style)
            if isinstance(value, int):
                sheet.write_number(place.first, at, value, style)
            elif value:
                sheet.write_string(place.first, at, text(value), style)
            else:
                sheet.write_blank(place.first, at, None, style)


def _piecewise(
    sheet: Worksheet, styles: Styles, size: float, place: _Place, at: int, value: str | int, across: str
) -> None:
    """A cell over several rows without lines between them: where a page ends no line of words is cut."""
    pieces = place.pieces.get(at, (str(value),))
    for row in range(place.count):
        edges = {"top": int(row == 0), "bottom": int(row == place.count - 1)}
        style = _style(styles, BODY, size, align=across, valign="top", border=0, left=1, right=1, **edges)
        if row == 0 and isinstance(value, int):
            sheet.write_number(place.first, at, value, style)
        elif row < len(pieces) and pieces[row]:
            sheet.write_string(place.first + row, at, text(pieces[row].strip("\n")), style)
        else:
            sheet.write_blank(place.first + row, at, None, style)


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
