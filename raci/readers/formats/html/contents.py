"""The table of contents of a web page: lines that are nothing but links to places further down in it."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.formats.html.events import TEXT_TAG, PageEvent

__all__ = ["find_contents"]

#: elements that hold one line of contents
_LINES = frozenset(("p", "li", "dt", "dd", "div", "td"))
#: fewer such lines are no contents
_FEWEST = 3


def find_contents(events: Sequence[PageEvent]) -> list[int]:
    """The events at which such lines begin; none where there are only a few.

    A heading that leads back to the contents is none: its link goes up.
    """
    places: dict[str, int] = {}
    for index, event in enumerate(events):
        for name in (event.attributes.get("id"), event.attributes.get("name")):
            if name:
                places.setdefault(name, index)
    lines = [index for index, event in enumerate(events) if event.tag in _LINES and _leads_down(events, index, places)]
    return lines if len(lines) >= _FEWEST else []


def _leads_down(events: Sequence[PageEvent], index: int, places: dict[str, int]) -> bool:
    """Whether all words in an element without blocks inside stand in links to places further down."""
    depth = links = 0
    for place in range(index + 1, events[index].partner):
        event = events[place]
        if event.block and not event.ends:
            return False
        if event.tag == "a":
            depth += -1 if event.ends else 1
            target = event.attributes.get("href") or ""
            if not event.ends and target:
                if target[:1] != "#" or places.get(target[1:], -1) <= index:
                    return False
                links += 1
        elif event.tag == TEXT_TAG and event.text.strip() and not depth:
            return False
    return links > 0
