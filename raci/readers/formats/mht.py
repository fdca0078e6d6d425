"""The reader of web archives (.mht, .mhtml): a page with its pictures in one file, as Office and browsers save it.

Messages (.eml) are files of the same kind; what is attached to them is told.

Many office systems hand them out under the names of Word and Excel. Parsed by the package email, read as web pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from typing import NamedTuple

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose, with_gaps
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.metadata import StatedFacts
from raci.readers.documents.passages import TextLine
from raci.readers.formats.html import decode_page, read_page
from raci.readers.tables.mending import restore_paragraphs

__all__ = ["ArchivedText", "read", "read_archive"]

#: pages that only arrange others; what Office adds beside the pages of a document
_FRAMES = re.compile(r"<frameset\b", re.I)
_BESIDE = re.compile(r"(?:tabstrip|filelist|header|editdata)[^/\\]*\.(?:html?|xml|mso)$", re.I)
#: how many pages of one archive are read, and how many archives may stand in one another
_MOST_PAGES, _MOST_NESTED = 500, 50
#: the most parts of one archive, its pictures among them
_MOST_PARTS = 20_000
#: so many attached files are named, so many characters of each name
_MOST_NAMED, _LONGEST_NAME = 5, 80


class ArchivedText(NamedTuple):
    """The lines and tables of all pages of an archive, what the head of the first says of them, and notes on them;
    ``gaps``: on attached files."""

    parts: list[TextLine | DraftTable]
    facts: StatedFacts
    notes: list[str]
    gaps: tuple[str, ...] = ()


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a web archive. Raises ReadError where no page with words is in it."""
    archive = read_archive(data, name)
    parts = restore_paragraphs(archive.parts)
    documents = compose(parts, name, format="mht", stated=archive.facts, notes=archive.notes)
    return with_gaps(documents, archive.gaps)


def read_archive(data: bytes, name: str) -> ArchivedText:
    """What the pages of a web archive hold. Raises ReadError where no page with words is in it."""
    if data.lower().count(b"boundary=") > _MOST_NESTED:  # each line is held against all of them
        raise ReadError("网页档案嵌套太深", place=name, remedy="请用 Word、WPS 打开，另存为 .docx 后再用")
    if data.count(b"\n--") > _MOST_PARTS:
        raise ReadError(f"分成 {_MOST_PARTS:,} 部分以上", place=name, remedy="请只留正文，另存后再用")
    try:
        parts = [part for part in message_from_bytes(data.lstrip()).walk() if not part.is_multipart()]
        attached = [part for part in parts if part.get_content_disposition() == "attachment"]
        parts = [part for part in parts if part.get_content_disposition() != "attachment"]
        pages = list(_pages(parts, name))
    except RecursionError as error:
        raise ReadError("网页档案嵌套太深", place=name, remedy="请用 Word、WPS 打开，另存为 .docx 后再用") from error
    archive = ArchivedText([], StatedFacts(), [])
    fault: ReadError | None = None
    for text in pages[:_MOST_PAGES]:
        try:
            page = read_page(text, name)
        except ReadError as error:  # an empty sheet among others
            fault = error
            continue
        archive.parts.extend(page.parts)
        archive.notes.extend(page.notes)
        archive = archive._replace(facts=archive.facts if archive.facts.title else page.facts)
    unread = _note_attached(attached)
    if not archive.parts and unread:
        raise ReadError(f"邮件里没有文字，{unread}", place=name, remedy="请把附件另存后再用")
    if not archive.parts:
        raise fault or ReadError("网页档案里没有文字", place=name, remedy="请用 Word、WPS 打开，另存为 .docx 后再用")
    if len(pages) > _MOST_PAGES:
        archive.notes.append(f"网页档案里有 {len(pages)} 页，只读前 {_MOST_PAGES} 页")
    pictures = sum(part.get_content_maintype() == "image" for part in parts)
    if pictures:
        archive.notes.append(f"图片未读 {pictures} 幅")
    if unread:
        archive = archive._replace(gaps=(f"{unread}，请另存后再用",))
    return archive


def _note_attached(parts: Sequence[Message]) -> str:
    """What is attached to a message, by the names of the files; empty where nothing is."""
    names = [f"“{_file_name(part)}”" for part in parts[:_MOST_NAMED]]
    return f"邮件附件未读 {len(parts)} 个：{'、'.join(names)}" if parts else ""


def _file_name(part: Message) -> str:
    """The name of an attached file, which mailers encode (RFC 2231, RFC 2047)."""
    name = part.get_filename() or "未命名"
    with suppress(LookupError, ValueError, HeaderParseError):
        name = str(make_header(decode_header(name)))
    return name[:_LONGEST_NAME]


def _pages(parts: Sequence[Message], name: str) -> Iterator[str]:
    """The sources of the pages with text: the first; where it only arranges frames, the pages in them."""
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    pages = pages or [part for part in parts if part.get_content_maintype() == "text"]
    if not pages:
        return
    first = _source(pages[0], name)
    if not _FRAMES.search(first):
        yield first
        return
    for page in pages[1:]:
        if not _BESIDE.search(str(page.get("Content-Location") or "")):
            yield _source(page, name)


def _source(part: Message, name: str) -> str:
    """The source of a page: by the encoding that its part names, else as a web page says it."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset("")
    if charset:
        codec = "gb18030" if charset in ("gb2312", "gbk") else charset
        try:
            return data.decode(codec)
        except (LookupError, ValueError):
            pass
    return decode_page(data, name)[0] if data.strip() else ""
