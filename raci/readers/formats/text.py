"""The reader of plain text."""

from __future__ import annotations

from dataclasses import replace

from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.markdown_marks import without_markdown_marks
from raci.readers.documents.passages import Passage, TextLine
from raci.readers.documents.radicals import as_ideographs
from raci.readers.documents.web_marks import without_web_marks
from raci.readers.files.encoding import decode
from raci.readers.files.limits import check_bytes, check_length
from raci.readers.formats.markup import holds_tables, is_marked_up
from raci.readers.tables.paragraphs import paragraphs_and_notes
from raci.readers.tables.text_grid import TextTable

__all__ = ["documents", "read"]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a text file; one that holds the source of a web page is read as such.

    Raises ReadError where it is empty or no text.
    """
    check_bytes(data, name)
    if is_marked_up(data):
        from raci.readers.formats.html import read as read_html

        note = "内容是网页的标记，按网页读"
        return [replace(document, notes=(note, *document.notes)) for document in read_html(data, name)]
    text, encoding = decode(data, name)
    return documents(text, name, encoding=encoding)


def documents(text: str, source: str = "", *, encoding: str | None = None, format: str = "txt") -> list[Document]:
    """The documents of a text: one, or several where it holds several plans.

    Raises ReadError where there are no words in it.
    """
    check_length(len(text), source or "文本")
    if "\\begin{" in text:
        from raci.readers.formats import latex

        if latex.holds_latex_table(text):
            return latex.documents(text, source, encoding=encoding, format=format)
    if "<" in text and holds_tables(text):
        from raci.readers.formats import markdown

        return markdown.documents(text, source, encoding=encoding, format=format)
    found, notes = paragraphs_and_notes(without_markdown_marks(as_ideographs(without_web_marks(text))))
    parts = [_draft(part) if isinstance(part, TextTable) else part for part in found]
    return compose(parts, source, format=format, encoding=encoding, notes=notes)


def _draft(table: TextTable) -> DraftTable:
    cells = []
    for cell in table.cells:
        inside = tuple(
            Passage(tuple(TextLine(text, None, number) for number, text in group)) for group in cell.paragraphs()
        )
        cells.append(DraftCell(cell.row, cell.column, inside, cell.rowspan, cell.colspan, cell.unplaced))
    return DraftTable(tuple(cells))
