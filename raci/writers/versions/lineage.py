"""Several versions as one table: a row a task, a column a version, what changed towards each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from json import JSONEncoder
from types import MappingProxyType

from raci.comparison.rows import diff_rows
from raci.comparison.series import Series, SeriesRow
from raci.comparison.table import told
from raci.comparison.values import Change, ComparedTask
from raci.config.fonts import office_fonts
from raci.model import ROLES
from raci.model.labels import ROLE_WORDS
from raci.model.notebook import short
from raci.writers.xlsx.measure import row_height
from raci.writers.xlsx.opening import open_workbook
from raci.writers.xlsx.page_setup import A3, cell_text, set_up_page

__all__ = ["SERIES_FORMATS"]


def _shown(series: Series, *, all_pairs: bool) -> Iterator[SeriesRow]:
    return (row for row in series.rows if all_pairs or row.differs)


def _cell(task: ComparedTask | None, changes: tuple[Change, ...], *, all_pairs: bool) -> str:
    """A version's part of a row: the task with who has which role, and what changed."""
    told_here = [f"▲{told(change)}" for change in changes if all_pairs or not change.type.quiet]
    if task is None:
        return "\n".join(told_here)
    lines = [task.label]
    for role in ROLES:
        names = [party.name for party in task.parties if role in party.roles]
        if names:
            lines.append(f"{ROLE_WORDS[role]}：{'、'.join(names)}")
    if task.deadline:
        lines.append(f"时限：{task.deadline}")
    return "\n".join([*lines, *told_here])


def _txt(series: Series, all_pairs: bool) -> bytes:
    from tabulate import tabulate

    rows = [
        [short(_cell(task, (), all_pairs=all_pairs).split("\n")[0], 30) for task in row.tasks]
        + ["\n".join(_told_of_versions(row, all_pairs=all_pairs))]
        for row in _shown(series, all_pairs=all_pairs)
    ]
    heads = [short(side.name, 30) for side in series.sides] + ["变化"]
    widths = [30] * len(series.sides) + [50]
    table = tabulate(rows, heads, tablefmt="grid", disable_numparse=True, maxcolwidths=widths) if rows else "没有差异"
    return f"{table}\n".encode("utf-8", "backslashreplace")


def _told_of_versions(row: SeriesRow, *, all_pairs: bool) -> Iterator[str]:
    """What changed, a line a change, each with the version that has it: 第2稿, 第3稿 …"""
    for number, changes in enumerate(row.changes, 1):
        for change in changes:
            if all_pairs or not change.type.quiet:
                yield f"第{number}稿 {told(change)}"


def _jsonl(series: Series, all_pairs: bool) -> bytes:
    encode = JSONEncoder(ensure_ascii=False).encode
    rows = (row for comparison in series.comparisons for row in diff_rows(comparison, all_pairs=all_pairs))
    return "".join(f"{encode(row)}\n" for row in rows).encode("utf-8", "backslashreplace")


def _xlsx(series: Series, all_pairs: bool) -> bytes:
    out = io.BytesIO()
    widths = [6.0, *[max(28.0, 150.0 / len(series.sides))] * len(series.sides)]
    with open_workbook(out) as workbook:
        base = {"border": 1, "border_color": "#B8C0CA", "valign": "top", "text_wrap": True}
        head = workbook.add_format({**base, "font_name": office_fonts().heading, "bg_color": "#E3ECF7"})
        cell, changed = workbook.add_format(base), workbook.add_format({**base, "bg_color": "#FFF4D6"})
        sheet = workbook.add_worksheet("各稿沿革")
        title = f"{series.sides[-1].name} 各稿沿革"
        heading = workbook.add_format({"font_name": office_fonts().heading, "font_size": 16})
        sheet.write_string(0, 0, cell_text(title), heading)
        for column, words in enumerate(("序号", *(side.name for side in series.sides))):
            sheet.write_string(1, column, cell_text(words), head)
            sheet.set_column(column, column, widths[column])
        for number, row in enumerate(_shown(series, all_pairs=all_pairs), 1):
            texts = [
                _cell(task, changes, all_pairs=all_pairs) for task, changes in zip(row.tasks, row.changes, strict=True)
            ]
            sheet.write_number(1 + number, 0, number, cell)
            for column, (text, changes) in enumerate(zip(texts, row.changes, strict=True), 1):
                marked = any(not change.type.quiet for change in changes)
                sheet.write_string(1 + number, column, cell_text(text), changed if marked else cell)
            sheet.set_row(1 + number, row_height(zip((str(number), *texts), widths, strict=True)))
        sheet.freeze_panes(2, 1)
        set_up_page(sheet, (title, "各稿沿革"), A3, 1)
    return out.getvalue()


#: name of a format → what renders several versions, and whether tasks that only moved are listed
SERIES_FORMATS: Mapping[str, Callable[[Series, bool], bytes]] = MappingProxyType(
    {"txt": _txt, "jsonl": _jsonl, "xlsx": _xlsx}
)
