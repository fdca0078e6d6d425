"""A web page as a flat run of starts, texts and ends; which stretch of it is the text of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Event", "WebPage"]

_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template iframe frame frameset object embed applet svg math canvas audio video map head"
        " input button select textarea datalist img",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table thead tbody tfoot tr td th caption section article header"
        " footer main aside nav blockquote pre form fieldset legend figure figcaption center address body hr details"
        " summary",
    )
)
_CONTAINERS = frozenset(("div", "td", "article", "section", "main", "body", "form", "center", "ucapcontent", "span"))
_CONTAINERS |= {"table", "tbody", "tr"}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font(?:-family)?\s*:[^;]*(?:黑体|simhei|heiti)", re.I)
_BLACK = re.compile("黑体|simhei", re.I)
_PLAIN = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|table-row|list-item|flex)", re.I)
#: what the containers of the text are called by the programs that Chinese government sites run on
_KNOWN = re.compile(
    r"(?:ucap-?content|zoom|trs_editor|trs_ueditor|js_content|artibody|article-?con(?:tent)?|pages_content|news_?content"
    r"|vsb_content|v_news_content|xl-content|wzcon|j-fontcontent|article_body|arti_content|con_text|bt_content)$",
    re.I,
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SPACE = re.compile(r"\s+")
#: a child that holds this much of the text is where the text is; a known container needs less
_MOST, _ENOUGH = 0.85, 0.6
#: a list is furniture where links hold this much of it
_LINKED, _FEWEST = 0.8, 3


@dataclass(slots=True)
class Event:
    """The start or the end of an element, or a text; ``partner`` is the index of the other end."""

    tag: str
    text: str = ""
    ends: bool = False
    partner: int = -1
    bold: bool | None = None
    block: bool = False
    attributes: Mapping[str, str | None] = field(default_factory=dict)


class WebPage:
    """A page as a flat run of starts, texts and ends, hidden parts left out."""

    def __init__(self, source: str) -> None:
        from selectolax.lexbor import LexborHTMLParser

        tree = LexborHTMLParser(source)
        self.events: list[Event] = []
        self._flatten(tree.body)
        self._sum()
        self.title = self._title(tree)

    def _flatten(self, node: object) -> None:
        stack: list[tuple[object, int]] = [(node, -1)] if node is not None else []
        events = self.events
        while stack:
            node, begun = stack.pop()
            if begun >= 0:
                events[begun].partner = len(events)
                events.append(Event(events[begun].tag, ends=True, partner=begun, block=events[begun].block))
                continue
            tag = node.tag  # type: ignore[attr-defined]  # selectolax has no types for its nodes
            if tag == "-text":
                events.append(Event(tag, node.text_content))  # type: ignore[attr-defined]
                continue
            if tag is None or tag.startswith("-") or tag in _UNSEEN:
                continue
            attributes = node.attributes  # type: ignore[attr-defined]
            style = attributes.get("style") or ""
            # a whole page is hidden only until its scripts have run
            if tag != "body" and ("hidden" in attributes or (style and _HIDDEN.search(style))):
                continue
            bold = None
            if (
                tag in ("b", "strong")
                or (style and _BOLD.search(style))
                or (tag == "font" and re.search("黑体|simhei", attributes.get("face") or "", re.I))
            ):
                bold = True
            elif style and _PLAIN.search(style):
                bold = False
            block = tag in _BLOCKS or bool(style and _SHOWN_AS_BLOCK.search(style))
            stack.append((node, len(events)))
            events.append(Event(tag, bold=bold, block=block, attributes=attributes))
            stack += [(child, -1) for child in reversed(list(node.iter(include_text=True)))]  # type: ignore[attr-defined]

    def _sum(self) -> None:
        """How much Chinese text stands before each event, that in links apart."""
        self.plain, self.links = [0], [0]
        links = 0
        for event in self.events:
            size = len(_HAN.findall(event.text)) if event.text else 0
            if event.tag == "a":
                links += -1 if event.ends else 1
            self.plain.append(self.plain[-1] + (0 if links else size))
            self.links.append(self.links[-1] + (size if links else 0))

    def weight(self, first: int, last: int) -> int:
        """How many Chinese characters stand in a stretch of events, links apart."""
        return self.plain[last] - self.plain[first]

    def _title(self, tree: object) -> str | None:
        """What the page says of itself, where it is no more than the name of the site."""
        for node in tree.css("meta[name]"):  # type: ignore[attr-defined]
            if (node.attributes.get("name") or "").lower() == "articletitle":
                title = (node.attributes.get("content") or "").strip()
                if title:
                    return str(title)
        for node in (*tree.css("h1"), *tree.css("title")):  # type: ignore[attr-defined]
            title = re.split(r"[_|\-—–]{1,2}(?=[^_|\-—–]*$)", _SPACE.sub(" ", node.text()).strip())[0].strip()
            if 4 <= len(title) <= 120:
                return str(title)
        return None

    def main(self) -> tuple[int, int]:
        """The stretch of events that is the text of the page: down to where it is parted among many."""
        whole = (0, len(self.events))
        total = self.weight(*whole)
        if not total:
            return whole
        known = [
            (index, event.partner)
            for index, event in enumerate(self.events)
            if not event.ends
            and event.attributes
            and any(
                _KNOWN.match(word)
                for word in f"{event.attributes.get('id') or ''} {event.attributes.get('class') or ''}".split()
            )
            and self.weight(index, event.partner) >= _ENOUGH * total
        ]
        if known:
            return min(known, key=lambda each: (self.weight(*each), each[0] - each[1]))
        here = whole
        while True:
            inner = None
            at = here[0] + (here != whole)
            while at < here[1] - (here != whole):
                event = self.events[at]
                if event.partner > at:
                    if self.weight(at, event.partner) >= _MOST * self.weight(*here):
                        inner = (at, event.partner)
                        break
                    at = event.partner
                at += 1
            if inner is None or self.events[inner[0]].tag not in _CONTAINERS:
                return self._whole_table(here)
            here = inner

    def _whole_table(self, here: tuple[int, int]) -> tuple[int, int]:
        """Not a row or cell torn out of its table."""
        at = here[0]
        if self.events and self.events[at].tag in ("tr", "tbody"):
            while at > 0 and self.events[at].tag != "table":
                at -= 1
            return at, self.events[at].partner
        return here

    def linked(self, at: int) -> bool:
        """Whether an element is but a list of links."""
        event = self.events[at]
        if event.ends or event.partner <= at or event.tag not in ("ul", "nav", "dl", "div"):
            return False
        linked = self.links[event.partner] - self.links[at]
        if not linked or linked < _LINKED * (linked + self.weight(at, event.partner)):
            return False
        inside = self.events[at : event.partner]
        links = [each for each in inside if each.tag == "a" and not each.ends]
        return len(links) >= _FEWEST
