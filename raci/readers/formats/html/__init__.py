"""The reader of web pages: the text of the page itself, without the furniture of its site.

Scripts are not run, links not followed, pictures not fetched. Parsed by selectolax (HTML5, as browsers do).
"""

from __future__ import annotations

import re

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine
from raci.readers.files.encoding import decode
from raci.readers.formats.html.flow import Flow
from raci.readers.formats.html.page import WebPage
from raci.readers.tables.mending import restore_paragraphs

__all__ = ["read"]

#: the deepest nesting that is read: parsing takes time with its square
_DEEPEST = 20_000
#: a declared encoding is kept where at most one character in this many is broken
_BROKEN = 500
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)
_NEST = re.compile(r"<(/?)(?:div|span|font|b|i|u|em|strong|table|ul|ol|section|blockquote|a|center)\b", re.I)


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a web page.

    Raises ReadError where it is empty, no text, nested too deep, or holds no words of its own.
    """
    text, encoding, broken = decoded(data, name)
    depth = deepest = 0
    for match in _NEST.finditer(text):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise ReadError(f"标签嵌套超过 {_DEEPEST} 层", place=name, remedy="请在浏览器里打开，把正文复制为文本文件")
    page = WebPage(text)
    first, last = page.main()
    parts = _parts(page, first, last)
    if not any(isinstance(part, DraftTable) or part.text.strip() for part in parts):
        raise ReadError("网页里没有文字", place=name, remedy="正文可能由脚本生成，请在浏览器里打开后复制为文本文件")
    notes = [f"编码 {encoding} 中有 {broken} 个坏字"] if broken else []
    outside = page.weight(0, len(page.events)) - page.weight(first, last)
    if outside > 0:
        notes.append(f"略过网页正文以外的文字约 {outside} 字")
    return compose(restore_paragraphs(parts), name, format="html", encoding=encoding, title=page.title, notes=notes)


def decoded(data: bytes, name: str) -> tuple[str, str, int]:
    """The text of a page, its encoding, and how many characters of it are broken.

    A mark at the start goes before what the page says of itself, that before what is found out.
    """
    said = _CHARSET.search(data[:8192])
    if said and data[:2] not in (b"\xff\xfe", b"\xfe\xff") and data[:3] != b"\xef\xbb\xbf":
        codec = said[1].decode("ascii").lower()
        codec = "gb18030" if codec in ("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030") else codec
        if not codec.startswith(("utf-16", "utf16", "ucs", "utf-32", "utf-7")):
            try:
                text = data.decode(codec, errors="replace")
            except (LookupError, UnicodeError, ValueError):
                text = "\ufffd"
            broken = text.count("\ufffd")
            if broken * _BROKEN <= len(text) and "\0" not in text[:65536] and text.strip():
                return text, codec.upper(), broken
    text, encoding = decode(data, name)
    return text, encoding, 0


def _parts(page: WebPage, first: int, last: int) -> list[TextLine | DraftTable]:
    """The lines and tables of a stretch of the page, lists of links left out."""
    flow = Flow()
    at = first
    while at < last:
        if page.linked(at):
            flow.cut()
            at = page.events[at].partner
        else:
            flow.take(page.events[at])
        at += 1
    return flow.parts()
