"""The reader of Excel workbooks (.xlsx, .xlsm), also in the strict form and as other programs write them.

The parts are read as streams: a broken format of cells, which programs for reading and writing stumble over, does not
matter here, and a file that claims a huge sheet takes no memory. Formulas show the value last saved; macros are not
read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from raci.errors import ReadError
from raci.extras import install_line
from raci.model import Document
from raci.readers.files.limits import LONGEST_TEXT, MOST_FILLED
from raci.readers.files.packages import Package
from raci.readers.formats.left_out import LeftOutWords
from raci.readers.formats.sheet_text import CellText, TextRun, join_runs
from raci.readers.formats.workbook_record import restore_document
from raci.readers.formats.workbook_sheets import (
    WorkbookSheet,
    cell_name,
    compose_workbook,
    too_large,
)
from raci.readers.formats.xlsx.cell_formats import CellFormats
from raci.readers.formats.xlsx.drawings import drawing_notes, pictures_alone
from raci.readers.formats.xlsx.rich_text import SharedStrings
from raci.readers.formats.xlsx.sheet_xml import SheetXml, WrittenCell
from raci.readers.formats.xlsx.workbook_xml import SheetPart, WorkbookParts, find_parts
from raci.readers.tables.sheet_cells import SheetCell
from raci.rules.columns import NAMED, read_head
from raci.storage import sheet_names

__all__ = ["read", "read_sheets", "sheet_titles"]

#: columns of which no cell may be lost unseen; so many lost cells are named in a note
_TOLD = NAMED | {"task", "content", "deadline"}
_MOST_NAMED = 5

_SharedTexts = dict[int, tuple[TextRun, ...]]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a workbook: its visible sheets one after the other.

    A workbook that raci wrote is read from the record in it (``Document.saved``); without the record, of its sheets
    任务分工 alone. Of the ledger of many plans 总表 is read as a table.
    Raises ReadError where the workbook is broken, too large, or holds no words.
    """
    package = Package(data, name, "Excel")
    package.check()
    parts = find_parts(package)
    titles = {sheet.title for sheet in parts.sheets}
    written_by_raci = titles >= sheet_names.TELLING
    is_own = written_by_raci or sheet_names.RECORD in titles
    notes: list[str] = []
    sheets = _read_sheets(package, parts, notes, with_hidden=is_own)
    if is_own:
        restored = restore_document(sheets, name)
        if restored.document is not None:
            return [restored.document]
        if written_by_raci:
            division = sheet_names.DIVISION
            sheets = [sheet for sheet in sheets if sheet.title == division]
            notes.append(
                f"raci 生成的工作簿，但{restored.reason}：只当作表格读工作表“{division}”，依据以表中的文字为准"
            )
    if sheet_names.LEDGER_RECORD in titles:
        main = [sheet for sheet in sheets if sheet.title in (sheet_names.TOTAL, sheet_names.FILL_IN)]
        if main:
            sheets = main
            notes.append(f"raci 的台账：只当作表格读工作表“{main[0].title}”；要加文件、汇总填报，请用 raci ledger")
    if parts.others:
        notes.append(f"图表页等没有单元格的页未读 {len(parts.others)} 页：{'、'.join(parts.others[:5])}")
    notes += drawing_notes(package)
    if package.has_macros:
        notes.append("宏未读、未运行")
    if pictures_alone(sheets, package):
        remedy = f"请先做文字识别：导出为 PDF，运行 {install_line('ocr')} 后再用"
        raise ReadError("只有图片，没有文字", place=name, remedy=remedy)
    return compose_workbook(sheets, name, format="xlsx", notes=notes)


def read_sheets(data: bytes, name: str, wanted: Callable[[str], bool], most: int) -> list[WorkbookSheet]:
    """The sheets of a workbook whose titles are ``wanted``, hidden ones too, with their cells as they stand.

    ``most`` is how many filled cells are read in all. Raises ReadError where the workbook is broken or holds more.
    """
    package = Package(data, name, "Excel")
    package.check()
    parts = find_parts(package)
    chosen = parts._replace(sheets=[sheet for sheet in parts.sheets if wanted(sheet.title)])
    return _read_sheets(package, chosen, [], with_hidden=True, most=most)


def sheet_titles(data: bytes, name: str) -> list[str]:
    """The titles of all sheets of a workbook. Raises ReadError where it is broken."""
    package = Package(data, name, "Excel")
    package.check()
    return [sheet.title for sheet in find_parts(package).sheets]


def _read_sheets(
    package: Package, parts: WorkbookParts, notes: list[str], *, with_hidden: bool, most: int = MOST_FILLED
) -> list[WorkbookSheet]:
    """The sheets; the cells of hidden ones only where they are asked for. What is amiss goes to ``notes``."""
    formats = CellFormats()
    if parts.styles:
        try:
            package.stream(parts.styles, formats)
        except ReadError:
            notes.append("单元格格式读不出：加粗、划去、日期未辨认")
    left = most
    read: list[tuple[SheetPart, SheetXml]] = []
    for part in parts.sheets:
        sheet = SheetXml(formats, parts.from_1904, left)
        if with_hidden or not part.is_hidden:
            package.stream(part.path, sheet)
        if sheet.is_too_large:
            raise too_large(package.name)
        left -= len(sheet.cells)
        read.append((part, sheet))
    texts = _shared_texts(package, parts.shared, read)
    return [_sheet(part, sheet, texts) for part, sheet in read]


def _shared_texts(package: Package, path: str | None, read: list[tuple[SheetPart, SheetXml]]) -> _SharedTexts:
    """The shared texts that cells name. Raises ReadError where all cells together would hold too much."""
    numbers = [cell.shared for _, sheet in read for cell in sheet.cells.values() if cell.shared is not None]
    if not numbers or path is None:
        return {}
    strings = SharedStrings(frozenset(numbers), LONGEST_TEXT)
    package.stream(path, strings)
    lengths = {number: sum(len(run.text) for run in runs) for number, runs in strings.texts.items()}
    if strings.is_too_long or sum(lengths.get(number, 0) for number in numbers) > LONGEST_TEXT:
        raise too_large(package.name)
    return strings.texts


def _sheet(part: SheetPart, sheet: SheetXml, texts: _SharedTexts) -> WorkbookSheet:
    struck = LeftOutWords()
    cells = []
    missing = 0
    for (row, column), written in sorted(sheet.cells.items()):
        missing += written.shared is not None and written.shared not in texts
        text = _living(written, texts)
        if text.struck:
            struck.add(text.struck, place=cell_name(row, column))
        if text.text:
            cells.append(SheetCell(row, column, text.text, bold=text.bold))
    notes: list[str] = []
    gaps: list[str] = []
    if sheet.errors:
        notes.append(f"出错的单元格（#REF! 等）未读 {sheet.errors} 格")
    if missing:
        notes.append(f"文字不在文件里的单元格 {missing} 格（共享文字不完整）")
    if sheet.unsaved:
        telling = _telling(sheet.unsaved, cells)
        more = " 等" if len(telling) > _MOST_NAMED else ""
        named = f"（{'、'.join(telling[:_MOST_NAMED])}{more}）" if telling else ""
        unsaved = f"公式没有存下结果，未读 {len(sheet.unsaved)} 格{named}；请用 Excel 或 WPS 打开，保存后再用"
        (gaps if telling else notes).append(unsaved)
    if sheet.cut_at is not None:
        notes.append(f"空格太多，第 {sheet.cut_at + 1} 行起未读")
    if sheet.too_many_merges:
        notes.append("合并区域过多，后面的未按合并读")
    return WorkbookSheet(
        part.title, cells, part.is_hidden, sheet.merges, sheet.hidden_rows, sheet.hidden_columns, struck, notes, gaps
    )  # fmt: skip


def _telling(unsaved: Sequence[tuple[int, int]], cells: Sequence[SheetCell]) -> list[str]:
    """The names of those of the cells that stand below a head of bodies, tasks or time limits."""
    columns = {column for _, column in unsaved}
    heads: dict[int, int] = {}
    for cell in cells:
        if cell.column in columns and cell.column not in heads:
            head = read_head(cell.text)
            if head is not None and _TOLD.intersection(head.roles):
                heads[cell.column] = cell.row
    return [cell_name(row, column) for row, column in unsaved if column in heads and row > heads[column]]


def _living(written: WrittenCell, texts: _SharedTexts) -> CellText:
    """The text of a cell by its own runs and by its format: a struck cell holds no living words."""
    runs = written.runs if written.shared is None else texts.get(written.shared, ())
    return join_runs(runs, is_bold=written.format.is_bold, is_struck=written.format.is_struck)
