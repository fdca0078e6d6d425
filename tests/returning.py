"""Workbooks as bodies return them: opened, filled in and edited as people do, by openpyxl."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["HEAD_ROW", "Sheet", "edit"]

#: the row of the heads, counted from 1
HEAD_ROW = 3


class Sheet:
    """A sheet with its heads; ``fill`` writes into a row below them (counted from 0)."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.heads = {str(cell.value): cell.column for cell in sheet[HEAD_ROW] if cell.value}

    @property
    def rows(self) -> list[int]:
        return list(range(HEAD_ROW + 1, self.sheet.max_row + 1))

    def fill(self, row: int, **values: object) -> None:
        usual: dict[str, object] = {"进展情况": f"做到第{row}步", "完成情况": "推进中", "填报日期": date(2026, 11, 20)}
        for head, value in {**usual, **values}.items():
            self.sheet.cell(self.rows[row], self.heads[head]).value = value  # type: ignore[assignment]

    def values(self, row: int) -> list[object]:
        return [cell.value for cell in self.sheet[self.rows[row]]]

    def put(self, row_number: int, values: list[object]) -> None:
        for column, value in enumerate(values, start=1):
            self.sheet.cell(row_number, column).value = value  # type: ignore[assignment]


def edit(source: Path, target: Path, change: Callable[[Sheet], None], title: str = "填报表") -> Path:
    """Open a workbook, change a sheet of it, save it under another name."""
    workbook = load_workbook(source)
    change(Sheet(workbook[title]))
    target.parent.mkdir(exist_ok=True)
    workbook.save(target)
    return target
