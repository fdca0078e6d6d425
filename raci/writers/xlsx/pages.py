"""Where the pages of a sheet end: no heading is left alone at the bottom of one."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["PageBreaks"]


@dataclass(slots=True)
class PageBreaks:
    """Rows are added one by one, from the top; ``breaks`` are the rows that begin a page (as XlsxWriter counts them).

    ``room`` is how high a page is, ``repeated`` how high the heads that stand on each after the first, in points.
    """

    room: float
    repeated: float
    breaks: list[int] = field(default_factory=list)
    _used: float = 0.0
    _waiting: float = 0.0  # the headings that wait for the row below them
    _first: int = 0

    def add_heading(self, row: int, height: float) -> None:
        """A heading, which must not be the last on its page."""
        if not self._waiting:
            self._first = row
        self._waiting += height

    def add_row(self, height: float) -> None:
        """A row, with the headings that stand right above it."""
        if self._used + self._waiting + height > self.room and self._used:
            if self._waiting:
                self.breaks.append(self._first)
            self._used = self.repeated
        self._used += self._waiting + height
        self._waiting = 0.0
