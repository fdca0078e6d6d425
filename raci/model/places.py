"""Where words stand: spans in the text, places in the source, cells and blocks."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

__all__ = ["Block", "Cell", "Place", "Span"]


class Span(NamedTuple):
    """A stretch of ``Document.text``: ``text[start:end]``."""

    start: int
    end: int


class Place(NamedTuple):
    """Where the text from ``start`` on (to the next place) stands in the source; counted from 1.

    ``file`` is the path of the file, where a document was put together from several.
    """

    start: int
    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    cell: tuple[int, int, int] | None = None  # table, row, column
    file: str | None = None

    def __str__(self) -> str:
        parts = [f"{PurePath(self.file).name} "] if self.file else []
        if self.page is not None:
            parts.append(f"第{self.page}页")
        if self.cell is not None:
            parts.append("表{}第{}行第{}列".format(*self.cell))
        elif self.paragraph is not None:
            parts.append(f"第{self.paragraph}段")
        if self.line is not None:
            parts.append(f"第{self.line}行")
        return "".join(parts).rstrip()


class Cell(NamedTuple):
    """One cell of a table: its grid position (from 0), its reach, and its span in the text."""

    row: int
    column: int
    start: int
    end: int
    rowspan: int = 1
    colspan: int = 1


class Block(NamedTuple):
    """A paragraph-sized part of a document.

    ``kind`` is ``heading``, ``paragraph``, ``item``, ``table``, ``furniture`` (site names, dates of update,
    links, the list of annexes: kept in the text, read by nobody) or ``annex`` (no words: here an annex from another
    file begins). ``level`` is a heading's depth where the source
    states it, else 0. ``marker`` is a list number that the source keeps apart from the text (Word).
    """

    kind: str
    start: int
    end: int
    level: int = 0
    cells: tuple[Cell, ...] = ()
    marker: str = ""
