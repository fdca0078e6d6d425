"""Tables that go on overleaf: two parts in one, a row that the page cut in two mended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.readers.documents.draft_tables import DraftCell, DraftTable, has_task_head
from raci.readers.documents.passages import Passage
from raci.readers.layout.pages import TopRow
from raci.readers.tables.cut_names import cuts_cell_name
from raci.rules.bodies import like_bodies
from raci.rules.columns import NAMED, column

__all__ = ["goes_on", "join_tables", "with_top_row"]

#: the head with the column of numbers stands in one of the rows up to this one
_LAST_HEAD_ROW = 3
#: so many rows show that all have a time limit
_FEWEST_ROWS = 4
#: between the names of a list
_OPEN = "、，,；;"
_LISTED = re.compile(f"[{_OPEN}]")


def goes_on(above: DraftTable, below: DraftTable) -> bool:
    """Whether a table at the top of a page is the rest of the one at the end of the page before."""
    if above.width and below.width:
        return above.width == below.width
    return _filled_width(above) == _filled_width(below)


def with_top_row(above: Passage | DraftTable, row: TopRow | None) -> DraftTable | None:
    """A table with the row that stands by itself at the top of the next page; None where that is no part of it."""
    if row is None or not isinstance(above, DraftTable) or row.columns not in (above.width, _filled_width(above)):
        return None
    return join_tables(above, row.table)


def _filled_width(table: DraftTable) -> int:
    return max(cell.column + cell.colspan for cell in table.cells)


def join_tables(above: DraftTable, below: DraftTable) -> DraftTable:
    """Two parts of a table in one; a row that the page cut in two is mended, merged cells reach on."""
    height = max(cell.row + cell.rowspan for cell in above.cells)
    whole, below = below, _without_repeated_head(above, below)
    first_row = min(cell.row for cell in below.cells)
    numbers = _number_column(above)
    filled_columns = {cell.column for cell in below.cells if cell.row == first_row}
    if numbers is not None:
        is_cut = numbers not in filled_columns
    else:
        is_cut = _names_are_cut(above, below, height, first_row) or _lacks_limit(above, below)
    if is_cut and below is not whole and numbers is not None:
        # below a head a row without a number may be one of several that a merged number stands for
        named = _named_columns(above)
        last_row = {cell.column for cell in above.cells if cell.row == height - 1}
        is_apart = not filled_columns & named or filled_columns <= named or not filled_columns & last_row
        is_cut = is_apart or _names_are_cut(above, below, height, first_row)
    if not is_cut or has_task_head(below):
        below, first_row = whole, min(cell.row for cell in whole.cells)
        shift = height - first_row
        moved = [cell._replace(row=cell.row + shift) for cell in below.cells]
        return above._replace(cells=tuple(_reaching_on(above.cells, moved, height)))
    # without a number its first row is the rest of the row above
    cells = list(above.cells)
    last_in_column = {cell.column: index for index, cell in enumerate(cells) if cell.row + cell.rowspan == height}
    shift = height - 1 - first_row
    for cell in below.cells:
        index = last_in_column.get(cell.column) if cell.row == first_row else None
        if index is None:  # of a later row, or where the row above has nothing: its text was centred in the cut row
            cells.append(cell._replace(row=cell.row + shift))
        else:
            cells[index] = cells[index]._replace(passages=_join_passages(cells[index].passages, cell.passages))
    kept = [cell for cell in cells if cell.row < height]
    return above._replace(cells=tuple(_reaching_on(kept, [cell for cell in cells if cell.row >= height], height)))


def _without_repeated_head(above: DraftTable, below: DraftTable) -> DraftTable:
    """The rows of a part overleaf without the head that it repeats; all of them where nothing else would be left."""
    first = min(cell.row for cell in below.cells)
    words = {cell.column: _cell_text(cell) for cell in below.cells if cell.row == first}
    heads = [
        {cell.column: _cell_text(cell) for cell in above.cells if cell.row == row} for row in range(_LAST_HEAD_ROW + 1)
    ]
    if words not in heads or not has_task_head(DraftTable(tuple(cell for cell in below.cells if cell.row == first))):
        return below
    rest = tuple(cell for cell in below.cells if cell.row > first)
    return DraftTable(rest) if rest else below


def _reaching_on(above: Sequence[DraftCell], below: Sequence[DraftCell], height: int) -> Sequence[DraftCell]:
    """The cells of both parts, in order; a merged cell of a column of chapters reaches over the blanks overleaf."""
    chapters = {cell.column for cell in above if cell.row == 0 and _role(cell) == "chapter"}
    filled = {column: [cell.row for cell in below if cell.column == column and _cell_text(cell)] for column in chapters}
    end = max((cell.row + cell.rowspan for cell in below), default=height)
    kept = [cell for cell in below if cell.column not in chapters or _cell_text(cell)]
    for cell in above:
        if cell.column in chapters and cell.row > 0 and cell.row + cell.rowspan == height:
            cell = cell._replace(rowspan=min(filled[cell.column], default=end) - cell.row)
        kept.append(cell)
    return sorted(kept, key=lambda cell: (cell.row, cell.column))


def _names_are_cut(above: DraftTable, below: DraftTable, height: int, first_row: int) -> bool:
    """Whether in a column of bodies a name begins at the end of one page and ends at the top of the next."""
    last = {cell.column: _cell_text(cell) for cell in above.cells if cell.row + cell.rowspan == height}
    # 牵头单位 │ 县水利局: in tables of fields the head stands at the left
    heads = [cell for cell in above.cells if cell.row + cell.rowspan == height and _role(cell) in NAMED]
    named = _named_columns(above) | {cell.column + cell.colspan for cell in heads}
    first = {cell.column: _cell_text(cell) for cell in below.cells if cell.row == first_row}
    return any(_is_cut(last.get(column, ""), first.get(column, "")) for column in named)


def _lacks_limit(above: DraftTable, below: DraftTable) -> bool:
    """Whether the first row overleaf has no time limit where all others have one: it is the rest of the row above."""
    limits = {cell.column for cell in above.cells if cell.row <= _LAST_HEAD_ROW and _role(cell) == "deadline"}
    if len(limits) != 1:
        return False
    first_row = min(cell.row for cell in below.cells)
    without = [row for table in (above, below) for row in _rows(table) if not limits & _rows(table)[row]]
    others = len(_rows(above)) + len(_rows(below)) - 1
    return others >= _FEWEST_ROWS and without == [first_row] and first_row in _rows(below)


def _rows(table: DraftTable) -> dict[int, set[int]]:
    """The rows of a table with the columns that hold words; without names of sections, which stand by themselves."""
    rows: dict[int, set[int]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, set()).add(cell.column)
    return {row: columns for row, columns in rows.items() if len(columns) > 1}


def _named_columns(table: DraftTable) -> set[int]:
    return {cell.column for cell in table.cells if cell.row <= _LAST_HEAD_ROW and _role(cell) in NAMED}


def _is_cut(before: str, after: str) -> bool:
    if not before or not after:
        return False
    if before[-1] in _OPEN or after[0] in _OPEN:
        return True
    name, rest = before[max(map(before.rfind, _OPEN)) + 1 :], _LISTED.split(after, 1)[0]
    return like_bodies(name) != (1, 0) and like_bodies(name + rest) == (1, 0)


def _role(cell: DraftCell) -> str:
    rule = column(_cell_text(cell))
    return "" if rule is None else rule.role


def _join_passages(above: Sequence[Passage], below: Sequence[Passage]) -> tuple[Passage, ...]:
    if not above or not below or _are_two_bodies(above[-1].text, below[0].text):
        return (*above, *below)
    return (*above[:-1], Passage((*above[-1].lines, *below[0].lines)), *below[1:])


def _are_two_bodies(before: str, after: str) -> bool:
    """Whether a line before and one behind the end of a page are a body each."""
    are_bodies = like_bodies(before) == like_bodies(after) == (1, 0)
    return are_bodies and not _is_cut(before, after) and not cuts_cell_name(before, after)


def _number_column(table: DraftTable) -> int | None:
    """The column of numbers, where the table has one."""
    for cell in table.cells:
        if cell.row > _LAST_HEAD_ROW:
            break
        rule = column(_cell_text(cell))
        if rule is not None and rule.role == "number":
            return cell.column
    return None


def _cell_text(cell: DraftCell) -> str:
    return "".join(line.text for passage in cell.passages for line in passage.lines)
