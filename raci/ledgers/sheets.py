"""A sheet of a ledger as people left it: its rows by their hidden ids, whatever their order and columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from raci.ledgers.values import FIELDS
from raci.readers.formats.sheet_merges import Area
from raci.readers.formats.workbook_sheets import WorkbookSheet
from raci.storage.marks import LEDGER_ROW

__all__ = ["FilledRow", "FilledSheet", "RowId", "read_filled", "row_id"]

#: rows in which the heads may stand, and how many of the heads must be there
_HEAD_ROWS, _LEAST_HEADS = 40, 2
#: the column before those to fill in
_BEFORE_FIELDS = "时限情况"


class RowId(NamedTuple):
    """What a row is: of which ledger, which task, and for which body (empty in the ledger itself)."""

    ledger: str
    task: str
    body: str = ""

    @classmethod
    def parse(cls, text: str) -> RowId | None:
        """The id in a hidden cell; None for other words."""
        parts = text.strip().removeprefix(LEDGER_ROW).split("|")
        return cls(*parts) if text.strip().startswith(LEDGER_ROW) and len(parts) == 3 else None


def row_id(ledger: str, task: str, body: str = "") -> str:
    """The text of a hidden cell."""
    return f"{LEDGER_ROW}{ledger}|{task}|{body}"


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row: its number as Excel shows it, its id (None where that is gone), its texts by their heads.

    ``merged`` are the heads of cells that were merged with those of other rows.
    """

    number: int
    id: RowId | None
    cells: dict[str, str]
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """The rows of a sheet below its heads, the heads themselves, heads that stand twice, and the words above them.

    ``notes`` say what in the sheet could not be read as it looks: formulas without a value, words that are struck out.
    ``renamed``: heads that people gave to columns to fill in → those that they had.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[FilledRow, ...]
    twice: tuple[str, ...] = field(default=())
    above: str = ""
    notes: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)

    def unread(self, known_heads: Collection[str]) -> dict[str, list[str]]:
        """What stands in columns that are none of these: head → the texts below it."""
        unread: dict[str, list[str]] = {}
        for row in self.rows:
            for head, text in row.cells.items():
                if head not in known_heads and head not in row.merged:
                    unread.setdefault(head, []).append(text)
        return unread


def read_filled(sheet: WorkbookSheet, known_heads: Collection[str]) -> FilledSheet | None:
    """The rows of a sheet that has a row of ``known_heads``; None where it has none."""
    texts: dict[int, dict[int, str]] = {}
    for cell in sheet.cells:
        texts.setdefault(cell.row, {})[cell.column] = cell.text
    head_row = _head_row(texts, known_heads)
    if head_row is None:
        return None
    head_of: dict[int, str] = {}
    twice = []
    for column, text in sorted(texts[head_row].items()):
        name = _known_head("".join(text.split()), known_heads)
        if name in head_of.values():
            twice.append(name)
        elif name and not name.startswith(LEDGER_ROW):
            head_of[column] = name
    renamed = _renamed(head_of, known_heads)
    head_of |= renamed
    covered = _covered(sheet.merges, texts, head_row)
    rows = []
    for number in sorted({*texts, *covered}):
        if number <= head_row:
            continue
        own, from_above = texts.get(number, {}), covered.get(number, {})
        found = next((id for text in own.values() if (id := RowId.parse(text))), None)
        cells = {head: own[column] for column, head in head_of.items() if own.get(column, "").strip()}
        merged = {head_of[column]: text for column, text in from_above.items() if column in head_of}
        if found is None and not cells:
            continue
        rows.append(FilledRow(number + 1, found, {**cells, **merged}, tuple(merged)))
    above = " ".join(text for number in sorted(texts) if number < head_row for text in texts[number].values())
    notes = (*sheet.notes, *sheet.struck.note("划去的文字没有读"))
    written = {"".join(texts[head_row][column].split()): meant for column, meant in renamed.items()}
    return FilledSheet(sheet.title, tuple(head_of.values()), tuple(rows), tuple(twice), above, notes, written)


def _known_head(written: str, known_heads: Collection[str]) -> str:
    """The head that is meant: 进展情况（可换行） is 进展情况."""
    bare = re.split(r"[（(:：*]", written)[0]
    return bare if bare in known_heads else written


def _renamed(head_of: Mapping[int, str], known_heads: Collection[str]) -> dict[int, str]:
    """The columns that stand where one to fill in is missing, and whose head shares a character with that."""
    fields = tuple(FIELDS.values())
    column_of = {head: column for column, head in head_of.items()}
    renamed: dict[int, str] = {}
    for position, field_head in enumerate(fields):
        if field_head in column_of:
            continue
        before = [column_of[head] for head in (_BEFORE_FIELDS, *fields[:position]) if head in column_of]
        behind = [column_of[head] for head in fields[position + 1 :] if head in column_of]
        between = [
            column
            for column, head in head_of.items()
            if max(before, default=-1) < column < min(behind, default=column + 1) and head not in known_heads
        ]
        if len(between) == 1 and set(head_of[between[0]]) & set(field_head):
            renamed[between[0]] = field_head
            column_of[field_head] = between[0]
    return renamed


def _head_row(texts: dict[int, dict[int, str]], known_heads: Collection[str]) -> int | None:
    best, most = None, _LEAST_HEADS - 1
    for row in sorted(texts)[:_HEAD_ROWS]:
        count = sum("".join(text.split()) in known_heads for text in texts[row].values())
        if count > most:
            best, most = row, count
    return best


def _covered(merges: Collection[Area], texts: dict[int, dict[int, str]], head_row: int) -> dict[int, dict[int, str]]:
    """Row → column → the text of the merged cell that covers it from a row above."""
    covered: dict[int, dict[int, str]] = {}
    last = max(texts, default=0)
    for area in merges:
        text = texts.get(area.top, {}).get(area.left)
        if text is None or area.top <= head_row:
            continue
        for row in range(area.top + 1, min(area.bottom, last) + 1):
            covered.setdefault(row, {})[area.left] = text
    return covered
