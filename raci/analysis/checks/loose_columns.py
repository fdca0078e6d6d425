"""Bodies of tables with one cell a line that may be of the next column as well: each body stands in a line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Cell, TableColumn, TableReading
from raci.rules.columns import NAMED
from raci.rules.punctuation import LIST_PAUSE

__all__ = ["CHECK"]

#: so many bodies in two cells do not show where the second begins
_LEAST = 3
#: so many cells are quoted
_MOST_QUOTED = 3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each table that has two columns of bodies beside one another, and bodies that may be of either."""
    yield from _left_out(analysis)
    for reading in analysis.tables:
        pairs = [pair for pair in pairwise(sorted(reading.columns)) if all(map(_names_bodies, pair))]
        if reading.shape != "rows" or not pairs:
            continue
        for before, after in pairs:
            cells = next((held for held in _neighbours(analysis, reading, before, after) if held), None)
            if cells is not None:
                first, second = cells
                clause = clause_at(analysis, first.start)
                names = analysis.document.quote(first.start, second.end).replace("\n", "、").replace("\t", "；")
                message = f"表里一格一行，“{before.head}”和“{after.head}”两列的单位各占一行，可能归错了列：{names}"
                yield Issue(message, first.start, second.end, clause.index if clause else None)
                break


def _left_out(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each table whose rows leave out a cell, so that a body may be of either column."""
    unplaced = analysis.document.unplaced
    for reading in analysis.tables:
        spans = unplaced[bisect_left(unplaced, (reading.start, 0)) : bisect_left(unplaced, (reading.end, 0))]
        if not spans or not reading.shape:
            continue
        heads = [f"“{column.head}”" for column in sorted(reading.columns) if _names_bodies(column)]
        names = "；".join(analysis.document.quote(*span) for span in spans[:_MOST_QUOTED])
        more = "等" if len(spans) > _MOST_QUOTED else ""
        clause = clause_at(analysis, spans[0].start)
        message = f"有 {len(spans)} 格单位所在的行少一格，看不出归{'还是'.join(heads)}：{names}{more}"
        yield Issue(message, *spans[0], clause.index if clause else None)


def _names_bodies(column: TableColumn) -> bool:
    return column.role in NAMED and column.role != "leader"


def _neighbours(
    analysis: Analysis, reading: TableReading, before: TableColumn, after: TableColumn
) -> Iterator[tuple[Cell, Cell] | None]:
    """For each row the cells of two columns, where nothing shows which body is the first of the second."""
    block = next(block for block in analysis.document.blocks if block.start == reading.start and block.cells)
    rows: dict[int, dict[int, Cell]] = {}
    for cell in block.cells:
        if cell.end > cell.start:
            rows.setdefault(cell.row, {})[cell.column] = cell
    for _, cells in sorted(rows.items())[1:]:
        first, second = cells.get(before.place), cells.get(after.place)
        if first is not None and second is not None and _is_open(analysis, first, second):
            yield first, second


def _is_open(analysis: Analysis, first: Cell, second: Cell) -> bool:
    """Whether the bodies of two cells stand one a line of the source, and no line but the cells' own parts them."""
    words = [analysis.document.quote(cell.start, cell.end) for cell in (first, second)]
    names = "\n".join(words).split("\n")
    if len(names) < _LEAST or any(LIST_PAUSE.search(name) for name in names):
        return False
    starts = [first.start, first.start + words[0].rfind("\n") + 1, second.start]
    lines = [place.line if (place := analysis.document.place(start)) is not None else None for start in starts]
    return None not in lines and lines[1] != lines[2]


CHECK = Check(
    "loose-columns",
    "单位可能归错列",
    "warning",
    _find,
    why="一格一行的表里，同一格的几个单位也各占一行，前一列到哪里为止、后一列从哪里开始，原文没有标明；有的行少一格，只有一个单位，也看不出是哪一列的。",
    remedy="对照原文核实；有原来的 Word、Excel 或网页文件的，改用它。",
    finds=(
        "任务\n责任单位\n配合单位\n整治河道\n市水利局\n市财政局\n市审计局\n清理垃圾\n市城管局\n市住建局\n",
        "序号 任务 牵头单位 责任单位\n1 治河 市水利局 市财政局\n2 清理垃圾 市城管局\n3 修缮街道 市住建局 市审计局\n",
    ),
    passes=("任务\n责任单位\n配合单位\n整治河道\n市水利局\n市财政局、市审计局\n清理垃圾\n市城管局\n市住建局\n",),
)
