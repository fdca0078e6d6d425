"""Pages to paragraphs and tables in reading order; what goes on overleaf is joined."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage
from raci.readers.layout.pages import PageLayout
from raci.readers.layout.row_paragraphs import to_paragraphs
from raci.readers.layout.side_tables import are_sides
from raci.readers.layout.table_continuation import goes_on, join_tables, with_top_row
from raci.readers.layout.text_edges import SetRow, TextEdges, set_rows, text_edges

__all__ = ["in_reading_order"]


def in_reading_order(pages: Sequence[PageLayout]) -> list[Passage | DraftTable]:
    """The paragraphs and tables of the pages in reading order; what goes on overleaf is joined."""
    document = text_edges([row for page in pages for row in page.rows if not row.parted])
    before: TextEdges | None = None
    parts: list[Passage | DraftTable] = []
    run: list[SetRow] = []  # rows since the last table, over pages
    for page in pages:
        rest = set_rows(sorted(page.rows, key=lambda row: (row.order, row.top)), document, before)
        before = rest[-1].edges if rest else before
        if parts and not run and page.top_row is not None and (joined := with_top_row(parts[-1], page.top_row)):
            parts[-1] = joined
            rest = [each for each in rest if each.row.top > page.top_row.bottom]
        for top, table in sorted(page.tables, key=lambda placed: placed[0]):
            above = _count_above(rest, top)
            run += rest[:above]
            rest = rest[above:]
            last = parts[-1] if parts and not run else None
            if isinstance(last, DraftTable) and goes_on(last, table) and not are_sides(last, table):
                parts[-1] = join_tables(last, table)
                continue
            parts += to_paragraphs(run)
            parts.append(table)
            run = []
        run += rest
    return [*parts, *to_paragraphs(run)]


def _count_above(rows: Sequence[SetRow], top: float) -> int:
    """How many of the rows, in their order, come before a table: up to the first that stands no higher."""
    return next((index for index, (row, _) in enumerate(rows) if row.top >= top), len(rows))
