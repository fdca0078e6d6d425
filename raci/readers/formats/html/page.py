"""Which stretch of a web page is its text, and what the page is called."""

from __future__ import annotations

import re
from itertools import accumulate

from raci.readers.formats.html.contents import find_contents
from raci.readers.formats.html.data_tables import is_data_table, with_lines_beside
from raci.readers.formats.html.events import PageEvent
from raci.readers.formats.html.furniture import find_furniture
from raci.readers.formats.html.page_facts import page_facts
from raci.readers.formats.html.shown import shown_page
from raci.rules.text_patterns import text_patterns

__all__ = ["WebPage"]

#: elements that may hold the text of a page
_CONTAINERS = frozenset(
    ["div", "td", "article", "section", "main", "body", "form", "center", "ucapcontent", "span", "table", "tbody", "tr"]
)
#: elements that may be nothing but a list of links
_LINK_LISTS = frozenset(["ul", "nav", "dl", "div"])
_HAN = re.compile(r"[\u4e00-\u9fff]")
#: a child that holds this share of the text is where the text is; a known container needs less
_MOST, _ENOUGH = 0.85, 0.6
#: a page of so many Chinese characters has its text in itself
_LONG_TEXT = 300
#: a list is furniture where links hold this share of it, and where it has so many of them
_LINKED, _FEWEST = 0.8, 3

#: a stretch of events: the index of its first and the index of its last or of what follows
Stretch = tuple[int, int]


class WebPage:
    """A page as a flat run of events; ``facts`` is what its head says of its text.

    ``left_notes`` say what the page strikes out or hides, ``contents`` are the lines of its table of contents.
    """

    def __init__(self, source: str) -> None:
        from selectolax.lexbor import LexborHTMLParser

        tree = LexborHTMLParser(source)
        self._frames = len(tree.css("iframe:not([srcdoc]), frame"))
        self.events, self.left_notes = shown_page(tree)
        self.facts = page_facts(tree)
        # how many Chinese characters stand before each event, outside of links and in links
        everything, self._linked = _weights(self.events)
        self._furniture = find_furniture(self.events, lambda first, last: everything[last] - everything[first])
        self.contents = find_contents(self.events)
        for index in self.contents:
            end = self.events[index].partner
            self._furniture[index : end + 1] = [True] * (end + 1 - index)
        self._all = everything
        self._plain = _without(everything, self._furniture)

    def remedy(self) -> str:
        """What the user can do where the page has no words of its own."""
        if self._frames:
            return "内容在它框架里的其他网页中，请用浏览器、Excel 或 WPS 打开后另存再用"
        return "正文可能由脚本生成，请在浏览器里打开后复制为文本文件"

    def frame_notes(self) -> list[str]:
        """What is to be said of other pages that are shown in this one: they may hold its text where it is short."""
        if not self._frames or self.weight(0, len(self.events)) >= _LONG_TEXT:
            return []
        return [f"网页里嵌入的其他网页未读，共 {self._frames} 个；正文如果在那里，请打开后另存再用"]

    def weight(self, first: int, last: int) -> int:
        """How many Chinese characters stand in a stretch of events, those in links and in furniture not counted."""
        return self._plain[last] - self._plain[first]

    def left_out(self, first: int, last: int) -> int:
        """How many Chinese characters of the page stand outside of a stretch or in furniture, links not counted."""
        return self._all[-1] - self.weight(first, last)

    def is_furniture(self, index: int) -> bool:
        """Whether an event stands in furniture of the site."""
        return self._furniture[index]

    def main(self) -> Stretch:
        """The stretch of events that is the text of the page: a known container, else the smallest that holds most."""
        whole = (0, len(self.events))
        if not self.weight(*whole):
            return whole
        known = self._known_containers()
        if known:
            return min(known, key=lambda stretch: (self.weight(*stretch), stretch[0] - stretch[1]))
        current = whole
        while True:
            first, last = current if current == whole else (current[0] + 1, current[1] - 1)
            inner = self._heaviest_child(first, last, _MOST * self.weight(*current))
            if inner is None or self.events[inner[0]].tag not in _CONTAINERS:
                return self._whole_table(current)
            if self.events[inner[0]].tag == "table" and is_data_table(self.events, inner[0]):
                return with_lines_beside(self.events, *inner)
            current = inner

    def _known_containers(self) -> list[Stretch]:
        """The elements by whose names programs mark the text of a page, and that hold enough of it."""
        container = text_patterns("web_pages")["text-container"]
        enough = _ENOUGH * self.weight(0, len(self.events))
        return [
            (index, event.partner)
            for index, event in enumerate(self.events)
            if not event.ends
            and event.attributes
            and any(
                container.holds(word) for name in ("id", "class") for word in (event.attributes.get(name) or "").split()
            )
            and self.weight(index, event.partner) >= enough
        ]

    def _heaviest_child(self, first: int, last: int, least: float) -> Stretch | None:
        """The first element directly within a stretch that holds at least so much text."""
        index = first
        while index < last:
            partner = self.events[index].partner
            if partner > index:
                if self.weight(index, partner) >= least:
                    return index, partner
                index = partner
            index += 1
        return None

    def _whole_table(self, stretch: Stretch) -> Stretch:
        """The stretch, but where it is rows of a table, the whole table."""
        index = stretch[0]
        if self.events and self.events[index].tag in ("tr", "tbody"):
            while index > 0 and self.events[index].tag != "table":
                index -= 1
            return index, self.events[index].partner
        return stretch

    def is_link_list(self, index: int) -> bool:
        """Whether the element that begins at an event is nothing but a list of links."""
        event = self.events[index]
        if event.ends or event.partner <= index or event.tag not in _LINK_LISTS:
            return False
        linked = self._linked[event.partner] - self._linked[index]
        if not linked or linked < _LINKED * (linked + self.weight(index, event.partner)):
            return False
        inside = self.events[index : event.partner]
        return sum(inner.tag == "a" and not inner.ends for inner in inside) >= _FEWEST


def _weights(events: list[PageEvent]) -> tuple[list[int], list[int]]:
    """How many Chinese characters stand before each event and at the end: outside of links, and in links."""
    plain, linked = [], []
    depth = 0  # of links, which broken pages nest
    for event in events:
        size = len(_HAN.findall(event.text)) if event.text else 0
        if event.tag == "a":
            depth += -1 if event.ends else 1
        plain.append(0 if depth else size)
        linked.append(size if depth else 0)
    return list(accumulate(plain, initial=0)), list(accumulate(linked, initial=0))


def _without(weights: list[int], left_out: list[bool]) -> list[int]:
    """The weights before each event where what is left out weighs nothing."""
    steps = (0 if out else weights[index + 1] - weights[index] for index, out in enumerate(left_out))
    return list(accumulate(steps, initial=0))
