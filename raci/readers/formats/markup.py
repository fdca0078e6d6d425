"""Whether a text without a web page's beginning is mark-up after all, and of what kind."""

from __future__ import annotations

import re

__all__ = ["begins_with_markup", "holds_tables", "is_marked_up", "is_page_part"]

#: how mark-up begins that is no whole page: a style sheet, a stretch of a page, XML of an unknown kind
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?P<tag>[a-z?!][\w:?-]*)", re.I | re.S)
#: elements of web pages
_PAGE = frozenset(
    b"style title link script div p center form font span b i br h1 h2 h3 h4 h5 h6 table tr td ul ol base".split()
)
#: a table as pages are written, at the beginning of a line
_TABLE = re.compile(r"^[ \t]*<table\b[^<>]{0,300}>(?=.{0,2000}?<t[dh]\b)", re.I | re.S | re.M)
#: elements that stand in lines of their own, and how much of a text is looked at for them, in bytes
_START = re.compile(rb"<(?:p|div|td|li|section|h[1-6])\b[^<>]{0,300}>", re.I)
_END = re.compile(rb"</(?:p|div|td|li|section|h[1-6])\s*>", re.I)
_SAMPLE = 65536
#: so many of them, and as many as this share of the lines, make a page of a text
_FEWEST, _SHARE = 2, 0.5


def is_marked_up(data: bytes) -> bool:
    """Whether a text is a stretch of a web page, though it may begin with words: most lines hold its elements."""
    sample = data[:_SAMPLE]
    elements = min(len(_START.findall(sample)), len(_END.findall(sample)))
    if is_page_part(data):
        return elements > 0
    return elements >= _FEWEST and elements >= _SHARE * sum(1 for line in sample.splitlines() if line.strip())


def holds_tables(text: str) -> bool:
    """Whether tables stand in a text as web pages write them, as programs do that read pictures and prints."""
    return "</t" in text and _TABLE.search(text) is not None


def begins_with_markup(data: bytes) -> bool:
    """Whether a text begins with an element, of web pages or of other XML."""
    return _MARKUP.match(data[:4096]) is not None


def is_page_part(data: bytes) -> bool:
    """Whether a text is a stretch of a web page: it begins with one of its elements."""
    match = _MARKUP.match(data[:4096])
    return match is not None and match["tag"].lower() in _PAGE
