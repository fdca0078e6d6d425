"""The sheet of the responsibility matrix."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from raci.grid import Grid
from raci.matrix import cell_letters
from raci.tables.bodies import by_load
from raci.words import UNASSIGNED
from raci.writing.job import Job
from raci.writing.xlsx.sheet import A3, A4, legend_line, print_setup, text
from raci.writing.xlsx.styles import GAP_INK, Styles, height, width

__all__ = ["matrix_sheet"]

#: up to so many departments their names stand level, above it they are turned
LEVEL = 10
#: up to so many departments fit on A4, and on one page of A3
ON_A4, ON_A3 = 14, 75

_NUMBER, _TASK, _COUNT, _LETTERS = 0, 1, 2, 3
_HEAD = 2


def matrix_sheet(sheet: Worksheet, job: Job, styles: Styles) -> None:
    """Tasks under their chapters, departments by load, letters in colour; sums beside and below."""
    grid = job.grid
    shown = set(grid.columns())
    columns = [index for index in by_load(grid) if index in shown]
    document = job.analysis.document.title or job.analysis.document.source
    sheet.write_string(0, 0, text(f"{document} 责任矩阵（RACI）"), styles.title())
    sheet.set_row(0, 26)
    legend_line(sheet, 1, job, styles)
    turned = len(columns) > LEVEL
    _heads(sheet, styles, [grid.bodies[index].label for index in columns], turned)
    letters = cell_letters(grid)
    last = _rows(sheet, styles, grid, columns, letters)
    _sums(sheet, styles, grid, columns, letters, last + 1)
    if grid.tasks:
        sheet.autofilter(_HEAD, 0, last, _COUNT + len(columns))
    else:
        sheet.write_string(_HEAD + 1, 0, "没有读出任务", styles.remark())
    _colours(sheet, styles, last, len(columns))
    sheet.freeze_panes(_HEAD + 1, _LETTERS)
    if len(columns) > 30:
        sheet.set_zoom(85)
    paper = A4 if len(columns) <= ON_A4 else A3
    print_setup(sheet, job, "责任矩阵", paper, _HEAD, pages_wide=max(1, -(-len(columns) // ON_A3)))
    if len(columns) > ON_A3:
        sheet.repeat_columns(_NUMBER, _COUNT)


def _heads(sheet: Worksheet, styles: Styles, names: list[str], turned: bool) -> None:
    for at, heading in ((_NUMBER, "编号"), (_TASK, "任务"), (_COUNT, "单位数")):
        sheet.write_string(_HEAD, at, heading, styles.head())
    # 270 is Excel's sign for upright characters, one below the other
    style = styles.head(rotation=270, valign="top", align="center") if turned else styles.head()
    for at, name in enumerate(names, start=_LETTERS):
        sheet.write_string(_HEAD, at, text(name), style)
    if turned:
        longest = max(len(name) for name in names)
        sheet.set_row(_HEAD, min(longest * 13.5 + 24, 400))
        sheet.set_column(_LETTERS, _LETTERS + len(names) - 1, 4.6)
    elif names:
        widest = min(max(width(name) for name in names), 18)
        sheet.set_column(_LETTERS, _LETTERS + len(names) - 1, max(widest / 2 + 3.5, 9))
        sheet.set_row(_HEAD, 15 * max(2, -(-int(max(width(name) for name in names)) // int(widest / 2 + 2))) + 6)


def _rows(sheet: Worksheet, styles: Styles, grid: Grid, columns: list[int], letters: dict[tuple[int, int], str]) -> int:
    """The tasks, each chapter under its heading; gives the last row."""
    named = grid.of_task()
    number_wide, task_wide = _widths(sheet, grid)
    at = _HEAD
    chapter: str | None = ""
    for index, task in enumerate(grid.tasks):
        if task.chapter != chapter:
            chapter = task.chapter
            at += 1
            for column in range(_LETTERS + len(columns)):
                sheet.write_blank(at, column, None, styles.band())
            sheet.write_string(at, 0, text(chapter or "（无章节）"), styles.band())
            sheet.set_row(at, 18)
        at += 1
        sheet.set_row(at, height([(task.number, number_wide), (task.heading, task_wide)]))
        entries = named.get(index, ())
        marked = not entries
        sheet.write_string(at, _NUMBER, text(task.number), styles.cell(marked=marked, align="center"))
        sheet.write_string(at, _TASK, text(task.heading), styles.cell(marked=marked, align="left"))
        if marked:
            style = styles.cell(marked=True, align="center", bold=True, font_size=9, font_color=GAP_INK)
            sheet.write_string(at, _COUNT, UNASSIGNED, style)
        else:
            bodies = {entry.body for entry in entries if not grid.bodies[entry.body].person}
            sheet.write_number(at, _COUNT, len(bodies), styles.cell(align="center"))
        for place, column in enumerate(columns, start=_LETTERS):
            letter = letters.get((index, column))
            style = styles.cell(marked=marked, align="center", bold=True, font_name="Arial", text_wrap=False)
            if letter:
                sheet.write_string(at, place, text(letter), style)
            else:
                sheet.write_blank(at, place, None, style)
    return at


def _widths(sheet: Worksheet, grid: Grid) -> tuple[float, float]:
    number = max((width(task.number) for task in grid.tasks), default=0.0)
    heading = max((width(task.heading) for task in grid.tasks), default=0.0)
    number_wide, task_wide = min(max(number + 2, 7), 16), min(max(heading * 1.02 + 2, 24), 48)
    sheet.set_column(_NUMBER, _NUMBER, number_wide)
    sheet.set_column(_TASK, _TASK, task_wide)
    sheet.set_column(_COUNT, _COUNT, 10.5 if grid.unassigned() else 9)
    return number_wide, task_wide


def _sums(
    sheet: Worksheet,
    styles: Styles,
    grid: Grid,
    columns: list[int],
    letters: dict[tuple[int, int], str],
    first: int,
) -> None:
    """How often each department has each letter; ``A/R`` counts as an A and as an R."""
    counted = [letter for letter in styles.letters if any(letter in held.split("/") for held in letters.values())]
    for at, letter in enumerate(counted, start=first):
        style = styles.head(font_size=9)
        sheet.write_string(at, _NUMBER, letter, styles.letter(letter))
        sheet.write_string(at, _TASK, "合计", style)
        have = [
            sum(letter in letters.get((task, column), "").split("/") for task in range(len(grid.tasks)))
            for column in columns
        ]
        sheet.write_number(at, _COUNT, sum(have), style)
        for place, count in enumerate(have, start=_LETTERS):
            if count:
                sheet.write_number(at, place, count, style)
            else:
                sheet.write_blank(at, place, None, style)


def _colours(sheet: Worksheet, styles: Styles, last: int, columns: int) -> None:
    """Colours that follow the letters, so that a letter changed by hand changes its colour."""
    if last <= _HEAD or not columns:
        return
    for letter in styles.letters:
        rule = {"type": "text", "criteria": "begins with", "value": letter, "format": styles.letter(letter)}
        sheet.conditional_format(_HEAD + 1, _LETTERS, last, _COUNT + columns, rule)
