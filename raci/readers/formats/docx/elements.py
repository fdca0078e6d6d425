"""Elements of Office Open XML, by their names without namespaces: transitional and strict files differ in those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = [
    "OFF",
    "alternative",
    "attribute",
    "boxes_and_pictures",
    "child",
    "child_value",
    "children",
    "is_contents",
    "is_on",
    "is_prompt",
    "local_name",
    "named_children",
    "text_of",
    "whole_number",
]

#: how an attribute says no (ST_OnOff)
OFF = frozenset(("0", "false", "off", "none"))
#: what wraps rows and cells and does not change them: content controls, insertions
_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml"))

#: how programs begin to say what is to be filled in
_PROMPT = re.compile(r"[\[【（(]?(?:请|选择|单击|点击|点此|在此|此处|键入|输入|Click|Choose|Tap)")


def local_name(element: Element) -> str:
    """The name of an element without its namespace; '' for comments."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str = "val") -> str | None:
    """An attribute by its name without its namespace; None where it is absent."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name; None where there is none."""
    if element is None:
        return None
    return next((candidate for candidate in element if local_name(candidate) == name), None)


def child_value(element: Element | None, name: str) -> str | None:
    """The value (``val``) of the first child of that name; None where there is none."""
    named = child(element, name)
    return attribute(named) if named is not None else None


def children(element: Element | None) -> Iterable[Element]:
    """The children of an element, of which there are none where there is no element."""
    return element if element is not None else ()


def named_children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, also within content controls and insertions."""
    for candidate in element:
        if local_name(candidate) == name:
            yield candidate
        elif local_name(candidate) in _WRAPPERS:
            yield from named_children(candidate, name)


def whole_number(value: str | None, otherwise: int) -> int:
    """A whole number as written, cut to -1 … 1,000,000; ``otherwise`` where it is none."""
    try:
        return max(-1, min(int(value or ""), 1_000_000))
    except ValueError:
        return otherwise


def is_on(element: Element | None) -> bool:
    """Whether a switch (CT_OnOff) is there and not turned off."""
    return element is not None and (attribute(element) or "1").lower() not in OFF


def text_of(element: Element) -> str:
    """The text directly inside of an element."""
    return str(element.text or "")


def alternative(element: Element) -> Element | None:
    """Of alternate contents the first; the fallback says the same for older programs."""
    choice = next((candidate for candidate in element if local_name(candidate) == "Choice"), None)
    return choice if choice is not None else child(element, "Fallback")


def boxes_and_pictures(element: Element) -> Iterator[Element]:
    """The outermost text boxes below an element, pictures, embedded objects, diagrams and charts, in order."""
    stack = [element]
    while stack:
        current = stack.pop()
        name = local_name(current)
        if name == "object" and (embedded := child(current, "OLEObject")) is not None:
            yield embedded  # the picture beside it shows what is in it
        elif name in ("txbxContent", "blip", "imagedata", "relIds", "chart"):
            yield current
        elif name == "AlternateContent":
            chosen = alternative(current)
            stack += [] if chosen is None else [chosen]
        else:
            stack += reversed(current)


def is_prompt(element: Element) -> bool:
    """Whether an element is a content control that shows what is to be filled in: 选择一项。单击此处输入文字。"""
    if local_name(element) != "sdt" or not is_on(child(child(element, "sdtPr"), "showingPlcHdr")):
        return False
    words = "".join(text_of(part) for part in element.iter() if local_name(part) == "t")
    return _PROMPT.match(words) is not None


def is_contents(element: Element) -> bool:
    """Whether a content control holds a table of contents."""
    return child_value(child(child(element, "sdtPr"), "docPartObj"), "docPartGallery") == "Table of Contents"
