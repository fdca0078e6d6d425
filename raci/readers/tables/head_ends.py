"""Where the heads of a table with one cell a line end and its cells begin, where a cell is built like a head."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from raci.readers.tables.column_fit import ColumnFits
from raci.rules.columns import TASKS, columns, read_head

__all__ = ["number_of_heads"]

#: a head has no more characters, where it may as well be a task: 存在问题, but not 排查校车隐患
_SHORTEST_TASK = 5


def number_of_heads(heads: Sequence[str], below: Sequence[str]) -> int:
    """How many of the words that could be heads are, by how the first row would stand under them.

    The last ones may be the first task, which is built like a head: 任务, 责任单位, 排查校车隐患 and then 县教育局.
    """
    cells = [*takewhile(_may_be_cell, reversed(heads))]
    if not cells:
        return len(heads)
    fewest = max(2, len(heads) - len(cells))
    sizes = [size for size in range(len(heads), fewest - 1, -1) if columns(heads[:size]) is not None]
    if len(sizes) < 2:
        return len(heads)
    return max(sizes, key=lambda size: _fit([*heads, *below], size))


def _may_be_cell(words: str) -> bool:
    head = read_head(words)
    return len(words) >= _SHORTEST_TASK and (head is None or head.role in TASKS)


def _fit(words: Sequence[str], size: int) -> float:
    """How well the first row below so many heads fits their columns: of it no cell is merged away."""
    fits = ColumnFits(words[:size])
    row = words[size : 2 * size]
    return sum(fits.fit(cell, place, counting=True) for place, cell in enumerate(row)) / size
