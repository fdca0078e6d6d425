"""What tables whose heads stand on the left say of each task beside who does it, and by when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from raci.model import Analysis, Cell, TableTask
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED

__all__ = ["words_of_pairs"]

_BY_START, _BY_ROW = attrgetter("start"), attrgetter("row")
#: fields whose words stand in columns of their own
_ELSEWHERE = frozenset(("number", "chapter", "task", "deadline", *NAMED))


def words_of_pairs(analysis: Analysis) -> Mapping[int, tuple[str, ...]]:
    """Where each task of such tables begins in the text, and what its other fields say.

    What is to be done (工作内容) stands by itself, other facts behind their names (备注：列入民生实事).
    """
    blocks = {block.start: block for block in analysis.document.blocks if block.kind == "table"}
    found: dict[int, tuple[str, ...]] = {}
    for reading in analysis.tables:
        block = blocks.get(reading.start)
        if reading.shape == "pairs" and block is not None:
            roles = {_bare(column.head): column.role for column in reading.columns}
            cells = sorted(block.cells, key=_BY_START)
            for task in reading.tasks:
                first, last = (bisect_left(cells, place, key=_BY_START) for place in (task.start, task.end))
                found[task.start] = tuple(_said(analysis.document.text, cells[first:last], task, roles))
    return found


def _said(text: str, cells: Sequence[Cell], task: TableTask, roles: Mapping[str, str | None]) -> list[str]:
    said: list[str] = []
    for _, row in groupby(cells, key=_BY_ROW):
        words = {cell.column: " ".join(text[cell.start : cell.end].split()) for cell in row}
        for column, name in words.items():
            value = words.get(column + 1, "")
            role = roles.get(_bare(name))
            if column % 2 or role in _ELSEWHERE or cell_content(value).kind == "empty":
                continue
            if _bare(value) != _bare(task.heading):
                said.append(value if role == "content" else f"{name}：{value}")
    return said


def _bare(words: str) -> str:
    return "".join(words.split())
