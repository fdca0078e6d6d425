"""The reader of OFD files (GB/T 33190-2016), the format of official electronic documents.

Text objects are put into reading order by their places; templates (running heads) and seals are left out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from raci.errors import ReadError
from raci.model import Document
from raci.reading.assembly import compose
from raci.reading.packages import Package
from raci.reading.pages import Page, flowing, without_running_heads
from raci.reading.placed import Char, rows
from raci.reading.ruled import Rule, tables

__all__ = ["read"]

#: millimetres to points
_POINT = 72 / 25.4
_MOST_PAGES = 5_000
_MOST_CHARS = 1_000_000
_BLACK = re.compile("黑体|simhei|heiti", re.I)
_STEP = re.compile(r"[MLSQBAC]|-?\d+(?:\.\d*)?(?:[eE]-?\d+)?|-?\.\d+")
#: how much of a character stands over the line
_OVER = 0.88


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


def _document(package: Package, path: str, name: str) -> list[Document]:
    root = package.xml(path)
    base = posixpath.dirname(path)
    area = next(_named(root, "PhysicalBox"), None)
    height = _numbers(str(area.text or "") if area is not None else "", 4)[3] or 297.0
    bold = _bold_fonts(package, root, base)
    found: list[Page] = []
    scanned: list[int] = []
    places = [each.get("BaseLoc") for each in _named(root, "Page") if each.get("BaseLoc")]
    if len(places) > _MOST_PAGES:
        raise ReadError(f"超过 {_MOST_PAGES} 页", place=name, remedy="请拆分后再用")
    for number, place in enumerate(places, 1):
        page = package.xml(_path(base, place))
        own = next(_named(page, "PhysicalBox"), None)
        tall = (_numbers(str(own.text or ""), 4)[3] or height) if own is not None else height
        letters, drawn, pictures = _content(page, bold)
        if not letters and pictures:
            scanned.append(number)
        inside, outside = tables(drawn, letters, number) if drawn else ([], letters)
        found.append(Page(rows(outside, number), inside, tall * _POINT))
    if scanned and len(scanned) == len(found):
        remedy = "请先做文字识别（OCR）并另存为带文字的文件"
        raise ReadError(f"是扫描件：{len(scanned)} 页只有图片，没有文字", place=name, remedy=remedy)
    found, dropped = without_running_heads(found)
    notes = [f"页眉、页脚和页码未读 {dropped} 行"] if dropped else []
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


def _bold_fonts(package: Package, root: Any, base: str) -> set[str]:
    """The ids of fonts that are bold or 黑体."""
    found = set()
    for kind in ("PublicRes", "DocumentRes"):
        for each in _named(root, kind):
            path = _path(base, str(each.text or ""))
            if path in package:
                for font in _named(package.xml(path), "Font"):
                    names = f"{font.get('FontName') or ''} {font.get('FamilyName') or ''}"
                    if _BLACK.search(names) or (font.get("Bold") or "").lower() == "true":
                        found.add(font.get("ID") or "")
    return found


def _content(page: Any, bold: set[str]) -> tuple[list[Char], list[Rule], bool]:
    """The characters of a page, its rules, and whether it holds pictures."""
    letters: list[Char] = []
    drawn: list[Rule] = []
    pictures = False
    for each in page.iter():
        kind = _local(each)
        if (each.get("Visible") or "").lower() == "false":
            continue
        if kind == "TextObject":
            letters += _letters(each, bold)
            if len(letters) > _MOST_CHARS:
                break
        elif kind == "PathObject":
            drawn += _drawn(each)
        elif kind == "ImageObject":
            pictures = True
    return letters, drawn, pictures


def _letters(element: Any, bold: set[str]) -> Iterator[Char]:
    left, top, _, _ = _numbers(element.get("Boundary") or "", 4)
    size = _numbers(element.get("Size") or "", 1)[0] or 3.7
    matrix = _numbers(element.get("CTM") or "1 0 0 1 0 0", 6)
    a, b, c, d, e, f = matrix
    thick = element.get("Font") in bold or _numbers(element.get("Weight") or "", 1)[0] >= 600
    x = y = 0.0
    scale = abs(d) or abs(b) or 1.0
    for code in _named(element, "TextCode"):
        text = str(code.text or "")
        # where a place is left out, it is that of the one before
        x = _numbers(code.get("X") or "", 1)[0] if code.get("X") else x
        y = _numbers(code.get("Y") or "", 1)[0] if code.get("Y") else y
        across, down = _steps(code.get("DeltaX") or "", len(text)), _steps(code.get("DeltaY") or "", len(text))
        here_x, here_y = x, y
        for index, char in enumerate(text):
            own = size * (0.5 if char.isascii() else 1.0)
            step = across[index] if index < len(across) else 0.0
            wide = min(step, own) if step > 0 else own
            page_x, page_y = left + a * here_x + c * here_y + e, top + b * here_x + d * here_y + f
            tall = size * scale
            yield Char(
                char,
                page_x * _POINT,
                (page_y - _OVER * tall) * _POINT,
                (page_x + wide * (abs(a) or 1.0)) * _POINT,
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


def _drawn(element: Any) -> Iterator[Rule]:
    """The level and upright lines of a path; boxes by their sides."""
    if (element.get("Stroke") or "true").lower() == "false" and (element.get("Fill") or "").lower() != "true":
        return
    left, top, _, _ = _numbers(element.get("Boundary") or "", 4)
    a, b, c, d, e, f = _numbers(element.get("CTM") or "1 0 0 1 0 0", 6)
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
            x, y = pending
            place = ((left + a * x + c * y + e) * _POINT, (top + b * x + d * y + f) * _POINT)
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
