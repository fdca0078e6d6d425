"""The rows of the matrix: each chapter under its heading, each task with its letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from raci.model.labels import UNASSIGNED
from raci.views.grid import Grid, GridEntry
from raci.writers.xlsx.links import WorkbookContext
from raci.writers.xlsx.matrix.layout import COUNT, LETTERS, NUMBER, TASK, MatrixLayout
from raci.writers.xlsx.measure import row_height, text_width
from raci.writers.xlsx.page_setup import cell_text
from raci.writers.xlsx.styles import CHANGED, GAP_INK, LINK, CellStyles

__all__ = ["Changes", "write_tasks"]

#: (task, department or None for the task itself) → what a person changed
Changes = Mapping[tuple[int, int | None], str]


def write_tasks(sheet: Worksheet, context: WorkbookContext, changes: Changes) -> None:
    """All rows below the heads; cells with changes have a border."""
    layout = context.matrix
    widths = _set_widths(sheet, layout.grid)
    rows = _TaskRows(sheet, context, changes, widths, _letters_by_task(layout))
    entries = layout.grid.of_task()
    for task in range(len(layout.grid.tasks)):
        if task in layout.chapters:
            _write_chapter(sheet, context.styles, layout, task)
        rows.write(task, entries.get(task, ()))


def _letters_by_task(layout: MatrixLayout) -> dict[int, list[tuple[int, str]]]:
    """Task → the columns of its letters, each with what stands there."""
    letters: dict[int, list[tuple[int, str]]] = {}
    for (task, body), letter in layout.letters.items():
        letters.setdefault(task, []).append((layout.columns[body], letter))
    return letters


def _set_widths(sheet: Worksheet, grid: Grid) -> tuple[float, float]:
    """The widths of the columns of number and task."""
    longest_number = max((text_width(task.number) for task in grid.tasks), default=0.0)
    longest_heading = max((text_width(task.shown) for task in grid.tasks), default=0.0)
    number_width = min(max(longest_number + 2, 7), 16)
    task_width = min(max(longest_heading * 1.02 + 2, 24), 48)
    sheet.set_column(NUMBER, NUMBER, number_width)
    sheet.set_column(TASK, TASK, task_width)
    sheet.set_column(COUNT, COUNT, 10.5 if grid.unassigned() else 9)
    return number_width, task_width


def _write_chapter(sheet: Worksheet, styles: CellStyles, layout: MatrixLayout, task: int) -> None:
    """The headings of the chapter that begins with a task, across the row above it."""
    row = layout.task_rows[task] - 1
    for column in range(layout.last_column + 1):
        sheet.write_blank(row, column, None, styles.band())
    sheet.write_string(row, 0, cell_text(layout.chapters[task]), styles.band())
    sheet.set_row(row, 18)


@dataclass(frozen=True, slots=True)
class _TaskRows:
    """What the rows of the tasks have in common; ``widths`` are those of the columns of number and task."""

    sheet: Worksheet
    context: WorkbookContext
    changes: Changes
    widths: tuple[float, float]
    letters: Mapping[int, list[tuple[int, str]]]

    def write(self, task: int, entries: tuple[GridEntry, ...]) -> None:
        """The row of a task: number, heading, how many bodies, letters."""
        grid_task = self.context.matrix.grid.tasks[task]
        row = self.context.matrix.task_rows[task]
        cells = zip((grid_task.number, grid_task.shown), self.widths, strict=True)
        self.sheet.set_row(row, row_height(cells))
        unassigned = not entries
        self._write_number(task, row, unassigned)
        border = CHANGED if (task, None) in self.changes else {}
        style = self.context.styles.cell(marked=unassigned, first=False, align="left", **border)
        self.sheet.write_string(row, TASK, cell_text(grid_task.shown), style)
        self._write_count(row, entries)
        self._write_letters(task, row, unassigned)

    def _write_number(self, task: int, row: int, unassigned: bool) -> None:
        # in a link LibreOffice breaks no lines: it stands on the short number, not on the heading
        number = self.context.matrix.grid.tasks[task].number
        style = self.context.styles.cell(marked=unassigned, align="center", font_color=LINK)
        if number:
            target = self.context.links.to_division(task)
            self.sheet.write_url(row, NUMBER, target, style, cell_text(number), "看任务分工")
        else:
            self.sheet.write_blank(row, NUMBER, None, style)

    def _write_count(self, row: int, entries: tuple[GridEntry, ...]) -> None:
        styles = self.context.styles
        if not entries:
            style = styles.cell(marked=True, align="center", bold=True, font_size=9, font_color=GAP_INK)
            self.sheet.write_string(row, COUNT, UNASSIGNED, style)
            return
        bodies = self.context.matrix.grid.bodies
        departments = {entry.body for entry in entries if not bodies[entry.body].person}
        self.sheet.write_number(row, COUNT, len(departments), styles.cell(align="center"))

    def _write_letters(self, task: int, row: int, unassigned: bool) -> None:
        layout, styles = self.context.matrix, self.context.styles
        look = {"align": "center", "bold": True, "font_name": "Arial", "text_wrap": False}
        style = styles.cell(marked=unassigned, first=False, **look)
        if not layout.has_many_cells or unassigned:
            for column in range(LETTERS, layout.last_column + 1):
                self.sheet.write_blank(row, column, None, style)
        for column, letter in self.letters.get(task, ()):
            self.sheet.write_string(row, column, cell_text(letter), style)
        style = styles.cell(marked=unassigned, first=False, **look, **CHANGED)
        for body, column in layout.columns.items() if self.changes else ():
            if (task, body) in self.changes:
                self.sheet.write(row, column, cell_text(layout.letters.get((task, body), "")), style)
