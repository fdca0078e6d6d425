"""The reader of plain text."""

from __future__ import annotations

from raci.model import Document
from raci.readers.documents.assembly import Table, TableCell, compose
from raci.readers.documents.passages import Line, Passage
from raci.readers.files.encoding import decode
from raci.readers.tables.paragraphs import page_numbers, paragraphs
from raci.readers.tables.text_table import TextTable

__all__ = ["documents", "read"]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a text file.

    Raises ReadError where it is empty or no text.
    """
    text, encoding = decode(data, name)
    return documents(text, name, encoding=encoding)


def documents(text: str, source: str = "", *, encoding: str | None = None, format: str = "txt") -> list[Document]:
    """The documents of a text: one, or several where it holds several plans.

    Raises ReadError where there are no words in it.
    """
    found = [_table(each) if isinstance(each, TextTable) else each for each in paragraphs(text)]
    pages = page_numbers(text)
    notes = [f"页码未读 {pages} 行"] if pages else []
    return compose(found, source, format=format, encoding=encoding, notes=notes)


def _table(grid: TextTable) -> Table:
    cells = []
    for cell in grid.cells:
        inside = tuple(
            Passage(tuple(Line(text, None, number) for number, text in group)) for group in cell.paragraphs()
        )
        cells.append(TableCell(cell.row, cell.column, inside, cell.rowspan))
    return Table(tuple(cells))
