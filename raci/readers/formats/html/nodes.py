"""The nodes of a web page as they are shown: which are not, in which order, what is a label and what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from raci.rules.columns import read_head
from raci.rules.punctuation import COLONS

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["TEXT_TAG", "UNSEEN", "is_note", "is_note_mark", "shown_children", "with_colon", "words_in"]

#: how the parser calls a text
TEXT_TAG = "-text"
#: elements without text to read
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "head",
        "input",
        "button",
        "select",
        "textarea",
        "rt",
        "rp",
        "rtc",
        "datalist",
        "img",
    ]
)
#: elements that stand within a line, and the longest label that one of them holds
_INLINE, _LONGEST_LABEL = frozenset(("span", "label", "em", "i", "b", "strong", "font", "a")), 12
#: how programs name a footnote: pandoc (fn1), Word (_ftn1, _edn1)
_NOTE = re.compile(r"_?(?:ftn|edn|fn|footnote)[-:_]?\d+")
#: where the mark of a footnote leads to, and the way back
_NOTE_LINK = re.compile(r"#_?(?:ftn|edn|fn|footnote)(?:ref)?[-:_]?\d+")


def is_note(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is a footnote."""
    return _NOTE.fullmatch(attributes.get("id") or "") is not None


def is_note_mark(node: LexborNode) -> bool:
    """Whether a node is the mark of a footnote, in the text or before the note."""
    return node.tag == "a" and _NOTE_LINK.fullmatch(node.attributes.get("href") or "") is not None


def words_in(node: LexborNode) -> str:
    """The words in an element that is not shown, without scripts and the like."""
    words = []
    stack = [node]
    while stack:
        inner = stack.pop()
        if inner.tag == TEXT_TAG:
            words.append(inner.text_content or "")
        elif inner.tag not in UNSEEN:
            stack += reversed(list(inner.iter(include_text=True)))
    return "".join(words)


def shown_children(node: LexborNode) -> list[LexborNode]:
    """The nodes in a node as they are shown: the foot of a table stands below its rows, wherever it is written."""
    children = list(node.iter(include_text=True))
    return sorted(children, key=lambda child: child.tag == "tfoot") if node.tag == "table" else children


def with_colon(nodes: Sequence[LexborNode]) -> Sequence[LexborNode | str]:
    """The nodes of a line, a colon between a label and what it says, where only their looks keep these apart."""
    filled = [node for node in nodes if node.tag != TEXT_TAG or (node.text_content or "").strip()]
    if len(filled) != 2 or any(node.tag not in _INLINE for node in filled):
        return nodes
    classes = [node.attributes.get("class") for node in filled]
    if not classes[0] or classes[0] == classes[1]:  # programs part the words of a line for no reason
        return nodes
    label, words = (words_in(node).strip() for node in filled)
    if not words or label.endswith(COLONS) or len(label) > _LONGEST_LABEL or read_head(label) is None:
        return nodes
    return [filled[0], "：", filled[1]]
