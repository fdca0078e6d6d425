"""The reader of XML Spreadsheet 2003 (SpreadsheetML), which office systems hand out under the name .xls."""

from __future__ import annotations

import io
from collections.abc import Mapping

from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.limits import LONGEST_TEXT, MOST_FILLED
from raci.readers.files.xml_stream import (
    BrokenXmlError,
    StopReading,
    TooManyElementsError,
    XmlReader,
    local_attribute,
    stream_xml,
)
from raci.readers.files.xml_tree import to_utf8
from raci.readers.formats.excel2003_values import (
    Look2003,
    Styles2003,
    is_switched_on,
    shown_value,
    whole_attribute,
)
from raci.readers.formats.left_out import LeftOutWords
from raci.readers.formats.sheet_merges import Area
from raci.readers.formats.sheet_text import TextRun, join_runs
from raci.readers.formats.workbook_sheets import (
    WorkbookSheet,
    cell_name,
    compose_workbook,
    too_large,
)
from raci.readers.tables.sheet_cells import SheetCell

__all__ = ["read"]

#: rows and columns of a sheet, and merged cells that are looked at
_MOST_ROWS, _MOST_COLUMNS, _MOST_MERGES = 1_048_576, 16_384, 100_000
#: what of a cell is no text of its own: a remark, a hint how to read a word aloud
_BESIDE = frozenset(("Comment", "PhoneticText"))


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a workbook: its visible sheets one after the other.

    Raises ReadError where it is broken, too large, or holds no words.
    """
    workbook = _Workbook2003()
    try:
        stream_xml(io.BytesIO(to_utf8(data)), workbook)
    except TooManyElementsError as error:
        raise too_large(name) from error
    except BrokenXmlError as error:
        remedy = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再用"
        raise ReadError("不是完整的 Excel 2003 XML 文件", place=name, remedy=remedy) from error
    if workbook.is_too_large:
        raise too_large(name)
    return compose_workbook(workbook.sheets, name, format="excel2003")


class _Workbook2003(XmlReader):
    """Collects the sheets from the elements of the file."""

    def __init__(self) -> None:
        self.sheets: list[WorkbookSheet] = []
        self.is_too_large = False
        self._styles = Styles2003()
        self._filled = self._length = 0
        self._beside = 0  # elements that are open and whose text is not the cell's
        self._in_data = self._in_options = False
        self._words: list[str] = []
        self._runs: list[TextRun] = []
        self._marks: list[str] = []  # the elements that are open within a rich text
        self._kind = ""
        self._begin_sheet("")

    def _begin_sheet(self, title: str) -> None:
        self._title = title
        self._cells: dict[tuple[int, int], SheetCell] = {}
        self._merges: set[Area] = set()
        self._covered: dict[int, int] = {}  # column → the last row that a merged cell of a row above covers
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._struck = LeftOutWords()
        self._is_hidden = False
        self._row = self._column = self._table_column = -1
        self._position, self._is_placed = (0, 0), False
        self._look = self._row_look = Look2003()
        self._errors = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._in_data:
            self._end_run()
            self._marks.append(name)
        elif name in _BESIDE:
            self._beside += 1
        elif name == "Data" and not self._beside:
            self._in_data, self._kind = True, local_attribute(attributes, "Type") or "String"
            self._runs, self._words = [], []
        elif name == "Cell":
            self._begin_cell(attributes)
        elif name == "Row":
            self._begin_row(attributes)
        elif name == "Column":
            self._begin_column(attributes)
        elif name == "Worksheet":
            self._begin_sheet(local_attribute(attributes, "Name") or "")
        elif name == "Visible":
            self._in_options, self._words = True, []
        else:
            self._styles.start(name, attributes)

    def end(self, name: str) -> None:
        if self._in_data and self._marks:
            self._end_run()
            self._marks.pop()
        elif self._in_data and name == "Data":
            self._end_run()
            self._in_data = False
            self._end_data()
        elif name in _BESIDE:
            self._beside -= 1
        elif name == "Visible":
            self._is_hidden = "hidden" in "".join(self._words).lower()
            self._in_options = False
        elif name == "Worksheet":
            self._end_sheet()

    def text(self, text: str) -> None:
        if self._in_data or self._in_options:
            self._words.append(text)
            self._length += len(text)
            self._check_size()

    def _check_size(self) -> None:
        if self._length > LONGEST_TEXT or self._filled > MOST_FILLED:
            self.is_too_large = True
            raise StopReading

    def _begin_column(self, attributes: Mapping[str, str]) -> None:
        self._table_column = whole_attribute(attributes, "Index", self._table_column + 2) - 1
        span = whole_attribute(attributes, "Span", 0)
        if is_switched_on(attributes, "Hidden"):
            first = self._table_column
            self._hidden_columns.update(range(first, min(first + span + 1, _MOST_COLUMNS)))
        self._table_column += span

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row = whole_attribute(attributes, "Index", self._row + 2) - 1
        self._column = -1
        self._row_look = self._styles.of(attributes) or Look2003()
        if is_switched_on(attributes, "Hidden"):
            self._hidden_rows.add(self._row)
        if not whole_attribute(attributes, "Index", 0) or self._row < _MOST_ROWS:
            return
        raise StopReading

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column = whole_attribute(attributes, "Index", self._column + 2) - 1
        self._look = self._styles.of(attributes) or self._row_look
        across, down = whole_attribute(attributes, "MergeAcross", 0), whole_attribute(attributes, "MergeDown", 0)
        if (across or down) and len(self._merges) < _MOST_MERGES:
            self._merges.add(Area(self._row, self._column, self._row + down, self._column + across))
            if down:
                covered = range(self._column, min(self._column + across + 1, _MOST_COLUMNS))
                self._covered.update(dict.fromkeys(covered, self._row + down))
        self._is_placed = across > 0 or down > 0 or whole_attribute(attributes, "Index", 0) > 0
        self._position = self._row, self._column
        self._column += across

    def _end_run(self) -> None:
        words = "".join(self._words)
        self._words = []
        if words:
            marks = {mark.lower() for mark in self._marks}
            bold = self._look.is_bold or bool(marks & {"b", "strong"})
            struck = self._look.is_struck or bool(marks & {"s", "strike", "del"})
            self._runs.append(TextRun(words, bold, struck))

    def _end_data(self) -> None:
        if self._kind == "Error":
            self._errors += 1
            return
        runs = self._runs
        if self._kind != "String" and runs:
            whole = "".join(run.text for run in runs)
            runs = [runs[0]._replace(text=shown_value(whole, self._kind, self._look))]
        text = join_runs(runs)
        row, column = self._position
        while text.text and not self._is_placed and self._covered.get(column, -1) >= row:
            column += 1  # LibreOffice writes no index behind a cell that one above covers
        self._column += column - self._position[1]
        if text.struck:
            self._struck.add(text.struck, place=cell_name(row, column))
        if text.text:
            self._cells[row, column] = SheetCell(row, column, text.text, bold=text.bold)
            self._filled += 1
            self._check_size()

    def _end_sheet(self) -> None:
        notes = [f"出错的单元格（#REF! 等）未读 {self._errors} 格"] if self._errors else []
        self.sheets.append(
            WorkbookSheet(
                self._title,
                [self._cells[position] for position in sorted(self._cells)],
                self._is_hidden,
                self._merges,
                self._hidden_rows,
                self._hidden_columns,
                self._struck,
                notes,
            )
        )
