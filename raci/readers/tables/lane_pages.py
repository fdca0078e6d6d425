"""Tables in lanes over several pages: the lanes of a page may stand elsewhere, with the head above them or without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from raci.readers.tables.cell_pieces import Line, TableStart
from raci.readers.tables.lane_heads import whole_head
from raci.readers.tables.lanes import LaneRow, LaneWords, Spacing, joined_spans, read_lanes, show_lanes, stretches_of

__all__ = ["read_leaves", "read_pages"]

#: between two lanes
_GAP = 2
#: so many lines show the lanes of a page without a head, and in no more lines are such pages looked for
_LEAST, _MOST_LINES = 2, 2000

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
    return _bound(pages)


def read_leaves(
    lines: Sequence[Line], start: TableStart, over: Sequence[LaneWords], indents: Sequence[int], stop: int, sp: Spacing
) -> _Page | None:
    """The same where the pages behind the first have no head: they begin with a row that does not keep to the lanes.

    ``over`` are the words of the head, each where it stands.
    """
    if stop - start.end > _MOST_LINES:
        return None
    placed = {
        place: [words[1:] for words in stretches_of(lines[place][1], indents[place], sp)]
        for place in range(start.end, stop)
        if lines[place][1]
    }
    for number, cut in enumerate(_cuts(placed, [words[1:] for words in over])):
        several = [spans for place, spans in placed.items() if place >= cut and len(spans) > 1]
        heads = [LaneWords("", *lane) for lane in _lanes(several, len(over))]
        page = read_lanes(lines, start, over, indents, (), cut, sp) if heads and cut > start.end else None
        if page is None or not show_lanes(page[0]):
            continue
        head = start._replace(start=cut - 1, end=cut)
        rest = read_lanes(lines, head, heads, indents, (), stop, sp)
        if rest is None and not number:
            rest = read_leaves(lines, head, heads, indents, stop, sp)
        if rest is not None and show_lanes(rest[0]):
            return _bound([page, rest])
    return None


def _cuts(placed: Mapping[int, Sequence[tuple[int, int]]], lanes: Sequence[tuple[int, int]]) -> list[int]:
    """The first line that does not keep to the lanes, and the first of its row; ``placed`` are the words of each line.

    A row may be parted by the end of a page, and its first line stand in the lanes of another by chance.
    """
    row: int | None = None
    joined = [*lanes]
    for place, spans in placed.items():
        if spans[0][0] < lanes[0][1]:
            if len(spans) == 1:
                continue  # a section
            row = place
        joined = joined_spans(sorted([*joined, *spans]))
        if len(joined) != len(lanes):
            return sorted({place, place if row is None else row}, reverse=True)
    return []


def _lanes(rows: Sequence[Sequence[tuple[int, int]]], number: int) -> list[tuple[int, int]]:
    """The lanes of the first rows of a page, as many as there are columns; none where they show less or more."""
    lanes: list[tuple[int, int]] = []
    for spans in rows:
        joined = joined_spans(sorted([*lanes, *spans]))
        if len(joined) > number or len(joined) < len(lanes):
            break
        lanes = joined
    return lanes if len(lanes) == number and len(rows) >= _LEAST else []


def _bound(pages: Sequence[_Page]) -> _Page:
    """The lines of all pages in lanes that they have in common."""
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
