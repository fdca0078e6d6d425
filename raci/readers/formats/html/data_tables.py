"""Tables of a web page that hold data, unlike those that only arrange it, and the lines beside them."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.formats.html.events import TEXT_TAG, PageEvent

__all__ = ["is_data_table", "with_lines_beside"]

_CELLS = frozenset(("td", "th"))
#: elements whose words belong to the table beside them: its title, its legend, its notes
_LINES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "center", "br", "hr", "strong", "b", "span", "font"))
#: of the words of a table of data no cell holds so many, and so many of its rows hold several cells
_MOST, _FEWEST_ROWS = 0.5, 2


def is_data_table(events: Sequence[PageEvent], index: int) -> bool:
    """Whether the table that begins at an event has rows of several cells, of which none holds most of its words."""
    rows: list[list[int]] = []
    place = index + 1
    while place < events[index].partner:
        event = events[place]
        if event.tag == "tr" and not event.ends:
            rows.append([])
        elif event.tag in _CELLS and not event.ends and rows:
            inside = range(place, event.partner)
            if any(events[inner].tag == "table" for inner in inside):
                return False
            rows[-1].append(sum(len(events[inner].text.strip()) for inner in inside if events[inner].tag == TEXT_TAG))
            place = event.partner
        place += 1
    sizes = [size for row in rows for size in row]
    several = sum(sum(size > 0 for size in row) > 1 for row in rows)
    return several >= _FEWEST_ROWS and max(sizes) < _MOST * sum(sizes)


def with_lines_beside(events: Sequence[PageEvent], first: int, last: int) -> tuple[int, int]:
    """The stretch of a table (its first event and its last), with the lines right before and behind it."""
    while first > 0 and (begin := _line_that_ends(events, first - 1)) is not None:
        first = begin
    while last + 1 < len(events) and (end := _line_that_begins(events, last + 1)) is not None:
        last = end
    return first, last


def _line_that_ends(events: Sequence[PageEvent], index: int) -> int | None:
    event = events[index]
    if event.tag == TEXT_TAG:
        return index
    return event.partner if event.ends and event.tag in _LINES else None


def _line_that_begins(events: Sequence[PageEvent], index: int) -> int | None:
    event = events[index]
    if event.tag == TEXT_TAG:
        return index
    return event.partner if not event.ends and event.tag in _LINES and event.partner > index else None
