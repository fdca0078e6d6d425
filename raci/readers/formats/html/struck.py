"""Which words of a web page are struck out: by their element, its style, or a class in a style sheet of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["is_struck", "struck_classes"]

#: elements that browsers show struck out (HTML 15.3.4)
_STRUCK = frozenset(("s", "strike", "del"))
#: a rule of a style sheet, and the class that ends one of its selectors (``p.old``, ``.box .old``)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)\s*$")
#: how much of the style sheets of a page is looked at, in characters
_LONGEST = 200_000


def struck_classes(tree: LexborHTMLParser) -> frozenset[str]:
    """The classes that the style sheets in the page strike out."""
    struck = text_patterns("web_pages")["struck-style"]
    sheets = "".join(node.text() for node in tree.css("style"))[:_LONGEST]
    if "line-through" not in sheets.lower():
        return frozenset()
    selectors = [part for head, body in _RULE.findall(sheets) if struck.holds(body) for part in head.split(",")]
    return frozenset(match[1] for part in selectors if (match := _CLASS.search(part)))


def is_struck(tag: str, attributes: Mapping[str, str | None], classes: AbstractSet[str]) -> bool:
    """Whether an element strikes its words out; ``classes`` are those that the page strikes."""
    if tag in _STRUCK or text_patterns("web_pages")["struck-style"].holds(attributes.get("style") or ""):
        return True
    return bool(classes) and not classes.isdisjoint((attributes.get("class") or "").split())
