"""What stands on a page of a PDF file: its characters with their boxes, direction and ink, and the ruled lines."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from raci.readers.documents.radicals import as_ideographs
from raci.readers.formats.pdf.annotations import filled_fields
from raci.readers.formats.pdf.clips import ClippedRun, within_clips
from raci.readers.formats.pdf.forms import bounds_on_page
from raci.readers.formats.pdf.grounds import coloured_grounds
from raci.readers.formats.pdf.page_objects import is_crowded, objects_on_page
from raci.readers.formats.pdf.text_objects import TextObjects, TextStyle
from raci.readers.layout.extents import Box
from raci.readers.layout.form_fields import FieldText, SetField, field_runs, without_covered
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.pages import MAX_PAGE_CHARS
from raci.readers.layout.printed_pages import PrintedPage, PrintedRun
from raci.readers.layout.ruled_frames import RuledLine
from raci.readers.layout.turning import quarter_turn
from raci.readers.layout.white_print import is_white

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage, PdfTextPage

__all__ = ["PdfPageContent", "has_pictures", "page_content"]

#: a ruled line is no thicker, in points
_MAX_THICKNESS = 3.0
#: circles have so many curves, three at the least
_LEAST_CURVES, _MOST_CURVES = 3, 40
#: a page with more lines and boxes is a drawing, in which no table is looked for
_MOST_SHAPES = 60_000
#: no position on a page is farther off, in points
_MAX_LENGTH = 1e5
#: how deep objects made of objects are followed for pictures, and for lines
_PICTURE_DEPTH, _LINE_DEPTH = 4, 3
#: a character that is so many times as tall as its type says nothing of its height; most stand so far over and under
#: their line
_TALLEST, _ASCENT, _DESCENT = 1.6, 0.8, 0.12
_BLANKS = frozenset((0x20, 0x3000, 0xA0))

#: from a box of the file (left, bottom, right, top, y upwards) to one of the page: left, top, right, bottom
_Place = Callable[[float, float, float, float], Box]


class PdfPageContent(NamedTuple):
    """A page as it is printed, and the words of it that are not plain to see.

    ``covered``: under what is filled into its form. ``cut``: those that reach over the edges of their cells, each as
    far as the file has them. ``crowded``: with so many lines that no tables are looked for.
    """

    printed: PrintedPage
    covered: str
    cut: list[str]
    crowded: bool


def page_content(page: PdfPage, form: Any) -> PdfPageContent:
    """The characters and ruled lines of a page, as if it were not turned; what is filled into its ``form`` among them.

    One more character than ``MAX_PAGE_CHARS`` is given where there are more.
    """
    left, bottom, right, top = page.get_bbox()  # what is set for all pages counts too, unlike in get_cropbox

    def place(x0: float, y0: float, x1: float, y1: float) -> Box:
        return _bounded(x0 - left), _bounded(top - y1), _bounded(x1 - left), _bounded(top - y0)

    rotation = page.get_rotation() % 360
    size = right - left, top - bottom
    fields = list(_set_fields(page, form, place, rotation, size)) if form else []
    lines = [line for field in fields for line in field.lines]
    runs, cut = within_clips(list(_runs(page, place)), *size)
    covered = ""
    if fields:
        runs, covered = without_covered(runs, fields)
    grounds = []
    if not is_crowded(page) and any(is_white(run.ink) for run in runs):
        grounds = coloured_grounds(page, place)
    outlines = _outlines(page, place)
    ruled_lines, rings = outlines or ([], [])
    printed = PrintedPage([*runs, *lines], ruled_lines, *size, rotation, grounds, rings)
    return PdfPageContent(printed, covered, cut, outlines is None)


def _bounded(value: float) -> float:
    """A length in points that a page may have: broken files have others, and what is no number."""
    return max(-_MAX_LENGTH, min(_MAX_LENGTH, value))


def has_pictures(page: PdfPage) -> bool:
    """Whether a page holds pictures."""
    import pypdfium2.raw as raw

    return not is_crowded(page) and any(True for _ in objects_on_page(page, [raw.FPDF_PAGEOBJ_IMAGE], _PICTURE_DEPTH))


def _set_fields(
    page: PdfPage, form: Any, place: _Place, rotation: int, size: tuple[float, float]
) -> Iterator[SetField]:
    """What is filled into the fields of a page, upright as that is shown."""
    turn = rotation // 90
    to_shown, shown_size = quarter_turn(turn, *size)
    from_shown, _ = quarter_turn(-turn % 4, *shown_size)
    for field in filled_fields(page, form):
        box = place(*field.box)
        lines = []
        for run in field_runs(FieldText(field.value, to_shown(*box), field.size, field.has_lines)):
            glyphs = tuple(
                Glyph(glyph.text, *from_shown(*glyph[1:5]), bold=False, spaced=glyph.spaced) for glyph in run.glyphs
            )
            lines.append(run._replace(glyphs=glyphs, angle=float(rotation)))
        yield SetField(lines, box)


def _runs(page: PdfPage, place: _Place) -> Iterator[ClippedRun]:
    """The characters, text object by text object."""
    text = page.get_textpage()
    try:
        for _, placed in groupby(_glyphs(page, text, place), key=itemgetter(0)):
            (_, style, first), *rest = placed
            glyphs = (first, *(glyph for _, _, glyph in rest))
            yield ClippedRun(PrintedRun(glyphs, style.angle, style.size, style.ink, style.standing), style.clip)
    finally:
        text.close()


def _glyphs(page: PdfPage, text: PdfTextPage, place: _Place) -> Iterator[tuple[int, TextStyle, Glyph]]:
    """Each character with its text object, and how that is printed."""
    import pypdfium2.raw as raw

    objects = TextObjects(page, text, place)
    box = raw.FS_RECTF()
    spaced = False
    count = 0
    for index in range(text.count_chars()):
        if count > MAX_PAGE_CHARS:
            break
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _BLANKS:
            spaced = raw.FPDFText_IsGenerated(text, index) == 0
            continue
        if not _is_character(code) or not raw.FPDFText_GetLooseCharBox(text, index, box):
            continue
        key, style = objects.of(index)
        if box.top - box.bottom > _TALLEST * style.size > 0:
            _set_on_line(text, index, box, style.size)
        yield (
            key,
            style,
            Glyph(as_ideographs(chr(code)), *place(box.left, box.bottom, box.right, box.top), style.bold, spaced),
        )
        spaced = False
        count += 1


def _set_on_line(text: PdfTextPage, index: int, box: Any, size: float) -> None:
    """Give a character whose font states no true height the height of its type, from where it stands on its line."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_double(), ctypes.c_double()
    if raw.FPDFText_GetCharOrigin(text, index, x, y) and box.bottom <= y.value <= box.top:
        box.top, box.bottom = min(box.top, y.value + _ASCENT * size), max(box.bottom, y.value - _DESCENT * size)


def _is_character(code: int) -> bool:
    """Whether a code of pdfium names a character: no control character, surrogate, or hyphen that it made up."""
    return 0x20 < code <= 0x10FFFF and code != 0xFFFE and not 0xD800 <= code < 0xE000


def _outlines(page: PdfPage, place: _Place) -> tuple[list[RuledLine], list[Box]] | None:
    """The level and upright lines on a page, lines, thin bars and the sides of boxes; and the boxes around circles.

    None for a drawing.
    """
    import pypdfium2.raw as raw

    lines: list[RuledLine] = []
    rings: list[Box] = []
    if is_crowded(page):
        return None
    for count, shape in enumerate(objects_on_page(page, [raw.FPDF_PAGEOBJ_PATH], _LINE_DEPTH)):
        if count > _MOST_SHAPES:
            return None
        x0, y0, x1, y1 = place(*bounds_on_page(shape))
        width, height = x1 - x0, y1 - y0
        if height <= _MAX_THICKNESS < width or width <= _MAX_THICKNESS < height:
            lines.append(_centre_line(x0, y0, x1, y1))
        elif width > _MAX_THICKNESS and height > _MAX_THICKNESS and _is_stroked(shape):
            if _is_round(shape):
                rings.append((x0, y0, x1, y1))
                continue
            lines += [
                RuledLine(x0, y0, x1, y0),
                RuledLine(x0, y1, x1, y1),
                RuledLine(x0, y0, x0, y1),
                RuledLine(x1, y0, x1, y1),
            ]
    return lines, rings


def _is_round(shape: PdfObject) -> bool:
    """Whether an outline has curves and no straight side: a circle, an ellipse."""
    import pypdfium2.raw as raw

    count = raw.FPDFPath_CountSegments(shape)
    if not _LEAST_CURVES < count <= _MOST_CURVES:
        return False
    kinds = {raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(shape, number)) for number in range(1, count)}
    return kinds == {raw.FPDF_SEGMENT_BEZIERTO}


def _centre_line(x0: float, y0: float, x1: float, y1: float) -> RuledLine:
    if x1 - x0 >= y1 - y0:
        return RuledLine(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    return RuledLine((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _is_stroked(shape: PdfObject) -> bool:
    """Whether the outline of a box is drawn."""
    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(shape, fill, stroke)) and bool(stroke.value)
