"""Rows shared out over slides: as many as fit on each, and a row that fits on none cut into several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.views.tables.shares import reach
from raci.writers.pptx.table import LEADING, PADDING, PADDING_ABOVE

__all__ = ["Page", "pages", "row_height", "wrapped"]

#: the rows of a slide: which row of the table it is, its texts, its height in mm
Page = list[tuple[int, list[str], float]]

_MM = 25.4 / 72
#: programs break lines a little earlier than counted, in letters
_SLACK = 0.5


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The lines of a text in a column of that width (mm), in letters of that size (points), about."""
    room = (width - 2 * PADDING) / (size * _MM) - _SLACK
    lines = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for char in paragraph:
            wide = reach(char)
            if line and used + wide > room:
                lines.append(line)
                line, used = "", 0.0
            line, used = line + char, used + wide
        lines.append(line)
    return lines


def row_height(lines: int, size: float) -> float:
    """How high a row of so many lines is, in mm."""
    return lines * size * LEADING * _MM + 2 * PADDING_ABOVE


def pages(rows: Sequence[Sequence[str]], widths: Sequence[float], size: float, room: float) -> Iterator[Page]:
    """The rows of each slide; ``room`` is what there is for them on one, in mm.

    A row that is higher than a slide goes on in the next, with the lines that are left.
    """
    most = max(1, int((room - 2 * PADDING_ABOVE) / (size * LEADING * _MM)))
    page: Page = []
    used = 0.0
    for index, row in enumerate(rows):
        lines = [wrapped(text, width, size) for text, width in zip(row, widths, strict=True)]
        highest = max(map(len, lines), default=1)
        for first in range(0, highest, most):
            # the program breaks the lines of a whole row itself
            part = list(row) if highest <= most else ["".join(cell[first : first + most]) for cell in lines]
            height = row_height(min(most, highest - first), size)
            if page and used + height > room:
                yield page
                page, used = [], 0.0
            page.append((index, part, height))
            used += height
    if page:
        yield page
