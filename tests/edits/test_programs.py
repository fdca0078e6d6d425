"""Workbooks that other programs saved, or in which rows, columns and sheets were moved about, read back the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from handed import PLAN, back, cell, handed, saved, told
from needs import needs
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from raci.model import Analysis
from raci.pipeline import analyse
from raci.readers.registry import read_text
from raci.storage.rows import records

needs_office = needs(shutil.which("soffice") is not None, "LibreOffice is not installed here")


def plan() -> Analysis:
    [found] = read_text(PLAN, "云泽.txt")
    return analyse(found)


def through_libreoffice(data: bytes, folder: Path) -> bytes:
    """The workbook, opened and saved by LibreOffice."""
    (folder / "交来.xlsx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(folder / "交来.xlsx")],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return (folder / "out" / "交来.xlsx").read_bytes()


def values(sheet: Worksheet) -> list[list[object]]:
    return [[each.value for each in row] for row in sheet.iter_rows()]


def refill(sheet: Worksheet, rows: list[list[object]], first: int) -> None:
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    for at, row in enumerate(rows, start=first):
        for column, value in enumerate(row, start=1):
            sheet.cell(at, column).value = value


def unchanged(book: Workbook | bytes) -> bool:
    after = back(book)
    return list(records(after)) == list(records(plan())) and not after.edits


@needs_office
def test_libreoffice_saves_it_as_it_was(tmp_path: Path) -> None:
    assert unchanged(through_libreoffice(saved(handed(plan())), tmp_path))


@needs_office
def test_changes_that_were_saved_by_libreoffice_are_the_same(tmp_path: Path) -> None:
    book = handed(plan())
    cell(book["RACI 矩阵"], "公开办事指南", "市审计局").value = "R"
    cell(book["任务分工"], "推行延时服务", "配合单位").value = "市档案馆\n群众评议小组"
    direct, through = back(book), back(through_libreoffice(saved(book), tmp_path))
    assert list(records(direct)) == list(records(through))
    assert told(direct) == told(through) and len(told(direct)) == 2


def test_rows_may_be_sorted() -> None:
    book = handed(plan())
    for name, head in (("任务分工", 3), ("明细", 4)):
        rows = values(book[name])[head:]
        refill(book[name], sorted(rows, key=lambda row: str(row[3]), reverse=True), head + 1)
    sheet = book["RACI 矩阵"]
    rows = values(sheet)
    head = next(at for at, row in enumerate(rows) if "任务" in row) + 1
    last = max(at for at, row in enumerate(rows) if any(str(one).startswith("task:") for one in row)) + 1
    refill(sheet, sorted(rows[head:last], key=lambda row: str(row[1]), reverse=True), head + 1)
    assert unchanged(book)


def test_where_only_the_seen_columns_were_sorted_the_words_tell_the_tasks() -> None:
    book = handed(plan())
    sheet = book["任务分工"]
    rows = values(sheet)[3:]
    seen = sorted((row[:-1] for row in rows), key=lambda row: str(row[3]), reverse=True)
    refill(sheet, [[*row, was[-1]] for row, was in zip(seen, rows, strict=True)], 4)
    assert unchanged(book)


def test_columns_may_be_in_another_order() -> None:
    book = handed(plan())
    for name in ("任务分工", "明细", "部门任务"):
        sheet = book[name]
        refill(sheet, [row[:2] + row[2:][::-1] if at >= 2 else row for at, row in enumerate(values(sheet))], 1)
    sheet = book["RACI 矩阵"]
    refill(sheet, [row[:3] + row[3:][::-1] if at >= 2 else row for at, row in enumerate(values(sheet))], 1)
    assert unchanged(book)


@pytest.mark.parametrize("names", [["明细"], ["RACI 矩阵"], ["任务分工"], ["台账", "部门任务", "待核", "说明"]])
def test_sheets_may_be_deleted(names: list[str]) -> None:
    book = handed(plan())
    for name in names:
        del book[name]
    assert unchanged(book)


def test_the_three_sheets_may_be_renamed() -> None:
    book = handed(plan())
    for number, name in enumerate(("RACI 矩阵", "任务分工", "明细")):
        book[name].title = f"表{number}"
    assert unchanged(book)


def test_blank_rows_may_be_put_in() -> None:
    book = handed(plan())
    for name in ("RACI 矩阵", "任务分工", "明细"):
        book[name].insert_rows(6)
        book[name].insert_rows(1)
    assert unchanged(book)


@pytest.mark.parametrize("name", ["RACI 矩阵", "任务分工", "明细"])
def test_hidden_columns_may_be_deleted(name: str) -> None:
    book = handed(plan())
    sheet = book[name]
    sheet.delete_cols(sheet.max_column)
    assert unchanged(book)


def test_what_was_changed_is_shown_in_the_next_workbook() -> None:
    book = handed(plan())
    cell(book["RACI 矩阵"], "公开办事指南", "市审计局").value = "R"
    again = handed(back(book))
    for name, head in (("RACI 矩阵", "市审计局"), ("任务分工", "责任单位")):
        marked = cell(again[name], "公开办事指南", head)
        assert marked.comment is not None and "人工修改：增加责任“市审计局”（RACI 矩阵!" in marked.comment.text
        assert marked.border.left.style == "medium"
        plain = cell(again[name], "推行延时服务", head)
        assert plain.border.left.style == "thin"
        assert "橙色粗框" in str(again[name]["A2"].value)
    assert any(row[2] == "人工修改" for row in again["待核"].iter_rows(values_only=True))
    keys, *rows = again["明细"].iter_rows(min_row=4, values_only=True)
    assert [row[keys.index("origin")] for row in rows].count("hand") == 1
    assert again["raci-record"].sheet_state == "veryHidden"


@pytest.mark.slow
def test_the_record_makes_the_file_little_larger() -> None:
    from plans import wide

    from raci.config.profiles import load_profile
    from raci.model import WorkbookRecord
    from raci.storage.record import pack

    made = wide()
    assert sum(map(len, pack(WorkbookRecord(made, load_profile())))) < 0.25 * len(saved(handed(made)))
