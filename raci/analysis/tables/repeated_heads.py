"""Names that stand several times over a matrix, below different heads: 项目经理 of 甲方 and of 乙方."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from raci.analysis.tables.grid import TableGrid
from raci.model import Cell, Span, UnreadCells

__all__ = ["repeated_heads"]


def repeated_heads(grid: TableGrid, head: int, cells: Iterable[Cell]) -> Iterator[UnreadCells]:
    """The first cell of each name that the row ``head`` says of several, to be told: they are read as one."""
    above = next((row for row in reversed(grid.rows) if row < head and not grid.is_across(row)), None)
    if above is None:
        return
    named: dict[str, list[Cell]] = {}
    for cell in cells:
        named.setdefault(grid.words(cell), []).append(cell)
    for name, same in named.items():
        over = [grid.words(grid.spanning(above, cell.column)) for cell in same] if len(same) > 1 else []
        if name and len(set(over)) > 1:
            whose = "".join(f"“{words}”" for words in dict.fromkeys(over) if words)
            yield UnreadCells(Span(same[0].start, same[0].end), f"栏名在{whose}下面各有一个，读成了同一个")
