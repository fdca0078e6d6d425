"""The reader of OFD files (GB/T 33190-2016), the format of official electronic documents.

Text objects are put into reading order by their positions, those of page templates among them; annotations and seals
are told. Pages that hold only a picture are recognised where the extra ``ocr`` is there.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.files.packages import Package
from raci.readers.formats.ofd.annotations import note_annotations, note_seals
from raci.readers.formats.ofd.elements import descendants, first_text, parse_numbers, resolve_path
from raci.readers.formats.ofd.page_content import read_content
from raci.readers.formats.ofd.resources import read_resources
from raci.readers.formats.ofd.templates import Templates
from raci.readers.formats.ofd.transform import POINT
from raci.readers.layout import ocr
from raci.readers.layout.page_footnotes import split_footnotes
from raci.readers.layout.page_reader import PageReader
from raci.readers.layout.pages import MAX_PAGE_CHARS, PageLayout, name_pages, page_text, too_many_chars
from raci.readers.layout.printed_pages import PrintedPage
from raci.readers.layout.reading_order import in_reading_order
from raci.readers.layout.running_heads import note_running_heads, without_running_heads
from raci.readers.layout.unencoded import refuse_unencoded

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["read"]

_MAX_PAGES = 5_000
#: so many documents a file may hold, and so often each may show one and the same page
_MOST_TIMES = 20
#: the sides of A4 in millimetres, where neither page nor document says its own
_A4 = (210.0, 297.0)


class _OfdPages(NamedTuple):
    """The pages by their numbers, where the pictures are that some of them consist of, and what is to be said."""

    layouts: Mapping[int, list[PageLayout]]
    pictures: Mapping[int, str]
    notes: list[str]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of an OFD file (it may hold several).

    Raises ReadError where it is broken, encrypted, or holds pictures of text that cannot be recognised here.
    """
    package = Package(data, name, "OFD")
    if any(posixpath.basename(path).lower() == "encryptions.xml" for path in package.members):
        raise ReadError("已加密", place=name, remedy="请用 OFD 阅读器打开，另存为不加密的文件后再用")
    documents: list[Document] = []
    roots = list(descendants(package.xml("OFD.xml"), "DocRoot"))
    if len(roots) > _MOST_TIMES:
        raise ReadError(f"里面有 {_MOST_TIMES} 份以上的文件", place=name, remedy="请用 OFD 阅读器打开，拆分后再用")
    for root in roots:
        body = root.getparent()
        seals = note_seals(package, body) if body is not None else []
        documents += _read_document(package, resolve_path("", root.text or ""), name, seals)
    if not documents:
        raise package.broken("OFD.xml")
    return documents


def _read_document(package: Package, path: str, name: str, seals: Sequence[str]) -> list[Document]:
    pages = _read_pages(package, path, name)
    layouts = pages.layouts
    notes = [*pages.notes, *seals]
    if pages.pictures and ocr.is_installed():
        layouts, recognised = _recognise_pictures(package, pages)
        notes += recognised
    elif pages.pictures and len(pages.pictures) == len(layouts):
        raise ReadError(f"是扫描件：{len(pages.pictures)} 页只有图片，没有文字", place=name, remedy=ocr.REMEDY)
    elif pages.pictures:
        notes += [f"{name_pages(list(pages.pictures))}只有图片，未读；{ocr.REMEDY}"]
    bodies, dropped = without_running_heads([part for parts in layouts.values() for part in parts])
    notes += refuse_unencoded(page_text(bodies), name, ocr.REMEDY)
    notes += note_running_heads(dropped)
    bodies, footnotes = split_footnotes(bodies)
    parts = in_reading_order(bodies)
    if not parts:
        raise _no_text(pages, notes, name)
    return compose(parts, name, format="ofd", notes=notes, footnotes=footnotes)


def _no_text(pages: _OfdPages, notes: Sequence[str], name: str) -> ReadError:
    if not pages.layouts:
        return ReadError("没有页面", place=name, remedy="请用 OFD 阅读器打开看看，另存后再用")
    if len(pages.pictures) == len(pages.layouts):
        what = f"是扫描件：{len(pages.pictures)} 页只有图片，没有认出文字"
        return ReadError(f"{what}（{'；'.join(notes)}）", place=name, remedy="请检查图片是否清楚、完整")
    if notes:
        return ReadError(f"没有读到文字（{'；'.join(notes)}）", place=name, remedy="请给出有内容、清楚的文件")
    return ReadError("没有文字", place=name, remedy="请给出有内容的文件")


def _read_pages(package: Package, path: str, name: str) -> _OfdPages:
    root, folder = package.xml(path), posixpath.dirname(path)
    resources = read_resources(package, root, folder)
    elements = [page for page in descendants(root, "Page") if page.get("BaseLoc")]
    if len(elements) > _MAX_PAGES:
        raise ReadError(f"超过 {_MAX_PAGES} 页", place=name, remedy="请拆分后再用")
    places = Counter(page.get("BaseLoc") for page in elements)
    if places and places.most_common(1)[0][1] > _MOST_TIMES:
        raise ReadError(f"同一页出现 {_MOST_TIMES} 次以上", place=name, remedy="请用 OFD 阅读器打开，另存后再用")
    templates = Templates(package, root, folder, resources)
    default_size = _page_size(root, _A4)
    pictures: dict[int, str] = {}

    def printed_pages() -> Iterator[tuple[int, PrintedPage]]:
        for number, element in enumerate(elements, 1):
            page = package.xml(resolve_path(folder, element.get("BaseLoc") or ""))
            content = read_content(page, resources)
            if not content.runs and content.picture_ids:
                pictures[number] = resources.picture_paths.get(content.picture_ids[0], "")
            parts = [*templates.of(page), content]
            if sum(part.char_count for part in parts) > MAX_PAGE_CHARS:
                raise too_many_chars(number, name)
            runs = [run for part in parts for run in part.runs]
            lines = [line for part in parts for line in part.ruled_lines]
            width, height = _page_size(page, default_size)
            grounds = [box for part in parts for box in part.grounds]
            yield number, PrintedPage(runs, lines, width * POINT, height * POINT, grounds=grounds)

    reader = PageReader()
    layouts = dict(reader.read_printed(printed_pages()))
    numbers = {page.get("ID") or "": number for number, page in enumerate(elements, 1)}
    notes = reader.notes() + note_annotations(package, root, folder, numbers)
    notes += [f"缺少 {len(templates.missing)} 个页面模板，其中的字未读"] if templates.missing else []
    return _OfdPages(layouts, pictures, notes)


def _page_size(root: Element, default: tuple[float, float]) -> tuple[float, float]:
    """The sides of a page in millimetres, by the first box that an element holds; ``default`` where it has none."""
    _, _, width, height = parse_numbers(first_text(root, "PhysicalBox"), 4)
    return width or default[0], height or default[1]


def _recognise_pictures(package: Package, pages: _OfdPages) -> tuple[dict[int, list[PageLayout]], list[str]]:
    """The pages with those that consist of a picture recognised, and what is to be said of these."""
    from raci.readers.formats.picture import recognise_picture

    layouts = dict(pages.layouts)
    reader = PageReader()
    recognised, unreadable, unread = [], [], 0
    for number, path in pages.pictures.items():
        try:
            name = f"{package.name}/{path}"
            layout, page_unread = next(recognise_picture(package.read(path), name, reader, number))
        except (ReadError, StopIteration):
            unreadable.append(number)
            continue
        layouts[number] = [layout]
        unread += page_unread
        recognised.append(number)
    notes = [f"{name_pages(recognised)}由图片识别（OCR），请核对"] if recognised else []
    notes += ocr.note_unread(unread)
    notes += [f"{name_pages(unreadable)}的图片损坏、太大或不是可识别的格式，未读"] if unreadable else []
    return layouts, notes
