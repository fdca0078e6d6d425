"""Sheets of raci's whose heads were wiped or written over: told as what they are, not as strangers."""

from __future__ import annotations

import pytest
from handed import PLAN, back, handed, told
from openpyxl.worksheet.worksheet import Worksheet

from raci.pipeline import analyse
from raci.readers.registry import read_text
from raci.storage import sheet_names
from raci.storage.rows import records


def wipe(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if type(cell).__name__ == "Cell":
                cell.value = None


def wipe_heads(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(max_row=8):
        for cell in row:
            if type(cell).__name__ == "Cell":
                cell.value = "改" if cell.value else None


@pytest.mark.parametrize("change", [wipe, wipe_heads])
@pytest.mark.parametrize("name", [sheet_names.DETAIL, sheet_names.MATRIX, sheet_names.DIVISION])
def test_a_sheet_without_its_heads_is_told(name: str, change) -> None:
    [found] = read_text(PLAN, "云泽.txt")
    made = analyse(found)
    book = handed(made)
    change(book[name])
    again = back(book)
    [message] = [message for message in told(again) if name in message]
    assert "表头" in message or "栏名" in message
    assert "不是 raci 写出的" not in message
    assert list(records(again)) == list(records(made))
