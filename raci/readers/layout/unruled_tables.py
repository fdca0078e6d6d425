"""Tables of tasks without ruled lines (pdf, ofd, pictures): columns by the white between, rows by where the
cells of the numbers stand, or of the tasks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.cell_text import PlacedCell, table_of_cells
from raci.readers.layout.column_deals import Deal, TableLines, deal_by_numbers, deal_by_tasks
from raci.readers.layout.glyphs import Glyph, TextRow, glyph_rows, text_row, text_rows
from raci.readers.layout.halfway_cells import reached_evenly
from raci.readers.layout.left_out import LeftOut
from raci.readers.layout.reached_rows import reached_down
from raci.readers.layout.row_alignment import Alignment, middle_height
from raci.readers.layout.row_sides import CellSide
from raci.readers.layout.unruled_columns import find_columns
from raci.readers.layout.unruled_rows import (
    TableColumns,
    begins_lines,
    find_continuation,
    is_even,
    is_section,
    split_row,
)

__all__ = ["UnruledTableReader"]

#: the most rows times lines that are dealt out: a page of 100 rows and 200 lines
_MAX_DEALT = 20_000
#: a table goes on overleaf where no more than so many rows, which may be the foot of the page, stand below it
_MAX_FOOT_ROWS = 2


class UnruledTableReader:
    """Reads page after page: a table goes on overleaf without its head."""

    def __init__(self) -> None:
        self._columns_before: TableColumns | None = None
        self._lefts_before: Sequence[float] = ()
        self._reaching = LeftOut("表没有框线，跨行的字", "按合并的单元格读，空着的格子看不出是否合并（请对照原件）")

    def notes(self) -> list[str]:
        """What is to be said of cells that reach over several rows."""
        return self._reaching.notes()

    def _note_reaching(self, table: DraftTable, columns: TableColumns, page: int | None) -> None:
        for cell in table.cells:
            if cell.rowspan > 1 and cell.column in columns.parties and page is not None:
                self._reaching.add("".join(passage.text for passage in cell.passages), page)

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
            begin, end = find_continuation(rows, columns_before, self._lefts_before)
            # where no number tells, a head fits the columns as rows do
            heads = min(begin + (columns_before.numbers is None), len(rows))
            repeats_head = any(find_columns(rows, row) for row in range(heads))
            table = None if repeats_head else _read_table((), rows[begin:end], columns_before, page, self._lefts_before)
            if table is not None:
                tables.append((_top(rows[begin]), table))
                self._note_reaching(table, columns_before, page)
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
            self._note_reaching(table, columns, page)
            taken.update(glyph for row in rows[index:end] for glyph in row)
            if end >= len(rows) - _MAX_FOOT_ROWS:
                self._columns_before, self._lefts_before = columns, _lefts(body, columns)
            else:
                self._columns_before = None
            index = end
        return tables, [glyph for glyph in glyphs if glyph not in taken] if taken else list(glyphs)


def _top(row: Sequence[Glyph]) -> float:
    return min(glyph.top for glyph in row)


def _lefts(body: Iterable[Sequence[Glyph]], columns: TableColumns) -> list[float]:
    """Where the lines of each column begin."""
    rows = [split_row(row, columns.cuts) for row in body]
    return [min((cell[0].left for cell in column if cell), default=0.0) for column in zip(*rows, strict=True)]


def _read_table(
    heads: Sequence[Sequence[Glyph]],
    body: Sequence[Sequence[Glyph]],
    columns: TableColumns,
    page: int | None,
    lefts: Sequence[float] = (),
) -> DraftTable | None:
    """The table of the heads (none overleaf) and the rows below them; None where the columns fit no rows.

    Overleaf there may be nothing but the rest of the last row, all lines of which begin where their column's do
    (``lefts``).
    """
    sections = [row for row in body if is_section(row, columns)]
    body = [row for row in body if row not in sections] if sections else body
    lines_by_column = _lines_by_column(body, columns.cuts, page)
    rows_of = columns.tasks if columns.numbers is None else columns.numbers
    across = [middle_height(text_row(section, page, 1)) for section in sections]
    table_lines = TableLines(lines_by_column, columns.parties, columns.limits, across, continues=not heads)
    if len(lines_by_column[rows_of]) * max(map(len, lines_by_column)) > _MAX_DEALT:
        return None
    if columns.numbers is None and heads and is_even(body, columns):
        return None
    if columns.signs:
        dealt = _by_signs(table_lines, columns.signs)
    elif columns.numbers is None:
        dealt = _by_tasks(table_lines, body, columns, lefts)
    else:
        dealt = _by_numbers(table_lines, columns.numbers, body, columns, lefts)
    if dealt is None:
        return None
    numbers, side, by_column = dealt
    at_top = side is CellSide.TOP
    if at_top and columns.parties:
        by_column, _ = reached_down(by_column, columns.parties, columns.chapters)
    elif side is CellSide.MIDDLE:
        by_column = reached_evenly(by_column, columns.parties, numbers, across)
    cells: list[PlacedCell] = []
    for column, (lines, alignment) in enumerate(zip(lines_by_column, by_column, strict=True)):
        width = max((line.right - line.left for line in lines), default=0.0)
        if heads:
            head = text_rows(heads[column], page)
            if columns.numbers is not None:  # else what stands above the first task is the rest of a row
                head, alignment = _with_head(head, alignment)
            cells.append(PlacedCell(0, column, 1, 1, head, max(width, _width(heads[column]))))
        cells += _column_cells(column, alignment, width, reaches=at_top and column in columns.reaching)
    for section in reversed(sections):
        line = text_row(section, page, 1)
        _insert_section(cells, line, sum(number < middle_height(line) for number in numbers), len(columns.cuts) + 1)
    table = table_of_cells(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return None if table is None else table._replace(width=len(columns.cuts) + 1)


def _by_tasks(
    lines: TableLines, body: Sequence[Sequence[Glyph]], columns: TableColumns, lefts: Sequence[float]
) -> Deal | None:
    """The lines dealt out to the rows that the tasks show; overleaf there may be nothing but the rest of a row."""
    if lines.continues and body and not lines.columns[columns.tasks]:
        is_rest = all(begins_lines(row, columns, lefts) for row in body)
        rest = [Alignment(0.0, [list(column)], [1]) for column in lines.columns]
        return Deal((), CellSide.TOP, rest) if is_rest else None
    return deal_by_tasks(lines, columns.tasks)


def _by_signs(lines: TableLines, places: Collection[int]) -> Deal | None:
    """The lines of a matrix dealt out to its rows, each of which has a sign."""
    keys: list[TextRow] = []
    for line in sorted((line for place in places for line in lines.columns[place]), key=middle_height):
        if not keys or middle_height(line) - middle_height(keys[-1]) > line.size / 2:
            keys.append(line)
    dealt = deal_by_numbers(lines._replace(columns=[*lines.columns, keys]), len(lines.columns))
    return None if dealt is None else dealt._replace(columns=dealt.columns[:-1])


def _by_numbers(
    lines: TableLines,
    numbers: int,
    body: Sequence[Sequence[Glyph]],
    columns: TableColumns,
    lefts: Sequence[float],
) -> Deal | None:
    """The lines dealt out to their numbers; None where there are none, or some are missing."""
    number_lines = lines.columns[numbers]
    is_rest = body and lines.continues and all(begins_lines(row, columns, lefts) for row in body)
    if not (number_lines or is_rest) or _misses_numbers(number_lines, begins=not lines.continues):
        return None
    return deal_by_numbers(lines, numbers)


def _lines_by_column(body: Sequence[Sequence[Glyph]], cuts: Sequence[float], page: int | None) -> list[list[TextRow]]:
    """The lines of each column: those of one may stand half a line below those of another, across these."""
    glyphs_by_column: list[list[Glyph]] = [[] for _ in range(len(cuts) + 1)]
    numbers: dict[Glyph, int] = {}
    for number, row in enumerate(body, 1):
        numbers.update(dict.fromkeys(row, number))
        for column, glyphs in enumerate(split_row(row, cuts)):
            glyphs_by_column[column] += glyphs
    return [[text_row(row, page, numbers[row[0]]) for row in glyph_rows(glyphs)] for glyphs in glyphs_by_column]


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


def _insert_section(cells: list[PlacedCell], line: TextRow, above: int, width: int) -> None:
    """Puts the row that names a section below so many numbered rows; no cell reaches over it."""
    place = above + 2  # the first row is the head, the second what stands above the first number
    for index, cell in enumerate(cells):
        if cell.row >= place:
            cells[index] = cell._replace(row=cell.row + 1)
        elif cell.row + cell.rowspan > place:
            cells[index] = cell._replace(rowspan=place - cell.row)
    cells.append(PlacedCell(place, 0, 1, width, [line], line.right - line.left))


def _with_head(head: list[TextRow], alignment: Alignment) -> tuple[list[TextRow], Alignment]:
    """The head of a column with its lines that stand above the first row, and the column without these."""
    above, *groups = alignment.groups
    return [*head, *above], alignment._replace(groups=[[], *groups])


def _column_cells(column: int, alignment: Alignment, width: float, *, reaches: bool) -> Iterator[PlacedCell]:
    """The cells of a column; in one that ``reaches`` over the blanks below its cells these have so many rows."""
    groups = alignment.groups
    filled = [row for row, group in enumerate(groups) if group]
    for row, next_filled in pairwise([*filled, len(groups)]):
        rowspan = next_filled - row if reaches and row else alignment.reaches[row]
        yield PlacedCell(row + 1, column, rowspan, 1, groups[row], width)
