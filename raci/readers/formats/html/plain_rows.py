"""Tables and fields that a web page lays out with elements of any kind: rows of ``div`` or ``ul``, ``dl``, cards.

Only the words tell them: a row is the head of a table of tasks, and what stands below has as many cells; of two
elements the first is the name of a field (牵头单位), the second what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle

from raci.readers.formats.html.events import TEXT_TAG, PageEvent
from raci.readers.formats.html.role_rows import linked
from raci.rules.columns import NAMED, TASKS, columns, read_head
from raci.rules.punctuation import COLONS

__all__ = ["with_plain_rows"]

#: elements that may be a row, and a cell or a field
_ROWS = frozenset(("div", "ul", "ol", "li", "section", "article", "p", "a", "dl"))
_CELLS = frozenset(("div", "span", "li", "p", "dt", "dd", "a", "b", "strong", "em", "label"))
#: what stands in no cell of such a row
_OTHERS = frozenset(("table", "tr", "td", "th", "ul", "ol", "dl", "h1", "h2", "h3"))
#: a head has so many cells at least and at most, none of them longer; the longest name of a field
_FEWEST, _MOST, _LONGEST, _LONGEST_FIELD = 3, 15, 20, 12
#: a cell holds so many starts, ends and texts at most
_CELL = 150
#: what two elements one below the other may say as name and value; 工作目标 may as well be a heading
_FIELDS = frozenset((*NAMED, "deadline"))
#: the parts of a ``dl``
_TERMS = ("dt", "dd")

#: an element: where it begins and ends
_Element = tuple[int, int]


def with_plain_rows(events: list[PageEvent]) -> list[PageEvent]:
    """The events, with rows and cells where elements are laid out as such, and a colon behind the names of fields."""
    into: dict[int, list[PageEvent]] = {}
    index = 0
    while index < len(events):
        event = events[index]
        if event.ends or event.partner <= index or event.tag not in _ROWS:
            index += 1
            continue
        if event.tag == "dl":
            _set_fields(events, index, _children(events, index), into)
        cells = _cells(events, index)
        if len(cells) == 2:
            _set_field(events, cells[0], cells[1], into)
        elif len(cells) >= _FEWEST and (width := _head_width(events, cells)):
            index = _set_rows(events, index, cells, width, into)
            continue
        index += 1
    if not into:
        return events
    found: list[PageEvent] = []
    for index, event in enumerate(events):
        found += (*into.get(index, ()), event)
    return linked(found)


def _children(events: Sequence[PageEvent], index: int) -> list[_Element]:
    """The elements directly in the one that begins at an event; none where words stand beside them."""
    found = []
    place, end = index + 1, events[index].partner
    while place < end:
        event = events[place]
        if event.tag == TEXT_TAG:
            if event.text.strip():
                return []
        elif event.partner > place:
            found.append((place, event.partner))
            place = event.partner
        place += 1
    return found


def _cells(events: Sequence[PageEvent], index: int) -> list[_Element]:
    """The elements directly in another, where each may be a cell; none where one may not."""
    found = _children(events, index)
    if not all(events[first].tag in _CELLS and last - first <= _CELL for first, last in found):
        return []
    inside = (event for first, last in found for event in events[first + 1 : last])
    return [] if any(event.tag in _OTHERS for event in inside) else found


def _words(events: Sequence[PageEvent], element: _Element) -> str:
    return "".join(event.text for event in events[element[0] : element[1]] if event.tag == TEXT_TAG).strip()


def _head_width(events: Sequence[PageEvent], cells: Sequence[_Element]) -> int:
    """How many of the cells are the head of a table of tasks: the first few, or all; 0 where they are none."""
    heads: list[str] = []
    known = 0
    for cell in cells[:_MOST]:
        words = _words(events, cell)
        if not words or len(words) > _LONGEST:
            break
        known += known == len(heads) and read_head(words) is not None
        heads.append(words)
    for width in (known, len(heads)):
        if width >= _FEWEST and len(cells) % width == 0 and columns(heads[:width]) is not None:
            return width
    return 0


def _set_rows(
    events: list[PageEvent], index: int, cells: Sequence[_Element], width: int, into: dict[int, list[PageEvent]]
) -> int:
    """Make a table of the head and what stands below; the index behind it."""
    if len(cells) > width:  # all cells in one element, a row behind the other
        for start in range(0, len(cells), width):
            into.setdefault(cells[start][0], []).append(_row())
            into.setdefault(cells[start + width - 1][1] + 1, []).append(_row(ends=True))
        _set_cells(events, cells)
        return events[index].partner + 1
    rows = [(index, cells), *_rows_below(events, index, width)]
    if len(rows) < 2:
        return index + 1
    for first, held in rows:
        for event in (events[first], events[events[first].partner]):
            event.tag, event.block, event.attributes = "tr", True, {"role": "row"}
        _set_cells(events, held)
    return events[rows[-1][0]].partner + 1


def _rows_below(events: Sequence[PageEvent], index: int, width: int) -> Iterator[tuple[int, list[_Element]]]:
    """The elements of one kind that follow, with as many cells and no words between."""
    tag, place = "", events[index].partner + 1
    while place < len(events):
        event = events[place]
        if event.tag == TEXT_TAG and event.text.strip():
            return
        is_row = not event.ends and event.tag in _ROWS and event.tag == (tag or event.tag)
        if is_row and len(cells := _cells(events, place)) == width:
            yield place, cells
            tag, place = event.tag, event.partner
        place += 1


def _set_cells(events: Sequence[PageEvent], cells: Sequence[_Element]) -> None:
    for element in cells:
        for place in element:
            events[place].tag, events[place].block = "td", True


def _row(*, ends: bool = False) -> PageEvent:
    return PageEvent("tr", ends=ends, block=True, attributes={} if ends else {"role": "row"})


def _set_fields(
    events: list[PageEvent], index: int, parts: Sequence[_Element], into: dict[int, list[PageEvent]]
) -> None:
    """Make a ``dl`` whose terms are names of fields, one of them somebody's, a table; else put colons behind these."""
    terms = parts[::2]
    heads = [read_head(_words(events, term)) for term in terms]
    roles = {head.role for head in heads if head is not None}
    if not roles & NAMED or any(events[part[0]].tag != tag for part, tag in zip(parts, cycle(_TERMS), strict=False)):
        return
    if len(parts) % 2 or not roles & TASKS or 2 * sum(head is not None for head in heads) < len(heads):
        for above, below in zip(terms, parts[1::2], strict=False):
            _set_field(events, above, below, into)
        return
    for place in (index, events[index].partner):
        events[place].tag, events[place].block = "table", True
    for above, below in zip(terms, parts[1::2], strict=True):
        into.setdefault(above[0], []).append(_row())
        into.setdefault(below[1] + 1, []).append(_row(ends=True))
    _set_cells(events, parts)


def _set_field(events: list[PageEvent], name: _Element, said: _Element, into: dict[int, list[PageEvent]]) -> None:
    """A colon between two elements of a line of their own, the first of which names a field."""
    words, value = _words(events, name), _words(events, said)
    is_label = events[name[0]].tag in ("label", "dt")
    apart = events[name[0]].block and events[said[0]].block
    if not (is_label or apart) or not value or len(words) > _LONGEST_FIELD or words.endswith(COLONS):
        return
    head = read_head(words)
    if head is None or read_head(value) is not None or not (is_label or head.role in _FIELDS):
        return
    events[name[1]].block = events[said[0]].block = False
    into.setdefault(said[0], []).append(PageEvent(TEXT_TAG, "："))
