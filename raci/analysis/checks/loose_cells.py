"""Bodies of tables with one cell a line that may be of the row above as well as of the row below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Cell, TableReading
from raci.rules.columns import NAMED

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each table whose rows begin and end with bodies, where one stands alone between two rows."""
    for reading in analysis.tables:
        ends = _ends(reading)
        if ends is None:
            continue
        for above, below in pairwise(_rows(analysis, reading)):
            loose = [cell for cell in (above.get(ends[1]), _first(below, ends[0], reading)) if cell is not None]
            if len(loose) == 1 and _has_lines_of_its_own(analysis, [*above.values(), *below.values()]):
                heads = "”和“".join(column.head for column in reading.columns if column.place in ends)
                words = analysis.document.quote(loose[0].start, loose[0].end)
                clause = clause_at(analysis, loose[0].start)
                message = f"表里一格一行，有的行缺格，“{heads}”两列的单位可能挂错了行：{words}"
                yield Issue(message, loose[0].start, loose[0].end, clause.index if clause else None)
                break


def _ends(reading: TableReading) -> tuple[int, int] | None:
    """The first and the last column, where both name bodies and a task stands between them; else None."""
    columns = sorted(reading.columns)
    if reading.shape != "rows" or not any(column.role in ("task", "content") for column in columns[1:-1]):
        return None
    first, last = columns[0], columns[-1]
    return (first.place, last.place) if {first.role, last.role} <= NAMED else None


def _first(cells: dict[int, Cell], first: int, reading: TableReading) -> Cell | None:
    """The cell of a row in the first column; or in one of bodies behind it, before the task, where it is blank."""
    named = {column.place for column in reading.columns if column.role in NAMED}
    place = min(cells)
    return cells[place] if place == first or (place in named and place < max(cells)) else None


def _rows(analysis: Analysis, reading: TableReading) -> list[dict[int, Cell]]:
    """The rows of a table below its head: their cells with words, by column; sections and the like left out."""
    block = next(block for block in analysis.document.blocks if block.start == reading.start and block.cells)
    rows: dict[int, dict[int, Cell]] = {}
    for cell in block.cells:
        if cell.end > cell.start:
            rows.setdefault(cell.row, {})[cell.column] = cell
    return [cells for _, cells in sorted(rows.items())[1:] if len(cells) > 1]


def _has_lines_of_its_own(analysis: Analysis, cells: list[Cell]) -> bool:
    """Whether each of the cells stands in a line of its own in the source."""
    lines = {place.line for cell in cells if (place := analysis.document.place(cell.start)) is not None}
    return None not in lines and len(lines) == len(cells)


CHECK = Check(
    "loose-cells",
    "单位可能挂错行",
    "warning",
    _find,
    why="一格一行的表里空格不占行，夹在两行任务之间的一个单位，可能是上一行最后一格，也可能是下一行第一格。",
    remedy="对照原文核实；有原来的 Word、Excel 或网页文件的，改用它。",
    finds=(
        "牵头单位\n任务\n配合单位\n市水利局\n整治河道\n市财政局\n清理垃圾\n市城管局\n市住建局\n修缮街道\n市公安局\n",
    ),
    passes=("牵头单位\n任务\n配合单位\n市水利局\n整治河道\n市财政局\n市城管局\n清理垃圾\n市住建局\n",),
)
