"""Tables in lanes over several pages, each with the head once more: the lanes of a page may stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from raci.readers.tables.cell_pieces import Line, TableStart
from raci.readers.tables.lane_heads import whole_head
from raci.readers.tables.lanes import LaneRow, LaneWords, Spacing, read_lanes

__all__ = ["read_pages"]

#: between two lanes
_GAP = 2

_Page = tuple[list[LaneRow], list[tuple[int, int]]]


def read_pages(
    lines: Sequence[Line],
    heads: Sequence[TableStart],
    indents: Sequence[int],
    stop: int,
    spacing: Spacing,
) -> _Page | None:
    """The lines below the ``heads`` of all pages, in lanes that all have in common; None where one keeps to none.

    For the other arguments see ``read_lanes``.
    """
    pages: list[_Page] = []
    ends = [*(head.start for head in heads[1:]), stop]
    for start, end in zip(heads, ends, strict=True):
        head, over = whole_head(lines, start, indents, spacing)
        page = read_lanes(lines, head, over, indents, (), end, spacing)
        if page is None or (pages and len(page[1]) != len(pages[0][1])):
            return None
        while len(page[0]) > 1 and _is_page_number(page[0][-1]):
            page[0].pop()
        pages.append(page)
    widths = [
        max(last - first for first, last in column) for column in zip(*(lanes for _, lanes in pages), strict=True)
    ]
    begins = [*accumulate((width + _GAP for width in widths), initial=0)]
    common = [(begin, begin + width) for begin, width in zip(begins, widths, strict=False)]
    found: list[LaneRow] = []
    for rows, lanes in reversed(pages):
        # what stands between two pages parts no rows
        up = found[0].place - 1 - rows[-1].place if found else 0
        found[:0] = [_moved(row._replace(place=row.place + up), lanes, common) for row in rows]
    return found, common


def _is_page_number(row: LaneRow) -> bool:
    return len(row.stretches) == 1 and all(words.strip("-—– ").isdigit() for words, *_ in row.stretches.values())


def _moved(row: LaneRow, lanes: Sequence[tuple[int, int]], common: Sequence[tuple[int, int]]) -> LaneRow:
    """A line of a page in the lanes that all pages have in common: as far from their edges as it was."""
    return row._replace(
        stretches={
            place: LaneWords(
                words, common[place][0] + first - lanes[place][0], common[place][1] - (lanes[place][1] - last)
            )
            for place, (words, first, last) in row.stretches.items()
        }
    )
