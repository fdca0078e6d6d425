"""Pages to paragraphs and tables in reading order; what goes on overleaf is joined."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage
from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.pages import PageLayout
from raci.readers.layout.row_paragraphs import text_edges, to_paragraphs
from raci.readers.layout.side_tables import are_sides
from raci.readers.layout.table_continuation import goes_on, join_tables

__all__ = ["in_reading_order"]


def in_reading_order(pages: Sequence[PageLayout]) -> list[Passage | DraftTable]:
    """The paragraphs and tables of the pages in reading order; what goes on overleaf is joined."""
    edges = text_edges([row for page in pages for row in page.rows if not row.parted])
    parts: list[Passage | DraftTable] = []
    run: list[TextRow] = []  # rows since the last table, over pages
    for page in pages:
        rest = sorted(page.rows, key=lambda row: (row.order, row.top))
        for top, table in sorted(page.tables, key=lambda placed: placed[0]):
            above = _count_above(rest, top)
            run += rest[:above]
            rest = rest[above:]
            last = parts[-1] if parts and not run else None
            if isinstance(last, DraftTable) and goes_on(last, table) and not are_sides(last, table):
                parts[-1] = join_tables(last, table)
                continue
            parts += to_paragraphs(run, edges)
            parts.append(table)
            run = []
        run += rest
    return [*parts, *to_paragraphs(run, edges)]


def _count_above(rows: Sequence[TextRow], top: float) -> int:
    """How many of the rows, in their order, come before a table: up to the first that stands no higher."""
    return next((index for index, row in enumerate(rows) if row.top >= top), len(rows))
