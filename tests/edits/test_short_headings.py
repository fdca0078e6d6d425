"""Headings that the sheets print in short read back as they are, and as a person changed them."""

from __future__ import annotations

import pytest
from handed import back, handed, told
from openpyxl.worksheet.worksheet import Worksheet

from raci.model import Analysis
from raci.pipeline import analyse
from raci.readers.registry import read_text

SENTENCE = (
    "改造供水管网，同步推进城乡供水分区计量和智能水表安装以及远程抄表系统建设，建立漏损监测预警机制，"
    "三年内把漏损率控制在百分之八以内"
)
PLAN = f"""云泽市水利方案
（一）{SENTENCE}。（责任单位：市水务局）
（二）疏浚河道；清理淤积。（责任单位：市住建局）
（三）整修堤防。加固险段。（责任单位：市水务局）
"""
SHORT = "改造供水管网……"


def plan() -> Analysis:
    (document,) = read_text(PLAN, "云泽.txt")
    return analyse(document)


def place(sheet: Worksheet, words: str) -> tuple[int, int]:
    """Row and column of the cell that holds just these words."""
    return next((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == words)


def headings(analysis: Analysis) -> list[str]:
    return [one.label for one in analysis.task_clauses()]


@pytest.mark.parametrize("name", ["RACI 矩阵", "任务分工"])
def test_the_sheets_print_the_short_form_and_nothing_is_taken_for_an_edit(name: str) -> None:
    book = handed(plan())
    assert place(book[name], SHORT)
    assert place(book[name], "疏浚河道……")
    after = back(book)
    assert not told(after)
    assert headings(after) == headings(plan())


@pytest.mark.parametrize("name", ["RACI 矩阵", "任务分工"])
def test_a_heading_that_a_person_wrote_is_the_heading(name: str) -> None:
    book = handed(plan())
    row, column = place(book[name], SHORT)
    book[name].cell(row, column).value = "改造管网"
    assert headings(back(book))[0] == "（一）改造管网"


@pytest.mark.parametrize("name", ["RACI 矩阵", "任务分工"])
def test_where_only_the_number_is_changed_the_heading_stays_whole(name: str) -> None:
    book = handed(plan())
    row, column = place(book[name], SHORT)
    book[name].cell(row, column - 1).value = "（九）"
    assert headings(back(book))[0] == f"（九）{SENTENCE}"


def test_a_matrix_of_a_version_that_printed_the_heading_whole_reads_back() -> None:
    book = handed(plan())
    row, column = place(book["RACI 矩阵"], SHORT)
    book["RACI 矩阵"].cell(row, column).value = SENTENCE
    after = back(book)
    assert not told(after)
    assert headings(after) == headings(plan())


def test_a_sentence_that_goes_on_is_remembered() -> None:
    book = handed(back(handed(plan())))
    assert place(book["任务分工"], "疏浚河道……")
