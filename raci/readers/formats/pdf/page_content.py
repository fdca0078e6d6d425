"""What stands on a page of a PDF file: its characters with their boxes, and the rules drawn on it."""

from __future__ import annotations

import ctypes
import re
from typing import Any

from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.reading_order import MOST_CHARS
from raci.readers.layout.ruled_tables import RuledLine

__all__ = ["chars", "rules"]

_BOLD = re.compile(rb"bold|black|heiti|simhei|[-+]hei|\xba\xda\xcc\xe5|\xe9\xbb\x91\xe4\xbd\x93", re.I)
#: a rule is no thicker
_THICK = 3.0


def chars(page: Any) -> tuple[list[Glyph], bool]:
    """The characters of a page, y from the top down; and whether the page holds pictures.

    One more than ``MOST_CHARS`` are given where there are more.
    """
    import pypdfium2.raw as raw

    text = page.get_textpage()
    left, bottom, right, top = page.get_mediabox()
    found: list[Glyph] = []
    box = raw.FS_RECTF()
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    fonts: dict[bytes, bool] = {}
    turn, spaced = page.get_rotation() % 360, False
    for index in range(text.count_chars()):
        if len(found) > MOST_CHARS:
            break
        code = raw.FPDFText_GetUnicode(text, index)
        if code in (32, 0x3000, 0xA0):
            spaced = raw.FPDFText_IsGenerated(text, index) == 0
            continue
        if code <= 32 or code == 0xFFFE or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, box):
            continue
        size = raw.FPDFText_GetFontInfo(text, index, name, 128, flags)
        bold = False
        if 0 < size <= 128:
            key = name.raw[: size - 1]
            if key not in fonts:
                fonts[key] = _BOLD.search(key) is not None
            bold = fonts[key]
        x0, x1, y0, y1 = box.left - left, box.right - left, top - box.top, top - box.bottom
        if turn:
            x0, y0, x1, y1 = _turned(x0, y0, x1, y1, right - left, top - bottom, turn)
        found.append(Glyph(chr(code), x0, y0, x1, y1, bold, spaced))
        spaced = False
    text.close()
    pictures = len(found) < 50 and any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))
    return found, pictures


def _turned(
    x0: float, y0: float, x1: float, y1: float, width: float, height: float, turn: int
) -> tuple[float, float, float, float]:
    """A box on a page that is shown turned clockwise."""
    if turn == 90:
        return height - y1, x0, height - y0, x1
    if turn == 180:
        return width - x1, height - y1, width - x0, height - y0
    return y0, width - x1, y1, width - x0


def rules(page: Any) -> list[RuledLine]:
    """The level and upright lines on a page: lines, thin bars, and the sides of boxes."""
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_mediabox()
    turn = page.get_rotation() % 360
    found: list[RuledLine] = []
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        x0, y0, x1, y1 = shape.get_bounds()
        x0, y0, x1, y1 = x0 - left, top - y1, x1 - left, top - y0
        if turn:
            x0, y0, x1, y1 = _turned(x0, y0, x1, y1, right - left, top - bottom, turn)
        wide, high = x1 - x0, y1 - y0
        if high <= _THICK < wide or wide <= _THICK < high:
            found.append(_thin(x0, y0, x1, y1))
        elif wide > _THICK and high > _THICK and _stroked(shape):
            found += [
                RuledLine(x0, y0, x1, y0),
                RuledLine(x0, y1, x1, y1),
                RuledLine(x0, y0, x0, y1),
                RuledLine(x1, y0, x1, y1),
            ]
    return found


def _thin(x0: float, y0: float, x1: float, y1: float) -> RuledLine:
    if x1 - x0 >= y1 - y0:
        return RuledLine(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    return RuledLine((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _stroked(shape: Any) -> bool:
    """Whether the outline of a box is drawn."""
    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(shape, fill, stroke)) and bool(stroke.value)
