"""What the readers of workbooks and of tables in text share: their sheets become Documents."""

from __future__ import annotations

from collections.abc import Sequence

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose, with_gaps
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.metadata import StatedFacts
from raci.readers.documents.passages import TextLine
from raci.readers.tables.mending import restore_paragraphs
from raci.readers.tables.sheets import sheet_title

__all__ = ["compose_sheets", "hidden_note"]


def compose_sheets(
    parts: Sequence[TextLine | DraftTable],
    name: str,
    *,
    format: str,
    encoding: str | None = None,
    notes: Sequence[str] = (),
    gaps: Sequence[str] = (),
) -> list[Document]:
    """The documents of the lines and tables of all sheets. Raises ReadError where there are no words."""
    if not parts:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    paragraphs = restore_paragraphs(parts)
    stated = StatedFacts(sheet_title(parts))
    documents = compose(paragraphs, name, format=format, encoding=encoding, stated=stated, notes=notes)
    return with_gaps(documents, gaps)


def hidden_note(title: str) -> str:
    """The note on a hidden sheet, which is not read."""
    return f"隐藏的工作表“{title}”未读"
