"""The hidden marks in the sheets of a workbook: they say which hidden row or column holds which ids.

Workbooks of older versions carry them too, so none of them may change.
"""

from __future__ import annotations

__all__ = ["BODY_MARK", "LEDGER_MARK", "LEDGER_ROW", "PART_MARK", "RECORD_MARK", "ROW_MARK", "TASK_MARK"]

#: at the head of the hidden column that holds the id of each row's task
TASK_MARK = "raci:task"
#: at the head of the hidden column of 明细 that holds the number of each row
ROW_MARK = "raci:row"
#: at the head of the hidden row of the matrix that holds the ids of the bodies
BODY_MARK = "raci:id"
#: in the first cell of the record's sheet: the form of the record, with its number
RECORD_MARK = "raci:record:1"
#: the same of a ledger of many plans, and of a workbook that one body fills in of it
LEDGER_MARK, PART_MARK = "raci:ledger:1", "raci:part:1"
#: how the hidden id of a row of such a workbook begins: behind it the ledger, the task, the body, parted by |
LEDGER_ROW = "raci:row|"
