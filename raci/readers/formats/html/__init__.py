"""The reader of web pages: the text of the page itself, without the furniture of its site.

Scripts are not run, links not followed, pictures not fetched. Parsed by selectolax (HTML5, as browsers do).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.metadata import StatedFacts
from raci.readers.documents.passages import TextLine
from raci.readers.files.encoding import decode
from raci.readers.formats.html.flow import PageFlow
from raci.readers.formats.html.page import WebPage
from raci.readers.formats.html.page_size import check_page
from raci.readers.tables.mending import restore_paragraphs

__all__ = ["PageText", "decode_page", "read", "read_page"]

#: a declared encoding is believed where at most one character in this many is broken
_BROKEN = 500
#: where a page declares its encoding, and how much of it is looked at for that and for zero bytes, in bytes
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)
_HEAD, _SAMPLE = 8192, 65536
#: names by which pages mean GB18030 or a part of it
_GB18030 = frozenset(("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030"))
#: declared encodings that are not believed: a page that could be searched for them is in none
_NOT_BYTES = ("utf-16", "utf16", "ucs", "utf-32", "utf-7")
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


class PageText(NamedTuple):
    """What a page holds: its lines and tables, what its head says of them, and what to say of it."""

    parts: list[TextLine | DraftTable]
    facts: StatedFacts
    notes: list[str]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a web page.

    Raises ReadError where it is empty, no text, too large, or holds no words of its own.
    """
    text, encoding, broken = decode_page(data, name)
    page = read_page(text, name)
    notes = [f"编码 {encoding} 中有 {broken} 个坏字"] if broken else []
    paragraphs = restore_paragraphs(page.parts)
    notes += page.notes
    return compose(paragraphs, name, format="html", encoding=encoding, stated=page.facts, notes=notes)


def read_page(text: str, name: str) -> PageText:
    """What a page of that source holds. Raises ReadError where it is too large, or holds no words of its own."""
    check_page(text, name)
    page = WebPage(text)
    first, last = page.main()
    parts = _parts(page, first, last)
    if not any(isinstance(part, DraftTable) or part.text.strip() for part in parts):
        raise ReadError("网页里没有文字", place=name, remedy=page.remedy())
    notes = [*page.left_notes, *page.frame_notes()]
    if page.contents:
        notes.append(f"目录未读 {len(page.contents)} 行")
    outside = page.left_out(first, last)
    if outside > 0:
        notes.append(f"略过网页正文以外的文字约 {outside} 字")
    return PageText(parts, page.facts, notes)


def decode_page(data: bytes, name: str) -> tuple[str, str, int]:
    """The text of a page, its encoding, and how many characters of it are broken.

    A byte order mark goes before what the page declares, that before what is found out.
    """
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith(_MARKS):
        codec = declared[1].decode("ascii").lower()
        codec = "gb18030" if codec in _GB18030 else codec
        text = _decode_leniently(data, codec)
        broken = text.count("\ufffd")
        if broken * _BROKEN <= len(text) and "\0" not in text[:_SAMPLE] and text.strip():
            return text, codec.upper(), broken
    text, encoding = decode(data, name)
    return text, encoding, 0


def _decode_leniently(data: bytes, codec: str) -> str:
    """The text with a mark for each broken character; one mark alone where the codec is not to be used."""
    if codec.startswith(_NOT_BYTES):
        return "\ufffd"
    try:
        return data.decode(codec, errors="replace")
    except (LookupError, UnicodeError, ValueError):
        return "\ufffd"


def _parts(page: WebPage, first: int, last: int) -> list[TextLine | DraftTable]:
    """The lines and tables of a stretch of the page, lists of links and furniture left out."""
    flow = PageFlow()
    index = first
    while index < last:
        if page.is_furniture(index):
            flow.end_line()
            index = max(page.events[index].partner, index)
        elif page.is_link_list(index):
            flow.end_line()
            index = page.events[index].partner
        else:
            flow.take(page.events[index])
        index += 1
    return flow.parts()
