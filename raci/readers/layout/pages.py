"""A page laid out in rows and tables, its limit of characters, and what is said of pages by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raci.errors import ReadError
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.layout.glyphs import TextRow

__all__ = ["MAX_PAGE_CHARS", "BottomRow", "PageLayout", "TopRow", "name_pages", "page_text", "too_many_chars"]

#: a page of more characters is refused: one of a newspaper has some 20,000
MAX_PAGE_CHARS = 200_000


class TopRow(NamedTuple):
    """A row of ruled boxes by itself at the top of a page: its cells, how many boxes it has, and its lower side."""

    table: DraftTable
    columns: int
    bottom: float


class BottomRow(NamedTuple):
    """A row of ruled boxes by itself, with nothing but text above it: its cells, the sides of its boxes, its height."""

    table: DraftTable
    xs: tuple[float, ...]
    top: float
    bottom: float


class PageLayout(NamedTuple):
    """A page: its rows of text, its tables with the position of their tops, and its height, in points.

    ``strip``: what stands in ruled boxes below one another, on a page without tables; ``top_row``: what may be the rest
    of the last row overleaf; ``bottom_row``: what may be the first row of a table that goes on overleaf. All stand in
    the rows as well. ``sides`` are those of the columns of the first table, where rules draw them.
    """

    rows: list[TextRow]
    tables: list[tuple[float, DraftTable]]
    height: float
    strip: DraftTable | None = None
    top_row: TopRow | None = None
    bottom_row: BottomRow | None = None
    sides: tuple[float, ...] = ()

    @property
    def char_count(self) -> int:
        """How many characters its rows and tables hold."""
        in_cells = (passage for _, table in self.tables for cell in table.cells for passage in cell.passages)
        return sum(len(row.line.text) for row in self.rows) + sum(len(passage.text) for passage in in_cells)

    def above(self, lower: PageLayout) -> PageLayout:
        """This page and another that goes on below it, as one."""
        rows = [row._replace(top=row.top + self.height, bottom=row.bottom + self.height) for row in lower.rows]
        tables = [(top + self.height, table) for top, table in lower.tables]
        return PageLayout([*self.rows, *rows], [*self.tables, *tables], self.height + lower.height)


def page_text(pages: Iterable[PageLayout]) -> str:
    """The text of the rows of all pages without anything between them; tables are left out."""
    return "".join(row.line.text for page in pages for row in page.rows)


def name_pages(numbers: Sequence[int]) -> str:
    """The numbers of pages in words, the first eight of them: 第 1、2 页."""
    first = "、".join(map(str, numbers[:8])) + (f"等 {len(numbers)} " if len(numbers) > 8 else " ")
    return f"第 {first}页"


def too_many_chars(number: int, name: str) -> ReadError:
    """The error for a page of the file ``name`` with more than ``MAX_PAGE_CHARS``."""
    what = f"第 {number} 页超过 {MAX_PAGE_CHARS // 10_000} 万字"
    return ReadError(what, place=name, remedy="请用原程序打开，分页后另存再用")
