"""What a workbook carries out of sight, so that it reads back: ids beside the rows, and the record of how it was made.

A sheet whose changes are to be understood when it is read back has a ``SheetSnapshot`` in that record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlsxwriter.worksheet import Worksheet

from raci.escaping import clean
from raci.model import SheetSnapshot, WorkbookRecord
from raci.storage import sheet_names
from raci.storage.record import digest, pack
from raci.views.tables.table import TableView
from raci.writers.job import Job

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = [
    "HiddenIds",
    "free_snapshot",
    "full_snapshot",
    "table_snapshot",
    "write_hidden_ids",
    "write_record_sheet",
]


@dataclass(frozen=True, slots=True)
class HiddenIds:
    """The ids of the rows of a sheet, in their order, under a mark that says what they are."""

    mark: str
    rows: Sequence[str]


def write_hidden_ids(sheet: Worksheet, column: int, mark_row: int, mark: str, ids: Iterable[tuple[int, str]]) -> None:
    """Write ids (row, id) into a hidden column, and at one row the mark that says what they are."""
    sheet.write_string(mark_row, column, mark)
    for row, row_id in ids:
        sheet.write_string(row, column, row_id)
    sheet.set_column(column, column, 8, None, {"hidden": True})


def full_snapshot(sheet: str, table: TableView, ids: Sequence[str]) -> SheetSnapshot:
    """The snapshot of a sheet whose changes are understood cell by cell."""
    rows = tuple(tuple(clean(str(value)) for value in row) for row in table.rows)
    keys, headings = tuple(column.key for column in table.columns), tuple(column.heading for column in table.columns)
    return SheetSnapshot(sheet, keys, headings, tuple(ids), rows, empty=table.empty)


def table_snapshot(sheet: str, table: TableView) -> SheetSnapshot:
    """The snapshot of a sheet that repeats what others say: it tells no more than whether the sheet was changed."""
    headings = tuple(column.heading for column in table.columns)
    return SheetSnapshot(sheet, headings=headings, digest=digest(table.rows or [[table.empty]]))


def free_snapshot(sheet: str, values: Iterable[object]) -> SheetSnapshot:
    """The snapshot of a sheet that is no table: the values of its cells tell whether it was changed."""
    return SheetSnapshot(sheet, digest=digest([value] for value in values))


def write_record_sheet(workbook: Workbook, job: Job, division: SheetSnapshot, others: Sequence[SheetSnapshot]) -> None:
    """The record in a sheet of its own that no menu shows; the snapshots are those of 任务分工 and of other sheets."""
    record = WorkbookRecord(
        replace(job.analysis, document=replace(job.analysis.document, saved=None)),
        job.profile,
        job.title,
        sheet_names.MATRIX,
        sheet_names.DETAIL,
        division,
        tuple(others),
    )
    sheet = workbook.add_worksheet(sheet_names.RECORD)
    for row, cell in enumerate(pack(record)):
        sheet.write_string(row, 0, cell)
    sheet.very_hidden()
