"""Tables of tasks without ruled lines (pdf, ofd, pictures): columns by the white between, rows by their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.cell_text import PlacedCell, table_of_cells
from raci.readers.layout.glyphs import Glyph, TextRow, glyph_rows, text_row, text_rows
from raci.readers.layout.row_alignment import align, middle_height
from raci.readers.layout.unruled_columns import TableColumns, find_columns, find_continuation, split_row

__all__ = ["UnruledTableReader"]

#: the most rows times lines that are dealt out: a page of 100 rows and 200 lines
_MAX_DEALT = 20_000
#: on a recognised page cells that begin beside their numbers may fit so much worse, in lines, than such as have them at
#: half their height: less than a single cell of two lines does; rows of two lines each fit both alike
_TIE = 0.4
#: a table goes on overleaf where no more than so many rows, which may be the foot of the page, stand below it
_MAX_FOOT_ROWS = 2


class UnruledTableReader:
    """Reads page after page: a table goes on overleaf without its head."""

    def __init__(self) -> None:
        self._columns_before: TableColumns | None = None

    def tables(self, glyphs: Sequence[Glyph], page: int | None) -> tuple[list[tuple[float, DraftTable]], list[Glyph]]:
        """The tables of a page with the positions of their tops, and the characters outside of them.

        Only those whose head is known, which number their rows, and whose columns nothing runs over.
        """
        rows = glyph_rows(glyphs)
        tables: list[tuple[float, DraftTable]] = []
        taken: set[Glyph] = set()
        index = 0
        columns_before, self._columns_before = self._columns_before, None
        if columns_before is not None:
            begin, end = find_continuation(rows, columns_before)
            repeats_head = any(find_columns(rows, row) for row in range(begin))
            table = None if repeats_head else _read_table((), rows[begin:end], columns_before, page)
            if table is not None:
                tables.append((_top(rows[begin]), table))
                taken.update(glyph for row in rows[begin:end] for glyph in row)
                index = end
                self._columns_before = columns_before if end >= len(rows) - _MAX_FOOT_ROWS else None
        while index < len(rows):
            headed = find_columns(rows, index)
            table = None
            if headed is not None:
                body = rows[index + headed[0].head_rows : headed[1]]
                table = _read_table(headed[0].heads, body, headed[0], page)
            if headed is None or table is None:
                index += 1
                continue
            columns, end = headed
            tables.append((_top(rows[index]), table))
            taken.update(glyph for row in rows[index:end] for glyph in row)
            self._columns_before = columns if end >= len(rows) - _MAX_FOOT_ROWS else None
            index = end
        return tables, [glyph for glyph in glyphs if glyph not in taken] if taken else list(glyphs)


def _top(row: Sequence[Glyph]) -> float:
    return min(glyph.top for glyph in row)


def _read_table(
    heads: Sequence[Sequence[Glyph]], body: Sequence[Sequence[Glyph]], columns: TableColumns, page: int | None
) -> DraftTable | None:
    """The table of the heads (none overleaf) and the rows below them; None where no row has a number."""
    lines_by_column: list[list[TextRow]] = [[] for _ in range(len(columns.cuts) + 1)]
    for number, row in enumerate(body, 1):
        for column, glyphs in enumerate(split_row(row, columns.cuts)):
            if glyphs:
                lines_by_column[column].append(text_row(glyphs, page, number))
    number_lines = lines_by_column[columns.numbers]
    numbers = [middle_height(line) for line in number_lines]
    if (
        not numbers
        or _misses_numbers(number_lines, begins=bool(heads))
        or len(numbers) * max(map(len, lines_by_column)) > _MAX_DEALT
    ):
        return None
    dealt = _deal_out(lines_by_column, numbers, continues=not heads)
    if dealt is None:
        return None
    at_top, groups_by_column = dealt
    cells: list[PlacedCell] = []
    for column, (lines, groups) in enumerate(zip(lines_by_column, groups_by_column, strict=True)):
        width = max((line.right - line.left for line in lines), default=0.0)
        if heads:
            head = heads[column]
            cells.append(PlacedCell(0, column, 1, 1, text_rows(head, page), max(width, _width(head))))
        cells += _column_cells(column, groups, width, reaches=at_top and column in columns.reaching)
    return table_of_cells(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _misses_numbers(lines: Sequence[TextRow], *, begins: bool) -> bool:
    """Whether the numbers of rows on a recognised page rise and leave some out: these were not recognised.

    Those of a table that ``begins`` here count from 1.
    """
    if any(row.line.ocr is None for row in lines):
        return False
    numbers = [int("".join(filter(str.isdigit, row.line.text)) or 0) for row in lines]
    steps = [after - before for before, after in pairwise([0, *numbers] if begins else numbers)]
    return all(step > 0 for step in steps) and any(step > 1 for step in steps)


def _width(glyphs: Sequence[Glyph]) -> float:
    return max(glyph.right for glyph in glyphs) - min(glyph.left for glyph in glyphs)


def _deal_out(
    lines_by_column: Sequence[Sequence[TextRow]], numbers: Sequence[float], *, continues: bool
) -> tuple[bool, list[list[list[TextRow]]]] | None:
    """The lines of each column dealt out to the rows, and whether cells begin beside their numbers.

    Else they have them at half their height: what fits better holds for all columns. None where neither fits.
    """
    steps = [
        lower - upper for lines in lines_by_column for upper, lower in pairwise(middle_height(line) for line in lines)
    ]
    pitch = min((step for step in steps if step > 0), default=1.0)
    by_setting = {
        at_top: [align(lines, numbers, pitch, at_top=at_top, continues=continues) for lines in lines_by_column]
        for at_top in (True, False)
    }
    costs = {at_top: sum(column.cost for column in columns) for at_top, columns in by_setting.items()}
    if min(costs.values()) == float("inf"):
        return None
    is_recognised = any(line.line.ocr is not None for lines in lines_by_column for line in lines)
    at_top = costs[True] <= costs[False] + (_TIE if is_recognised else 0)
    return at_top, [column.groups for column in by_setting[at_top]]


def _column_cells(
    column: int, groups: Sequence[Sequence[TextRow]], width: float, *, reaches: bool
) -> Iterator[PlacedCell]:
    """The cells of a column; those that reach over the blanks below them (``reaches``) have so many rows."""
    filled = [row for row, group in enumerate(groups) if group]
    for row, next_filled in pairwise([*filled, len(groups)]):
        rowspan = next_filled - row if reaches and row else 1
        yield PlacedCell(row + 1, column, rowspan, 1, groups[row], width)
