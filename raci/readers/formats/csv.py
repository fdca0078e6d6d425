"""The reader of tables in text files (.csv, .tsv): encoding and separator are found out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.files.encoding import decode
from raci.readers.tables.mending import restore_paragraphs
from raci.readers.tables.own_rows import are_own_rows, own_documents
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import read_sheet, sheet_title

__all__ = ["read"]

#: what may part cells, the likeliest first
_SEPARATORS = ",\t;|，"
_SAMPLE = 20


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a table in text.

    Raises ReadError where it is empty, no text, or cannot be parted into cells.
    """
    text, encoding = decode(data, name)
    text = text.removeprefix("\ufeff").replace("\0", "")
    head = text.split("\n", _SAMPLE)[:_SAMPLE]
    separator = max(_SEPARATORS, key=lambda each: sum(each in line for line in head))
    try:
        if rows := _own(text, separator):
            return own_documents(rows, name, "csv")
        found, notes = read_sheet(list(_cells(text, separator)))
    except csv.Error as error:
        raise ReadError(
            f"不是完整的表格（{error}）", place=name, remedy="请用 Excel 或 WPS 打开，另存为 .xlsx"
        ) from error
    if not found:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    return compose(
        restore_paragraphs(found), name, format="csv", encoding=encoding, title=sheet_title(found), notes=notes
    )


def _own(text: str, separator: str) -> list[dict[str, str]]:
    """The rows, where they are raci's own (``assignments.csv``)."""
    listed = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    keys = [cell.strip() for cell in next(listed, [])]
    if not are_own_rows(keys):
        return []
    return [dict(zip(keys, cells, strict=False)) for cells in listed if any(cells)]


def _cells(text: str, separator: str) -> Iterator[SheetCell]:
    for row, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator)):
        for column, value in enumerate(values):
            if value.strip():
                yield SheetCell(row, column, value)
