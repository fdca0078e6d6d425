"""Texts under the names of old Office files (.doc, .xls), as many office systems hand them out; pages called texts."""

from __future__ import annotations

import re

from raci.errors import ReadError
from raci.model import Document

__all__ = ["is_marked_up", "is_page_part", "read_misnamed"]

#: how mark-up begins that is no whole page: a style sheet, a stretch of a page, XML of an unknown kind
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?P<tag>[a-z?!][\w:?-]*)", re.I | re.S)
#: elements of web pages
_PAGE = frozenset(
    b"style title link script div p center form font span b i br h1 h2 h3 h4 h5 h6 table tr td ul ol base".split()
)
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


def is_page_part(data: bytes) -> bool:
    """Whether a text is a stretch of a web page: it begins with one of its elements."""
    match = _MARKUP.match(data[:4096])
    return match is not None and match["tag"].lower() in _PAGE


def read_misnamed(data: bytes, name: str, *, is_sheet: bool) -> list[Document]:
    """The documents of a text under the name of a workbook (``is_sheet``) or of a Word file.

    A stretch of a web page is read as one. Raises ReadError where it is mark-up of another kind.
    """
    match = _MARKUP.match(data[:4096])
    if match is None:
        if is_sheet:
            from raci.readers.formats.csv import read as read_csv

            return read_csv(data, name)
        from raci.readers.formats.text import read as read_text

        return read_text(data, name)
    if is_page_part(data):
        from raci.readers.formats.html import read as read_html

        return read_html(data, name)
    remedy = f"请用 Word、Excel 或 WPS 打开，另存为 {'.xlsx' if is_sheet else '.docx'} 后再用"
    raise ReadError("是 XML 一类的标记文件，不是办公软件的文件", place=name, remedy=remedy)
