"""The tasks of each chapter on slides: what is to be done, who does what, by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from raci.model import ROLE_TYPES
from raci.model.labels import UNASSIGNED
from raci.views.grid import Grid
from raci.views.tables.bands import ROWS_HEADING, is_row
from raci.views.tables.division import names
from raci.views.tables.shares import shares
from raci.views.tables.table import Column, TableView, without_empty
from raci.writers.pptx.deck import BODY_HEIGHT, BODY_WIDTH
from raci.writers.pptx.paging import Page, pages, row_height, wrapped
from raci.writers.pptx.table import PADDING, SlideCell, SlideTable

__all__ = ["chapter_slides"]

_HEAD_PAPER = "#e8edf3"
_NO_CHAPTER = "任务分工"
_UNASSIGNED_INK = "#b3261e"
#: sizes of letters in points, the best first; a slide is read from afar
_SIZES = (16.0, 14.0, 12.0)
#: how wide 序号 is, in letters
_ORDER_LETTERS = 3.2
_CENTRED = ("order", "deadline")
_ROLES = sorted(ROLE_TYPES, key=lambda role: role.column)
_WHERE_PRESENT = frozenset({*(role.key for role in ROLE_TYPES), "deadline"})


def chapter_slides(grid: Grid) -> Iterator[tuple[str, SlideTable]]:
    """The heading of a chapter (任务分工 where a plan has none), and the table of each of its slides."""
    for heading, table in _chapters(grid):
        head = [SlideCell(column.heading, head=True, centred=True, paper=_HEAD_PAPER) for column in table.columns]
        size, widths, head_height, split = _set(table)
        for number, page in enumerate(split, start=1):
            cells = [
                [_cell(column, text) for column, text in zip(table.columns, texts, strict=True)] for _, texts, _ in page
            ]
            part = f"（{number}/{len(split)}）" if len(split) > 1 else ""
            heights = [head_height, *(height for _, _, height in page)]
            yield f"{heading or _NO_CHAPTER}{part}", SlideTable(widths, heights, [head, *cells], size)


def _set(table: TableView) -> tuple[float, list[float], float, list[Page]]:
    """Size of letters, widths of columns, height of the head, and the slides: in large letters where one is enough."""
    smallest = min(_SIZES)
    for size in _SIZES:
        order = size * _ORDER_LETTERS * 25.4 / 72 + 2 * PADDING
        rest = TableView(table.columns[1:], tuple(row[1:] for row in table.rows))
        widths = [order, *shares(rest, BODY_WIDTH - order, size, 2 * PADDING)]
        heads = zip(table.columns, widths, strict=True)
        head_height = row_height(max(len(wrapped(one.heading, width, size)) for one, width in heads), size)
        rows = [[str(value) for value in row] for row in table.rows]
        split = list(pages(rows, widths, size, BODY_HEIGHT - head_height))
        if len(split) == 1 or size == smallest:
            break
    return size, widths, head_height, split


def _cell(column: Column, text: str) -> SlideCell:
    ink = _UNASSIGNED_INK if text == UNASSIGNED else "#000000"
    return SlideCell(text, centred=column.key in _CENTRED, ink=ink)


def _chapters(grid: Grid) -> Iterator[tuple[str, TableView]]:
    """The outermost headings in their order, with the table of the tasks below each."""
    entries_of = grid.of_task()
    by_heading: list[tuple[str, list[tuple[str | int, ...]]]] = []
    for index, task in enumerate(grid.tasks):
        heading = task.path[0] if task.path else ROWS_HEADING if by_heading and is_row(task) else ""
        if not by_heading or by_heading[-1][0] != heading:
            by_heading.append((heading, []))
        entries = entries_of.get(index, ())
        of_roles: dict[str, str] = {role.key: names(entries, role.key) for role in _ROLES}
        if not entries:
            of_roles["responsible"] = UNASSIGNED
        row: tuple[str | int, ...] = (index + 1, task.label or "（无标题）", *of_roles.values(), task.deadline)
        by_heading[-1][1].append(row)
    columns = (
        Column("order", "序号", 4),
        Column("task", "重点任务", 24),
        *(Column(role.key, role.heading, 16) for role in _ROLES),
        Column("deadline", "完成时限", 9),
    )
    whole = TableView(columns, ())
    for heading, rows in by_heading:
        yield heading, without_empty(replace(whole, rows=tuple(rows)), _WHERE_PRESENT)
