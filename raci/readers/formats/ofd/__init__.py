"""The reader of OFD files (GB/T 33190-2016), the format of official electronic documents.

Text objects are put into reading order by their places; templates (running heads) and seals are left out. Pages that
are but a picture are recognised where the extra ``ocr`` is there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.files.packages import Package
from raci.readers.formats.ofd.elements import named, numbers, path
from raci.readers.formats.ofd.page_content import content
from raci.readers.formats.ofd.resources import resources
from raci.readers.formats.ofd.transform import POINT
from raci.readers.layout import ocr
from raci.readers.layout.page_reader import PageReader
from raci.readers.layout.reading_order import MOST_CHARS, Page, crowded, flowing, listed, without_running_heads
from raci.readers.layout.unencoded import refuse_unencoded

__all__ = ["read"]

_MOST_PAGES = 5_000


def read(data: bytes, name: str) -> list[Document]:
    """The documents of an OFD file (it may hold several).

    Raises ReadError where it is broken, encrypted, or holds pictures of text that cannot be recognised here.
    """
    package = Package(data, name, "OFD")
    if any(posixpath.basename(path).lower() == "encryptions.xml" for path in package.members):
        raise ReadError("已加密", place=name, remedy="请用 OFD 阅读器打开，另存为不加密的文件后再用")
    documents: list[Document] = []
    for root in named(package.xml("OFD.xml"), "DocRoot"):
        documents += _document(package, path("", str(root.text or "")), name)
    if not documents:
        raise package.broken("OFD.xml")
    return documents


def _document(package: Package, place: str, name: str) -> list[Document]:
    root = package.xml(place)
    base = posixpath.dirname(place)
    area = next(named(root, "PhysicalBox"), None)
    height = numbers(str(area.text or "") if area is not None else "", 4)[3] or 297.0
    known = resources(package, root, base)
    found: dict[int, Page] = {}
    laid = PageReader()
    scanned: dict[int, str] = {}
    places = [each.get("BaseLoc") for each in named(root, "Page") if each.get("BaseLoc")]
    if len(places) > _MOST_PAGES:
        raise ReadError(f"超过 {_MOST_PAGES} 页", place=name, remedy="请拆分后再用")
    for number, page_at in enumerate(places, 1):
        page = package.xml(path(base, page_at))
        own = next(named(page, "PhysicalBox"), None)
        tall = (numbers(str(own.text or ""), 4)[3] or height) if own is not None else height
        inside = content(page, known)
        if len(inside.letters) > MOST_CHARS:
            raise crowded(number, name)
        if not inside.letters and inside.pictures:
            scanned[number] = known.pictures.get(inside.pictures[0], "")
        found[number] = laid.page(inside.letters, inside.drawn, number, tall * POINT)
    notes: list[str] = []
    if scanned and ocr.ready():
        notes = _recognised(package, scanned, found)
    elif scanned and len(scanned) == len(found):
        raise ReadError(f"是扫描件：{len(scanned)} 页只有图片，没有文字", place=name, remedy=ocr.REMEDY)
    elif scanned:
        notes = [f"{listed(list(scanned))}只有图片，未读；{ocr.REMEDY}"]
    pages, dropped = without_running_heads(list(found.values()))
    notes += refuse_unencoded("".join(row.line.text for page in pages for row in page.rows), name, ocr.REMEDY)
    notes += [f"页眉、页脚和页码未读 {dropped} 行"] if dropped else []
    parts = flowing(pages)
    if not parts and len(scanned) == len(found):
        what = f"是扫描件：{len(scanned)} 页只有图片，没有认出文字"
        raise ReadError(f"{what}（{'；'.join(notes)}）", place=name, remedy="请检查图片是否清楚、完整")
    if not parts and notes:
        raise ReadError(f"没有读到文字（{'；'.join(notes)}）", place=name, remedy="请给出有内容、清楚的文件")
    if not parts:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    return compose(parts, name, format="ofd", notes=notes)


def _recognised(package: Package, scanned: Mapping[int, str], found: dict[int, Page]) -> list[str]:
    """Puts the scanned pages, recognised, in the place of the pictures; gives what is to be said of it."""
    from raci.readers.formats.picture import recognised

    laid = PageReader()
    done, beyond, lost = [], [], 0
    for number, place in scanned.items():
        try:
            page, unsure = next(recognised(package.read(place), f"{package.name}/{place}", laid, number))
        except (ReadError, StopIteration):
            beyond.append(number)
            continue
        found[number] = page
        lost += unsure
        done.append(number)
    notes = [f"{listed(done)}由图片识别（OCR），请核对"] if done else []
    notes += ocr.unsure(lost)
    return notes + ([f"{listed(beyond)}的图片损坏、太大或不是可识别的格式，未读"] if beyond else [])
