"""Running heads, feet and page numbers are taken off pages, so that what goes on overleaf can be joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.measures import row_gaps, upper_median
from raci.readers.layout.pages import PageLayout
from raci.rules.text_patterns import text_patterns

__all__ = ["is_page_number", "note_running_heads", "without_running_heads"]

_DIGITS = re.compile(r"\d+")
#: running heads stand in this part of a page, above and below
_MARGIN = 0.16
#: … and are among the first or last so many rows
_MAX_ROWS = 2
#: they stand on this part of the pages, at the same height (left and right pages may differ), on two at the least
_MIN_SHARE, _MIN_PAGES = 0.4, 2
#: … and the gap to the body is so many times that between its lines, or their type differs by this part
_GAP_FACTOR, _SIZE_DIFFERENCE = 1.25, 0.06
#: a row at the top in type this much smaller than the body is one
_SMALL_TYPE = 0.8
#: rows of two pages stand at the same height where it is the same in steps of so many points
_HEIGHT_STEP = 4


class _BodyMeasures(NamedTuple):
    """What is usual in a document: the gap between rows and the size of type, in points."""

    gap: float
    size: float


def without_running_heads(pages: Sequence[PageLayout]) -> tuple[list[PageLayout], int]:
    """The pages without page numbers and running heads, and how many rows those were."""
    occurrences = Counter(
        key for page in pages for key in {_repetition_key(row) for row in page.rows if _in_margin(row, page.height)}
    )
    threshold = max(_MIN_PAGES, round(_MIN_SHARE * len(pages)))
    repeated = {key for key, count in occurrences.items() if count >= threshold}
    usual = _BodyMeasures(
        upper_median(gap for page in pages for gap in row_gaps(page.rows)),
        upper_median(row.size for page in pages for row in page.rows),
    )
    bodies = [page._replace(rows=_body_rows(page, repeated, usual)) for page in pages]
    dropped = sum(len(page.rows) - len(body.rows) for page, body in zip(pages, bodies, strict=True))
    return bodies, dropped


def note_running_heads(dropped: int) -> list[str]:
    """What to say of so many rows that were left out: nothing, or one note."""
    return [f"页眉、页脚和页码未读 {dropped} 行"] if dropped else []


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    return text_patterns("pages")["page-number"].holds(text)


def _is_browser_stamp(text: str) -> bool:
    """Whether a line is what a browser prints at the head or foot of a page: the time and title, the address."""
    return text_patterns("pages")["browser-stamp"].holds(text)


def _in_margin(row: TextRow, height: float) -> bool:
    return row.bottom < _MARGIN * height or row.top > (1 - _MARGIN) * height


def _repetition_key(row: TextRow) -> tuple[str, int]:
    """What is the same of a running head on each page: its words apart from numbers, and its height."""
    return _DIGITS.sub("#", row.line.text), round(row.top / _HEIGHT_STEP)


def _body_rows(page: PageLayout, repeated: Collection[tuple[str, int]], usual: _BodyMeasures) -> list[TextRow]:
    """The rows of a page, top down, between its running heads and feet: from the edges inwards, as far as they go."""
    rows = sorted(page.rows, key=lambda row: row.top)

    def is_running_head(index: int) -> bool:
        row = rows[index]
        if is_page_number(row.line.text) or _is_browser_stamp(row.line.text):
            return True
        if index == 0 and row.bottom < _MARGIN * page.height and row.size < _SMALL_TYPE * usual.size:
            return True
        if not _in_margin(row, page.height) or _repetition_key(row) not in repeated:
            return False
        # a line that says who does what is none, however often it stands there, unless the page's number parts it off
        return lies_beyond_number(index) or not text_patterns("pages")["states-duties"].holds(row.line.text)

    def lies_beyond_number(index: int) -> bool:
        inward = index - 1 if index >= len(rows) - _MAX_ROWS else index + 1
        return 0 < inward < len(rows) - 1 and is_page_number(rows[inward].line.text)

    def is_set_apart(row: TextRow, body_row: TextRow) -> bool:
        """Whether a row is set apart from the body, so that it is not a line of it that happens to repeat."""
        far = abs(row.top - body_row.top) > _GAP_FACTOR * usual.gap
        marked = is_page_number(row.line.text) or _is_browser_stamp(row.line.text)
        return far or abs(row.size - usual.size) > _SIZE_DIFFERENCE * usual.size or marked

    first, last = 0, len(rows)
    while first < min(_MAX_ROWS, last) and is_running_head(first):
        first += 1
    while 0 < first < last and not is_set_apart(rows[first - 1], rows[first]):
        first -= 1
    while last > max(first, len(rows) - _MAX_ROWS) and is_running_head(last - 1):
        last -= 1
    while first < last < len(rows) and not is_set_apart(rows[last], rows[last - 1]):
        last += 1
    return rows[first:last]
