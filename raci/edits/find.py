"""All sheets of a workbook beside its record: what was changed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from raci.analysis.overlaps import with_overlaps
from raci.edits.apply import apply
from raci.edits.base import Base, bare
from raci.edits.detail import RULE as ROWS
from raci.edits.detail import detail_edits, is_detail
from raci.edits.division import RULE as TABLE
from raci.edits.division import division_edits, is_division
from raci.edits.matrix import RULE as MATRIX
from raci.edits.matrix import differing, is_matrix, matrix_edits
from raci.edits.merge import settled
from raci.model import Analysis, Edit, SavedWorkbook, SheetContent, SheetSnapshot
from raci.register.naming import Naming
from raci.storage import sheet_names
from raci.storage.record import digest

__all__ = ["find", "restored"]


def find(kept: SavedWorkbook) -> tuple[Edit, ...]:
    """The changes in the order in which they count; those that were not understood are among them (``open``)."""
    base = Base(kept.record)
    matrix = next((sheet for sheet in kept.sheets if is_matrix(sheet)), None)
    detail = next((sheet for sheet in kept.sheets if is_detail(sheet)), None)
    division = next((sheet for sheet in kept.sheets if is_division(sheet, kept.record.division)), None)
    found = settled(
        base,
        [
            detail_edits(base, detail) if detail else [],
            division_edits(base, division) if division else [],
            matrix_edits(base, matrix) if matrix else [],
        ],
    )
    read = [sheet for sheet in (matrix, detail, division) if sheet]
    return (*found, *_others(kept, read))


def restored(kept: SavedWorkbook, naming: Naming | None = None) -> Analysis:
    """The analysis of the record with all that was changed since."""
    record = kept.record
    edits = find(kept)
    analysis = apply(with_overlaps(record.analysis), edits, naming)
    if any(edit.rule == MATRIX and edit.field != "open" for edit in edits):
        matrix = next(sheet for sheet in kept.sheets if is_matrix(sheet))
        now = Base(replace(record, analysis=analysis))
        # where another sheet was changed as well, its word counts
        skip = frozenset(edit.task for edit in edits if edit.rule in (ROWS, TABLE) or edit.field == "open")
        late = tuple(
            replace(edit, clause=_clause(analysis, edit)) for edit in differing(Base(record), matrix, now, skip)
        )
        analysis = replace(analysis, edits=(*analysis.edits, *late))
    return analysis


def _clause(analysis: Analysis, like: Edit) -> int | None:
    return next((edit.clause for edit in analysis.edits if edit.task == like.task), None)


def _others(kept: SavedWorkbook, read: Sequence[SheetContent]) -> Iterator[Edit]:
    """Sheets that only say the same once more, where they were changed; those that a person added."""
    known = {other.sheet: other for other in kept.record.others}
    for sheet in kept.sheets:
        if sheet in read or sheet.name in (sheet_names.RECORD, sheet_names.ABOUT):  # these say nothing of a task
            continue
        other = known.get(sheet.name)
        if other is None:
            if any(map(bare, (cell for row in sheet.rows for cell in row))):
                yield Edit(sheet.name, "", TABLE, "open", why="这张表不是 raci 写出的（或改了名），不带入新的工作簿")
        elif digest(_below(sheet, other)) != other.digest:
            why = "这张表里的改动和填写不带入；分工请在“任务分工”、矩阵或“明细”中改，填写的内容请自行抄回"
            yield Edit(sheet.name, "", TABLE, "open", why=why)


def _below(sheet: SheetContent, written: SheetSnapshot) -> Iterable[Sequence[str]]:
    """The rows under the heads; of a sheet of free form each cell."""
    if not written.headings:
        return [[cell] for row in sheet.rows for cell in row]
    wanted = {bare(heading) for heading in written.headings}
    head = next((at for at, row in enumerate(sheet.rows[:20]) if wanted <= {bare(cell) for cell in row}), 0)
    return sheet.rows[head + 1 :]
