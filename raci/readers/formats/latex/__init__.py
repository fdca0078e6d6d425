"""The reader of LaTeX sources: headings, numbered lists, tables with merged cells, macros without parameters.

Nothing is typeset: commands that are not known are left out and what stands in their braces is read, so that no words
are lost. (pylatexenc was tried: deep nesting makes it fail, and it does not know the tables of longtable.)
"""

from __future__ import annotations

from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.documents.metadata import StatedFacts
from raci.readers.files.encoding import decode
from raci.readers.files.limits import check_bytes
from raci.readers.formats.latex.flow import LatexFlow
from raci.readers.formats.latex.source import holds_latex_table, latex_source
from raci.readers.tables.mending import restore_paragraphs

__all__ = ["documents", "holds_latex_table", "read"]

_WITHIN = "文中有 LaTeX 的表格，连同前后文字按 LaTeX 读"


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a LaTeX source. Raises ReadError where it is empty or no text."""
    check_bytes(data, name)
    text, encoding = decode(data, name)
    return documents(text, name, encoding=encoding, format="tex")


def documents(text: str, name: str, *, encoding: str | None = None, format: str) -> list[Document]:
    """The documents of the text of a LaTeX source, or of one that holds tables in LaTeX.

    Raises ReadError where there are no words in it, or too many.
    """
    source = latex_source(text, name or "文本")
    flow = LatexFlow(is_whole=source.is_whole)
    flow.read(source.body, source.first_line)
    return compose(
        restore_paragraphs(flow.parts()),
        name,
        format=format,
        encoding=encoding,
        stated=StatedFacts(source.title),
        notes=[*([] if format == "tex" else [_WITHIN]), *flow.notes()],
    )
