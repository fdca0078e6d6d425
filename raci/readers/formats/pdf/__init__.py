"""The reader of PDF files, by pypdfium2: reading order by position, running heads left out, scans recognised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose, with_gaps
from raci.readers.files.pdfium import PDFIUM_LOCK
from raci.readers.formats.pdf.annotations import comments, form_of
from raci.readers.formats.pdf.attached_files import attachment_notes
from raci.readers.formats.pdf.fonts import own_fonts
from raci.readers.formats.pdf.opening import open_pdf
from raci.readers.formats.pdf.page_content import has_pictures, page_content
from raci.readers.layout import ocr
from raci.readers.layout.left_out import LeftOut
from raci.readers.layout.misencoded import misencoded_characters
from raci.readers.layout.page_footnotes import split_footnotes
from raci.readers.layout.page_reader import PageReader
from raci.readers.layout.pages import MAX_PAGE_CHARS, PageLayout, name_pages, page_text, too_many_chars
from raci.readers.layout.printed_pages import PrintedPage
from raci.readers.layout.reading_order import in_reading_order
from raci.readers.layout.running_heads import note_running_heads, without_running_heads
from raci.readers.layout.sheet_tiles import join_tiles
from raci.readers.layout.side_tables import join_sides
from raci.readers.layout.turning import TurnedPage
from raci.readers.layout.unencoded import is_unencoded, refuse_unencoded
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

__all__ = ["read"]

#: a page with fewer characters than this, marks on it not counted, and with pictures is a scan
_FEW_CHARS = 12
#: a page with more characters, marks among them, is not asked for pictures
_TEXT_CHARS = 1_000
#: a file is a scan where this part of its pages are, and the others hold fewer characters a page
_SCAN_SHARE, _SCAN_CHARS = 1 / 2, 40
#: so many characters before and behind one that is read wrong are quoted
_BESIDE = 4


class _PdfPages(NamedTuple):
    """The pages by their numbers; those that are pictures, are broken, or have too many lines for tables; notes."""

    layouts: Mapping[int, list[PageLayout]]
    scanned: list[int]
    broken: list[int]
    crowded: list[int]
    notes: list[str]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a PDF file. What is filled into its forms is read; scripts and links in it are not touched.

    Raises ReadError where it is broken, has a password, or holds pictures of text that cannot be recognised here.
    """
    with PDFIUM_LOCK, own_fonts():
        pages = _read_pages(data, name)
    notes = pages.notes
    if pages.scanned and ocr.is_installed():
        pages, recognised = _recognise_scans(data, name, pages)
        notes = [*notes, *recognised]
    scanned, layouts = pages.scanned, pages.layouts
    text = page_text(part for parts in layouts.values() for part in parts)
    if scanned and len(scanned) >= _SCAN_SHARE * len(layouts) and len(text) < _SCAN_CHARS * len(layouts):
        what = f"是扫描件：{len(scanned)} 页只有图片，没有文字"
        raise ReadError(what, place=name, remedy=ocr.REMEDY)
    notes += refuse_unencoded(text, name, ocr.REMEDY)
    bodies, dropped = without_running_heads([part for _, parts in sorted(layouts.items()) for part in parts])
    notes += note_running_heads(dropped)
    gaps = [f"{name_pages(scanned)}只有图片，未读；{ocr.REMEDY}"] if scanned else []
    gaps += [f"{name_pages(pages.broken)}损坏，未读"] if pages.broken else []
    if pages.crowded:
        gaps.append(f"{name_pages(pages.crowded)}的线条太多，没有当作表格读；请对照原件")
    bodies, footnotes = split_footnotes(bodies)
    bodies, tiles = join_tiles(bodies)
    parts, sides = join_sides(in_reading_order(bodies))
    notes += [f"左右分印在几页上的表格接成一张，共 {tiles + sides} 处，请核对"] if tiles + sides else []
    if not parts and (notes or gaps):
        raise ReadError(f"没有读到文字（{'；'.join([*notes, *gaps])}）", place=name, remedy="请给出有内容、清楚的文件")
    if not parts:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    return with_gaps(compose(parts, name, format="pdf", notes=notes, footnotes=footnotes), gaps)


def _read_pages(data: bytes, name: str) -> _PdfPages:
    reader, source = PageReader(), _PageSource(name)
    with open_pdf(data, name) as document, form_of(document) as form:
        layouts = dict(reader.read_printed(source.pages(document, form)))
        attached = attachment_notes(document)
    few = {number for number, parts in layouts.items() if sum(part.char_count for part in parts) < _FEW_CHARS}
    scanned = sorted((few & source.pictured) | source.unencoded)
    return _PdfPages(layouts, scanned, source.broken, source.crowded, [*reader.notes(), *source.notes(), *attached])


class _PageSource:
    """Takes the pages of a PDF file one by one, and notes what is wrong with them and what they hold beside text."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._covered, self._commented = LeftOut("表单填写内容下面的字"), LeftOut("批注")
        self._cut = LeftOut("单元格里的字", "没有印全（只读到文件里有的）")
        self._misencoded = LeftOut("字", "编码不对、读成了别的字（请对照原件）")
        self.broken: list[int] = []
        self.crowded: list[int] = []
        self.pictured: set[int] = set()
        self.unencoded: set[int] = set()

    def pages(self, document: PdfDocument, form: Any) -> Iterator[tuple[int, PrintedPage]]:
        """The pages that are not broken, with their numbers."""
        import pypdfium2

        for number in range(1, len(document) + 1):
            try:
                page = document[number - 1]
                printed = self._look_at(page, form, number)
                page.close()
            except pypdfium2.PdfiumError:
                self.broken.append(number)
            else:
                yield number, printed

    def _look_at(self, page: PdfPage, form: Any, number: int) -> PrintedPage:
        printed, under_form, cut, crowded = page_content(page, form)
        text = "".join(glyph.text for run in printed.runs for glyph in run.glyphs)
        if len(text) > MAX_PAGE_CHARS:
            raise too_many_chars(number, self._name)
        if crowded and text_patterns("pages")["states-duties"].holds(text):
            self.crowded.append(number)
        if under_form:
            self._covered.add(under_form, number)
        for words in cut:
            self._cut.add(words, number)
        for comment in comments(page):
            self._commented.add(comment, number)
        wrong = misencoded_characters(glyph for run in printed.runs for glyph in run.glyphs)
        if ocr.is_installed() and (wrong or is_unencoded(text)):
            self.unencoded.add(number)
        elif wrong:
            for index, char in enumerate(text):
                if char in wrong:
                    self._misencoded.add(text[max(0, index - _BESIDE) : index + _BESIDE + 1], number)
        if len(text) < _TEXT_CHARS and has_pictures(page):
            self.pictured.add(number)
        return printed

    def notes(self) -> list[str]:
        """What is to be said of what lies beside the text."""
        kinds = (self._covered, self._commented, self._cut, self._misencoded)
        return [note for kind in kinds for note in kind.notes()]


def _recognise_scans(data: bytes, name: str, pages: _PdfPages) -> tuple[_PdfPages, list[str]]:
    """The pages with the scanned ones recognised (none counts as scanned any more), and what is to be said of them."""
    from raci.readers.formats.pdf.scans import recognise_pages

    layouts = dict(pages.layouts)
    recognised, not_drawn, unread = [], [], 0
    reader = PageReader()
    for number, page in recognise_pages(data, name, pages.scanned):
        if page is None:
            not_drawn.append(number)
            continue
        sheet = TurnedPage(page.glyphs, page.ruled_lines, page.width, page.height)
        layouts[number] = reader.read_sheet(sheet, number)
        unread += page.unread
        if page.glyphs:
            recognised.append(number)
    notes = [f"{name_pages(recognised)}由图片识别（OCR），请核对"] if recognised else []
    notes += ocr.note_unread(unread)
    blank = len(pages.scanned) - len(recognised) - len(not_drawn)
    notes += [f"有 {blank} 页图片里没有认出文字"] if blank else []
    notes += [f"{name_pages(not_drawn)}的图片损坏或太大，未读"] if not_drawn else []
    return pages._replace(layouts=layouts, scanned=[]), notes
