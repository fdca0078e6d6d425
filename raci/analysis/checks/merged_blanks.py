"""Blank cells of tables that were read as if those above them had been merged with them."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.analysis.tables.blank_below import BLANK_BELOW
from raci.model import Analysis

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each table with such columns."""
    for reading in analysis.tables:
        heads = [f"“{column.head}”" for column in sorted(reading.columns) if column.why == BLANK_BELOW]
        if heads:
            clause = clause_at(analysis, reading.start)
            message = f"表里{'、'.join(heads)}列的空格当作与上面一格合并，各行照上面的读"
            yield Issue(message, reading.start, reading.end, clause.index if clause else None)


CHECK = Check(
    "merged-blanks",
    "空格当作合并格",
    "note",
    _find,
    why="文本里看不出哪些格原是合并的。一列里只有每几行的第一行写了单位、人或时限，从不连着写两次，多半是合并格只写出了一次；也可能是真的没有写。",
    remedy="对照原文核实；有原来的 Word、Excel 或网页文件的，改用它。",
    finds=(
        "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 整治河道 | 市水利局 |\n| 2 | 清理垃圾 | |\n"
        "| 3 | 增设护栏 | |\n| 4 | 修缮街道 | 市住建局 |\n| 5 | 增设路灯 | |\n",
    ),
    passes=(
        "| 任务 | 责任单位 |\n|---|---|\n| 整治河道 | 市水利局 |\n| 清理垃圾 | 市城管局 |\n| 修缮街道 | 市住建局 |\n",
    ),
)
