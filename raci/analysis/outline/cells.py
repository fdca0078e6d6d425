"""The cells of a table whose head is unknown, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Block

__all__ = ["cell_lines", "is_grid"]

#: a table with so many rows and columns is a grid of cells
_GRID_ROWS, _GRID_COLUMNS = 3, 2


def is_grid(block: Block) -> bool:
    """Whether a table has rows and columns, and is not there to place the whole text."""
    rows, columns = {cell.row for cell in block.cells}, {cell.column for cell in block.cells}
    return len(rows) >= _GRID_ROWS and len(columns) >= _GRID_COLUMNS


def cell_lines(text: str, block: Block) -> Iterator[Block]:
    """What stands in the cells of a table, line by line, as paragraphs."""
    for cell in block.cells:
        start = cell.start
        for line in text[cell.start : cell.end].split("\n"):
            if line.strip():
                yield Block("paragraph", start, start + len(line))
            start += len(line) + 1
