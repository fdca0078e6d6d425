"""The reader of tables in text files (.csv, .tsv): encoding and separator are found out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.encoding import decode
from raci.readers.files.limits import MOST_FILLED, check_bytes, check_columns, check_length, too_many_cells
from raci.readers.formats.workbook_sheets import without_pictures
from raci.readers.tables.own_rows import are_own_rows, own_documents
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import read_sheet
from raci.readers.tables.workbooks import compose_sheets
from raci.storage.row_files import csv_columns, parse_csv

__all__ = ["read"]

#: what may separate cells, the likeliest first
_SEPARATORS = ",\t;|，"
#: in how many lines the separator is looked for
_SAMPLE = 20


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a table in text.

    Raises ReadError where it is empty, no text, or cannot be separated into cells.
    """
    check_bytes(data, name)
    text, encoding = decode(data, name)
    check_length(len(text), name)
    text = text.removeprefix("\ufeff").replace("\0", "")
    sample = text.split("\n", _SAMPLE)[:_SAMPLE]
    separator = max(_SEPARATORS, key=lambda char: sum(char in line for line in sample))
    try:
        is_own = are_own_rows(csv_columns(text, separator))
        if is_own and (rows := parse_csv(text, separator).rows):
            return own_documents(rows, name, "csv")
        filled = list(islice(_cells(text, separator), MOST_FILLED + 1))
        if len(filled) > MOST_FILLED:
            raise too_many_cells(name)
        check_columns(len({cell.column for cell in filled}), name)
        cells, pictures = without_pictures(filled)
        parts, notes = read_sheet(cells)
        notes += [f"图片未读 {pictures} 幅"] if pictures else []
    except csv.Error as error:
        remedy = "请用 Excel 或 WPS 打开，另存为 .xlsx"
        is_long = "field limit" in str(error)  # what Python says of a quote that nothing closes, for one
        reason = f"有一格超过 {csv.field_size_limit():,} 字，多半是引号没有成对" if is_long else error
        raise ReadError(f"不是完整的表格（{reason}）", place=name, remedy=remedy) from error
    return compose_sheets(parts, name, format="csv", encoding=encoding, notes=notes)


def _cells(text: str, separator: str) -> Iterator[SheetCell]:
    for row, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator)):
        for column, value in enumerate(values):
            if value.strip():
                yield SheetCell(row, column, value)
