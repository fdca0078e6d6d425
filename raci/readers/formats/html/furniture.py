"""What of a web page is the furniture of its site: navigation, where one is, other articles, sharing, the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from raci.readers.formats.html.events import PageEvent
from raci.rules.text_patterns import text_patterns

__all__ = ["find_furniture"]

#: elements that hold no text of an article, and roles that say so (HTML 4.3, WAI-ARIA 5.3.4)
_TAGS = frozenset(("nav", "aside", "footer"))
_ROLES = frozenset(("navigation", "contentinfo", "complementary", "search"))
#: an element that holds so much of the page is its text, whatever it is called, unless the text shows itself elsewhere
_MOST = 0.5

#: how many characters of text a stretch of events holds
#: so many cells with words make a row of a table, not one that lays out a page
_CELLS = 3
Weigh = Callable[[int, int], int]


def find_furniture(events: Sequence[PageEvent], weigh: Weigh) -> list[bool]:
    """For each event whether it is furniture: an element called so, or what follows on a heading such as 相关阅读.

    What has a main heading (``h1``) or words of duties in it is none; what leads to other pages is not its own.
    """
    patterns = text_patterns("web_pages")
    linked = _linked(events)
    texts = [
        patterns["duty-words"].holds(event.text) and index not in linked if event.text else event.tag == "h1"
        for index, event in enumerate(events)
    ]
    kept = list(accumulate(texts, initial=0))  # how many signs of the text itself stand before each event
    worded = list(accumulate((bool(event.text) for event in events), initial=0))
    # where the text shows itself by such signs, the rest may be longer than a short article is
    most = weigh(0, len(events)) * (1 if kept[-1] else _MOST)
    inside = [False] * len(events)
    open_elements: list[int] = []
    index = 0
    while index < len(events):
        event, end = events[index], -1
        start = index
        if event.partner > index:
            open_elements.append(index)
            end = event.partner if _is_named(event) else -1
        elif event.ends and open_elements:
            open_elements.pop()
        elif event.text and patterns["related-heading"].holds(event.text.strip()):
            start, end = _block_of_heading(events, worded, open_elements, index)
        if end > index and weigh(start, end) <= most and kept[end] == kept[start]:
            inside[start : end + 1] = [True] * (end + 1 - start)
            while open_elements and open_elements[-1] >= start:
                open_elements.pop()
            index = end
        index += 1
    return inside


def _linked(events: Sequence[PageEvent]) -> set[int]:
    """Which events are the words of links to other pages: titles of other articles speak of duties too."""
    return {
        inside
        for index, event in enumerate(events)
        if event.tag == "a" and not (event.attributes.get("href") or "#").startswith("#")
        for inside in range(index + 1, event.partner)
    }


def _block_of_heading(
    events: Sequence[PageEvent], worded: Sequence[int], open_elements: Sequence[int], index: int
) -> tuple[int, int]:
    """From the element of a heading to the end of what stands around it and holds words beside the heading.

    ``worded`` says how many events with words stand before each event. In a row of several cells with words it heads a
    column (任务 │ 相关文件 │ 牵头单位), and nothing else.
    """
    start = index
    for outer in reversed(open_elements):
        end = events[outer].partner
        if events[outer].tag == "tr" and worded[end] - worded[outer] >= _CELLS:
            break
        if worded[end] - worded[start] > 1:
            return start, end - 1
        start = outer
    return start, index


def _is_named(event: PageEvent) -> bool:
    if event.tag in _TAGS or event.attributes.get("role") in _ROLES:
        return True
    name = text_patterns("web_pages")["furniture-name"]
    words = f"{event.attributes.get('id') or ''} {event.attributes.get('class') or ''}".split()
    return any(name.holds(word) for word in words)
