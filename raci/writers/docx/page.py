"""The page of a Word document: A4 landscape, page numbers, centred lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.config.fonts import office_fonts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

__all__ = ["TEXT_WIDTH", "TITLE_SIZE", "add_centred_line", "add_page_numbers", "set_font", "set_landscape"]

#: 二号, in points
TITLE_SIZE = 22
#: between the margins, in mm
TEXT_WIDTH = 297 - 2 * 22


def set_landscape(document: Document) -> None:
    """A4 landscape, and 仿宋 as the font of all text."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    section.footer_distance = Mm(13)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = office_fonts().latin, Pt(12)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), office_fonts().body)


def set_font(run: Run, font: str, size: float) -> None:
    """A font for Chinese, with Times New Roman for the rest; the size is in points."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.name, run.font.size = office_fonts().latin, Pt(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def add_centred_line(document: Document, text: str, font: str, size: float, leading: float) -> None:
    """A centred line at the end of the document; size and leading are in points."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.line_spacing = Pt(leading)
    line.paragraph_format.space_after = Pt(6)
    set_font(line.add_run(text), font, size)


def add_page_numbers(document: Document) -> None:
    """— 1 — in the footer, in 宋体 四号 (GB/T 9704-2012, 7.5)."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    font = office_fonts().sheet
    set_font(footer.add_run("— "), font, 14)
    number = f'<w:r><w:rPr><w:rFonts w:eastAsia="{font}"/><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r>'
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE ">{number}</w:fldSimple>'))
    set_font(footer.add_run(" —"), font, 14)
