"""明细 as a person left it, beside the rows that were written into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from raci.edits.baseline import Baseline
from raci.edits.cells import address, bare
from raci.edits.matching import RowTexts, match_rows
from raci.model import SheetContent
from raci.storage.marks import ROW_MARK
from raci.storage.parse_rows import NEEDED
from raci.storage.rows import CURRENT
from raci.views.tables.detail import HEADINGS, RowPlace, detail, row_places

__all__ = ["TASK_KEYS", "DetailRow", "DetailSheet", "is_detail"]

#: the columns that say of which task a row is
TASK_KEYS = ("number", "task", "path")
#: the columns by which a row is known
_TELLING = (*TASK_KEYS, "department", "role", "start", "quote")
#: the columns by which a row is known where its hidden number is gone and its body was changed
_PLACE = (*TASK_KEYS, "start", "end")
#: the keys stand in one of the first rows
_HEAD_ROWS = 40


@dataclass(frozen=True, slots=True)
class DetailRow:
    """A row as it stands: its place in the sheet, its cells, and what it told of when it was written (None: new)."""

    index: int
    cells: tuple[str, ...]
    was: RowPlace | None


def is_detail(sheet: SheetContent) -> bool:
    """Whether it holds rows: it has their keys."""
    return _head(sheet) is not None


def _head(sheet: SheetContent) -> int | None:
    return next(
        (index for index, row in enumerate(sheet.rows[:_HEAD_ROWS]) if set(NEEDED) <= set(map(bare, row))), None
    )


@dataclass(frozen=True)
class DetailSheet:
    """The sheet beside what was written into it."""

    base: Baseline
    sheet: SheetContent

    @cached_property
    def written(self) -> dict[RowPlace, dict[str, str]]:
        """What each row told of → as it was written, key by key."""
        analysis = self.base.record.analysis
        table = detail(analysis, self.base.record.profile)
        keys = [column.key for column in table.columns]
        rows = (dict(zip(keys, map(str, row), strict=True)) for row in table.rows)
        return dict(zip(row_places(analysis), rows, strict=True))

    @cached_property
    def head(self) -> int:
        """The place of the row of keys."""
        return _head(self.sheet) or 0

    @cached_property
    def columns(self) -> dict[str, int]:
        """Key → column."""
        keys = [bare(cell) for cell in self.sheet.rows[self.head]]
        return {key: keys.index(key) for key in (*HEADINGS, CURRENT) if key in keys}

    def text(self, cells: Sequence[str], key: str) -> str:
        """What stands in a row under a key."""
        column = self.columns.get(key)
        return cells[column] if column is not None and column < len(cells) else ""

    def values(self, cells: Sequence[str]) -> dict[str, str]:
        """The bare texts of a row, key by key."""
        return {key: bare(self.text(cells, key)) for key in self.columns}

    def addresses(self, index: int) -> Mapping[str, str]:
        """What the cells of a row are called, key by key."""
        return {key: address(index, column) for key, column in self.columns.items()}

    def rows(self) -> Iterator[DetailRow]:
        """The rows as they stand, blank ones left out."""
        keys = [bare(cell) for cell in self.sheet.rows[self.head]]
        id_column = keys.index(ROW_MARK) if ROW_MARK in keys else -1
        telling = [key for key in _TELLING if key in self.columns]
        partial = [key for key in _PLACE if key in self.columns]
        filled = [
            (index, cells)
            for index, cells in enumerate(self.sheet.rows[self.head + 1 :], start=self.head + 1)
            if any(bare(self.text(cells, key)) for key in NEEDED)
        ]
        rows = [
            RowTexts(
                bare(cells[id_column]) if 0 <= id_column < len(cells) else "",
                tuple(bare(self.text(cells, key)) for key in telling),
                tuple(bare(self.text(cells, key)) for key in partial),
            )
            for _, cells in filled
        ]
        without_ids = id_column < 0
        matches = match_rows(rows, self._written_texts(telling), self._written_texts(partial) if without_ids else None)
        places = {place.id: place for place in self.written}
        for (index, cells), row_id in zip(filled, matches, strict=True):
            yield DetailRow(index, cells, None if row_id is None else places[row_id])

    def _written_texts(self, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        return {place.id: tuple(bare(row[key]) for key in keys) for place, row in self.written.items()}
