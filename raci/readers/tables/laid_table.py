"""What pieces laid to columns are: how the columns are printed, and the cells of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from raci.readers.tables.bare_rows import with_bare_rows
from raci.readers.tables.cell_pieces import CLOSING, CellPiece, piece_lines
from raci.readers.tables.laying import Laying
from raci.readers.tables.left_out import placed_by_names, pushed_right
from raci.readers.tables.merged_leads import merged_leads
from raci.readers.tables.printed_lines import Shape, printed_width
from raci.readers.tables.text_grid import GridCell, TextTable
from raci.readers.tables.way import ACROSS
from raci.readers.tables.wrapped_names import are_listed, is_broken_off, is_rest
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content

__all__ = ["laid_table", "reaching", "shape_of", "wraps"]

#: a score below this is no table
_LEAST = 2.0
#: so many cells of several lines show how wide their column is, so many rows how often a column is filled
_CELLS, _ROWS = 3, 4
#: what was laid wrongly makes columns too wide, but not that of the contents, which is the widest
_WIDTH_QUANTILE, _CONTENT_QUANTILE = 0.25, 0.9
_NUMBERED, _LEAST_FILLED = 0.8, 0.4


def wraps(laying: Laying) -> bool:
    """Whether a cell takes several lines."""
    before: int | None = None
    for column, fresh in laying.path.steps():
        if column == before and not fresh:
            return True
        before = column
    return False


def shape_of(laying: Laying) -> Shape:
    """What the way found shows of the table."""
    rows = numbered = 0
    is_numbered = True
    seen: dict[int, list[float]] = {}
    begun: Counter[int] = Counter()
    for column, fresh, widths in _runs(laying):
        if len(widths) > 1:
            seen.setdefault(column, []).append(max(widths))
        begun[column] += 1
        if fresh and column != ACROSS:
            rows += 1
            is_numbered = laying.roles[column] == "number"
            numbered += is_numbered
    widths_of = {
        column: sorted(listed)[int(len(listed) * _quantile(laying.roles[column]))]
        for column, listed in seen.items()
        if len(listed) >= _CELLS
    }
    filled = {column: max(_LEAST_FILLED, begun[column] / max(rows, 1)) for column in laying.named if rows >= _ROWS}
    if not is_numbered and 1 < numbered == rows - 1:
        rows -= 1  # what stands behind a table may look like one more row, but has no number
    return Shape(widths_of, rows > 0 and numbered >= _NUMBERED * rows, filled)


def _runs(laying: Laying) -> Iterator[tuple[int, bool, list[float]]]:
    """The runs of pieces in one cell: its column, whether it begins a row, and how wide each piece is."""
    column: int | None = None
    begins = False
    widths: list[float] = []
    for (place, fresh), token in zip(laying.path.steps(), laying.taken, strict=False):
        if column is not None and (fresh or place != column):
            yield column, begins, widths
            widths = []
        if fresh or place != column:
            column, begins = place, fresh
        widths.append(printed_width(token.text))
    if column is not None:
        yield column, begins, widths


def _quantile(role: str) -> float:
    return _CONTENT_QUANTILE if role == "content" else _WIDTH_QUANTILE


def laid_table(laying: Laying) -> TextTable | None:
    """The table, up to where the score was highest; None where there is none."""
    if laying.path.top is None or laying.path.highest < _LEAST:
        return None
    steps, taken = list(laying.path.steps()), laying.taken[: laying.path.length]
    rest = _rest_of_line(laying)
    if any(cell_content(piece.text).kind == "bodies" for piece in rest):
        # a line with bodies that fit no column is no row: it is left, and told
        whole = sum(piece.line < rest[0].line for piece in taken)
        steps, taken, rest = steps[:whole], taken[:whole], []
    if not steps:
        return None
    column = steps[-1][0]
    if rest:
        column = min(column + 1, len(laying.roles) - 1)
    else:
        rest = _rest_of_name(laying, column) if len(taken) == laying.path.length else []
    steps, taken = [*steps, *[(column, False)] * len(rest)], [*taken, *rest]
    if not rest:
        steps, taken = with_bare_rows(laying, steps, taken, laying.taken[len(taken) :])
    certain = _certain(steps, taken)
    cells = placed_by_names(pushed_right(list(_cells(steps, taken)), laying.fits, certain), laying.fits, certain)
    rows = cells[-1].row if cells else 0
    heads = [GridCell(0, place, piece_lines(*head)) for place, head in enumerate(laying.start.heads) if head[1]]
    merged = merged_leads(cells, laying.fits) if laying.start.style in CLOSING else ()
    return TextTable(laying.start.start, taken[-1].line + 1, (*heads, *reaching(laying.roles, cells, rows, merged)))


def _certain(steps: Sequence[tuple[int, bool]], taken: Sequence[CellPiece]) -> set[int]:
    """The rows whose pieces all stand in columns that the source shows."""
    row, open_rows, rows = 0, set[int](), set[int]()
    for (_, fresh), token in zip(steps, taken, strict=True):
        row += fresh
        rows.add(row)
        if token.column is None:
            open_rows.add(row)
    return rows - open_rows


def _rest_of_line(laying: Laying) -> list[CellPiece]:
    """What stands in the last line of a table behind the last cell that fits its column."""
    if not laying.in_line:
        return []
    last = laying.taken[laying.path.length - 1]
    rest: list[CellPiece] = []
    for piece in laying.taken[laying.path.length :]:
        if piece.line != last.line:
            break
        rest += [piece] if piece.pieces else []
    return rest


def _rest_of_name(laying: Laying, column: int) -> list[CellPiece]:
    """The lines behind the table that end the name in its last cell (市政府 ⏎ 办公室), or name more bodies below it.

    The table ends where its score is highest, which a rest does not raise where the name is a body without it.
    """
    rest: list[CellPiece] = []
    before = laying.taken[laying.path.length - 1]
    for piece in laying.taken[laying.path.length :]:
        listed = laying.start.style == "stacked" and piece.line == before.line + 1
        listed = listed and are_listed(before.text, piece.text)
        goes_on = is_rest(before.text, piece.text) or (is_broken_off(before.text) and like_bodies(piece.text)[0] > 0)
        if column not in laying.named or not (listed or goes_on):
            break
        rest.append(piece)
        before = piece
    return rest


def _cells(steps: Sequence[tuple[int, bool]], taken: Sequence[CellPiece]) -> Iterator[GridCell]:
    """The cells row by row; one across the table reaches over no row."""
    row = 0
    held: dict[int, GridCell] = {}
    for (place, fresh), token in zip(steps, taken, strict=True):
        if fresh:
            yield from (held[column] for column in sorted(held))
            row, held = row + 1, {}
        if not token.pieces:
            continue
        column = max(place, 0)
        known = held.get(column)
        pieces = known.pieces + token.pieces if known is not None else token.pieces
        held[column] = GridCell(row, column, pieces, 0 if place == ACROSS else 1)
    yield from (held[column] for column in sorted(held))


def reaching(
    roles: Sequence[str], cells: Sequence[GridCell], rows: int, merged: Collection[int] = ()
) -> Iterator[GridCell]:
    """Cells of the columns that part chapters and tasks, and of those ``merged``, reach over the blank ones below them.

    Such a cell ends at a section, and where a chapter begins in a column left of it.
    """
    ends = {cell.row for cell in cells if cell.rowspan == 0} | {rows + 1}
    starts: dict[int, set[int]] = {}
    for cell in cells:
        starts.setdefault(cell.column, set()).add(cell.row)
    stops: dict[int, list[int]] = {}
    for place in sorted(starts):
        stops[place] = sorted(starts[place] | ends)
        if roles[place] == "chapter":
            ends |= starts[place]
    position = dict.fromkeys(stops, 0)
    for cell in cells:
        if cell.rowspan == 0 or not (cell.column in merged or roles[cell.column] in ("chapter", "task")):
            yield cell if cell.rowspan == 1 else replace(cell, rowspan=1)
            continue
        listed = stops[cell.column]
        while listed[position[cell.column]] <= cell.row:
            position[cell.column] += 1
        yield replace(cell, rowspan=listed[position[cell.column]] - cell.row)
