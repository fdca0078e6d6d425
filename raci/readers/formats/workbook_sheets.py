"""The sheets of a workbook as all its readers give them, within limits, become Documents.

What no table of tasks reaches is refused before anything is laid out: a file of a few kilobytes can claim any size.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine
from raci.readers.files.limits import LONGEST_TEXT, MOST_COLUMNS, MOST_FILLED, check_columns
from raci.readers.formats.left_out import LeftOutWords
from raci.readers.formats.sheet_merges import Area, apply_merges
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import MOST_CELLS, read_sheet
from raci.readers.tables.workbooks import compose_sheets, hidden_note
from raci.rules.text_patterns import text_patterns

__all__ = [
    "WorkbookSheet",
    "cell_name",
    "compose_workbook",
    "too_large",
    "without_pictures",
]

#: so many rows or columns are named in a note
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """One sheet: the cells with words (without their reach), merged areas, what is hidden, what is to be said of it.

    ``hidden_rows`` and ``hidden_columns`` count from 0. ``gaps`` are notes on what may
    name bodies or tasks and is lost. ``struck`` are the words that are struck out in its cells.
    """

    title: str
    cells: Sequence[SheetCell]
    is_hidden: bool = False
    merges: Collection[Area] = ()
    hidden_rows: AbstractSet[int] = frozenset()
    hidden_columns: AbstractSet[int] = frozenset()
    struck: LeftOutWords = field(default_factory=LeftOutWords)
    notes: Sequence[str] = ()
    gaps: Sequence[str] = ()


def compose_workbook(
    sheets: Iterable[WorkbookSheet], name: str, *, format: str, notes: Sequence[str] = ()
) -> list[Document]:
    """The documents of a workbook: its visible sheets one after the other.

    Raises ReadError where it is too large or holds no words.
    """
    parts: list[TextLine | DraftTable] = []
    said, gaps = list(notes), []
    filled = length = widest = 0
    for sheet in sheets:
        if sheet.is_hidden:
            said.append(hidden_note(sheet.title))
            continue
        width = len({cell.column for cell in sheet.cells})
        if width > MOST_COLUMNS:
            widest = max(widest, width)
            gaps.append(f"工作表“{sheet.title}”有 {width:,} 列，超过 {MOST_COLUMNS} 列，未读")
            continue
        filled += len(sheet.cells)
        length += sum(len(cell.text) for cell in sheet.cells)
        if filled > MOST_FILLED or length > LONGEST_TEXT:
            raise too_large(name)
        _check_spread(sheet, name)
        cells, pictures = without_pictures(sheet.cells)
        cells, merge_notes = apply_merges(cells, sheet.merges)
        sheet_parts, sheet_notes = read_sheet(cells, sheet.title)
        parts += sheet_parts
        own_notes = [*sheet.struck.note("划去的文字未读"), *_hidden_notes(sheet), *merge_notes, *sheet.notes]
        own_notes += [f"图片未读 {pictures} 幅"] if pictures else []
        gaps += [f"工作表“{sheet.title}”：{gap}" for gap in sheet.gaps]
        said += [*sheet_notes, *(f"工作表“{sheet.title}”：{note}" for note in own_notes)]
    if not parts:
        check_columns(widest, name)
    return compose_sheets(parts, name, format=format, notes=said, gaps=gaps)


def too_large(name: str) -> ReadError:
    """The fault of a workbook with more cells or words than are read."""
    what = f"工作簿里有字的格超过 {MOST_FILLED // 10_000} 万，或共超过 {LONGEST_TEXT // 10_000} 万字"
    return ReadError(what, place=name, remedy="请只留下任务表，另存后再用")


def without_pictures(cells: Sequence[SheetCell]) -> tuple[list[SheetCell], int]:
    """The cells without those that WPS and Excel fill with a picture (=DISPIMG("ID_…",1)); and how many those are."""
    picture = text_patterns("sheets")["cell-picture"]
    kept = [cell for cell in cells if not picture.holds(cell.text.strip())]
    return kept, len(cells) - len(kept)


def cell_name(row: int, column: int) -> str:
    """How a spreadsheet names the cell of that row and column (from 0): B3."""
    return f"{_column_name(column)}{row + 1}"


def _check_spread(sheet: WorkbookSheet, name: str) -> None:
    """Raises ReadError where the words stand so far apart that the grid would be too large."""
    rows = max((cell.row for cell in sheet.cells), default=0)
    columns = max((cell.column for cell in sheet.cells), default=0)
    if rows * columns > MOST_CELLS:
        what = f"工作表“{sheet.title}”有字的范围超过 {MOST_CELLS} 格"
        raise ReadError(what, place=name, remedy="请删去表外零散的字，另存后再用")


def _hidden_notes(sheet: WorkbookSheet) -> list[str]:
    """What is hidden in a sheet and yet read: a filter hides rows too, and a task in them is still one."""
    rows = sorted({cell.row for cell in sheet.cells} & sheet.hidden_rows)
    columns = sorted({cell.column for cell in sheet.cells} & sheet.hidden_columns)
    notes = []
    if rows:
        notes.append(f"隐藏的行照读，共 {len(rows)} 行（第 {_named([str(row + 1) for row in rows])} 行）")
    if columns:
        notes.append(f"隐藏的列照读，共 {len(columns)} 列（{_named([_column_name(column) for column in columns])} 列）")
    return notes


def _named(names: Sequence[str]) -> str:
    return "、".join(names[:_MOST_NAMED]) + (" 等" if len(names) > _MOST_NAMED else "")


def _column_name(column: int) -> str:
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
