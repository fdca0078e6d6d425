"""The reader of PDF files, by pypdfium2: reading order by position, running heads left out, scans recognised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.formats.pdf.fonts import own_fonts
from raci.readers.formats.pdf.opening import ALONE, opened
from raci.readers.formats.pdf.page_content import chars, rules
from raci.readers.layout import ocr
from raci.readers.layout.page_reader import PageReader
from raci.readers.layout.reading_order import MOST_CHARS, Page, crowded, flowing, listed, without_running_heads
from raci.readers.layout.unencoded import refuse_unencoded, unencoded

__all__ = ["read"]

#: a page with fewer characters than this and with pictures is a scan
_FEW = 12


class _Found(NamedTuple):
    """The pages by their numbers; which of them are pictures, and which are broken."""

    pages: dict[int, Page]
    scanned: list[int]
    faulty: list[int]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a PDF file. Scripts, forms and links in it are not touched.

    Raises ReadError where it is broken, has a password, or holds pictures of text that cannot be recognised here.
    """
    with ALONE, own_fonts():
        found = _found(data, name)
    notes: list[str] = []
    if found.scanned and ocr.ready():
        notes = _recognised(data, name, found)
        found.scanned.clear()
    text = _text(found.pages)
    if found.scanned and len(found.scanned) >= len(found.pages) / 2 and len(text) < 40 * len(found.pages):
        what = f"是扫描件：{len(found.scanned)} 页只有图片，没有文字"
        raise ReadError(what, place=name, remedy=ocr.REMEDY)
    notes += refuse_unencoded(text, name, ocr.REMEDY)
    pages, dropped = without_running_heads([page for _, page in sorted(found.pages.items())])
    notes += [f"页眉、页脚和页码未读 {dropped} 行"] if dropped else []
    notes += [f"{listed(found.scanned)}只有图片，未读；{ocr.REMEDY}"] if found.scanned else []
    notes += [f"{listed(found.faulty)}损坏，未读"] if found.faulty else []
    parts = flowing(pages)
    if not parts and notes:
        raise ReadError(f"没有读到文字（{'；'.join(notes)}）", place=name, remedy="请给出有内容、清楚的文件")
    if not parts:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    return compose(parts, name, format="pdf", notes=notes)


def _found(data: bytes, name: str) -> _Found:
    import pypdfium2

    found, laid = _Found({}, [], []), PageReader()
    with opened(data, name) as book:
        for number in range(1, len(book) + 1):
            try:
                page = book[number - 1]
                letters, pictures = chars(page)
                if len(letters) > MOST_CHARS:
                    raise crowded(number, name)
                few = len(letters) < _FEW and pictures
                if few or (ocr.ready() and unencoded("".join(char.text for char in letters))):
                    found.scanned.append(number)
                found.pages[number] = laid.page(letters, rules(page), number, page.get_height())
                page.close()
            except pypdfium2.PdfiumError:
                found.faulty.append(number)
    return found


def _recognised(data: bytes, name: str, found: _Found) -> list[str]:
    """Puts the scanned pages, recognised, in the place of the pictures; gives what is to be said of it."""
    from raci.readers.formats.pdf.scans import sheets

    done, beyond, lost = [], [], 0
    laid = PageReader()
    for number, sheet in sheets(data, name, found.scanned):
        if sheet is None:
            beyond.append(number)
            continue
        found.pages[number] = laid.page(sheet.chars, sheet.rules, number, sheet.height)
        lost += sheet.lost
        if sheet.chars:
            done.append(number)
    notes = [f"{listed(done)}由图片识别（OCR），请核对"] if done else []
    notes += ocr.unsure(lost)
    blank = len(found.scanned) - len(done) - len(beyond)
    notes += [f"有 {blank} 页图片里没有认出文字"] if blank else []
    notes += [f"{listed(beyond)}的图片损坏或太大，未读"] if beyond else []
    return notes


def _text(pages: Mapping[int, Page]) -> str:
    return "".join(row.line.text for page in pages.values() for row in page.rows)
