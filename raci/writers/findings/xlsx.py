"""Findings of all documents as a workbook: one sheet, filtered and ready to be filled in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

from raci.config.profiles import load_profile
from raci.model import Analysis
from raci.views.tables.review import review
from raci.views.tables.table import Column, TableView
from raci.writers.findings.finding_format import FindingFormat
from raci.writers.xlsx.opening import open_workbook
from raci.writers.xlsx.styles import CellStyles
from raci.writers.xlsx.table_sheet import TableSheet, write_table_sheet

__all__ = ["FORMAT", "render"]


def render(analyses: Sequence[Analysis], made_at: datetime) -> bytes:
    """The workbook, which states when it was made."""
    out = io.BytesIO()
    with open_workbook(out) as workbook:
        workbook.set_properties({"title": "待核事项", "created": made_at})
        profile = load_profile()
        content = TableSheet("", "待核事项", _table(analyses))
        write_table_sheet(workbook.add_worksheet("待核"), profile, CellStyles(workbook, profile), content)
    return out.getvalue()


def _table(analyses: Sequence[Analysis]) -> TableView:
    """The tables 待核 of all documents, one below the other, with a column for the document."""
    rows: list[tuple[str | int, ...]] = []
    columns: tuple[Column, ...] = ()
    for analysis in analyses:
        of_document = review(analysis)
        columns = of_document.columns
        title = analysis.document.title or analysis.document.source
        numbered = enumerate(of_document.rows, len(rows) + 1)
        rows += [(number, title, *row[1:]) for number, row in numbered]
    heads = (columns[0], Column("document", "文件", 20), *columns[1:]) if columns else (Column("document", "文件", 20),)
    return TableView(heads, tuple(rows), empty="没有需要人工核对的事项")


FORMAT = FindingFormat("xlsx", "待核表，Excel 工作簿", 50, render, (".xlsx",), text=False)
