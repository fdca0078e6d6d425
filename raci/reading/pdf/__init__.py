"""The reader of PDF files with text, by pypdfium2: reading order by position, running heads left out."""

from __future__ import annotations

from threading import Lock

from raci.errors import ReadError
from raci.model import Document
from raci.reading.assembly import compose
from raci.reading.pages import Page, flowing, without_running_heads
from raci.reading.pdf.fonts import own_fonts
from raci.reading.pdf.page import chars, rules
from raci.reading.placed import rows
from raci.reading.ruled import tables
from raci.reading.unencoded import refuse_unencoded

__all__ = ["read"]

#: pdfium is not safe in threads
_ALONE = Lock()

#: the most pages; a page with fewer characters than this and with pictures is a scan
_MOST_PAGES = 5_000
_FEW = 12
_OCR = "请先做文字识别（OCR）并另存为带文字的 PDF 或文本文件"


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a PDF file. Scripts, forms and links in it are not touched.

    Raises ReadError where it is broken, has a password, or holds pictures of text instead of text.
    """
    with _ALONE, own_fonts():
        found, scanned, faulty = _pages(data, name)
    text = "".join(row.line.text for page in found for row in page.rows)
    if scanned and len(scanned) >= len(found) / 2 and len(text) < 40 * len(found):
        raise ReadError(f"是扫描件：{len(scanned)} 页只有图片，没有文字", place=name, remedy=_OCR)
    notes = refuse_unencoded(text, name, _OCR)
    found, dropped = without_running_heads(found)
    notes += [f"页眉、页脚和页码未读 {dropped} 行"] if dropped else []
    notes += [f"{_listed(scanned)}只有图片，未读"] if scanned else []
    notes += [f"{_listed(faulty)}损坏，未读"] if faulty else []
    parts = flowing(found)
    if not parts:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    return compose(parts, name, format="pdf", notes=notes)


def _pages(data: bytes, name: str) -> tuple[list[Page], list[int], list[int]]:
    """The pages, and the numbers of those that are scans, and of those that are broken."""
    import pypdfium2

    try:
        book = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("有密码", place=name, remedy="请去掉密码，另存后再用") from error
        raise ReadError("不是完整的 PDF 文件", place=name, remedy="请重新下载，或用原程序打开另存") from error
    found, scanned, faulty = [], [], []
    try:
        count = len(book)
        if count > _MOST_PAGES:
            raise ReadError(f"超过 {_MOST_PAGES} 页", place=name, remedy="请拆分后再用")
        for number in range(1, count + 1):
            try:
                page = book[number - 1]
                letters, pictures = chars(page)
                if len(letters) < _FEW and pictures:
                    scanned.append(number)
                drawn = rules(page)
                inside, outside = tables(drawn, letters, number) if drawn else ([], letters)
                found.append(Page(rows(outside, number), inside, page.get_height()))
                page.close()
            except pypdfium2.PdfiumError:
                faulty.append(number)
    finally:
        book.close()
    return found, scanned, faulty


def _listed(pages: list[int]) -> str:
    some = "、".join(map(str, pages[:8])) + (f"等 {len(pages)} " if len(pages) > 8 else " ")
    return f"第 {some}页"
