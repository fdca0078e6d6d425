"""What the workbooks of a ledger share: their options, sheets of tasks, the columns to fill in, the hidden record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from raci.ledgers.lights import ADJUSTED, DONE, INKS
from raci.ledgers.tables.total import FILL_COLUMNS
from raci.storage import sheet_names
from raci.storage.record import pack
from raci.views.tables.ledger import STATES
from raci.views.tables.table import TableView
from raci.writers.xlsx.styles import CellStyles
from raci.writers.xlsx.table_sheet import TableSheet, write_table_sheet

__all__ = [
    "LedgerSheet",
    "add_choices",
    "add_lights",
    "write_fills",
    "write_record",
    "write_sheet",
]

#: Excel takes no more links in a sheet; what leads nowhere is better than a cell that is not written
_MOST_LINKS = 60_000
#: paper of the cells to fill in
_OPEN = "#FFFDF0"

#: how wide the columns to fill in are, in digits: there is nothing in them yet by which to fit them
_ROOM = {"progress": 18.0, "state": 8.0, "share": 7.0, "problems": 11.0, "by": 7.5, "on": 11.0}
#: … and what a date, a light, a number take, and a remark that is to be written
_SHORT_ROOM = {"due": 11.0, "light": 9.5, "plan_order": 5.5, "done": 14.0}

#: where the rows of a column lead: by their index
RowLink = Callable[[int], str | None]


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """A sheet of a ledger: its heading and remark, its table, where its columns lead, the hidden ids of its rows."""

    heading: str
    table: TableView
    remark: str = ""
    links: tuple[tuple[str, RowLink], ...] = ()
    ids: Sequence[str] = ()


def write_sheet(sheet: Worksheet, styles: CellStyles, content: LedgerSheet) -> TableSheet:
    """Write a table with its links; the place of its rows is that of the TableSheet given back."""
    from raci.storage.marks import LEDGER_ROW
    from raci.writers.xlsx.hidden import HiddenIds

    keys = {column.key for column in content.table.columns}
    links = [(key, link) for key, link in content.links if key in keys]
    fitting = max(_MOST_LINKS // max(len(content.table.rows), 1), 0)
    table_sheet = TableSheet(
        "",
        content.heading,
        content.table,
        links=dict(links[:fitting]),
        remark=content.remark,
        ids=HiddenIds(LEDGER_ROW, content.ids) if content.ids else None,
        tight=True,
        room=_SHORT_ROOM | (_ROOM if set(_ROOM) <= keys else {}),
    )
    write_table_sheet(sheet, None, styles, table_sheet)
    return table_sheet


def add_lights(sheet: Worksheet, styles: CellStyles, content: TableSheet) -> None:
    """The colours of the lights; a task that is reported as done turns green, one that is adjusted grey."""
    keys = [column.key for column in content.table.columns]
    if not content.table.rows or "light" not in keys:
        return
    first, last, light = content.first_row, content.last_row, keys.index("light")
    if "state" in keys:
        cell = f"${chr(65 + keys.index('state'))}{first + 1}"
        for state, word in ((STATES[2], DONE), (STATES[3], ADJUSTED)):
            rule = {"type": "formula", "criteria": f'={cell}="{state}"', "format": styles.of(font_color=INKS[word])}
            sheet.conditional_format(first, light, last, light, rule | {"stop_if_true": True})
    for words, ink in INKS.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": styles.of(font_color=ink, bold=True)}
        sheet.conditional_format(first, light, last, light, rule)


def write_fills(sheet: Worksheet, styles: CellStyles, content: TableSheet, *, locked: bool | None = None) -> None:
    """The columns to fill in once more, as numbers and dates where they are such, on paper of their own.

    ``locked`` says whether the cells are locked; None where the sheet is not protected.
    """
    keys = [column.key for column in content.table.columns]
    lock: dict[str, object] = {} if locked is None else {"locked": locked}
    for column in FILL_COLUMNS:
        position = keys.index(column.key)
        shape: dict[str, object] = {"align": "left" if column.key in ("progress", "problems") else "center"}
        shape |= {"share": {"num_format": "0%"}, "on": {"num_format": "yyyy-mm-dd"}}.get(column.key, {})
        style = styles.cell(marked=False, first=False, **{"bg_color": _OPEN, **shape, **lock})
        for index, row in enumerate(content.table.rows):
            _write_fill(sheet, content.first_row + index, position, str(row[position]), style)


def _write_fill(sheet: Worksheet, row: int, column: int, text: str, style: object) -> None:
    from raci.writers.xlsx.page_setup import cell_text

    if not text:
        sheet.write_blank(row, column, None, style)
        return
    try:
        if text.endswith("%"):
            sheet.write_number(row, column, float(text[:-1]) / 100, style)
            return
        sheet.write_datetime(row, column, date.fromisoformat(text), style)
    except ValueError:
        sheet.write_string(row, column, cell_text(text), style)


def add_choices(sheet: Worksheet, content: TableSheet) -> None:
    """What may be written into the columns to fill in; other words are warned of, not refused."""
    if not content.table.rows:
        return
    keys = [column.key for column in content.table.columns]
    rules: dict[str, dict[str, object]] = {
        "state": {"validate": "list", "source": list(STATES), "error_message": f"请用：{'、'.join(STATES)}"},
        "share": {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "input_message": "填 0% 到 100%，如 80%",
            "error_message": "请填 0% 到 100%，如 80%",
        },
        "on": {
            "validate": "date",
            "criteria": ">=",
            "value": date(2000, 1, 1),
            "input_message": "填日期，如 2026-11-05",
            "error_message": "请填日期，如 2026-11-05",
        },
    }
    for key, rule in rules.items():
        position = keys.index(key)
        sheet.data_validation(
            content.first_row, position, content.last_row, position, {"error_type": "warning", **rule}
        )


def write_record(workbook: Workbook, record: object, mark: str) -> None:
    """The record in a sheet of its own that no menu shows."""
    sheet = workbook.add_worksheet(sheet_names.LEDGER_RECORD)
    for row, cell in enumerate(pack(record, mark)):
        sheet.write_string(row, 0, cell)
    sheet.very_hidden()
