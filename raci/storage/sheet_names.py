"""The names of the sheets in a workbook that raci writes: for writing it, and for knowing it again when it is read.

At most 31 characters, none of []:*?/\\, as Excel wants it.
"""

from __future__ import annotations

__all__ = [
    "ABOUT",
    "BODIES",
    "DETAIL",
    "DIVISION",
    "FILL_IN",
    "GROUPS",
    "HANDOUT",
    "LEDGER",
    "LEDGER_RECORD",
    "MATRIX",
    "PROSE",
    "RECORD",
    "REVIEW",
    "TELLING",
    "TOTAL",
]

MATRIX = "RACI 矩阵"
DIVISION = "任务分工"
HANDOUT = "分工表（印发）"
BODIES = "部门任务"
LEDGER = "台账"
DETAIL = "明细"
#: the groups that a plan sets up: a sheet only where there is one
GROUPS = "组织架构"
#: what sentences tell beside the annotations: a sheet only where there is any
PROSE = "行文分工"
REVIEW = "待核"
ABOUT = "说明"
#: the sheet that no menu shows: it holds the record (``raci.storage.record``)
RECORD = "raci-record"
#: of a ledger of many plans: the sheet with all tasks, and the one that no menu shows
TOTAL, LEDGER_RECORD = "总表", "raci-ledger"
#: of a workbook that one body fills in of such a ledger
FILL_IN = "填报表"

#: a workbook with all of these sheets was written by raci, whether its record is there or not
TELLING = frozenset({DIVISION, BODIES, DETAIL, ABOUT})
