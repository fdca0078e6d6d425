"""The tasks that stand in one cell: one, or several that are counted, one a line or behind each other."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.tables.grid import TableGrid
from raci.model import Cell, Span, TableTask
from raci.model.pattern_codes import compiled
from raci.rules.markers import at_start

__all__ = ["cell_items", "without_bullets"]

_LINE = compiled(r"\S[^\n]*")
#: what counts an item that begins a cell or stands behind the end of another: 1.排查；2.建账, （1）…（2）…
_COUNT = compiled(r"(?:^|(?<=[；;。\s）)]))\s*(?:[（(]?(?P<figure>\d{1,2})(?:[)）]|[.．、](?!\d)))")
#: what stands before each point of a list
_BULLET = compiled(r"(?:^|(?<=[；;。\s]))\s*[●•◆■▪➢➤◇]\s*(?=[\u4e00-\u9fffA-Za-z])")
_CIRCLED = compiled(r"[①-⑳]")
#: the first of them
_FIRST = ord("①")


def cell_items(grid: TableGrid, cell: Cell | None) -> Iterator[Span]:
    """Where each task of a cell stands; nothing of a cell that is empty or holds but a dash."""
    if cell is None or grid.content(cell).kind == "empty":
        return
    lines = list(_LINE.finditer(grid.text, cell.start, cell.end))
    if len(lines) > 1 and all(at_start(line[0]) for line in lines):
        yield from (Span(*line.span()) for line in lines)
        return
    starts = _counted(grid.text[cell.start : cell.end])
    if len(starts) < 2:
        yield Span(lines[0].start(), cell.end)
        return
    for start, end in zip(starts, [*starts[1:], cell.end - cell.start], strict=True):
        yield Span(cell.start + start, cell.start + end)


def _counted(words: str) -> list[int]:
    """Where the items begin that words count from one on, the first of them at their begin; else none."""
    found: list[int] = []
    pattern = _CIRCLED if words.lstrip()[:1] == "①" else _COUNT
    for match in pattern.finditer(words):
        sign = match[0].strip()
        count = ord(sign) - _FIRST + 1 if _CIRCLED.fullmatch(sign) else int(match["figure"])
        if count == len(found) + 1:
            found.append(match.end() - len(match[0].lstrip()))
    return found if found and not words[: found[0]].strip() else []


def without_bullets(task: TableTask) -> TableTask:
    """A task without the signs of a list before its parts: ● 修订章程 ● 换届选举."""
    if _BULLET.search(task.heading) is None:
        return task
    return task._replace(heading="；".join(filter(None, _BULLET.split(task.heading))))
