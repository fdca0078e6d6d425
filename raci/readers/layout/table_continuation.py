"""Tables that go on overleaf: two parts in one, a row that the page cut in two mended."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.documents.draft_tables import DraftCell, DraftTable, has_task_head
from raci.readers.documents.passages import Passage
from raci.rules.columns import column

__all__ = ["goes_on", "join_tables"]

#: the head with the column of numbers stands in one of the rows up to this one
_LAST_HEAD_ROW = 3


def goes_on(above: DraftTable, below: DraftTable) -> bool:
    """Whether a table at the top of a page is the rest of the one at the end of the page before."""
    return _width(above) == _width(below)


def _width(table: DraftTable) -> int:
    return max(cell.column + cell.colspan for cell in table.cells)


def join_tables(above: DraftTable, below: DraftTable) -> DraftTable:
    """Two parts of a table in one; a row that the page cut in two is mended, merged cells reach on."""
    height = max(cell.row + cell.rowspan for cell in above.cells)
    first_row = min(cell.row for cell in below.cells)
    numbers = _number_column(above)
    filled_columns = {cell.column for cell in below.cells if cell.row == first_row}
    if numbers is None or numbers in filled_columns or has_task_head(below):
        shift = height - first_row
        return DraftTable((*above.cells, *(cell._replace(row=cell.row + shift) for cell in below.cells)))
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
    return DraftTable(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _join_passages(above: Sequence[Passage], below: Sequence[Passage]) -> tuple[Passage, ...]:
    if not above or not below:
        return (*above, *below)
    return (*above[:-1], Passage((*above[-1].lines, *below[0].lines)), *below[1:])


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
