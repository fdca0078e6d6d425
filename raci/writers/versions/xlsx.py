"""对照表 as a workbook: 序号, 原稿, 现稿, 变化; words that are gone struck, words that are new in colour."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from raci.comparison.segments import MarkedText
from raci.comparison.table import ComparedRow, comparison_table
from raci.config.fonts import office_fonts
from raci.escaping import clean
from raci.writers.versions.diff_format import DiffFormat, DiffJob
from raci.writers.versions.heads import remark, title
from raci.writers.xlsx.measure import row_height
from raci.writers.xlsx.opening import open_workbook
from raci.writers.xlsx.page_setup import A4, cell_text, set_up_page

__all__ = ["FORMAT", "render", "write_marked"]

_WIDTHS = (6.0, 56.0, 56.0, 36.0)
_GONE, _NEW = "#B3261E", "#1F5FAE"
#: Excel takes no more parts of different looks in one cell with ease
_MOST_PARTS = 400
#: a character that nobody sees
_NOTHING = "\u200b"


def render(job: DiffJob) -> bytes:
    """The workbook: one sheet."""
    out = io.BytesIO()
    with open_workbook(out) as workbook:
        workbook.set_properties({"title": title(job.comparison)[:255], "created": job.made_at})
        _fill(workbook, workbook.add_worksheet("对照表"), job)
    return out.getvalue()


def _fill(workbook: xlsxwriter.Workbook, sheet: Worksheet, job: DiffJob) -> None:
    base = {"border": 1, "border_color": "#B8C0CA", "valign": "top", "text_wrap": True}
    head = workbook.add_format(
        {**base, "font_name": office_fonts().heading, "bg_color": "#E3ECF7", "align": "center", "valign": "vcenter"}
    )
    cell, number = workbook.add_format(base), workbook.add_format({**base, "align": "center"})
    gone = workbook.add_format({"font_color": _GONE, "font_strikeout": True})
    fresh = workbook.add_format({"font_color": _NEW, "bold": True})
    faint = workbook.add_format({"font_size": 9, "font_color": "#5F6B7A"})
    heading = workbook.add_format({"font_name": office_fonts().heading, "font_size": 16})
    rows = list(comparison_table(job.comparison, all_pairs=job.all_pairs))
    sheet.write_string(0, 0, cell_text(title(job.comparison)), heading)
    sheet.set_row(0, 26)
    sheet.write_string(1, 0, cell_text(remark(job.comparison, len(rows))), faint)
    for column, words in enumerate(("序号", *job.comparison.headings)):
        sheet.write_string(2, column, words, head)
        sheet.set_column(column, column, _WIDTHS[column])
    for index, row in enumerate(rows, 3):
        sheet.write_number(index, 0, row.order, number)
        write_marked(sheet, (index, 1), row.old, gone, cell)
        write_marked(sheet, (index, 2), row.new, fresh, cell)
        sheet.write_string(index, 3, cell_text("\n".join(row.changes)), cell)
        sheet.set_row(index, _height(row))
    if rows:
        sheet.autofilter(2, 0, 2 + len(rows), 3)
    else:
        sheet.write_string(3, 0, "没有差异", faint)
    sheet.freeze_panes(3, 1)
    set_up_page(sheet, (title(job.comparison), ""), A4, 2)


def _height(row: ComparedRow) -> float:
    texts = (str(row.order), _text(row.old), _text(row.new), "\n".join(row.changes))
    return row_height(zip(texts, _WIDTHS, strict=True))


def _text(stretches: Sequence[MarkedText]) -> str:
    return "".join(stretch.text for stretch in stretches)


def write_marked(
    sheet: Worksheet, place: tuple[int, int], stretches: Sequence[MarkedText], changed: Format, cell: Format
) -> None:
    """Write words into a cell, those that changed in a look of their own."""
    text = _text(stretches)
    filled = _joined(stretches)
    marked = any(stretch.kind == "changed" for stretch in filled)
    if not marked or len(filled) > _MOST_PARTS or cell_text(text) != clean(text):
        sheet.write_string(*place, cell_text(text), cell)
        return
    parts: list[object] = []
    for stretch in filled:
        parts += [changed, stretch.text] if stretch.kind == "changed" else [stretch.text]
    if len(filled) == 1:
        parts.insert(0, _NOTHING)  # Excel wants two parts at least
    sheet.write_rich_string(*place, *parts, cell)


def _joined(stretches: Sequence[MarkedText]) -> list[MarkedText]:
    """The stretches that hold words, neighbours of one kind as one."""
    joined: list[MarkedText] = []
    for stretch in stretches:
        text = clean(stretch.text)
        if joined and joined[-1].kind == stretch.kind:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + text)
        elif text:
            joined.append(MarkedText(stretch.kind, text))
    return joined


FORMAT = DiffFormat("xlsx", "对照表，Excel 工作簿", 30, render)
