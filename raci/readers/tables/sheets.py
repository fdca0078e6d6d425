"""Sheets of cells (xlsx, xls, csv) to lines and tables: the head is found, merged and blank cells reach over rows."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from raci.model import Span
from raci.model.labels import UNASSIGNED
from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage, TextLine, clean_line
from raci.readers.tables.pivot import divided
from raci.readers.tables.sheet_cells import SheetCell
from raci.rules.columns import column, columns

__all__ = ["MOST_CELLS", "SheetCell", "display_value", "read_sheet", "sheet_title"]

#: the head of a table stands in one of the first rows; above it the sheet says its title and what it is of
_HEAD_ROWS = 20
#: what raci puts behind the title of the document on a sheet of its own
_OWN_TITLE = " 任务分工表"
#: cells that a sheet may span, empty ones counted
MOST_CELLS = 5_000_000


def display_value(value: object) -> str:
    """A value as a sheet shows it: whole numbers without a point, dates in Chinese."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)


def read_sheet(cells: Sequence[SheetCell]) -> tuple[list[TextLine | DraftTable], list[str]]:
    """The lines above the head of a sheet and the table from its head on (without a head: all cells as a table).

    With them goes what to say of the sheet where it was taken in a special way.
    """
    notes: list[str] = []
    cells = [cell for cell in cells if cell.text.strip() not in ("", UNASSIGNED)]
    if not cells:
        return [], notes
    if found := divided(cells):
        cells, note = found
        notes.append(note)
    rows: dict[int, list[SheetCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    order = sorted(rows)
    width = max(cell.column + cell.colspan for cell in cells)
    head = next((row for row in order[:_HEAD_ROWS] if _heads(rows, row, width)), None)
    if head is None:
        return [DraftTable(tuple(_cell(cell, 0) for cell in cells))], notes
    above = [line for row in order if row < head for line in _lines(rows[row])]
    below = [cell for row in order if row >= head for cell in rows[row]]
    heads = {cell.text.strip(): cell.column for cell in rows[head]}
    if "序号" in heads and "编号" in heads:
        # 序号 counts the lines of the table, 编号 is the number of the clause
        below = [cell for cell in below if cell.column != heads["序号"]]
    last = max(cell.row + cell.rowspan for cell in below)
    reaching = _reaching(below, _known(rows, head, width), last)
    return [*above, DraftTable(tuple(_cell(cell, head) for cell in reaching))], notes


def _heads(rows: Mapping[int, Sequence[SheetCell]], row: int, width: int) -> bool:
    """Whether the row heads a table, by itself or with the row below it."""
    if columns(_words(rows[row], width)) is not None:
        return True
    below = rows.get(row + 1, ())
    if not any(cell.colspan > 1 for cell in rows[row]) or not below:
        return False
    return columns(_words([*(cell for cell in rows[row] if cell.rowspan > 1), *below], width)) is not None


def _known(rows: Mapping[int, Sequence[SheetCell]], head: int, width: int) -> set[int]:
    """The columns that part chapters and tasks: a blank cell there says the same as the one above."""
    words = _words([*rows[head], *(cell for cell in rows.get(head + 1, ()) if cell.rowspan == 1)], width)
    found = {place: column(word) for place, word in enumerate(_words(rows[head], width))}
    found |= {place: column(word) for place, word in enumerate(words) if found.get(place) is None}
    return {place for place, rule in found.items() if rule is not None and rule.role in ("chapter", "task")}


def _words(cells: Iterable[SheetCell], width: int) -> list[str]:
    words = [""] * width
    for cell in cells:
        words[cell.column] = cell.text
    return words


def _reaching(cells: Sequence[SheetCell], known: set[int], last: int) -> list[SheetCell]:
    # where a cell of a column may end: at its next cell, or at a line across the table
    across = {cell.row for cell in cells if cell.column == 0 and cell.colspan > 1}
    stops = {place: sorted({*(cell.row for cell in cells if cell.column == place), *across}) for place in known}
    first = cells[0].row
    done = []
    for cell in cells:
        if cell.column in known and cell.row > first and cell.rowspan == 1 and cell.colspan == 1:
            below = bisect_right(stops[cell.column], cell.row)
            end = stops[cell.column][below] if below < len(stops[cell.column]) else last
            cell = cell._replace(rowspan=end - cell.row)
        done.append(cell)
    return done


def _passages(cell: SheetCell) -> list[TextLine]:
    lines, at = [], 0
    for text in cell.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        inside = tuple(
            Span(max(s - at, 0), min(e - at, len(text))) for s, e in cell.bold if s < at + len(text) and e > at
        )
        line = clean_line(TextLine(text, bold=inside))
        if line.text:
            lines.append(line)
        at += len(text) + 1
    return lines


def _cell(cell: SheetCell, head: int) -> DraftCell:
    inside = tuple(Passage((line,)) for line in _passages(cell))
    return DraftCell(cell.row - head, cell.column, inside, cell.rowspan, cell.colspan)


def _lines(cells: Sequence[SheetCell]) -> list[TextLine]:
    """A row above the head: one line, as it is read."""
    lines = [line for cell in cells for line in _passages(cell)]
    return [TextLine(" ".join(line.text for line in lines), bold=())] if lines else []


def sheet_title(found: Sequence[TextLine | DraftTable]) -> str | None:
    """What stands over the first table, where it reads like a title."""
    first = found[0] if found else None
    if not isinstance(first, TextLine) or not 4 <= len(first.text) <= 100:
        return None
    return first.text.removesuffix(_OWN_TITLE)
