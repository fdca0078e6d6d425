"""How the text objects of a PDF page are printed: direction, size, ink, bold type; asked for once an object."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from raci.readers.formats.pdf.clips import clip_box
from raci.readers.formats.pdf.forms import placed_forms
from raci.readers.formats.pdf.standings import Standings
from raci.readers.layout.extents import Box
from raci.readers.layout.printed_pages import INVISIBLE, Ink, Standing
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

__all__ = ["TextObjects", "TextStyle"]

#: names of fonts are read up to so many bytes
_NAME_LENGTH = 128
#: the encodings in which files write the Chinese names of fonts
_NAME_ENCODINGS = ("utf-8", "gb18030")
#: text that is only an outline; that shows nothing (ISO 32000-1, table 106)
_STROKED, _UNSEEN = 1, (3, 7)


class TextStyle(NamedTuple):
    """How characters of a text object are printed: direction in degrees anticlockwise, size in points.

    ``clip``: the box on the page outside of which nothing of it is seen.
    """

    angle: float
    size: float
    ink: Ink
    bold: bool
    standing: Standing = Standing.CONTENT
    clip: Box | None = None


_UNKNOWN = TextStyle(0.0, 1.0, INVISIBLE, bold=False)


class TextObjects:
    """The styles of the text objects of one page, by their characters."""

    def __init__(self, page: PdfPage, text: PdfTextPage, place: Callable[[float, float, float, float], Box]) -> None:
        import pypdfium2.raw as raw

        self._text, self._standings, self._place = text, Standings(page), place
        self._placed_forms = placed_forms(page)
        self._styles: dict[int, TextStyle] = {}
        # what pdfium writes its answers to; made once, as files may print each character by itself
        self._matrix, self._colour = raw.FS_MATRIX(), [ctypes.c_uint() for _ in range(4)]
        self._name, self._flags = ctypes.create_string_buffer(_NAME_LENGTH), ctypes.c_int()

    def of(self, index: int) -> tuple[int, TextStyle]:
        """What tells apart the text object of a character, and its style."""
        import pypdfium2.raw as raw

        handle = raw.FPDFText_GetTextObject(self._text, index)
        if not handle:  # a character that pdfium made up
            return 0, _UNKNOWN
        key = ctypes.addressof(handle.contents)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._style(index, handle)
        return key, style

    def _style(self, index: int, handle: Any) -> TextStyle:
        import pypdfium2.raw as raw

        matrix = self._matrix
        if not raw.FPDFText_GetMatrix(self._text, index, matrix):
            return _UNKNOWN
        if not all(map(math.isfinite, (matrix.a, matrix.b, matrix.c, matrix.d))):  # broken files hold no numbers
            return _UNKNOWN
        # small parts of a degree are how matrices are rounded
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a)), 1) % 360
        font_size = raw.FPDFText_GetFontSize(self._text, index)
        size = round(abs(font_size) * math.hypot(matrix.c, matrix.d), 2) if math.isfinite(font_size) else _UNKNOWN.size
        is_bold, standing = _is_heavy(self._font_name(index)), self._standings.of(handle)
        return TextStyle(angle, size, self._ink(handle), is_bold, standing, self._clip(handle))

    def _clip(self, handle: Any) -> Box | None:
        """The box on the page that a text object is clipped to, if it is."""
        form = self._placed_forms.get(ctypes.addressof(handle.contents)) if self._placed_forms else None
        if form is None:
            return clip_box(handle, self._place)
        return clip_box(handle, lambda *box: self._place(*form.box(*box)))

    def _ink(self, handle: Any) -> Ink:
        import pypdfium2.raw as raw

        mode = raw.FPDFTextObj_GetTextRenderMode(handle)
        if mode in _UNSEEN:
            return INVISIBLE
        ask = raw.FPDFPageObj_GetStrokeColor if mode == _STROKED else raw.FPDFPageObj_GetFillColor
        if not ask(handle, *self._colour):
            return INVISIBLE
        return _ink_of(*(part.value for part in self._colour))

    def _font_name(self, index: int) -> bytes:
        """The name of the font of a character as the file has it; empty where it is too long."""
        import pypdfium2.raw as raw

        size = raw.FPDFText_GetFontInfo(self._text, index, self._name, _NAME_LENGTH, self._flags)
        return self._name.raw[: size - 1] if 0 < size <= _NAME_LENGTH else b""


@lru_cache(maxsize=256)
def _ink_of(red: int, green: int, blue: int, opacity: int) -> Ink:
    """Text that is not seen at all counts as black: it lies under the picture of its page."""
    return Ink.on_paper(red / 255, green / 255, blue / 255, opacity / 255) if opacity else INVISIBLE


@lru_cache(maxsize=256)
def _is_heavy(name: bytes) -> bool:
    """Whether a font of this name sets bold type."""
    pattern = text_patterns("fonts")["heavy-font-pdf"]
    return any(pattern.holds(name.decode(encoding, "replace")) for encoding in _NAME_ENCODINGS)
