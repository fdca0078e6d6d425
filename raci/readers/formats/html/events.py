"""A web page as a flat run of starts, texts and ends of elements, without those that nobody sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.readers.formats.html.looks import PageLooks
from raci.readers.formats.html.nodes import TEXT_TAG, UNSEEN, is_note_mark, shown_children, with_colon, words_in
from raci.readers.formats.left_out import LeftOutWords
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["TEXT_TAG", "PageEvent", "flatten_page"]

#: what elements are by their roles (WAI-ARIA 1.2), where their names do not say it
_ROLES = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "td",
    "rowheader": "td",
}
#: elements that say nothing of what stands in them
_PLAIN = frozenset(
    (
        "div",
        "span",
        "section",
        "article",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "p",
        "a",
        "b",
        "strong",
        "em",
        "i",
        "label",
    )
)
#: elements that stand in lines of their own
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "blockquote",
        "pre",
        "form",
        "fieldset",
        "legend",
        "figure",
        "figcaption",
        "center",
        "address",
        "body",
        "hr",
        "details",
        "summary",
    ]
)


@dataclass(slots=True)
class PageEvent:
    """The start or the end of an element, or a text (tag ``-text``); ``partner`` is the index of the other end.

    ``bold``: None where the element says nothing and the one around it decides.
    """

    tag: str
    text: str = ""
    ends: bool = False
    partner: int = -1
    bold: bool | None = None
    block: bool = False
    attributes: Mapping[str, str | None] = field(default_factory=dict)


def flatten_page(
    body: LexborNode | None,
    looks: PageLooks | None = None,
    struck: LeftOutWords | None = None,
    hidden: LeftOutWords | None = None,
) -> list[PageEvent]:
    """The events of a page in order, hidden elements left out; without recursion, as pages nest deep.

    Words that are struck out go to ``struck``, those of hidden elements to ``hidden``, with what stands before them.
    Struck elements stay, so that a struck cell still counts as one.
    """
    looks = PageLooks() if looks is None else looks
    struck = LeftOutWords() if struck is None else struck
    events: list[PageEvent] = []
    # a node to be begun, words that the page shows by its looks, or the index of the event whose element ends here
    stack: list[LexborNode | str | int] = [body] if body is not None else []
    striking = -1  # the index of the outermost element that strikes out what is in it
    before = ""
    while stack:
        node = stack.pop()
        if isinstance(node, int):
            start = events[node]
            start.partner = len(events)
            striking = -1 if node == striking else striking
            looks.close(start.tag, start.attributes)
            events.append(PageEvent(start.tag, ends=True, partner=node, block=start.block))
        elif isinstance(node, str):
            events.append(PageEvent(TEXT_TAG, node))
        elif node.tag == TEXT_TAG and striking >= 0:
            struck.add(node.text_content or "", before=before)
        elif node.tag == TEXT_TAG:
            events.append(PageEvent(TEXT_TAG, node.text_content or ""))
            before = events[-1].text.strip() or before
        elif node.tag == "iframe" and (framed := _framed(node)) is not None:
            stack.append(framed)
        elif (
            node.tag is not None and not node.tag.startswith("-") and node.tag not in UNSEEN and not is_note_mark(node)
        ):
            attributes = node.attributes
            if looks.hides(node.tag, attributes):
                if hidden is not None:
                    hidden.end_line()
                    hidden.add(words_in(node), before=before)
                continue
            event = _start(node.tag, attributes)
            event.block = event.block or _is_one_of_tags(node)
            if event.block:
                struck.end_line()
            if striking < 0 and looks.strikes(event.tag, attributes):
                striking = len(events)
            looks.open(event.tag, attributes)
            stack.append(len(events))
            events.append(event)
            children = shown_children(node)
            stack += reversed(with_colon(children) if event.block else children)
    return events


def _is_one_of_tags(node: LexborNode) -> bool:
    """Whether an element is one of several values side by side, which only their style keeps apart."""
    classes = node.attributes.get("class")
    if not classes or not text_patterns("web_pages")["tag-class"].holds(classes):
        return False
    beside = (sibling for sibling in (node.prev, node.next) if sibling is not None)
    return any(sibling.tag == node.tag and sibling.attributes.get("class") == classes for sibling in beside)


def _framed(frame: LexborNode) -> LexborNode | None:
    """The page that is written into a frame; None where it is fetched, which is not done here."""
    from selectolax.lexbor import LexborHTMLParser

    source = frame.attributes.get("srcdoc")
    return LexborHTMLParser(source).body if source else None


def _start(tag: str, attributes: Mapping[str, str | None]) -> PageEvent:
    patterns = text_patterns("web_pages")
    style = attributes.get("style") or ""
    if tag in _PLAIN and (role := attributes.get("role")):
        tag = _ROLES.get(role.strip().lower(), tag)
    return PageEvent(
        tag,
        bold=_bold(tag, attributes, style),
        block=tag in _BLOCKS or patterns["block-style"].holds(style),
        attributes=attributes,
    )


def _bold(tag: str, attributes: Mapping[str, str | None], style: str) -> bool | None:
    patterns = text_patterns("web_pages")
    if tag in ("b", "strong") or patterns["bold-style"].holds(style):
        return True
    if tag == "font" and text_patterns("fonts")["heavy-font"].holds(attributes.get("face") or ""):
        return True
    return False if patterns["plain-style"].holds(style) else None
