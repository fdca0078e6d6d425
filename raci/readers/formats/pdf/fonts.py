"""Fonts that a PDF file names but does not hold: one bar for every character, whatever this machine has installed.

pdfium measures such text with the fonts of the machine, and leaves out what has no width there: on a server without
Chinese fonts a character that is alone on its line. The steps between characters are the file's own in any case.
"""

from __future__ import annotations

import ctypes
import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2.raw import FPDF_SYSFONTINFO

__all__ = ["own_fonts"]

#: the handle that stands for our font; the charset GB 2312 of Windows
_HANDLE, _GB2312 = 1, 134


@contextmanager
def own_fonts() -> Iterator[None]:
    """While this is open, pdfium knows no font of the machine. For one thread at a time, as all of pdfium."""
    import pypdfium2.raw as raw

    raw.FPDF_SetSystemFontInfo(_font_source())
    try:
        yield
    finally:
        machine_fonts = raw.FPDF_GetDefaultSystemFontInfo()
        if machine_fonts:  # some platforms have none
            raw.FPDF_SetSystemFontInfo(machine_fonts)


@cache
def _font_source() -> FPDF_SYSFONTINFO:
    """The functions that pdfium asks for fonts; they live as long as the process."""
    import pypdfium2.raw as raw

    font = _bar_font()

    def copy_font(_: object, handle: int, table: int, buffer: ctypes.c_void_p | None, size: int) -> int:
        if table:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    answers = {
        "Release": lambda *_: None,
        "EnumFonts": lambda *_: None,
        "MapFont": lambda *_: _HANDLE,
        "GetFont": lambda *_: _HANDLE,
        "GetFontData": copy_font,
        "GetFaceName": lambda *_: 0,
        "GetFontCharset": lambda *_: _GB2312,
        "DeleteFont": lambda *_: None,
    }
    info = raw.FPDF_SYSFONTINFO(version=1)
    for name, function_type in raw.FPDF_SYSFONTINFO._fields_:
        if name in answers:
            setattr(info, name, function_type(answers[name]))
    return info


def _bar_font() -> bytes:
    """A TrueType font in which every character is a narrow bar: no wider than any step, so that the step counts."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 700), (100, 700), (100, 0)):
        pen.lineTo(corner)
    pen.closePath()
    names = (".notdef", "bar")
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(list(names))
    font.setupGlyf(dict.fromkeys(names, pen.glyph()))
    font.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupPost(keepGlyphNames=False)
    # format 13: one glyph for all characters from the blank to the last. By hand, as fontTools goes through each
    mapping = DefaultTable("cmap")
    mapping.data = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + struct.pack(">HHLLLLLL", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1)
    font.font["cmap"] = mapping
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()
