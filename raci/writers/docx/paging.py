"""Where the pages of a table in Word begin, so that a cell joined over rows says on each page what it holds.

Word shows the words of such a cell on its first page alone. The rows are set in lines of a stated height, so that
their height can be told beforehand; where it is told wrong the words stand once more, or are missing on a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci.views.tables.shares import reach

__all__ = ["LEADING", "PARAGRAPH", "RowHeights", "split_at"]

#: the height of a line in sizes of its letters, and what a paragraph has above and below it, in points
LEADING, PARAGRAPH = 1.4, 4.5
#: between the top and bottom margins of a page, in points
_PAGE = (210 - 24 - 22) / 25.4 * 72
#: what stands above the table on the first page: the title, the line below it
_TITLE, _SUBTITLE = 36.0, 30.0
_RULE = 0.5


class RowHeights:
    """Follows the rows of a table down the pages; ``widths`` are the columns' room for words, in points."""

    def __init__(self, widths: Sequence[float], size: float, heads: Sequence[str]) -> None:
        self._widths, self._size = widths, size
        self._head = self.height(heads)
        self._used = _TITLE + _SUBTITLE + self._head

    def height(self, cells: Sequence[str | int], left_out: Mapping[int, object] | None = None) -> float:
        """How high a row is, in points, without the columns in ``left_out``."""
        highest = 0.0
        for column, (cell, width) in enumerate(zip(cells, self._widths, strict=True)):
            if left_out and column in left_out:
                continue
            in_line = max(int(width / self._size), 1)
            lines = [max(1, -int(-reach(line) // in_line)) for line in str(cell).split("\n")]
            highest = max(highest, sum(lines) * self._size * LEADING + len(lines) * PARAGRAPH)
        return highest + _RULE

    def begins_page(self, height: float, *, whole: bool) -> bool:
        """Go on by a row of that height; whether it is the first of a page. One that is not ``whole`` goes over two."""
        self._used += height
        if self._used <= _PAGE:
            return False
        room = _PAGE - self._head
        self._used = self._head + (height if whole else (self._used - _PAGE) % room)
        return whole


def split_at(counts: Sequence[int], starts: Sequence[bool]) -> list[int]:
    """The numbers of rows that joined cells take (0: covered by the one above), each cell ended where a page begins."""
    parted: list[int] = []
    first = 0
    for row, (count, begins) in enumerate(zip(counts, starts, strict=True)):
        if count or begins:
            first = row
            parted.append(1)
        else:
            parted.append(0)
            parted[first] += 1
    return parted
