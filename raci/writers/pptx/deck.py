"""Slides in 16:9: each with its title, its table or picture, where it is from, and its number."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

from raci.config.fonts import office_fonts
from raci.errors import OutputError
from raci.escaping import clean
from raci.extras import install_line
from raci.writers.package import package_bytes
from raci.writers.pptx.table import EMU, SlideTable, table_xml

__all__ = ["BODY_HEIGHT", "BODY_WIDTH", "Deck"]

#: a slide of 13⅓ × 7½ inches, in mm
WIDTH, HEIGHT = 338.67, 190.5
_MARGIN, _TOP, _BOTTOM = 14.0, 27.0, 12.0
#: what is there for a table or a picture, in mm
BODY_WIDTH, BODY_HEIGHT = WIDTH - 2 * _MARGIN, HEIGHT - _TOP - _BOTTOM
#: the layouts of python-pptx's own template
_COVER, _TITLED = 0, 5
_INK, _QUIET = "1f2933", "7b8794"
#: sizes of titles in points, by how many characters they have at most
_TITLE_SIZES = ((30, 24), (44, 20), (66, 16))


class Deck:
    """Takes the slides in order. Raises OutputError where python-pptx is missing."""

    def __init__(self, footer: str) -> None:
        try:
            from pptx import Presentation
        except ImportError as error:
            raise OutputError(
                "做幻灯片要用 python-pptx，尚未安装", remedy=f"请先运行 {install_line('pptx')}"
            ) from error
        show: Any = Presentation()  # Any: its types are of little use
        self._show = show
        self._show.slide_width, self._show.slide_height = round(WIDTH * EMU), round(HEIGHT * EMU)
        self._footer = footer

    def add_cover(self, title: str, lines: str) -> None:
        """The first slide."""
        slide = self._show.slides.add_slide(self._show.slide_layouts[_COVER])
        heading, below = slide.placeholders[0], slide.placeholders[1]
        _place(heading, 24, 52, WIDTH - 48, 46)
        _place(below, 24, 104, WIDTH - 48, 50)
        _write(heading, title, office_fonts().title, 36 if len(title) <= 36 else 28, align="ctr")
        _write(below, lines, office_fonts().note, 18, align="ctr", ink=_QUIET)

    def add_table(self, title: str, table: SlideTable) -> None:
        """A slide with a table, which can be edited."""
        from pptx.oxml import parse_xml

        slide = self._titled(title)
        place = (round(_MARGIN * EMU), round(_TOP * EMU), round(sum(table.widths) * EMU))
        frame = slide.shapes.add_table(1, 1, *place, round(sum(table.heights) * EMU))
        frame.name = title
        old = frame.table._tbl
        old.getparent().replace(old, parse_xml(table_xml(table)))

    def add_picture(self, title: str, png: bytes) -> None:
        """A slide with a picture, as large as fits."""
        slide = self._titled(title)
        picture = slide.shapes.add_picture(io.BytesIO(png), 0, 0)
        scale = min(BODY_WIDTH * EMU / picture.width, BODY_HEIGHT * EMU / picture.height)
        picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
        picture.left = int((WIDTH * EMU - picture.width) / 2)
        picture.top = int(_TOP * EMU + (BODY_HEIGHT * EMU - picture.height) / 2)
        picture.name = title
        picture._element.nvPicPr.cNvPr.set("descr", clean(title))

    def add_text(self, title: str, text: str) -> None:
        """A slide with a few lines of text."""
        from pptx.enum.text import MSO_ANCHOR

        slide = self._titled(title)
        box = slide.shapes.add_textbox(*(round(side * EMU) for side in (_MARGIN, _TOP, BODY_WIDTH, BODY_HEIGHT)))
        _write(box, text, office_fonts().body, 16)
        box.text_frame.vertical_anchor = MSO_ANCHOR.TOP

    def finished(self, title: str, author: str, made_at: datetime) -> bytes:
        """The file."""
        properties = self._show.core_properties
        properties.title, properties.author = clean(title)[:255], clean(author)[:255]
        properties.created = properties.modified = made_at.replace(tzinfo=None)
        properties.last_modified_by = "raci"
        return package_bytes(self._show)

    def _titled(self, title: str) -> Any:
        slide = self._show.slides.add_slide(self._show.slide_layouts[_TITLED])
        heading = slide.shapes.title
        _place(heading, _MARGIN, 8, BODY_WIDTH, 16)
        size = next((size for most, size in _TITLE_SIZES if len(title) <= most), 13)
        _write(heading, title, office_fonts().heading, size)
        number = len(self._show.slides)
        for left, width, text, align in (
            (_MARGIN, BODY_WIDTH - 30, self._footer, "l"),
            (WIDTH - _MARGIN - 28, 28, f"{number}", "r"),
        ):
            box = slide.shapes.add_textbox(*(round(side * EMU) for side in (left, HEIGHT - 10.5, width, 8)))
            _write(box, text, office_fonts().body, 10, align=align, ink=_QUIET)
        _make_field(box)
        return slide


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top = round(left * EMU), round(top * EMU)
    shape.width, shape.height = round(width * EMU), round(height * EMU)


def _write(shape: Any, text: str, font: str, size: float, *, align: str = "l", ink: str = _INK) -> None:
    """The text of a shape, a paragraph a line."""
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    colour: Any = RGBColor  # Any: it is not typed
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    for place, line in enumerate(clean(text).split("\n")):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.from_xml(align)
        run = paragraph.add_run()
        run.text = re.sub(r"\s", " ", line)
        run.font.size, run.font.name, run.font.bold = Pt(size), office_fonts().latin, False
        run.font.color.rgb = colour(*bytes.fromhex(ink))
        face = run.font._rPr.makeelement(qn("a:ea"), {"typeface": font})
        run.font._rPr.find(qn("a:latin")).addnext(face)


def _make_field(box: Any) -> None:
    """The number of a slide counts itself: slides are moved about."""
    from pptx.oxml.ns import qn

    run = box.text_frame.paragraphs[0].runs[0]._r
    run.tag = qn("a:fld")
    run.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    run.set("type", "slidenum")
