"""The reader of OFD files (GB/T 33190-2016), the format of official electronic documents.

Text objects are put into reading order by their places; templates (running heads) and seals are left out.
"""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from raci.errors import ReadError
from raci.model import Document
from raci.reading.assembly import compose
from raci.reading.laid import Laid
from raci.reading.packages import Package
from raci.reading.pages import MOST_CHARS, Page, crowded, flowing, without_running_heads
from raci.reading.placed import Char
from raci.reading.ruled import Rule
from raci.reading.unencoded import refuse_unencoded

__all__ = ["read"]

#: millimetres to points
_POINT = 72 / 25.4
_MOST_PAGES = 5_000
_MOST_OBJECTS = 1_000_000
_BLACK = re.compile("黑体|simhei|heiti", re.I)
_STEP = re.compile(r"[MLSQBAC]|-?\d+(?:\.\d*)?(?:[eE]-?\d+)?|-?\.\d+")
_OCR = "请先做文字识别（OCR）并另存为带文字的文件"
#: how much of a character stands over the line
_OVER = 0.88
#: what a Latin character takes, in sizes of type; the others take half of one
_WIDE = {char: width for chars, width in (("MWm%@", 0.9), ("ABCDEFGHKLNOPQRSTUVXYZw", 0.7)) for char in chars}
#: objects made of objects, as deep as they are followed
_DEEPEST = 8


def read(data: bytes, name: str) -> list[Document]:
    """The documents of an OFD file (it may hold several).

    Raises ReadError where it is broken, encrypted, or holds pictures of text instead of text.
    """
    package = Package(data, name, "OFD")
    if any(posixpath.basename(path).lower() == "encryptions.xml" for path in package.members):
        raise ReadError("已加密", place=name, remedy="请用 OFD 阅读器打开，另存为不加密的文件后再用")
    documents: list[Document] = []
    for root in _named(package.xml("OFD.xml"), "DocRoot"):
        documents += _document(package, _path("", str(root.text or "")), name)
    if not documents:
        raise package.broken("OFD.xml")
    return documents


class _Move(NamedTuple):
    """Where the coordinates of an object lead, in millimetres: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def to(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def of(self, element: Any) -> _Move:
        """That of what stands in an element: its own matrix, then its place, then this."""
        left, top, _, _ = _numbers(element.get("Boundary") or "", 4)
        a, b, c, d, e, f = _numbers(element.get("CTM") or "1 0 0 1 0 0", 6)
        x, y = self.to(left + e, top + f)
        return _Move(
            self.a * a + self.c * b, self.b * a + self.d * b, self.a * c + self.c * d, self.b * c + self.d * d, x, y
        )


class _Known(NamedTuple):
    """What the resources of a document say: the fonts that are bold, and the objects made of objects."""

    bold: frozenset[str]
    units: Mapping[str, Any]


def _document(package: Package, path: str, name: str) -> list[Document]:
    root = package.xml(path)
    base = posixpath.dirname(path)
    area = next(_named(root, "PhysicalBox"), None)
    height = _numbers(str(area.text or "") if area is not None else "", 4)[3] or 297.0
    known = _resources(package, root, base)
    found: list[Page] = []
    laid = Laid()
    scanned: list[int] = []
    places = [each.get("BaseLoc") for each in _named(root, "Page") if each.get("BaseLoc")]
    if len(places) > _MOST_PAGES:
        raise ReadError(f"超过 {_MOST_PAGES} 页", place=name, remedy="请拆分后再用")
    for number, place in enumerate(places, 1):
        page = package.xml(_path(base, place))
        own = next(_named(page, "PhysicalBox"), None)
        tall = (_numbers(str(own.text or ""), 4)[3] or height) if own is not None else height
        letters, drawn, pictures = _content(page, known)
        if len(letters) > MOST_CHARS:
            raise crowded(number, name)
        if not letters and pictures:
            scanned.append(number)
        found.append(laid.page(letters, drawn, number, tall * _POINT))
    if scanned and len(scanned) == len(found):
        raise ReadError(f"是扫描件：{len(scanned)} 页只有图片，没有文字", place=name, remedy=_OCR)
    found, dropped = without_running_heads(found)
    notes = refuse_unencoded("".join(row.line.text for page in found for row in page.rows), name, _OCR)
    notes += [f"页眉、页脚和页码未读 {dropped} 行"] if dropped else []
    notes += [f"第 {'、'.join(map(str, scanned[:8]))} 页只有图片，未读"] if scanned else []
    parts = flowing(found)
    if not parts:
        raise ReadError("没有文字", place=name, remedy="请给出有内容的文件")
    return compose(parts, name, format="ofd", notes=notes)


def _path(base: str, place: str) -> str:
    place = place.strip()
    return posixpath.normpath(posixpath.join(base, place)) if place[:1] != "/" else place[1:]


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _named(root: Any, name: str) -> Iterator[Any]:
    return (each for each in root.iter() if _local(each) == name)


def _numbers(text: str, count: int) -> list[float]:
    """So many numbers of a list; 0 where there are fewer or they are none."""
    found = []
    for each in text.split()[:count]:
        try:
            number = float(each)
        except ValueError:
            number = 0.0
        found.append(number if abs(number) < 1e6 else 0.0)  # also not a number
    return found + [0.0] * (count - len(found))


def _resources(package: Package, root: Any, base: str) -> _Known:
    bold: set[str] = set()
    units: dict[str, Any] = {}
    for kind in ("PublicRes", "DocumentRes"):
        for each in _named(root, kind):
            path = _path(base, str(each.text or ""))
            if path not in package:
                continue
            held = package.xml(path)
            for font in _named(held, "Font"):
                names = f"{font.get('FontName') or ''} {font.get('FamilyName') or ''}"
                if _BLACK.search(names) or (font.get("Bold") or "").lower() == "true":
                    bold.add(font.get("ID") or "")
            units |= {unit.get("ID") or "": unit for unit in _named(held, "CompositeGraphicUnit")}
    return _Known(frozenset(bold), units)


def _content(page: Any, known: _Known) -> tuple[list[Char], list[Rule], bool]:
    """The characters of a page, its rules, and whether it holds pictures."""
    letters: list[Char] = []
    drawn: list[Rule] = []
    pictures = False
    stack: list[tuple[Any, _Move, int]] = [(page, _Move(), 0)]
    objects = 0
    while stack and len(letters) <= MOST_CHARS and objects <= _MOST_OBJECTS:
        root, move, deep = stack.pop()
        for each in root.iter():
            kind = _local(each)
            objects += 1
            if (each.get("Visible") or "").lower() == "false":
                continue
            if kind == "TextObject":
                letters += _letters(each, known.bold, move)
            elif kind == "PathObject":
                drawn += _drawn(each, move)
            elif kind == "ImageObject":
                pictures = True
            elif kind == "CompositeObject" and deep < _DEEPEST:
                unit = known.units.get(each.get("ResourceID") or "")
                if unit is not None:
                    stack.append((unit, move.of(each), deep + 1))
    return letters, drawn, pictures


def _letters(element: Any, bold: Collection[str], outer: _Move) -> Iterator[Char]:
    size = _numbers(element.get("Size") or "", 1)[0] or 3.7
    move = outer.of(element)
    thick = element.get("Font") in bold or _numbers(element.get("Weight") or "", 1)[0] >= 600
    x = y = 0.0
    broad = math.hypot(move.a, move.b) or 1.0
    tall = size * (math.hypot(move.c, move.d) or 1.0)
    for code in _named(element, "TextCode"):
        text = str(code.text or "")
        # where a place is left out, it is that of the one before
        x = _numbers(code.get("X") or "", 1)[0] if code.get("X") else x
        y = _numbers(code.get("Y") or "", 1)[0] if code.get("Y") else y
        across, down = _steps(code.get("DeltaX") or "", len(text)), _steps(code.get("DeltaY") or "", len(text))
        here_x, here_y = x, y
        for index, char in enumerate(text):
            own = size * (_WIDE.get(char, 0.5) if char.isascii() else 1.0)
            step = across[index] if index < len(across) else 0.0
            wide = min(step, own) if step > 0 else own
            page_x, page_y = move.to(here_x, here_y)
            yield Char(
                char,
                page_x * _POINT,
                (page_y - _OVER * tall) * _POINT,
                (page_x + wide * broad) * _POINT,
                (page_y + (1 - _OVER) * tall) * _POINT,
                thick,
                spaced=text[index - 1 : index].isspace(),
            )
            here_x += step if across else own
            here_y += down[index] if index < len(down) else 0.0


def _steps(text: str, most: int) -> list[float]:
    """The steps between characters: numbers, and ``g 3 4.2`` for three times 4.2."""
    found: list[float] = []
    words = text.split()
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g":
            times, step = _numbers(" ".join(words[at + 1 : at + 3]), 2)
            found += [step] * max(0, min(int(times), most))
            at += 3
        else:
            found += _numbers(words[at], 1)
            at += 1
    return found


def _drawn(element: Any, outer: _Move) -> Iterator[Rule]:
    """The level and upright lines of a path; boxes by their sides."""
    if (element.get("Stroke") or "true").lower() == "false" and (element.get("Fill") or "").lower() != "true":
        return
    move = outer.of(element)
    data = next(_named(element, "AbbreviatedData"), None)
    points: list[tuple[float, float]] = []
    pending: list[float] = []
    command, begun = "", (0.0, 0.0)
    for word in _STEP.findall(str(data.text or "") if data is not None else "")[:4000]:
        if word.isalpha():
            command, pending = word, []
            if word == "C" and points:
                points.append(begun)
            continue
        pending += _numbers(word, 1)
        if len(pending) == 2 and command in ("M", "S", "L"):
            x, y = move.to(*pending)
            place = (x * _POINT, y * _POINT)
            if command != "L":
                yield from _sides(points)
                points, begun = [], place
            points.append(place)
            pending = []
    yield from _sides(points)


def _sides(points: list[tuple[float, float]]) -> Iterator[Rule]:
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y1 - y0) < 1 < abs(x1 - x0) or abs(x1 - x0) < 1 < abs(y1 - y0):
            yield Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
