"""A plan as an office sends it: a notice, and its annexes in files of their own."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook

__all__ = ["LISTED", "NOTICE", "PLAN", "SIGNED", "TABLE", "sheet"]

NOTICE = [
    "临江省人民政府办公厅关于印发《临江省数据要素改革实施方案》的通知",
    "临政办发〔2026〕12号",
    "各市、州人民政府，省政府各部门、各直属机构：",
    "《临江省数据要素改革实施方案》已经省政府同意，现印发给你们，请认真组织实施。方案中列第一位者为牵头单位，下同。",
]
LISTED = ["附件：1.临江省数据要素改革实施方案", "2.重点任务分工表"]
SIGNED = ["临江省人民政府办公厅", "2026年3月5日"]
PLAN = [
    "临江省数据要素改革实施方案",
    "一、重点任务",
    "（一）建设数据平台。建成全省统一的平台。（责任单位：省数据局、省财政厅）",
    "（二）培育数据企业。每年遴选一批企业。（责任单位：省工业和信息化厅、省商务厅）",
]
TABLE = [
    ["重点任务分工表"],
    ["序号", "重点任务", "责任单位", "完成时限"],
    [1, "建设数据平台", "省数据局、省财政厅", "2026年底"],
    [2, "培育数据企业", "省工业和信息化厅、省商务厅", "2027年底"],
]


def sheet(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
