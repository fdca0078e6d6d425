"""A table as a sheet: heads that stay, widths that fit, ready for the printer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from xlsxwriter.worksheet import Worksheet

from raci.escaping import clean
from raci.model.labels import UNASSIGNED
from raci.storage import sheet_names
from raci.views.tables.table import TableView
from raci.views.tables.titles import plan_name
from raci.writers.job import Job
from raci.writers.xlsx.hidden import Ids, hidden_ids
from raci.writers.xlsx.marks import BORDER, comment
from raci.writers.xlsx.styles import GAP_INK, LINK, Styles, height, width

__all__ = ["A3", "A4", "Links", "about_sheet", "legend_line", "print_setup", "table_sheet", "text"]

#: key of a column → where the row of that number leads; None where it leads nowhere
Links = Mapping[str, Callable[[int], str | None]]

A4, A3 = 9, 8  # Excel's numbers of paper sizes

#: how wide a sheet may be, in digits, to be read with ease when it is fitted to the page
ON_A4, ON_A3 = 165.0, 245.0

#: Excel takes no longer text in a cell, and XlsxWriter drops a cell that is longer
LONGEST = 32767
_CUT = "……（过长，全文见 assignments.jsonl）"

#: centred columns: numbers, short words
_CENTRED = {
    "order",
    "light",
    "state",
    "number",
    "letter",
    "role",
    "severity",
    "due",
    "start",
    "end",
    "basis",
    "level",
    "profile",
}


def text(value: str) -> str:
    """A text that an xlsx cell can hold."""
    value = clean(value)
    return value if len(value) <= LONGEST else value[: LONGEST - len(_CUT)] + _CUT


def table_sheet(
    sheet: Worksheet,
    job: Job,
    styles: Styles,
    what: str,
    table: TableView,
    *,
    keys: bool = False,
    links: Links | None = None,
    remark: str = "",
    ids: Ids | None = None,
    marks: Mapping[tuple[int, str], str] | None = None,
) -> None:
    """Title, remark, heads (with the keys of the columns below them where asked), rows.

    ``links`` gives for a column, by its key, where each row of it leads (``raci.writers.xlsx.tabs.link``). ``ids`` tell
    what each row is, out of sight at the right; ``marks`` what a person changed in a cell (row, key of the column).
    """
    sheet.write_string(0, 0, text(f"{plan_name(job.title)} {what}".strip()), styles.title())
    sheet.set_row(0, 26)
    legend_line(sheet, 1, job, styles, remark)
    top = 2
    for at, column in enumerate(table.columns):
        sheet.write_string(top, at, column.heading, styles.head())
        if keys:
            sheet.write_string(top + 1, at, column.key, styles.head(font_name="Arial", font_size=8))
    widths = _widths(table, keys)
    for at, wide in enumerate(widths):
        sheet.set_column(at, at, wide)
    sheet.set_row(top, 22)
    first = top + 1 + keys
    for index, row in enumerate(table.rows):
        marked, begins = index in table.marked, index in table.breaks
        sheet.set_row(first + index, height(zip(map(str, row), widths, strict=True)))
        for at, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            changed = (marks or {}).get((index, column.key))
            style = styles.cell(
                marked=marked,
                first=begins,
                align="center" if column.key in _CENTRED else "left",
                **{"bold": True, "font_color": GAP_INK} if value == UNASSIGNED else {},
                **BORDER if changed else {},
            )
            if changed:
                comment(sheet, first + index, at, text(changed))
            if column.key == "letter" and value:
                style = styles.letter(str(value))
            target = links[column.key](index) if links and column.key in links and value else None
            if target:
                style = styles.cell(
                    marked=marked,
                    first=begins,
                    align="center" if column.key in _CENTRED else "left",
                    font_color=LINK,
                )
                sheet.write_url(first + index, at, target, style, text(str(value)))
            if isinstance(value, int):
                sheet.write_number(first + index, at, value, style)
            elif value and not target:
                sheet.write_string(first + index, at, text(value), style)
            elif not value:
                sheet.write_blank(first + index, at, None, style)
    last = first + max(len(table.rows), 1) - 1
    if ids is not None:
        hidden_ids(sheet, len(table.columns), first - 1, ids.mark, [*enumerate(ids.rows, start=first)])
        sheet.print_area(0, 0, last, len(table.columns) - 1)
    if table.rows:
        # ids stand within the filter: what sorts the rows must take them along
        sheet.autofilter(first - 1, 0, last, len(table.columns) - (ids is None))
    else:
        sheet.write_string(first, 0, table.empty, styles.remark())
    keep = next((at + 1 for at, column in enumerate(table.columns) if column.key == "task"), 1)
    sheet.freeze_panes(first, keep if keep <= 4 else 1)
    print_setup(sheet, job, what, A4 if sum(widths) <= ON_A4 else A3, first - 1)


def about_sheet(sheet: Worksheet, job: Job, styles: Styles, table: TableView) -> None:
    """What and how, in two columns, without heads."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 92)
    sheet.write_string(0, 0, sheet_names.ABOUT, styles.title())
    sheet.set_row(0, 26)
    for index, (what, how) in enumerate(table.rows, start=1):
        begins = index - 1 in table.breaks
        letter = str(what).removeprefix("字母 ")
        style = styles.letter(letter) if letter != what else styles.cell(first=begins, align="left", bg_color="#F3F6FA")
        sheet.write_string(index, 0, text(letter if letter != what else str(what)), style)
        sheet.write_string(index, 1, text(str(how)), styles.cell(first=begins, align="left"))
        sheet.set_row(index, height([(str(how), 92.0)]))
    print_setup(sheet, job, sheet_names.ABOUT, A4, 0)


def legend_line(sheet: Worksheet, row: int, job: Job, styles: Styles, more: str = "") -> None:
    """Which profile, and what its letters mean, in one line; and ``more``."""
    remark = styles.remark()
    parts: list[object] = [remark, f"角色方案：{job.profile.title}（{job.profile.name}）　"]
    for letter, words in job.profile.legend().items():
        parts += [styles.letter(letter), letter, remark, f" {words}　"]
    if more:
        parts += [remark, f"　{more}"]
    sheet.write_rich_string(row, 0, *parts, remark)
    sheet.set_row(row, 18)


def print_setup(sheet: Worksheet, job: Job, what: str, paper: int, last_head: int, *, pages_wide: int = 1) -> None:
    """Across, all columns on the page, heads on every page, page numbers at the foot."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(pages_wide, 0)
    sheet.repeat_rows(0, last_head)
    sheet.center_horizontally()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    # & begins a code in heads and feet, and Excel allows 255 characters in all
    words = [clean(part)[:60].replace("&", "&&").replace("\n", " ") for part in (plan_name(job.title), what)]
    # the code of the font parts the size from a title that begins with a year: &92026年 is a size of 92026
    sheet.set_footer(f'&L&9&"-,Regular"{" ".join(filter(None, words))}&R&9第 &P 页 共 &N 页')


def _widths(table: TableView, keys: bool) -> list[float]:
    """Columns as wide as their texts, no wider than each may be, and together no wider than A3 can show."""
    heads, needs = [], []
    for at, column in enumerate(table.columns):
        head = width(column.heading) + 3.5  # room for the filter's button
        if keys:
            head = max(head, width(column.key) * 0.8 + 3.5)
        need = max((width(str(row[at])) for row in table.rows), default=0.0) * 1.02 + 2.0
        heads.append(head)
        needs.append(max(head, min(need, column.widest * 2 + 2.0)))
    over, slack = sum(needs) - ON_A3, sum(needs) - sum(heads)
    if over <= 0 or keys or not slack:  # the sheet with keys is for looking things up, not for the printer
        return needs
    share = min(over / slack, 0.6)
    return [need - (need - head) * share for need, head in zip(needs, heads, strict=True)]
