"""The sheet of the matrix as a whole, with sums below and hidden ids beside and below the letters."""

from __future__ import annotations

from collections import Counter

from xlsxwriter.worksheet import Worksheet

from raci.storage.marks import BODY_MARK, TASK_MARK
from raci.views.tables.titles import plan_name
from raci.writers.xlsx.hidden import write_hidden_ids
from raci.writers.xlsx.links import WorkbookContext
from raci.writers.xlsx.marks import change_legend, matrix_changes
from raci.writers.xlsx.matrix.comments import comments_remark, write_comments
from raci.writers.xlsx.matrix.heads import write_groups, write_heads
from raci.writers.xlsx.matrix.layout import COUNT, LETTERS, NUMBER, TASK, MatrixLayout
from raci.writers.xlsx.matrix.rules import add_colours, add_validation
from raci.writers.xlsx.matrix.tasks import write_tasks
from raci.writers.xlsx.page_setup import A3, A4, cell_text, set_up_page, write_legend
from raci.writers.xlsx.styles import CellStyles

__all__ = ["matrix_sheet"]

#: up to so many departments fit on A4, and on one page of A3
ON_A4, ON_A3 = 14, 75
#: with more departments than this the sheet is shown smaller
_MOST_AT_FULL_SIZE = 30


def matrix_sheet(sheet: Worksheet, context: WorkbookContext) -> None:
    """Tasks under their chapters, departments by level and load, letters in colour; sums beside and below.

    A letter has a comment with the words that it comes from. The ids of tasks and bodies are hidden at the right
    and below.
    """
    job, styles, layout = context.job, context.styles, context.matrix
    sheet.write_string(0, 0, cell_text(f"{plan_name(job.title)} 责任矩阵（RACI）"), styles.title())
    sheet.set_row(0, 26)
    remarks = (comments_remark(len(layout.letters)), change_legend(job.analysis))
    write_legend(sheet, job.profile, styles, "　".join(filter(None, remarks)))
    write_groups(sheet, styles, layout)
    write_heads(sheet, styles, layout)
    changes = matrix_changes(job.analysis, job.grid)
    write_tasks(sheet, context, changes)
    write_comments(sheet, layout, changes)
    _write_sums(sheet, styles, layout)
    if layout.task_rows:
        # the ids of the tasks stand within the filter: what sorts the rows must take them along
        sheet.autofilter(layout.head_row, 0, layout.last_row, layout.last_column + 1)
    else:
        sheet.write_string(layout.head_row + 1, 0, "没有读出任务", styles.remark())
    add_colours(sheet, styles, layout)
    add_validation(sheet, job.profile, layout)
    _write_ids(sheet, layout, layout.last_row + 2 + len(styles.letters))
    _set_up_view(sheet, context)


def _write_sums(sheet: Worksheet, styles: CellStyles, layout: MatrixLayout) -> None:
    """How often each department has each letter; ``A/R`` counts as an A and as an R."""
    totals = Counter((part, body) for (_, body), letter in layout.letters.items() for part in letter.split("/"))
    counted = [letter for letter in styles.letters if any(totals[letter, body] for body in layout.columns)]
    for row, letter in enumerate(counted, start=layout.last_row + 1):
        style = styles.head(font_size=9)
        sheet.write_string(row, NUMBER, letter, styles.letter(letter))
        sheet.write_string(row, TASK, "合计", style)
        sheet.write_number(row, COUNT, sum(totals[letter, body] for body in layout.columns), style)
        for body, column in layout.columns.items():
            if count := totals[letter, body]:
                sheet.write_number(row, column, count, style)
            else:
                sheet.write_blank(row, column, None, style)


def _write_ids(sheet: Worksheet, layout: MatrixLayout, row: int) -> None:
    """The ids that are the same in every run, those of the tasks in a hidden column, those of the bodies in a row."""
    sheet.write_string(row, 0, BODY_MARK)
    ids = [(task_row, cell_text(task.id)) for task, task_row in zip(layout.grid.tasks, layout.task_rows, strict=True)]
    write_hidden_ids(sheet, layout.last_column + 1, row, TASK_MARK, ids)
    for body, column in layout.columns.items():
        sheet.write_string(row, column, cell_text(layout.grid.bodies[body].id))
    sheet.set_row(row, None, None, {"hidden": True})


def _set_up_view(sheet: Worksheet, context: WorkbookContext) -> None:
    """What stays in view on the screen, and how the sheet is printed."""
    layout, departments = context.matrix, len(context.matrix.columns)
    sheet.freeze_panes(layout.head_row + 1, LETTERS)
    if departments > _MOST_AT_FULL_SIZE:
        sheet.set_zoom(85)
    paper = A4 if departments <= ON_A4 else A3
    titles = (plan_name(context.job.title), "责任矩阵")
    set_up_page(sheet, titles, paper, layout.head_row, pages_wide=max(1, -(-departments // ON_A3)))
    sheet.print_area(0, 0, layout.last_row + len(context.styles.letters), COUNT + max(departments, 1))
    if departments > ON_A3:
        sheet.repeat_columns(NUMBER, COUNT)
