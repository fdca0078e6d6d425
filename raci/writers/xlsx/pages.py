"""Where the pages of a sheet end: no heading is left alone at the foot of one."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Pages"]


@dataclass(slots=True)
class Pages:
    """Rows are told one by one, from the top; ``breaks`` are the rows that begin a page (as XlsxWriter counts them).

    ``room`` is how high a page is, ``repeated`` the heads that stand on each after the first, in points.
    """

    room: float
    repeated: float
    breaks: list[int] = field(default_factory=list)
    _used: float = 0.0
    _waiting: float = 0.0  # the headings that wait for the row below them
    _first: int = 0

    def head(self, row: int, high: float) -> None:
        """A heading, which must not be the last on its page."""
        if not self._waiting:
            self._first = row
        self._waiting += high

    def take(self, high: float) -> None:
        """A row, with the headings that stand right above it."""
        if self._used + self._waiting + high > self.room and self._used:
            if self._waiting:
                self.breaks.append(self._first)
            self._used = self.repeated
        self._used += self._waiting + high
        self._waiting = 0.0
