"""The sheet of the responsibility matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from raci.model import Profile
from raci.model.labels import ROLE_WORDS, UNASSIGNED
from raci.storage.marks import BODY_MARK, TASK_MARK
from raci.views.grid import Grid, GridEntry
from raci.views.matrix import cell_letters
from raci.views.tables.bodies import grouped, heads
from raci.views.tables.plan import bands
from raci.views.tables.titles import plan_name
from raci.writers.job import Job
from raci.writers.xlsx.book import Book
from raci.writers.xlsx.hidden import hidden_ids
from raci.writers.xlsx.marks import BORDER, comment, legend, matrix_marks
from raci.writers.xlsx.sheet import A3, A4, legend_line, print_setup, text
from raci.writers.xlsx.styles import GAP_INK, LINE, LINK, Styles, height, width
from raci.writers.xlsx.tabs import link

__all__ = ["matrix_sheet", "task_rows"]

#: up to so many departments their names stand level, above it they are turned
LEVEL = 10
#: up to so many departments fit on A4, and on one page of A3
ON_A4, ON_A3 = 14, 75
#: a longer name would make the heads higher than the tasks below them; a comment holds the whole of it
_TURNED = 16
#: Excel opens a book with more comments only slowly
COMMENTS = 3000
#: from so many cells on the lines round them are one rule, not a format a cell
_MANY = 60_000

_NUMBER, _TASK, _COUNT, _LETTERS = 0, 1, 2, 3


def _head(groups: int) -> int:
    """The row of the heads: one lower where groups of departments stand above them."""
    return 3 if groups > 1 else 2


def task_rows(grid: Grid) -> list[int]:
    """The row of each task: each chapter has a band above its tasks, where the rows above do not say it already."""
    at, rows, begins = _head(len(grouped(grid))), [], _chapters(grid)
    for index in range(len(grid.tasks)):
        at += 1 + (index in begins)
        rows.append(at)
    return rows


def _chapters(grid: Grid) -> dict[int, str]:
    """Task that a chapter begins with → the headings of the chapter."""
    return {band.tasks[0]: grid.tasks[band.tasks[0]].chapter for band in bands(grid) if band.headings}


def matrix_sheet(sheet: Worksheet, job: Job, styles: Styles, book: Book) -> None:
    """Tasks under their chapters, departments by level and load, letters in colour; sums beside and below.

    A letter has a comment with the words that it comes from. The ids of tasks and bodies are hidden at the right
    and below.
    """
    grid = job.grid
    groups = grouped(grid)
    columns = [index for _, held in groups for index in held]
    head = _head(len(groups))
    sheet.write_string(0, 0, text(f"{plan_name(job.title)} 责任矩阵（RACI）"), styles.title())
    sheet.set_row(0, 26)
    letters = cell_letters(grid)
    legend_line(sheet, 1, job, styles, "　".join(filter(None, (_remark(len(letters)), legend(job.analysis)))))
    if head == 3:
        _groups(sheet, styles, groups)
    turned = len(columns) > LEVEL
    _heads(sheet, styles, grid, columns, head, turned)
    rows = task_rows(grid)
    last = rows[-1] if rows else head
    changed = matrix_marks(job.analysis, grid)
    _rows(sheet, styles, grid, columns, letters, rows, book, changed, many=len(columns) * len(rows) > _MANY)
    _comments(sheet, grid, columns, rows, changed)
    _sums(sheet, styles, grid, columns, letters, last + 1)
    if grid.tasks:
        # the ids of the tasks stand within the filter: what sorts the rows must take them along
        sheet.autofilter(head, 0, last, _LETTERS + len(columns))
    else:
        sheet.write_string(head + 1, 0, "没有读出任务", styles.remark())
    _colours(sheet, styles, head, last, len(columns), many=len(columns) * len(rows) > _MANY)
    _validation(sheet, job.profile, letters, rows, len(columns))
    _ids(sheet, grid, columns, rows, last + 2 + len(styles.letters))
    sheet.freeze_panes(head + 1, _LETTERS)
    if len(columns) > 30:
        sheet.set_zoom(85)
    paper = A4 if len(columns) <= ON_A4 else A3
    print_setup(sheet, job, "责任矩阵", paper, head, pages_wide=max(1, -(-len(columns) // ON_A3)))
    sheet.print_area(0, 0, last + len(styles.letters), _COUNT + max(len(columns), 1))
    if len(columns) > ON_A3:
        sheet.repeat_columns(_NUMBER, _COUNT)


def _remark(letters: int) -> str:
    some = f"（批注只加到前 {COMMENTS} 个字母）" if letters > COMMENTS else ""
    return f"鼠标停在字母上可看原文依据{some}" if letters else ""


def _groups(sheet: Worksheet, styles: Styles, groups: list[tuple[str, list[int]]]) -> None:
    """What the departments below have in common."""
    at = _LETTERS
    for name, held in groups:
        style = styles.head(font_size=9)
        if len(held) > 1:
            sheet.merge_range(2, at, 2, at + len(held) - 1, name, style)
        else:
            sheet.write_string(2, at, name, styles.head(font_size=9, shrink=True, text_wrap=False))
        at += len(held)
    sheet.set_row(2, 16)


def _heads(sheet: Worksheet, styles: Styles, grid: Grid, columns: list[int], head: int, turned: bool) -> None:
    for at, heading in ((_NUMBER, "编号"), (_TASK, "任务"), (_COUNT, "单位数")):
        sheet.write_string(head, at, heading, styles.head())
    # 270 is Excel's sign for upright characters, one below the other
    style = styles.head(rotation=270, valign="top", align="center") if turned else styles.head()
    names = heads(grid, columns)
    for at, name in enumerate(names, start=_LETTERS):
        if turned and len(name) > _TURNED:
            sheet.write_comment(head, at, text(name), {"author": "raci", "font_size": 9, "color": "#FFFBE6"})
            names[at - _LETTERS] = name = f"{name[: _TURNED - 1]}…"
        sheet.write_string(head, at, text(name), style)
    if turned:
        longest = max(len(name) for name in names)
        sheet.set_row(head, min(longest * 15.5 + 8, 400))
        sheet.set_column(_LETTERS, _LETTERS + len(names) - 1, 4.6)
    elif names:
        widest = min(max(width(name) for name in names), 18)
        sheet.set_column(_LETTERS, _LETTERS + len(names) - 1, max(widest / 2 + 3.5, 9))
        sheet.set_row(head, 15 * max(2, -(-int(max(width(name) for name in names)) // int(widest / 2 + 2))) + 6)


def _rows(
    sheet: Worksheet,
    styles: Styles,
    grid: Grid,
    columns: list[int],
    letters: dict[tuple[int, int], str],
    rows: list[int],
    book: Book,
    changed: Mapping[tuple[int, int | None], str],
    *,
    many: bool,
) -> None:
    """The tasks, each chapter under its heading."""
    named = grid.of_task()
    number_wide, task_wide = _widths(sheet, grid)
    place = {column: at for at, column in enumerate(columns, start=_LETTERS)}
    held: dict[int, list[tuple[int, str]]] = {}
    for (row, column), letter in letters.items():
        held.setdefault(row, []).append((place[column], letter))
    begins = _chapters(grid)
    for index, (task, at) in enumerate(zip(grid.tasks, rows, strict=True)):
        if index in begins:
            for column in range(_LETTERS + len(columns)):
                sheet.write_blank(at - 1, column, None, styles.band())
            sheet.write_string(at - 1, 0, text(begins[index]), styles.band())
            sheet.set_row(at - 1, 18)
        sheet.set_row(at, height([(task.number, number_wide), (task.heading, task_wide)]))
        entries = named.get(index, ())
        marked = not entries
        # in a link LibreOffice breaks no lines: it stands on the short number, not on the heading
        target = link(book.division, book.division_row(index))
        style = styles.cell(marked=marked, align="center", font_color=LINK)
        if task.number:
            sheet.write_url(at, _NUMBER, target, style, text(task.number), "看任务分工")
        else:
            sheet.write_blank(at, _NUMBER, None, style)
        edges = BORDER if (index, None) in changed else {}
        sheet.write_string(at, _TASK, text(task.heading), styles.cell(marked=marked, align="left", **edges))
        if marked:
            style = styles.cell(marked=True, align="center", bold=True, font_size=9, font_color=GAP_INK)
            sheet.write_string(at, _COUNT, UNASSIGNED, style)
        else:
            bodies = {entry.body for entry in entries if not grid.bodies[entry.body].person}
            sheet.write_number(at, _COUNT, len(bodies), styles.cell(align="center"))
        style = styles.cell(marked=marked, align="center", bold=True, font_name="Arial", text_wrap=False)
        if not many or marked:
            for column in place.values():
                sheet.write_blank(at, column, None, style)
        for column, letter in held.get(index, ()):
            sheet.write_string(at, column, text(letter), style)
        style = styles.cell(marked=marked, align="center", bold=True, font_name="Arial", text_wrap=False, **BORDER)
        for body, column in place.items() if changed else ():
            if (index, body) in changed:
                sheet.write(at, column, text(letters.get((index, body), "")), style)


def _comments(
    sheet: Worksheet,
    grid: Grid,
    columns: list[int],
    rows: list[int],
    changed: Mapping[tuple[int, int | None], str],
) -> None:
    """On each letter: who is what, and the words that say so. On what a person changed: from what."""
    place = {column: at for at, column in enumerate(columns, start=_LETTERS)}
    for (task, body), words in changed.items():
        if body is None or body in place:
            comment(sheet, rows[task], _TASK if body is None else place[body], text(words))
    for (task, column), entries in list(grid.cells().items())[:COMMENTS]:
        says = _words(grid, column, entries)
        if (task, column) in changed:
            says = text(f"{changed[task, column]}\n{says}")
        lines = sum(-(-len(line) // 22) for line in says.split("\n"))
        size = {"width": 300, "height": min(24 + 16 * lines, 420)}
        options = {"author": "raci", "font_name": "宋体", "font_size": 9, "color": "#FFFBE6", **size}
        sheet.write_comment(rows[task], place[column], says, options)


def _words(grid: Grid, body: int, entries: tuple[GridEntry, ...]) -> str:
    roles = "、".join(dict.fromkeys(f"{ROLE_WORDS[entry.role]}（{entry.letter}）" for entry in entries))
    told = [f"{grid.bodies[body].label}：{roles}"]
    for entry in entries:
        one = entry.assignment
        quote = " ".join(one.quote.split())
        whence = "人工增加，原文没有" if one.added else f"原文：{quote[:300]}{'……' if len(quote) > 300 else ''}"
        told.append(whence)
        if one.department.name != grid.bodies[body].label:
            told.append(f"写作：{one.department.name}")
        if one.inherited_from:
            told.append(f"沿用自：{one.inherited_from[:100]}")
    return text("\n".join(dict.fromkeys(told)))


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
    totals = Counter((part, column) for (_, column), letter in letters.items() for part in letter.split("/"))
    counted = [letter for letter in styles.letters if any(totals[letter, column] for column in columns)]
    for at, letter in enumerate(counted, start=first):
        style = styles.head(font_size=9)
        sheet.write_string(at, _NUMBER, letter, styles.letter(letter))
        sheet.write_string(at, _TASK, "合计", style)
        have = [totals[letter, column] for column in columns]
        sheet.write_number(at, _COUNT, sum(have), style)
        for place, count in enumerate(have, start=_LETTERS):
            if count:
                sheet.write_number(at, place, count, style)
            else:
                sheet.write_blank(at, place, None, style)


def _colours(sheet: Worksheet, styles: Styles, head: int, last: int, columns: int, *, many: bool) -> None:
    """Colours that follow the letters, so that a letter changed by hand changes its colour."""
    if last <= head or not columns:
        return
    for letter in styles.letters:
        rule = {"type": "text", "criteria": "begins with", "value": letter, "format": styles.tint(letter)}
        sheet.conditional_format(head + 1, _LETTERS, last, _COUNT + columns, rule)
    if many:
        lines = {"type": "formula", "criteria": "=TRUE", "format": styles.of(border=1, border_color=LINE)}
        sheet.conditional_format(head + 1, _LETTERS, last, _COUNT + columns, lines)


def _validation(
    sheet: Worksheet, profile: Profile, letters: dict[tuple[int, int], str], rows: list[int], columns: int
) -> None:
    """A hand edit must be a letter of the profile, alone or joined."""
    if not rows or not columns:
        return
    single = list(dict.fromkeys(part for letter in profile.legend() for part in letter.split("/")))
    known = list(dict.fromkeys((*profile.legend(), *single, *sorted(set(letters.values())))))
    while len(",".join(known)) > 255:  # Excel takes no longer list
        known.pop()
    rule = {
        "validate": "list",
        "source": known,
        "error_title": "不是本方案的字母",
        "error_message": f"请用：{'、'.join(known)}，或清空"[:255],
    }
    sheet.data_validation(rows[0], _LETTERS, rows[-1], _COUNT + columns, rule)


def _ids(sheet: Worksheet, grid: Grid, columns: list[int], rows: list[int], below: int) -> None:
    """The ids that are the same in every run, in a hidden column and a hidden row."""
    beside = _LETTERS + len(columns)
    sheet.write_string(below, 0, BODY_MARK)
    ids = [(at, text(task.id)) for task, at in zip(grid.tasks, rows, strict=True)]
    hidden_ids(sheet, beside, below, TASK_MARK, ids)
    for at, column in enumerate(columns, start=_LETTERS):
        sheet.write_string(below, at, text(grid.bodies[column].id))
    sheet.set_row(below, None, None, {"hidden": True})
