"""What a workbook carries out of sight, so that it reads back: ids beside the rows, and the record of its making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from xlsxwriter.worksheet import Worksheet

from raci.escaping import clean
from raci.model import SheetSnapshot, WorkbookRecord
from raci.storage import sheet_names
from raci.storage.record import digest, pack
from raci.views.tables.table import TableView
from raci.writers.job import Job

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["Ids", "Notes", "hidden_ids", "record_sheet"]


@dataclass(frozen=True, slots=True)
class Ids:
    """What tells the rows of a sheet apart, in their order, under a mark that says what they are."""

    mark: str
    rows: Sequence[str]


def hidden_ids(sheet: Worksheet, column: int, at: int, mark: str, ids: Sequence[tuple[int, str]]) -> None:
    """Write ids (row, id) into a hidden column, and at one row the mark that says what they are."""
    sheet.write_string(at, column, mark)
    for row, one in ids:
        sheet.write_string(row, column, one)
    sheet.set_column(column, column, 8, None, {"hidden": True})


@dataclass(slots=True)
class Notes:
    """How the sheets were written, as it is collected."""

    division: SheetSnapshot = field(default_factory=lambda: SheetSnapshot(""))
    others: list[SheetSnapshot] = field(default_factory=list)

    def whole(self, sheet: str, table: TableView, ids: Sequence[str]) -> None:
        """A sheet whose changes are understood cell by cell."""
        rows = tuple(tuple(clean(str(value)) for value in row) for row in table.rows)
        keys, headings = tuple(one.key for one in table.columns), tuple(one.heading for one in table.columns)
        self.division = SheetSnapshot(sheet, keys, headings, tuple(ids), rows, empty=table.empty)

    def free(self, sheet: str, said: Sequence[object]) -> None:
        """A sheet of free form, known by its cells alone."""
        self.others.append(SheetSnapshot(sheet, digest=digest([one] for one in said)))

    def other(self, sheet: str, table: TableView) -> None:
        """A sheet that says the same once more; of it one only has to know whether it was changed."""
        headings = tuple(one.heading for one in table.columns)
        self.others.append(SheetSnapshot(sheet, headings=headings, digest=digest(table.rows or [[table.empty]])))


class Noted(Worksheet):  # type: ignore[misc]
    """A sheet of free form that keeps what is written into it."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[object] = []

    def write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> Any:
        self.said.append(string)
        return super().write_string(row, col, string, cell_format)

    def write_number(self, row: int, col: int, number: float, cell_format: Any = None) -> Any:
        self.said.append(number)
        return super().write_number(row, col, number, cell_format)


def record_sheet(made: Workbook, job: Job, notes: Notes, matrix: str, detail: str) -> None:
    """The record in a sheet of its own that no menu shows."""
    document = replace(job.analysis.document, saved=None)
    record = WorkbookRecord(
        replace(job.analysis, document=document),
        job.profile,
        job.title,
        matrix,
        detail,
        notes.division,
        tuple(notes.others),
    )
    sheet = made.add_worksheet(sheet_names.RECORD)
    for row, cell in enumerate(pack(record)):
        sheet.write_string(row, 0, cell)
    sheet.very_hidden()
