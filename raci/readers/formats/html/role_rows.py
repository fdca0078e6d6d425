"""Rows that a web page marks by their role alone (``role="row"``), without a table or grid around them.

Rows that follow one another with no words between them are a table; what wraps each of them goes around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.readers.formats.html.events import TEXT_TAG, PageEvent

__all__ = ["linked", "with_tables"]

#: so many rows make a table, and so many cells a row
_LEAST_ROWS, _LEAST_CELLS = 2, 2

#: a row: the index of its start and of its end
_Row = tuple[int, int]


def with_tables(events: list[PageEvent]) -> list[PageEvent]:
    """The events, with a table around rows that stand in none; the same list where there are no such rows."""
    if not any(event.tag == "tr" and event.attributes.get("role") for event in events):
        return events
    groups = [group for group in _groups(events, list(_rows(events))) if len(group) >= _LEAST_ROWS]
    if not groups:
        return events
    found: list[PageEvent] = []
    done = 0
    for group in groups:
        found += events[done : group[0][0]]
        begins, rows, ends = _unwrapped(events, group)
        table = PageEvent("table", block=True)
        found += [*begins, table, *rows, PageEvent("table", ends=True, block=True), *ends]
        done = group[-1][1] + 1
    found += events[done:]
    return linked(found)


def _rows(events: Sequence[PageEvent]) -> Iterator[_Row]:
    """The rows of several cells that stand in no table."""
    place = 0
    while place < len(events):
        event = events[place]
        if event.tag == "table" and not event.ends:
            place = event.partner
        elif event.tag == "tr" and not event.ends:
            inside = events[place : event.partner]
            if sum(inner.tag == "td" and not inner.ends for inner in inside) >= _LEAST_CELLS:
                yield place, event.partner
            place = event.partner
        place += 1


def _groups(events: Sequence[PageEvent], rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    group: list[_Row] = []
    for row in rows:
        if group and any(event.text.strip() for event in events[group[-1][1] : row[0]]):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _unwrapped(
    events: Sequence[PageEvent], group: Sequence[_Row]
) -> tuple[list[PageEvent], list[PageEvent], list[PageEvent]]:
    """The rows alone, and the elements that begin and end between them more often than the others do."""
    begins: list[PageEvent] = []
    rows: list[PageEvent] = []
    ends: list[PageEvent] = []
    before: int | None = None
    for first, last in group:
        between = [event for event in events[before:first] if event.tag != TEXT_TAG] if before is not None else []
        closing = [event for event in between if event.ends]
        opening = [event for event in between if not event.ends]
        both = min(len(closing), len(opening))
        begins += opening[both:]
        ends += closing[both:]
        rows += events[first : last + 1]
        before = last + 1
    return begins, rows, ends


def linked(events: list[PageEvent]) -> list[PageEvent]:
    """The events, each told where the other end of its element stands now."""
    opened: list[int] = []
    for index, event in enumerate(events):
        if event.tag == TEXT_TAG:
            continue
        if not event.ends:
            opened.append(index)
        elif opened:
            event.partner = opened.pop()
            events[event.partner].partner = index
    return events
