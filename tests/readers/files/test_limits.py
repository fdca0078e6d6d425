"""What no document reaches is refused in a line, with what to do."""

from __future__ import annotations

import pytest
from documents import refusal, word
from handed import saved
from openpyxl import Workbook

from raci.errors import ReadError
from raci.readers.registry import read_bytes, read_text


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        ("改造。".encode() * 4_500_000, "方案.txt", "1000 万字"),
        ("改造。".encode() * 4_500_000, "方案.md", "1000 万字"),
        (b"1,2,3\n" * 100_001, "表.csv", "30 万"),
        (b",".join(b"%d" % number for number in range(600)) + b"\n", "表.csv", "有 600 列，超过 512 列"),
        (b"|" + b"a|" * 600 + b"\n|" + b"-|" * 600 + b"\n", "方案.md", "有 600 列，超过 512 列"),
        ("改造".encode() * 500_001, "方案.txt", "有一段超过 100 万字"),
        ('任务,责任单位\n改造,"市财政局\n'.encode() + b"a,b\n" * 40_000, "表.csv", "引号"),
    ],
    ids=["txt", "md", "cells", "columns", "markdown", "line", "quote"],
)
def test_too_large(data: bytes, name: str, says: str) -> None:
    assert says in refusal(read_bytes, data, name)


def test_a_text_that_is_decoded_already() -> None:
    with pytest.raises(ReadError, match="1000 万字"):
        read_text("改造。\n" * 2_500_001)


def test_a_stray_word_far_off_is_no_large_table() -> None:
    (document,) = read_bytes(
        "任务,责任单位\n改造,市财政局\n".encode() + b"," * 5_000 + b"x\n" + b"\n" * 90_000 + b"y", "表.csv"
    )
    assert "市财政局" in document.text


def test_a_wide_sheet_beside_a_table_of_tasks() -> None:
    book = Workbook()
    book.active.append(["任务", "责任单位"])
    book.active.append(["改造", "市财政局"])
    book.create_sheet("统计").append([f"指标{number}" for number in range(600)])
    (document,) = read_bytes(saved(book), "表.xlsx")
    assert "市财政局" in document.text
    assert "工作表“统计”有 600 列，超过 512 列，未读" in document.notes


def test_a_table_of_more_rows_than_any_document_has() -> None:
    assert "超过 2 万行" in refusal(read_bytes, word("<w:tbl>" + "<w:tr/>" * 20_001 + "</w:tbl>"), "方案.docx")
