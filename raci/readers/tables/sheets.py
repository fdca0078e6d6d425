"""Sheets of cells (xlsx, xls, csv) to lines and tables: the head is found, merged and blank cells reach over rows."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from raci.model import Span
from raci.model.labels import UNASSIGNED
from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage, TextLine, clean_line
from raci.readers.tables.charts_above import chart_above
from raci.readers.tables.day_numbers import as_dates
from raci.readers.tables.pivot import pivot_sheet
from raci.readers.tables.sheet_cells import SheetCell
from raci.rules.bodies import is_one_body
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, columns
from raci.rules.columns import column as column_rule
from raci.rules.lexicon import lexicon_pattern
from raci.rules.pictures import without_pictures
from raci.rules.text_patterns import text_patterns

__all__ = ["MOST_CELLS", "SheetCell", "read_sheet", "sheet_title"]

#: the head of a table stands in one of the first rows; above it the sheet says its title and what it is of
_HEAD_ROWS = 20
#: the most rows of a head
_HIGHEST_HEAD = 3
#: what raci puts behind the title of the document on a sheet of its own
_OWN_TITLE_END = " 任务分工表"
#: a title has so many characters
_TITLE_LENGTHS = (4, 100)
#: so many rows above a table say what it is of
_MOST_TITLES = 4
#: cells that a sheet may span, empty ones counted
MOST_CELLS = 5_000_000

#: a word for a role without 单位 is no longer
_LONGEST_ROLE = 3
#: so many of them beside each other, and so many more in other rows, are signs of a matrix
_LEAST_ROLES = 2

_Rows = Mapping[int, Sequence[SheetCell]]


def read_sheet(
    cells: Sequence[SheetCell], name: str = "", *, headed: bool = False
) -> tuple[list[TextLine | DraftTable], list[str]]:
    """The lines above the head of a sheet, the table from its head on, and who signs below it.

    Without a head all cells are a table. Of one that is ``headed`` the first row of several cells is its head, whatever
    that says (Markdown marks it).

    A sheet without a head and without a title is headed by its ``name`` where that is a body: the sheet is its own.
    With the parts goes what to say of the sheet where it was taken in a special way.
    """
    filled: Sequence[SheetCell] = [cell for cell in cells if cell.text.strip() not in ("", UNASSIGNED)]
    if not filled:
        return [], []
    pivoted = pivot_sheet(filled)
    filled, notes = (pivoted.cells, [pivoted.note]) if pivoted else (filled, [])
    rows: dict[int, list[SheetCell]] = {}
    for cell in filled:
        rows.setdefault(cell.row, []).append(cell)
    order = sorted(rows)
    width = max(cell.column + cell.colspan for cell in filled)
    head = next((row for row in order[:_HEAD_ROWS] if _is_head(rows, row, width)), None)
    if head is None:
        titles = _title_rows(rows, order)
        lines = [line for row in titles for line in _joined_line(rows[row])]
        if not lines and is_one_body(name):
            lines = [TextLine(name)]
        body = [cell for row in order[len(titles) :] for cell in rows[row]]
        return [*lines, DraftTable(tuple(_draft_cell(cell, 0) for cell in body))], notes
    first = order[0] if headed and len(rows[order[0]]) > 1 else _first_row(rows, order, head)
    first = chart_above(rows, order, first)
    above = [line for row in order if row < first for line in _joined_line(rows[row])]
    signed = _signature_rows(rows, [row for row in order if row > head])
    below = [cell for row in order if row >= first and row not in signed for cell in rows[row]]
    below, of_days = as_dates(_without_line_counts(below, rows[head]), rows[head])
    notes += of_days
    reaching = _reach_down(below, _reaching_columns(rows, head, width))
    signatures = [line for row in signed for line in _joined_line(rows[row])]
    return [*above, DraftTable(tuple(_draft_cell(cell, first) for cell in reaching)), *signatures], notes


def sheet_title(parts: Sequence[TextLine | DraftTable]) -> str | None:
    """What stands over the first table, where it reads like a title."""
    no_title = text_patterns("sheets")["no-title"]
    for part in parts:
        if not isinstance(part, TextLine):
            return None
        if no_title.holds(part.text):
            continue
        is_title = _TITLE_LENGTHS[0] <= len(part.text) <= _TITLE_LENGTHS[1] and not is_one_body(part.text)
        return part.text.removesuffix(_OWN_TITLE_END) if is_title else None
    return None


def _is_head(rows: _Rows, row: int, width: int) -> bool:
    """Whether the row heads a table, by itself or with the rows below it."""
    if columns(_texts(rows[row], width)) is not None:
        return not _is_among_roles(rows, row)
    # a cell alone in its row, merged or not, is a title above the head
    if len(rows[row]) == 1 or not any(cell.colspan > 1 for cell in rows[row]):
        return False
    lowest = 1 if max(cell.rowspan for cell in rows[row]) < _HIGHEST_HEAD else _HIGHEST_HEAD - 1
    return any(_is_lowest_of_head(rows, row, row + below, width) for below in range(1, lowest + 1))


def _is_lowest_of_head(rows: _Rows, first: int, row: int, width: int) -> bool:
    """Whether a row and the cells that reach down to it from the ``first`` row on head a table together."""
    above = [cell for number in range(first, row) for cell in rows.get(number, ()) if cell.row + cell.rowspan > row]
    return row in rows and columns(_texts([*above, *rows[row]], width)) is not None


def _first_row(rows: _Rows, order: Sequence[int], head: int) -> int:
    """The row that a table begins with: its head, or the line right above it that is one of the table's sections.

    一、组织保障（牵头单位：市人社局） is a section where another such line stands below the head.
    """
    sections = [row for row in order if len(rows[row]) == 1 and _says_whose(rows[row][0].text)]
    above = order[: order.index(head)][-1:]
    return above[0] if above and above[0] in sections and sections[-1] > head else head


def _says_whose(words: str) -> bool:
    """Whether a line across a table says who does what stands below it."""
    label = lexicon_pattern("section.label").search(words)
    rule = column_rule(label["label"]) if label is not None else None
    return rule is not None and rule.role in NAMED


def _is_among_roles(rows: _Rows, row: int) -> bool:
    """Whether a row whose words could head columns (联谊活动, 参与, 负责) is one of several of a matrix of words.

    Others say roles in the same columns, or bodies head them all.
    """
    places = {cell.column for cell in rows[row] if _is_bare_role(cell)}
    if len(places) < _LEAST_ROLES:
        return False
    above = (cells for number, cells in rows.items() if number < min(row, _HEAD_ROWS))
    if any(places <= {cell.column for cell in cells if is_one_body(cell.text.strip())} for cells in above):
        return True
    said = [cell.text for cell in rows[row]]
    others = {number: cells for number, cells in rows.items() if [cell.text for cell in cells] != said}
    near = [cell for number, cells in others.items() if number < _HEAD_ROWS for cell in cells if cell.column in places]
    if sum(map(_is_bare_role, near)) >= _LEAST_ROLES:
        return True
    below = [cell for number, cells in others.items() if number > row for cell in cells if cell.column in places]
    below = [cell for cell in below if cell_content(cell.text).kind != "empty"]
    return bool(below) and all(map(_is_bare_role, below))


def _is_bare_role(cell: SheetCell) -> bool:
    words = without_pictures(cell.text.strip())
    return len(words) <= _LONGEST_ROLE and cell_content(words).kind == "role"


def _title_rows(rows: _Rows, order: Sequence[int]) -> list[int]:
    """The rows above the first of several cells that hold one at the left: what a sheet without a head says of it."""
    several = next((number for number, row in enumerate(order) if len(rows[row]) > 1), 0)
    above = list(order[: min(several, _MOST_TITLES)])
    return above if all(rows[row][0].column == 0 for row in above) else []


def _texts(cells: Iterable[SheetCell], width: int) -> list[str]:
    """The texts of a row, column by column."""
    texts = [""] * width
    for cell in cells:
        texts[cell.column] = cell.text
    return texts


def _without_line_counts(cells: list[SheetCell], head: Sequence[SheetCell]) -> list[SheetCell]:
    """The cells without the column that only counts lines (序号) where another has the numbers of clauses (编号)."""
    patterns = text_patterns("sheets")
    counts = [cell.column for cell in head if patterns["line-count"].holds(cell.text.strip())]
    if not counts or not any(patterns["clause-number"].holds(cell.text.strip()) for cell in head):
        return cells
    return [cell for cell in cells if cell.column != counts[-1]]


def _signature_rows(rows: _Rows, below: Sequence[int]) -> list[int]:
    """The rows at the end, of those ``below`` the head, that say who made the table (制表人：… 审核：…), top down."""
    signs = text_patterns("sheets")["signature"].holds
    first = len(below)
    while first > 1 and all(signs(cell.text.strip()) for cell in rows[below[first - 1]]):
        first -= 1
    return list(below[first:])


def _reaching_columns(rows: _Rows, head: int, width: int) -> set[int]:
    """The columns that part chapters and tasks: a blank cell there says the same as the one above."""
    upper = _texts(rows[head], width)
    both = _texts([*rows[head], *(cell for cell in rows.get(head + 1, ()) if cell.rowspan == 1)], width)
    rules = [column_rule(upper_text) or column_rule(text) for upper_text, text in zip(upper, both, strict=True)]
    return {column for column, rule in enumerate(rules) if rule is not None and rule.role in ("chapter", "task")}


def _reach_down(cells: Sequence[SheetCell], reaching: Collection[int]) -> list[SheetCell]:
    """The cells, those of the ``reaching`` columns over the blanks below them.

    Such a cell ends at the next one of its column, or at a line across the table: a merged cell, or the only one of its
    row (a csv merges none); and in no row that is blank as a whole.
    """
    ends = sorted({cell.row + cell.rowspan for cell in cells})
    filled = Counter(cell.row for cell in cells)
    across = {cell.row for cell in cells if cell.column == 0 and (cell.colspan > 1 or filled[cell.row] == 1)}
    stops = {column: sorted({*(cell.row for cell in cells if cell.column == column), *across}) for column in reaching}
    first_row = cells[0].row
    reached = []
    for cell in cells:
        if cell.column in reaching and cell.row > first_row and cell.rowspan == 1 and cell.colspan == 1:
            next_stop = bisect_right(stops[cell.column], cell.row)
            end = stops[cell.column][next_stop] if next_stop < len(stops[cell.column]) else ends[-1]
            cell = cell._replace(rowspan=ends[bisect_right(ends, end) - 1] - cell.row)
        reached.append(cell)
    return reached


def _cell_lines(cell: SheetCell) -> list[TextLine]:
    lines, start = [], 0
    for text in cell.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        end = start + len(text)
        bold = tuple(
            Span(max(span.start - start, 0), min(span.end - start, len(text)))
            for span in cell.bold
            if span.start < end and span.end > start
        )
        line = clean_line(TextLine(text, bold=bold))
        if line.text:
            lines.append(line)
        start = end + 1
    return lines


def _draft_cell(cell: SheetCell, first_row: int) -> DraftCell:
    passages = tuple(Passage((line,)) for line in _cell_lines(cell))
    return DraftCell(cell.row - first_row, cell.column, passages, cell.rowspan, cell.colspan)


def _joined_line(cells: Sequence[SheetCell]) -> list[TextLine]:
    """A row above the head: one line, as it is read, or none."""
    lines = [line for cell in cells for line in _cell_lines(cell)]
    return [TextLine(" ".join(line.text for line in lines), bold=())] if lines else []
