"""The pages of a PDF file or a picture as pictures, and where on them words stand."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.drawing.png import packed_dots, png_file
from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.pdfium import PDFIUM_LOCK
from raci.readers.formats.pdf.opening import open_pdf
from raci.web.projects.values import SourceFile
from raci.web.scan_marks import Box, ScannedPages, boxes_of_words

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["PageMark", "page_of", "page_picture", "place_mark"]

#: dots per inch of a page, and the most dots that one may have on a side
_DPI, _MOST_DOTS = 110, 2200
#: a stretch longer than this is looked for by its beginning, in characters
_LONGEST = 60
#: the height of a mark that is only about right, as a part of the page
_BAND = 0.045


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where words stand on a page: their boxes, and whether these are of the words or only about right.

    ``more``: that the page has to be recognised once more before the words are found.
    """

    page: int
    boxes: tuple[Box, ...]
    exact: bool
    more: bool = False


def page_of(document: Document, sources: Sequence[SourceFile], offset: int) -> tuple[SourceFile, int] | None:
    """The file and the page (from 1) on which the character at an offset stands; None where it is on no page."""
    place = document.place(offset)
    if place is None:
        return None
    path = place.file or document.source
    source = next((source for source in sources if source.path == path), None)
    if source is None or (not _is_pdf(source) and not _is_picture(source)):
        return None
    return source, place.page or 1


def page_picture(source: SourceFile, page: int) -> tuple[bytes, str]:
    """The page as a picture, and its type. Raises ReadError where there is no such page."""
    if _is_pdf(source):
        return _pdf_page(source, page), "image/png"
    return _picture(source, page), "image/png"


def place_mark(
    document: Document, sources: Sequence[SourceFile], start: int, end: int, scans: ScannedPages, *, wait: bool
) -> PageMark | None:
    """Where a stretch of the text stands on its page; None where that is no page that can be shown.

    On a page that was recognised the words are found by its characters, which takes a second or more the first time:
    with ``wait``; without it the mark may be about right.
    """
    found = page_of(document, sources, start)
    if found is None:
        return None
    source, page = found
    first, last = _page_span(document, start, page)
    words = document.text[start : min(end, start + _LONGEST)].split("\n")[0]
    earlier = document.text.count(words, first, start) if words else 0
    boxes: tuple[Box, ...] = ()
    if _is_pdf(source):
        with PDFIUM_LOCK, open_pdf(source.data, source.name) as pdf:
            if 1 <= page <= len(pdf):
                boxes = _boxes(pdf[page - 1], words, earlier)
    if boxes:
        return PageMark(page, boxes, exact=True)
    share = (start - first) / max(last - first, 1)
    about = PageMark(page, ((0.0, max(0.0, min(share, 1 - _BAND)), 1.0, _BAND),), exact=False)
    lines = scans.lines(source, page, is_pdf=_is_pdf(source), wait=wait) if words.strip() else []
    if lines is None:
        return replace(about, more=not wait)
    stand = boxes_of_words(lines, words)
    if not stand:
        return about
    # as often as in the text: then the order says which; else the one that is nearest to where it may be looked for
    if len(stand) == document.text.count(words, first, last):
        return PageMark(page, tuple(stand[earlier]), exact=True)
    nearest = min(stand, key=lambda boxes: abs(boxes[0][1] - share))
    return PageMark(page, tuple(nearest), exact=False)


def _is_pdf(source: SourceFile) -> bool:
    return source.data[:1024].lstrip()[:5] == b"%PDF-"


def _is_picture(source: SourceFile) -> bool:
    return source.data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*"))


def _page_span(document: Document, offset: int, page: int) -> tuple[int, int]:
    """The stretch of the text that stands on the page of an offset."""
    on_page = [place.start for place in document.places if (place.page or 1) == page]
    after = [place.start for place in document.places if place.start > offset and (place.page or 1) != page]
    return min(on_page, default=0), min(after, default=len(document.text))


def _pdf_page(source: SourceFile, number: int) -> bytes:
    import pypdfium2
    from pypdfium2 import raw

    with PDFIUM_LOCK, open_pdf(source.data, source.name) as pdf:
        if not 1 <= number <= len(pdf):
            raise ReadError(f"没有第 {number} 页", place=source.name, remedy="请回到文字")
        try:
            page = pdf[number - 1]
            wide, high = page.get_size()
            scale = min(_DPI / 72, _MOST_DOTS / max(wide, high, 1))
            width, height = max(1, round(wide * scale)), max(1, round(high * scale))
            bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR, rev_byteorder=True)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_REVERSE_BYTE_ORDER)
            return png_file(width, height, packed_dots(bitmap, width, height), _DPI)
        except pypdfium2.PdfiumError as error:
            raise ReadError(f"第 {number} 页画不出来", place=source.name, remedy="请看文字") from error


def _boxes(page: PdfPage, words: str, earlier: int) -> tuple[Box, ...]:
    """The boxes of words on a page, of the place before which they stand ``earlier`` times."""
    import pypdfium2

    wanted = "".join(words.split())
    try:
        text_page = page.get_textpage()
        text = text_page.get_text_range()
        # pdfium breaks lines where the page does
        places = [index for index, char in enumerate(text) if not char.isspace()]
        bare = "".join(text[index] for index in places)
        at = -1
        for _ in range(earlier + 1):
            following = bare.find(wanted, at + 1) if wanted else -1
            if following < 0:
                break
            at = following
        if at < 0:
            return ()
        first, last = places[at], places[at + len(wanted) - 1]
        wide, high = page.get_size()
        count = text_page.count_rects(first, last - first + 1)
        rects = [text_page.get_rect(index) for index in range(count)]
    except pypdfium2.PdfiumError:
        return ()
    return _joined(
        (left / wide, 1 - top / high, (right - left) / wide, (top - bottom) / high)
        for left, bottom, right, top in rects
    )


def _joined(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Boxes side by side as one: some files print each character by itself."""
    joined: list[Box] = []
    for left, top, width, height in boxes:
        if joined:
            before, above, wide, high = joined[-1]
            if abs(top + height - above - high) < high / 2 and before < left < before + wide + high:
                upper, lower = min(top, above), max(top + height, above + high)
                joined[-1] = (before, upper, max(wide, left + width - before), lower - upper)
                continue
        joined.append((left, top, width, height))
    return tuple(joined)


def _picture(source: SourceFile, page: int) -> bytes:
    try:
        from PIL import Image, ImageOps
    except ImportError as error:
        raise ReadError("图片显示不了", place=source.name, remedy="请安装 raci[ocr]") from error
    try:
        with Image.open(io.BytesIO(source.data)) as picture:
            picture.seek(page - 1)
            shown = ImageOps.exif_transpose(picture).convert("RGB")
            shown.thumbnail((_MOST_DOTS, _MOST_DOTS))
            written = io.BytesIO()
            shown.save(written, "PNG")
            return written.getvalue()
    except (OSError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise ReadError("图片显示不了", place=source.name, remedy="请看文字") from error
