"""Pages to paragraphs and tables in reading order; what goes on overleaf is joined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage
from raci.readers.layout.pages import PageLayout
from raci.readers.layout.row_paragraphs import to_paragraphs
from raci.readers.layout.side_tables import are_sides
from raci.readers.layout.table_continuation import goes_on, join_tables, with_top_row
from raci.readers.layout.text_edges import SetRow, TextEdges, set_rows, text_edges

__all__ = ["in_reading_order"]


#: the sides of columns that go on overleaf stand at one place within so many points
_SAME = 2.0


def in_reading_order(pages: Sequence[PageLayout]) -> list[Passage | DraftTable]:
    """The paragraphs and tables of the pages in reading order; what goes on overleaf is joined."""
    document = text_edges([row for page in pages for row in page.rows if not row.parted])
    before: TextEdges | None = None
    parts: list[Passage | DraftTable] = []
    run: list[SetRow] = []  # rows since the last table, over pages
    above: PageLayout | None = None
    for page in pages:
        rest = set_rows(sorted(page.rows, key=lambda row: (row.order, row.top)), document, before)
        before = rest[-1].edges if rest else before
        if parts and not run and page.top_row is not None and (joined := with_top_row(parts[-1], page.top_row)):
            parts[-1] = joined
            rest = [each for each in rest if each.row.top > page.top_row.bottom]
        tables = sorted(page.tables, key=lambda placed: placed[0])
        begun = _begun_above(above, page, tables, rest)
        if begun is not None:
            tables[0] = (tables[0][0], join_tables(begun.table, tables[0][1]))
            run = [each for each in run if each.row.line.page != begun.page or each.row.top < begun.top]
        above = page
        for top, table in tables:
            count = _count_above(rest, top)
            run += rest[:count]
            rest = rest[count:]
            last = parts[-1] if parts and not run else None
            if isinstance(last, DraftTable) and goes_on(last, table) and not are_sides(last, table):
                parts[-1] = join_tables(last, table)
                continue
            parts += to_paragraphs(run)
            parts.append(table)
            run = []
        run += rest
    return [*parts, *to_paragraphs(run)]


class _BegunRow(NamedTuple):
    table: DraftTable
    page: int | None
    top: float


def _begun_above(
    above: PageLayout | None, page: PageLayout, tables: Sequence[tuple[float, DraftTable]], rows: Sequence[SetRow]
) -> _BegunRow | None:
    """The row by itself at the end of the page ``above`` that the first table of a page goes on from; mostly none.

    Both have the same columns, and nothing stands between.
    """
    row = above.bottom_row if above is not None else None
    if above is None or row is None or not tables or len(row.xs) != len(page.sides):
        return None
    apart = (abs(one - other) for one, other in zip(row.xs, page.sides, strict=True))
    if _count_above(rows, tables[0][0]) or max(apart, default=0.0) > _SAME:
        return None
    below = [each for each in above.rows if each.top >= row.top]
    if not below or any(each.bottom > row.bottom for each in below):
        return None
    return _BegunRow(row.table, below[0].line.page, row.top)


def _count_above(rows: Sequence[SetRow], top: float) -> int:
    """How many of the rows, in their order, come before a table: up to the first that stands no higher."""
    return next((index for index, (row, _) in enumerate(rows) if row.top >= top), len(rows))
