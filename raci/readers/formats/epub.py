"""The reader of EPUB books (EPUB 3.3): their chapters are web pages in a zip package, read one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.files.packages import Package
from raci.readers.formats.html import decode_page, read_page
from raci.readers.tables.mending import restore_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["read"]

_CONTAINER, _ENCRYPTED = "META-INF/container.xml", "META-INF/encryption.xml"
_BODY = re.compile(r"<body\b[^>]*>(.*?)(?:</body\s*>|\Z)", re.I | re.S)
#: the chapters of a book that are read
_MOST_CHAPTERS = 2_000
_PAGE = "application/xhtml+xml"


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a book. Raises ReadError where it is broken, encrypted, or holds no words."""
    package = Package(data, name, "EPUB")
    book = next((part.get("full-path") for part in package.xml(_CONTAINER).iter("{*}rootfile")), None)
    if not book:
        raise package.broken(_CONTAINER)
    contents = package.xml(book)
    chapters = list(_chapters(contents, dirname(book)))[:_MOST_CHAPTERS]
    bodies = [body for path in chapters if path in package for body in _bodies(package, path)]
    if not bodies and _ENCRYPTED in package:
        raise ReadError(
            "电子书有版权保护，没有解密", place=name, remedy="请用没有保护的版本，或另存为 .docx、.html 后再用"
        )
    title = next((words for part in contents.iter("{*}title") if (words := (part.text or "").strip())), "")
    head = "" if not title or any(title in unescape(body) for body in bodies[:2]) else f"<h1>{escape(title)}</h1>"
    page = read_page(
        f"<html><head><title>{escape(title)}</title></head><body>{head}{''.join(bodies)}</body></html>", name
    )
    missing = sum(path not in package for path in chapters)
    notes = [*page.notes, *([f"电子书缺 {missing} 章"] if missing else [])]
    return compose(restore_paragraphs(page.parts), name, format="epub", stated=page.facts, notes=notes)


def _chapters(contents: Element, folder: str) -> Iterator[str]:
    """The paths of the pages of a book, in the order of reading, without its table of contents."""
    items = {item.get("id"): item for item in contents.iter("{*}item")}
    for reference in contents.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") != _PAGE or "nav" in (item.get("properties") or "").split():
            continue
        yield normpath(join(folder, unquote(item.get("href") or "")))


def _bodies(package: Package, path: str) -> list[str]:
    """What stands in the body of a chapter."""
    text, _, _ = decode_page(package.read(path), f"{package.name}/{path}")
    return [body for body in _BODY.findall(text) if body.strip()]
