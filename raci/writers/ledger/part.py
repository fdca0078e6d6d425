"""The workbook that one body fills in: its own tasks, its own columns open, the rest locked."""

from __future__ import annotations

import io
from datetime import date, datetime

from raci.config.profiles import load_profile
from raci.ledgers.returned import PartRecord, body_token
from raci.ledgers.sheets import row_id
from raci.ledgers.tables.total import TaskTable
from raci.ledgers.values import Ledger, LedgerBody
from raci.storage import sheet_names
from raci.storage.marks import PART_MARK
from raci.views.tables.table import Column, TableView
from raci.writers.ledger.workbook import (
    LedgerSheet,
    add_choices,
    add_lights,
    write_fills,
    write_record,
    write_sheet,
)
from raci.writers.ledger.xlsx import write_what_and_how
from raci.writers.xlsx.opening import open_workbook
from raci.writers.xlsx.styles import CellStyles

__all__ = ["render_part"]

#: what may be done to a protected sheet
_ALLOWED = {
    "autofilter": True,
    "sort": True,
    "format_columns": True,
    "format_rows": True,
    "format_cells": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


def render_part(ledger: Ledger, body: LedgerBody, own: TaskTable, today: date, made_at: datetime) -> bytes:
    """The workbook of a body as the bytes of an xlsx file; ``own`` is the table of its tasks."""
    out = io.BytesIO()
    with open_workbook(out) as workbook:
        workbook.set_properties({"title": f"{body.label}任务填报表"[:255], "author": "raci", "created": made_at})
        styles = CellStyles(workbook, load_profile("explicit"))
        sheet = workbook.add_worksheet(sheet_names.FILL_IN)
        token = body_token([body.id])[body.id]
        ids = [row_id(ledger.id, task, token) for task in own.tasks]
        remark = (
            f"{len(own.tasks)} 项任务；时限对照 {today.isoformat()}；只填浅黄的六列，填好存盘后原样报回，文件名可以改"
        )
        content = write_sheet(sheet, styles, LedgerSheet(f"{body.label} 任务填报表", own.table, remark, ids=ids))
        write_fills(sheet, styles, content, locked=False)
        add_lights(sheet, styles, content)
        add_choices(sheet, content)
        # no password: it keeps from slips, not from people
        sheet.protect("", _ALLOWED)
        write_what_and_how(workbook.add_worksheet(sheet_names.ABOUT), styles, _about(body))
        record = PartRecord(ledger.id, body.id, body.label, own.tasks)
        write_record(workbook, record, PART_MARK)
    return out.getvalue()


def _about(body: LedgerBody) -> TableView:
    rows = (
        ("填报单位", body.label),
        ("进展情况", "写做了什么、到哪一步；一格写不下可以换行（Alt+Enter）。"),
        ("完成情况", "从列表中选：未启动、推进中、已完成、调整（任务或时限有变）。"),
        ("完成比例", "0% 到 100%。"),
        ("存在问题", "没有可不填。"),
        ("填报人、填报日期", "日期如 2026-11-05；前后报两次的，以日期晚的为准。"),
        ("可以做的", "排序、筛选、调整行高列宽、隐藏列都可以。请不要删行、删列、合并单元格，不要改浅黄以外的格。"),
        ("报回", "存盘后把这个文件交回即可；隐藏的编号用来对应任务，不要删。"),
    )
    return TableView((Column("what", "项目", 10), Column("how", "内容", 60)), rows)
