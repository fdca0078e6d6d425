"""All sheets of a workbook beside its record: what was changed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from raci.analysis.overlaps import with_overlaps
from raci.edits import detail, division, matrix
from raci.edits.apply import apply
from raci.edits.baseline import Baseline
from raci.edits.cells import bare
from raci.edits.merge import merge_edits
from raci.model import Analysis, Edit, SavedWorkbook, SheetContent, SheetSnapshot
from raci.register.naming import Naming
from raci.storage import sheet_names
from raci.storage.record import digest

__all__ = ["find", "restored"]

#: the headings of a sheet stand in one of its first rows
_HEAD_ROWS = 20


def find(saved: SavedWorkbook) -> tuple[Edit, ...]:
    """The changes in the order in which they count; those that were not understood are among them (``open``)."""
    base = Baseline(saved.record)
    matrix_sheet = _matrix_sheet(saved)
    detail_sheet = next((sheet for sheet in saved.sheets if detail.is_detail(sheet)), None)
    division_sheet = next((sheet for sheet in saved.sheets if division.is_division(sheet, saved.record.division)), None)
    edits = merge_edits(
        base,
        [
            detail.detail_edits(base, detail_sheet) if detail_sheet else [],
            division.division_edits(base, division_sheet) if division_sheet else [],
            matrix.matrix_edits(base, matrix_sheet) if matrix_sheet else [],
        ],
    )
    read = [sheet for sheet in (matrix_sheet, detail_sheet, division_sheet) if sheet]
    return (*edits, *_unread_sheets(saved, read))


def restored(saved: SavedWorkbook, naming: Naming | None = None) -> Analysis:
    """The analysis of the record with all that was changed since."""
    record = saved.record
    edits = find(saved)
    analysis = apply(with_overlaps(record.analysis), edits, naming)
    matrix_sheet = _matrix_sheet(saved)
    if matrix_sheet is None or not any(edit.rule == matrix.RULE and edit.field != "open" for edit in edits):
        return analysis
    # where another sheet was changed as well, its word counts
    skip = frozenset(edit.task for edit in edits if edit.rule in (detail.RULE, division.RULE) or edit.field == "open")
    clauses = {edit.task: edit.clause for edit in reversed(analysis.edits)}
    changed = Baseline(replace(record, analysis=analysis))
    differences = matrix.remaining_differences(Baseline(record), matrix_sheet, changed, skip)
    late = tuple(replace(edit, clause=clauses.get(edit.task)) for edit in differences)
    return replace(analysis, edits=(*analysis.edits, *late))


def _matrix_sheet(saved: SavedWorkbook) -> SheetContent | None:
    return next((sheet for sheet in saved.sheets if matrix.is_matrix(sheet)), None)


def _unread_sheets(saved: SavedWorkbook, read: Sequence[SheetContent]) -> Iterator[Edit]:
    """Sheets that only say the same once more, where they were changed; those that a person added."""
    snapshots = {snapshot.sheet: snapshot for snapshot in saved.record.others}
    for sheet in saved.sheets:
        if sheet in read or sheet.name in (sheet_names.RECORD, sheet_names.ABOUT):  # these say nothing of a task
            continue
        snapshot = snapshots.get(sheet.name)
        if snapshot is None:
            if sheet.name in (sheet_names.DETAIL, sheet_names.MATRIX, saved.record.division.sheet):
                why = "这张表的表头已被清空或改动，认不出各列，其中的改动没有读入；请恢复表头，或从原工作簿抄回"
                yield Edit(sheet.name, "", division.RULE, "open", why=why)
            elif any(bare(cell) for row in sheet.rows for cell in row):
                why = "这张表不是 raci 写出的（或改了名），不带入新的工作簿"
                yield Edit(sheet.name, "", division.RULE, "open", why=why)
        elif digest(_rows_below_headings(sheet, snapshot)) != snapshot.digest:
            why = "这张表里的改动和填写不带入；分工请在“任务分工”、矩阵或“明细”中改，填写的内容请自行抄回"
            yield Edit(sheet.name, "", division.RULE, "open", why=why)


def _rows_below_headings(sheet: SheetContent, snapshot: SheetSnapshot) -> Iterable[Sequence[str]]:
    """The rows under the headings; of a sheet of free form each cell."""
    if not snapshot.headings:
        return [[cell] for row in sheet.rows for cell in row]
    wanted = {bare(heading) for heading in snapshot.headings}
    head = next(
        (index for index, row in enumerate(sheet.rows[:_HEAD_ROWS]) if wanted <= {bare(cell) for cell in row}), 0
    )
    return sheet.rows[head + 1 :]
