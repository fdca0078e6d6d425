"""Tables in plain text: found by their heads, or as blocks of lines that separators part, and read cell by cell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter, itemgetter

from raci.readers.tables.as_written import as_written
from raci.readers.tables.by_columns import find_tables_by_columns
from raci.readers.tables.cell_breaks import whole_rows
from raci.readers.tables.cell_pieces import CellPiece, Line, TableStart, piece_lines, tokens
from raci.readers.tables.column_fit import ColumnFits
from raci.readers.tables.counted_cells import counted_table
from raci.readers.tables.cut_heads import join_cut_heads
from raci.readers.tables.field_sheets import find_field_sheets
from raci.readers.tables.laid_table import laid_table, shape_of, wraps
from raci.readers.tables.lane_heads import whole_head
from raci.readers.tables.lane_rows import lane_table
from raci.readers.tables.lanes import Spacing, read_lanes
from raci.readers.tables.laying import Laying
from raci.readers.tables.layouts import Layout, is_plain, layouts, shortfall
from raci.readers.tables.line_scan import LineScan
from raci.readers.tables.one_line import find_one_line_tables
from raci.readers.tables.printed_lines import Shape
from raci.readers.tables.run_on_rows import find_run_on_rows
from raci.readers.tables.separated import SeparatedBlock, find_blocks
from raci.readers.tables.signed_rows import with_tabs
from raci.readers.tables.table_ends import ends_table, signed_lines
from raci.readers.tables.table_starts import find_starts
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.rules.columns import read_head
from raci.rules.traditional import as_simplified

__all__ = ["grids"]

#: the widths of the columns show in so many pieces, which are laid so often to learn them
_LOOKED_AT, _LOOKS = 120, 2
#: in so many it shows how the cells are laid out
_SHOWING = 400
#: styles whose cells may stand one below the other
_LAID_OUT = ("wide", "ideographic")
#: styles in which each cell has a line of its own
_CELL_A_LINE = ("stacked", "barred-cells")


def grids(lines: Sequence[Line], indents: Sequence[int] = (), *, is_traditional: bool = True) -> list[TextTable]:
    """The tables in the lines (blank ones are ''), in order.

    ``indents`` says for each line how wide the blanks before it are, in half characters; ``is_traditional`` that they
    may hold such characters.
    """
    written = join_cut_heads(whole_rows(lines))
    indents = indents or [0] * len(written)
    if not is_traditional:
        return _grids(written, indents)
    plain = [(number, as_simplified(text)) for number, text in written]
    tables = _grids(plain, indents)
    return [as_written(table, written) for table in tables] if tables and plain != written else tables


def _grids(lines: Sequence[Line], indents: Sequence[int]) -> list[TextTable]:
    found: list[TextTable] = []
    end = -1
    scan = LineScan([text for _, text in lines])
    parted = with_tabs(lines, scan)
    if parted is not lines:
        lines, scan = parted, LineScan([text for _, text in parted])
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
            alone = before is None or before.end < start or not _same(before, head)
            stops = others | signed[_ends_with_limits(head)]
            if alone and head.style in _LAID_OUT:
                table = _in_lanes(lines, head, starts, stops, indents)
            elif alone and head.style in _CELL_A_LINE:
                table = counted_table(lines, head, _next_start(lines, head, starts, headed | (stops - others)))
            if alone and table is None:
                table = _table(lines, head, starts, stops)
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


def _table(
    lines: Sequence[Line],
    start: TableStart,
    starts: Mapping[int, TableStart],
    others: Collection[int],
) -> TextTable | None:
    """The table of a head, down to the next one's, which ``starts`` holds or stands in a line of ``others``."""

    ways: list[tuple[TableStart, Layout, Laying]] = []
    for each, layout in layouts(lines, start):
        way = _way(lines, each, starts, others, layout, _SHOWING)
        ways.append((each, layout, way))
        if is_plain(way):
            break
    seen = max((way.taken for *_, way in ways), key=len)
    each, layout, way = min(ways, key=lambda found: shortfall(found[2], seen))
    return laid_table(_way(lines, each, starts, others, layout) if len(way.taken) == _SHOWING else way)


def _way(
    lines: Sequence[Line],
    start: TableStart,
    starts: Mapping[int, TableStart],
    others: Collection[int],
    layout: Layout,
    most: int | None = None,
) -> Laying:
    """The pieces below a head, laid in one of these ways; ``most`` of them at the most."""

    def pieces() -> Iterator[tuple[CellPiece, bool]]:
        return _pieces(lines, start, starts, others, fits)

    fits = ColumnFits([words for _, words in start.heads], layout.filled, layout.task)
    shape = Shape()
    for _ in range(_LOOKS if start.style == "stacked" else 0):
        looked_at, seen = _laid(pieces(), start, shape, fits, layout, _LOOKED_AT), shape
        # the widths of the columns, and whether each row has its number, show when the pieces lie in them
        is_wrapped, shape = wraps(looked_at), shape_of(looked_at)
        if not is_wrapped:
            shape = Shape(numbered=shape.numbered)
        if shape == seen and len(looked_at.taken) < _LOOKED_AT:
            return looked_at  # the whole table, and as it would be laid again
        if not is_wrapped or len(shape.widths) == sum(role != "number" for role in fits.roles):
            break  # once more would tell no more
    return _laid(pieces(), start, shape, fits, layout, most)


def _laid(
    pieces: Iterable[tuple[CellPiece, bool]],
    start: TableStart,
    shape: Shape,
    fits: ColumnFits,
    layout: Layout,
    most: int | None = None,
) -> Laying:
    """The pieces laid, down to where the table ends; ``most`` of them at the most."""
    laying = Laying(start, shape, fits, layout.in_cells, layout.begins, layout.begun)
    for token, overleaf in pieces:
        if len(laying.taken) == most or not laying.take(token, overleaf):
            break
    return laying


def _pieces(
    lines: Sequence[Line],
    start: TableStart,
    starts: Mapping[int, TableStart],
    others: Collection[int],
    fits: ColumnFits,
) -> Iterator[tuple[CellPiece, bool]]:
    """The pieces that may be of a table, and whether each comes first behind its head on a new page."""
    skip, overleaf = -1, False
    for token in tokens(lines, start, fits.is_in_place):
        if token.line < skip:
            continue
        other = starts.get(token.line) if token.line > start.start else None
        if other is not None and _same(other, start):
            skip, overleaf = other.end, True
            continue
        if (other is None and start.start < token.line and token.line in others) or (
            other is not None and not _same(other, start)
        ):
            return
        if ends_table(token, start.style):
            return
        yield token, overleaf
        overleaf = False


def _in_lanes(
    lines: Sequence[Line],
    start: TableStart,
    starts: Mapping[int, TableStart],
    others: Collection[int],
    indents: Sequence[int],
) -> TextTable | None:
    """The table of a head whose cells stand one below the other; None where they do not."""
    repeated = {place for place, head in starts.items() if place > start.start and _same(head, start)}
    stops = [place for place in {*starts, *others} - repeated if place > start.start]
    tables: list[tuple[float, TextTable]] = []
    for spacing in (Spacing(2), Spacing(1), Spacing(2, close=True), Spacing(1, close=True)):
        if spacing.close and (tables or start.style != "wide"):
            break  # cells that a single blank parts are looked for where no wider gaps part them
        head, over = whole_head(lines, start, indents, spacing)
        fits = ColumnFits([words for _, words in head.heads])
        found = read_lanes(lines, head, over, indents, repeated, min(stops, default=len(lines)), spacing)
        fitted = lane_table(*found, spacing.wide, head, fits) if found is not None else None
        tables += [fitted] if fitted is not None else []
    return max(tables, key=itemgetter(0))[1] if tables else None


def _ends_with_limits(head: TableStart) -> bool:
    known = read_head(head.heads[-1][1])
    return known is not None and known.role == "deadline"


def _next_start(
    lines: Sequence[Line], start: TableStart, starts: Mapping[int, TableStart], others: Collection[int]
) -> int:
    """The line where the next table begins; where the text ends if there is none."""
    return min((place for place in {*starts, *others} if place > start.start), default=len(lines))


def _same(first: TableStart, second: TableStart) -> bool:
    return [words for _, words in first.heads] == [words for _, words in second.heads]
