"""The reader of presentations (.pptx): the words and tables of each slide, in the order of reading.

Slides that are hidden, pictures, diagrams and the notes of the speaker are not read; the notes on the document say so.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftTable, NestedCell
from raci.readers.documents.nested_tables import arrange_table
from raci.readers.documents.passages import TextLine
from raci.readers.files.packages import Package
from raci.readers.formats.docx.elements import alternative, attribute, child, local_name, text_of, whole_number
from raci.readers.layout.pages import name_pages
from raci.readers.tables.mending import restore_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["read"]

_DECK = "ppt/presentation.xml"
#: the most slides that are read, and the most columns that a cell may span
_MOST_SLIDES, _WIDEST = 1_000, 200
_LONGEST_LENGTH = 12
#: placeholders that hold the number of the slide, its date, and what stands on every slide
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr"})
_TITLES = frozenset({"title", "ctrTitle"})
#: what stands on a slide and is not read: the end of the address of its kind, and what it is called
_UNREAD = (("/diagram", "图示"), ("/chart", "图表"), ("/chartex", "图表"))


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a presentation. Raises ReadError where it is broken, or its slides hold no words."""
    package = Package(data, name, "PowerPoint")
    if _DECK not in package:
        raise package.broken(_DECK)
    targets = _targets(package, _DECK)
    reader = _SlideReader()
    parts: list[TextLine | DraftTable] = []
    order = [targets.get(_relation(slide), "") for slide in package.xml(_DECK).iter("{*}sldId")]
    spoken = []
    for number, path in enumerate(order[:_MOST_SLIDES], 1):
        if path not in package:
            continue
        parts += reader.parts(package.xml(path), number)
        if any("/notesSlides/" in target for target in _targets(package, path).values()):
            spoken.append(number)
    if not any(isinstance(part, DraftTable) or part.text.strip() for part in parts):
        raise ReadError("幻灯片里没有文字", place=name, remedy="请给出有文字的文件；图片里的文字请先另存为 PDF 或图片")
    notes = [f"{what}未读 {count} 处" for what, count in reader.unread.items()]
    notes += [f"{name_pages(reader.hidden)}是隐藏的幻灯片，未读"] if reader.hidden else []
    notes += [f"{name_pages(spoken)}的演讲者备注未读"] if spoken else []
    return compose(restore_paragraphs(parts), name, format="pptx", notes=notes)


def _targets(package: Package, path: str) -> dict[str, str]:
    """The parts that a part leads to, by their ids."""
    folder, part = posixpath.split(path)
    relations = f"{folder}/_rels/{part}.rels"
    return {
        attribute(relation, "Id") or "": posixpath.normpath(posixpath.join(folder, attribute(relation, "Target") or ""))
        for relation in (package.xml(relations) if relations in package else ())
        if attribute(relation, "TargetMode") != "External"
    }


def _relation(slide: Element) -> str:
    """The relationship that leads to a slide, beside which stands an id of its own."""
    return next((str(value) for key, value in slide.attrib.items() if str(key).endswith("relationships}id")), "")


class _SlideReader:
    """Reads slide after slide; counts what is left out."""

    def __init__(self) -> None:
        self.unread: Counter[str] = Counter()
        self.hidden: list[int] = []
        self._line = 0

    def parts(self, slide: Element, number: int) -> list[TextLine | DraftTable]:
        """The words and tables of a slide: its title first, the others as they stand, from the top down."""
        if (attribute(slide, "show") or "1") in ("0", "false"):
            self.hidden.append(number)
            return []
        self._line = 0
        shapes = sorted(_shapes(slide), key=_place)
        return [part for shape in shapes for part in self._shape(shape, number)]

    def _shape(self, shape: Element, number: int) -> list[TextLine | DraftTable]:
        kind = local_name(shape)
        if kind == "pic":
            self.unread["图片"] += 1
            return []
        table = next(shape.iter("{*}tbl"), None) if kind == "graphicFrame" else None
        if table is not None:
            return self._table(table, number)
        if kind == "graphicFrame":
            uris = [data.get("uri") or "" for data in shape.iter("{*}graphicData")]
            self.unread[next((what for end, what in _UNREAD if any(uri.endswith(end) for uri in uris)), "对象")] += 1
            return []
        body = child(shape, "txBody")
        return [] if body is None or _placeholder(shape) in _FURNITURE else list(self._lines(body, number))

    def _lines(self, body: Element, number: int) -> Iterator[TextLine]:
        """The paragraphs of a text, each line break begins one; numbers that the program counts are written out."""
        counted = 0
        for paragraph in body.iterchildren("{*}p"):
            words = "".join(_words(piece) for piece in paragraph)
            style = next((mark.get("type") or "" for mark in paragraph.iter("{*}buAutoNum")), "")
            counted = counted + 1 if style and words.strip() else 0
            if counted:
                words = f"（{counted}）{words}" if "Both" in style else f"{counted}.{words}"
            for line in words.split("\n"):
                self._line += 1
                yield TextLine(line, number, self._line)

    def _table(self, table: Element, number: int) -> list[TextLine | DraftTable]:
        cells = []
        for row, element in enumerate(table.iterchildren("{*}tr")):
            for column, cell in enumerate(element.iterchildren("{*}tc")):
                if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
                    continue
                height, width = (
                    min(max(1, whole_number(cell.get(key), 1)), _WIDEST) for key in ("rowSpan", "gridSpan")
                )
                body = child(cell, "txBody")
                lines = [] if body is None else list(self._lines(body, number))
                cells.append(NestedCell(row, column, height, width, lines))
        return arrange_table(cells)


def _shapes(slide: Element) -> Iterator[Element]:
    """What stands on a slide, that of groups one by one; of what is there twice for old programs the first."""
    for tree in slide.iter("{*}spTree"):
        yield from _members(tree)


def _members(group: Element) -> Iterator[Element]:
    for shape in group:
        kind = local_name(shape)
        if kind == "grpSp":
            yield from _members(shape)
        elif kind == "AlternateContent":
            chosen = alternative(shape)
            yield from _members(chosen) if chosen is not None else ()
        elif kind in ("sp", "pic", "graphicFrame"):
            yield shape


def _place(shape: Element) -> tuple[int, int, int]:
    """Where a shape comes in reading: titles first, then from the top down and from left to right."""
    offset = next(shape.iter("{*}off"), None)
    top, left = (0, 0) if offset is None else (_length(offset.get("y")), _length(offset.get("x")))
    return (0 if _placeholder(shape) in _TITLES else 1, top, left)


def _length(value: str | None) -> int:
    """A length in the units of the program, of which a slide has some ten million; 0 where it is none."""
    return int(value) if value and value.lstrip("-").isdigit() and len(value) < _LONGEST_LENGTH else 0


def _placeholder(shape: Element) -> str:
    """What a shape is there to hold: a title, the number of the slide; '' where it says nothing."""
    mark = next(shape.iter("{*}ph"), None)
    return "" if mark is None else mark.get("type") or ""


def _words(piece: Element) -> str:
    kind = local_name(piece)
    if kind == "br":
        return "\n"
    return "".join(text_of(text) for text in piece.iter("{*}t")) if kind in ("r", "fld") else ""
