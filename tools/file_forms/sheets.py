"""Workbooks and files of values as offices fill them: merged cells, heads in rows, filters, formulas, pivots."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from written.plans import Plan

from file_forms.form import FileForm, columns, in_pairs, merges, roles, rows, sections, short, title, unlimited

#: what pivot tables show where nothing is said
_BLANK = "(空白)"
_COUNT = "一二三四五六七八九十"


def _put(sheet: Worksheet, words: Sequence[Sequence[str]], top: int = 1, left: int = 1) -> None:
    for row, texts in enumerate(words, top):
        for column, text in enumerate(texts, left):
            if text:
                sheet.cell(row, column, text)


def _begun() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def _plain(plan: Plan, path: Path) -> None:
    book, sheet = _begun()
    _put(sheet, rows(plan))
    book.save(path)


def _merged(plan: Plan, path: Path) -> None:
    book, sheet = _begun()
    words = rows(plan, section=True)
    _put(sheet, [["附件1"], [title(plan)], ["填报单位：市发展改革委"]])
    sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=len(words[0]))
    _put(sheet, words, 4)
    for column, first, last in merges(plan):
        for row in range(first + 1, last + 1):
            sheet.cell(4 + row, column + 1).value = None
        sheet.merge_cells(start_row=4 + first, end_row=4 + last, start_column=column + 1, end_column=column + 1)
    book.save(path)


def _filtered(plan: Plan, path: Path) -> None:
    """Numbers by formula and the values last shown, a filter, groups of rows, a list to choose from, hidden columns."""
    words = rows(plan, section=True)
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("台账")
    sheet.merge_range(0, 0, 0, len(words[0]), title(plan))
    for place, row in enumerate(words, 1):
        sheet.write_row(place, 0, [*row, "序列" if place == 1 else "在办"])
        if place > 1:
            sheet.write_formula(place, 0, "=ROW()-2", None, place - 1)
            sheet.set_row(place, None, None, {"level": 1})
    sheet.autofilter(1, 0, len(words), len(words[0]))
    sheet.data_validation(2, len(words[0]), 99, len(words[0]), {"validate": "list", "source": ["在办", "办结"]})
    sheet.set_column(len(words[0]), len(words[0]), 8, None, {"hidden": True})
    book.close()


def _body_a_column(plan: Plan, path: Path) -> None:
    """One head over several columns, in each of which stands one body."""
    book, sheet = _begun()
    names = columns(plan)
    usual = rows(plan)
    widths = {role: max(len(task.said.get(role, ())) for task in plan.tasks) for role in roles(plan)}
    at = 1
    for place, name in enumerate(names):
        width = widths.get(name, 1)
        sheet.cell(2, at, usual[0][place])
        if width > 1:
            sheet.merge_cells(start_row=2, end_row=2, start_column=at, end_column=at + width - 1)
        for row, task in enumerate(plan.tasks, 1):
            texts = task.said.get(name, ()) if name in widths else (usual[row][place],)
            _put(sheet, [list(texts)], 2 + row, at)
        at += width
    sheet.cell(1, 1, title(plan))
    book.save(path)


def _several_heads(plan: Plan, path: Path) -> None:
    """A head and a title over each section, below one another; half of them in a second sheet."""
    book, sheet = _begun()
    usual = rows(plan)
    top = 1
    for count, (name, places) in enumerate(sections(plan)):
        if count == 2:
            sheet, top = book.create_sheet("续表"), 1
        part = [usual[place + 1] for place in places]
        _put(sheet, [[f"{_COUNT[count]}、{name}（{len(part)}项）"], usual[0], *part], top)
        sheet.merge_cells(start_row=top, end_row=top, start_column=1, end_column=len(usual[0]))
        top += len(part) + 3
    book.save(path)


def _two_beside(plan: Plan, path: Path) -> None:
    """The second half of the tasks stands beside the first, a blank column between."""
    book, sheet = _begun()
    heads, *body = rows(plan)
    half = (len(body) + 1) // 2
    sheet.cell(1, 1, title(plan))
    _put(sheet, [heads, *body[:half]], 2)
    _put(sheet, [heads, *body[half:]], 2, len(heads) + 2)
    book.save(path)


def _pivot(plan: Plan, path: Path) -> None:
    """As pivot tables are laid out: section and lead are said once, the rows below leave them blank, then a total."""
    book, sheet = _begun()
    first = roles(plan)[0]
    names = ["section", first, "task", *(name for name in columns(plan) if name not in ("number", "task", first))]
    places = [columns(plan, section=True).index(name) for name in names]
    usual = [[row[place] or _BLANK for place in places] for row in rows(plan, section=True)]
    words, before = [usual[0]], ["", ""]
    for row in usual[1:]:
        if before[0] and row[0] != before[0]:
            words.append([f"{before[0]} 汇总"])
        keep = 0 if row[0] != before[0] else 1 if row[1] != before[1] else 2
        words.append([*([""] * keep), *row[keep:]])
        before = row[:2]
    _put(sheet, [[title(plan)], *words, [f"{before[0]} 汇总"], ["总计"]])
    book.save(path)


def _per_body(plan: Plan, path: Path) -> None:
    """A sheet for each body, with its tasks and its part in them."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for body in dict.fromkeys(body for task in plan.tasks for body in task.bodies):
        sheet = book.create_sheet(body[:30].replace("/", ""))
        listed = [(task.name, role) for task in plan.tasks for role, bodies in task.said.items() if body in bodies]
        said = [[str(place), name, f"{short(role)}单位"] for place, (name, role) in enumerate(listed, 1)]
        _put(sheet, [[f"{body}任务清单"], ["序号", "工作任务", "角色"], *said])
    book.save(path)


def _framed(plan: Plan, path: Path) -> None:
    """Rows for who fills it in and when, blank rows between, units in lines of their cell, a row of sums."""
    book, sheet = _begun()
    words = rows(plan, section=True, between="\n")
    _put(sheet, [[title(plan)], ["填报单位：", "市政府督查室", "", "填报时间：", "2026年3月"], [], words[0]], 2, 2)
    top = 6
    for place, cells in enumerate(words[1:]):
        _put(sheet, [cells], top, 2)
        top += 2 if place % 3 == 2 else 1
    _put(sheet, [["合计", f"共{len(plan.tasks)}项"], ["审核人：", "周明", "", "填表人：", "李红"]], top, 2)
    book.save(path)


def _dumped(plan: Plan, path: Path) -> None:
    """As data bases write values: all in quotes, numbers as formulas, tabs and blanks around words, a last comma."""
    with path.open("w", encoding="utf-8-sig", newline="\r\n") as file:
        for place, cells in enumerate(rows(plan)):
            first, *others = cells
            first = f'="{first}"' if place else first
            file.write(
                ",".join('"' + text.replace('"', '""') + '"' for text in (first, *(f"\t{word} " for word in others)))
                + ",\n"
            )


def _values(encoding: str, delimiter: str, **settings: Any) -> Any:
    def write(plan: Plan, path: Path) -> None:
        with path.open("w", encoding=encoding, newline="", errors="replace") as file:
            writer = csv.writer(file, delimiter=delimiter, **settings)
            writer.writerow([title(plan)])
            writer.writerows(rows(plan, section=True, between="\n"))

    return write


def _xls(plan: Plan, path: Path) -> None:
    import xlwt

    book = xlwt.Workbook("utf-8")
    sheet = book.add_sheet("Sheet1")
    words = rows(plan)
    sheet.write_merge(0, 0, 0, len(words[0]) - 1, title(plan))
    for row, texts in enumerate(words, 1):
        for column, text in enumerate(texts):
            sheet.write(row, column, text)
    book.save(str(path))


FORMS = (
    FileForm("xlsx", ".xlsx", _plain),
    FileForm("xlsx, merged cells and a title", ".xlsx", _merged, (in_pairs,)),
    FileForm("xlsx, filters, groups and formulas", ".xlsx", _filtered),
    FileForm("xlsx, a column a body below one head", ".xlsx", _body_a_column),
    FileForm("xlsx, a head over each section", ".xlsx", _several_heads),
    FileForm("xlsx, a sheet a body", ".xlsx", _per_body, (unlimited,)),
    FileForm("xlsx, blank rows, sums and signatures", ".xlsx", _framed),
    FileForm("csv, from a data base", ".csv", _dumped),
    FileForm("xlsx, two tables beside one another", ".xlsx", _two_beside),
    FileForm("xlsx, as pivots are laid out", ".xlsx", _pivot, (in_pairs,)),
    FileForm("xls", ".xls", _xls),
    FileForm("csv, semicolons, lines in cells", ".csv", _values("utf-8-sig", ";")),
    FileForm("csv, GBK", ".csv", _values("gbk", ",", quoting=csv.QUOTE_ALL)),
    FileForm("tsv, UTF-16", ".tsv", _values("utf-16", "\t")),
)
