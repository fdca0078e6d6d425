"""What stands on a page (pdf, ofd, pictures), characters and rules, to its lines and tables."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.reading_order import Page
from raci.readers.layout.ruled_tables import RuledLine, tables
from raci.readers.layout.two_columns import Columned
from raci.readers.layout.unruled_tables import Unruled

__all__ = ["PageReader"]


class PageReader:
    """Reads page after page of one document: what goes on overleaf goes on in the same columns."""

    def __init__(self) -> None:
        self._columned, self._unruled = Columned(), Unruled()

    def page(self, chars: Sequence[Glyph], drawn: Sequence[RuledLine], number: int, height: float) -> Page:
        """The page of that number: its tables, with rules and without, and the lines outside of them."""
        ruled, outside = tables(drawn, chars, number) if drawn else ([], list(chars))
        unruled, outside = self._unruled.tables(outside, number)
        return Page(self._columned.rows(outside, number), [*ruled, *unruled], height)
