"""Workbooks as they are handed out, edited, and handed back."""

from __future__ import annotations

import io

from jobs import job_of
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from raci.model import Analysis, Document, Profile
from raci.pipeline import analyse
from raci.readers.registry import read_bytes
from raci.writers import render

__all__ = ["PLAN", "back", "cell", "document", "handed", "saved", "told"]


#: an invented plan with a rule of its own, a task for nobody, a body that nobody knows, time limits
PLAN = """云泽市城市服务提升行动方案

（列第一位者为牵头单位，下同）

一、优化便民服务

（一）建设便民服务站点。在社区设立综合窗口。（市政务服务局、市财政局负责；2025年9月底前完成）

（二）推行延时服务。合理安排窗口人员。（牵头单位：市政务服务局；配合单位：市人力资源社会保障局、群众评议小组）

（三）公开办事指南。及时更新办理条件。

二、强化要素保障

（一）统筹资金安排。加强预算管理。（责任单位：市财政局、市审计局；完成时限：2025年12月底前）

（二）改善站点环境。完善无障碍设施。（牵头单位：市住房城乡建设局；责任单位：各县区人民政府）
"""


def handed(analysis: Analysis, profile: Profile | str | None = None) -> Workbook:
    """The workbook of an analysis, open for edits."""
    return load_workbook(io.BytesIO(render("xlsx", job_of(analysis, profile))))


def saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def document(book: Workbook | bytes, name: str = "改过的.xlsx") -> Document:
    [found] = read_bytes(book if isinstance(book, bytes) else saved(book), name)
    return found


def back(book: Workbook | bytes) -> Analysis:
    """What raci makes of the workbook as it is now."""
    return analyse(document(book))


def told(analysis: Analysis) -> list[str]:
    """What the check tells of changes by hand."""
    return [finding.message for finding in analysis.findings if finding.check == "edited"]


def cell(sheet: Worksheet, task: str, heading: str) -> Cell:
    """The cell of a task (the first with that heading) under the head of a column."""
    heads = {heading, f"云泽{heading}"}
    column = next(one.column for row in sheet.iter_rows(max_row=6) for one in row if one.value in heads)
    tasks = next(one.column for row in sheet.iter_rows(max_row=6) for one in row if one.value == "任务")
    row = next(row[0].row for row in sheet.iter_rows(min_row=4) if row[tasks - 1].value == task)
    return sheet.cell(row, column)
