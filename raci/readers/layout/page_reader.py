"""What stands on a page (pdf, ofd, pictures), characters and ruled lines, to its rows of text and its tables."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.pages import PageLayout
from raci.readers.layout.ruled_tables import RuledLine, ruled_tables
from raci.readers.layout.two_columns import ColumnReader
from raci.readers.layout.unruled_tables import UnruledTableReader

__all__ = ["PageReader"]


class PageReader:
    """Reads page after page of one document: what goes on overleaf goes on in the same columns."""

    def __init__(self) -> None:
        self._column_reader, self._unruled_reader = ColumnReader(), UnruledTableReader()

    def read_page(
        self, glyphs: Sequence[Glyph], ruled_lines: Sequence[RuledLine], number: int, height: float
    ) -> PageLayout:
        """The page of that number: its tables, with ruled lines and without, and the rows of text outside of them."""
        ruled, outside = ruled_tables(ruled_lines, glyphs, number) if ruled_lines else ([], list(glyphs))
        unruled, outside = self._unruled_reader.tables(outside, number)
        return PageLayout(self._column_reader.rows(outside, number), [*ruled, *unruled], height)
