"""Tables in plain text: found by their heads, or as blocks of lines that separators part, and read cell by cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter, itemgetter

from raci.readers.tables.as_written import as_written
from raci.readers.tables.by_columns import find_tables_by_columns
from raci.readers.tables.cell_breaks import TAKEN, whole_rows
from raci.readers.tables.cell_pieces import Line, TableStart, piece_lines
from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.counted_cells import counted_table
from raci.readers.tables.cut_heads import join_cut_heads
from raci.readers.tables.drawn_tables import find_drawn_tables
from raci.readers.tables.even_gaps import with_even_gaps
from raci.readers.tables.field_sheets import find_field_sheets
from raci.readers.tables.lane_heads import whole_head
from raci.readers.tables.lane_pages import read_leaves, read_pages
from raci.readers.tables.lane_rows import lane_table
from raci.readers.tables.lanes import Spacing, evenness, read_lanes, show_lanes
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.merged_away import merged_away_table
from raci.readers.tables.one_line import find_one_line_tables
from raci.readers.tables.run_on_rows import find_run_on_rows
from raci.readers.tables.separated import SeparatedBlock, find_blocks
from raci.readers.tables.signed_rows import with_tabs
from raci.readers.tables.tab_stops import with_single_tabs
from raci.readers.tables.table_below import same_head, table_below
from raci.readers.tables.table_ends import signed_lines
from raci.readers.tables.table_starts import find_starts
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.rules.columns import read_head
from raci.rules.traditional import as_simplified

__all__ = ["grids"]

#: styles whose cells may stand one below the other
_LAID_OUT = ("wide", "ideographic")
#: styles in which each cell has a line of its own
_CELL_A_LINE = ("stacked", "barred-cells")


def grids(lines: Sequence[Line], indents: Sequence[int] = (), *, is_traditional: bool = True) -> list[TextTable]:
    """The tables in the lines (blank ones are ''), in order.

    ``indents`` says for each line how wide the blanks before it are, in half characters; ``is_traditional`` that they
    may hold such characters.
    """
    indents = indents or [0] * len(lines)
    found: list[TextTable] = []
    end = 0
    for table in find_drawn_tables(lines):
        found += _grids_between(lines, indents, end, table.start, is_traditional=is_traditional)
        found.append(table)
        end = table.end
    return [*found, *_grids_between(lines, indents, end, len(lines), is_traditional=is_traditional)]


def _grids_between(
    lines: Sequence[Line], indents: Sequence[int], first: int, last: int, *, is_traditional: bool
) -> list[TextTable]:
    """The tables that are not drawn, in the lines from ``first`` to ``last``."""
    if first == last:
        return []
    if first or last < len(lines):
        found = _read_grids(lines[first:last], indents[first:last], is_traditional=is_traditional)
        return [replace(table, start=table.start + first, end=table.end + first) for table in found]
    return _read_grids(lines, indents, is_traditional=is_traditional)


def _read_grids(lines: Sequence[Line], indents: Sequence[int], *, is_traditional: bool) -> list[TextTable]:
    written = join_cut_heads(whole_rows(lines))
    if not is_traditional:
        return [_with_taken(table, written) for table in _grids(written, indents)]
    plain = [(number, as_simplified(text)) for number, text in written]
    tables = [_with_taken(table, written) for table in _grids(plain, indents)]
    return [as_written(table, written) for table in tables] if tables and plain != written else tables


def _with_taken(table: TextTable, lines: Sequence[Line]) -> TextTable:
    """The table down to the last line whose words stand in its last row."""
    end = table.end
    while end < len(lines) and lines[end][1] == TAKEN:
        end += 1
    return table if end == table.end else replace(table, end=end)


def _grids(lines: Sequence[Line], indents: Sequence[int]) -> list[TextTable]:
    found: list[TextTable] = []
    end = -1
    scan = LineScan([text for _, text in lines])
    for parted in (with_even_gaps, with_single_tabs, with_tabs):
        written = parted(lines, scan)
        if written is not lines:
            lines, scan = written, LineScan([text for _, text in written])
    starts = {start.start: start for start in find_starts(lines, scan)}
    found_blocks = (*find_blocks(lines, scan), *find_field_sheets(lines))
    blocks = {block.start: block for block in sorted(found_blocks, key=attrgetter("end"))}
    by_columns = {table.start: table for table in _without_blocks(lines, scan)}
    headed = {block.start for block in blocks.values() if block.is_headed}
    others = headed | set(by_columns)
    inside = -1  # where the blocks above end
    before: TableStart | None = None
    signed = {is_limit: signed_lines(lines, is_limit=is_limit) if starts else set() for is_limit in (False, True)}
    for start in sorted({*starts, *blocks, *by_columns}):
        within, inside = start < inside, max(inside, blocks[start].end if start in blocks else -1)
        if start < end:
            continue
        table = _as_it_stands(blocks[start]) if start in blocks else by_columns.get(start)
        head = starts.get(start)
        if table is None and head is not None and not within:
            # heads one below the other are one head, said again and again
            alone = before is None or before.end < start or not same_head(before, head)
            stops = others | signed[_holds_limits(head)]
            if alone and head.style in _LAID_OUT:
                table = _in_lanes(lines, head, starts, stops, indents)
            elif alone and head.style in _CELL_A_LINE:
                table = counted_table(lines, head, _next_start(lines, head, starts, headed | (stops - others)))
            elif alone and head.style == "tab":
                table = merged_away_table(lines, head, [place for place in {*starts, *stops} if place > start])
            if alone and table is None:
                table = table_below(lines, head, starts, stops)
            before = head
        if table is not None:
            found.append(table)
            end = table.end
    return found


def _without_blocks(lines: Sequence[Line], scan: LineScan) -> Iterator[TextTable]:
    """The tables that no block of lines shows: columns one behind the other, and rows that share a line."""
    yield from find_run_on_rows(lines, scan)
    yield from find_tables_by_columns(lines)
    yield from find_one_line_tables(lines, scan)


def _as_it_stands(block: SeparatedBlock) -> TextTable:
    """The table of a block: each piece in its column."""
    cells = [
        GridCell(row, place, piece_lines(number, words))
        for row, (number, pieces) in enumerate(block.rows)
        for place, words in enumerate(pieces)
        if words
    ]
    return TextTable(block.start, block.end, tuple(cells))


def _in_lanes(
    lines: Sequence[Line],
    start: TableStart,
    starts: Mapping[int, TableStart],
    others: Collection[int],
    indents: Sequence[int],
) -> TextTable | None:
    """The table of a head whose cells stand one below the other; None where they do not."""
    repeated = {place for place, head in starts.items() if place > start.start and same_head(head, start)}
    stops = [place for place in {*starts, *others} - repeated if place > start.start]
    tables: list[tuple[float, TextTable]] = []
    for spacing in (Spacing(2), Spacing(1), Spacing(2, close=True), Spacing(1, close=True)):
        if spacing.close and (tables or start.style != "wide"):
            break  # cells that a single blank parts are looked for where no wider gaps part them
        head, over = whole_head(lines, start, indents, spacing)
        fits = ColumnFits([words for _, words in head.heads])
        stop = min(stops, default=len(lines))
        found = read_lanes(lines, head, over, indents, repeated, stop, spacing)
        if found is None and (again := [starts[place] for place in sorted(repeated) if place < stop]):
            found = read_pages(lines, [start, *again], indents, stop, spacing)
        if found is None and not repeated:
            found = read_leaves(lines, head, over, indents, stop, spacing)
        fitted = lane_table(*found, spacing.wide, head, fits) if found is not None and show_lanes(found[0]) else None
        if found is not None and fitted is not None:
            tables.append((fitted[0] + evenness(found[0]), fitted[1]))
    return max(tables, key=itemgetter(0))[1] if tables else None


def _holds_limits(head: TableStart) -> bool:
    known = [read_head(words) for _, words in head.heads]
    return any(one is not None and one.role == "deadline" for one in known)


def _next_start(
    lines: Sequence[Line], start: TableStart, starts: Mapping[int, TableStart], others: Collection[int]
) -> int:
    """The line where the next table begins; where the text ends if there is none."""
    return min((place for place in {*starts, *others} if place > start.start), default=len(lines))
