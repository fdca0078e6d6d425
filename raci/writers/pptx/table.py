"""A native table of a slide. Its XML is written here: cell by cell python-pptx takes minutes for a large matrix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from raci.config.fonts import office_fonts
from raci.escaping import clean

__all__ = ["EMU", "LEADING", "PADDING", "PADDING_ABOVE", "SlideCell", "SlideTable", "table_xml"]

#: EMU in a mm, EMU in a point
EMU, _POINT = 36_000, 12_700
#: blank at both sides of a cell, above and below, in mm
PADDING, PADDING_ABOVE = 1.4, 0.9
#: the distance of lines, in letters
LEADING = 1.25
_RULE = "#9aa5b1"
_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True, slots=True)
class SlideCell:
    """A cell: its text, and how it is set; colours are #rrggbb. ``upright``: 竖排, for narrow heads."""

    text: str
    head: bool = False
    centred: bool = False
    ink: str = "#000000"
    paper: str = ""
    upright: bool = False


@dataclass(frozen=True, slots=True)
class SlideTable:
    """The cells of one slide: widths of columns and heights of rows in mm, the size of the letters in points."""

    widths: Sequence[float]
    heights: Sequence[float]
    rows: Sequence[Sequence[SlideCell]]
    size: float


def table_xml(table: SlideTable) -> str:
    """The ``a:tbl`` of a table, its first row marked as that of the heads."""
    grid = "".join(f'<a:gridCol w="{round(width * EMU)}"/>' for width in table.widths)
    rows = "".join(
        f'<a:tr h="{round(height * EMU)}">{"".join(_cell(cell, table.size) for cell in row)}</a:tr>'
        for height, row in zip(table.heights, table.rows, strict=True)
    )
    return (
        f'<a:tbl xmlns:a="{_NAMESPACE}"><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>'  # no style
    )


def _cell(cell: SlideCell, size: float) -> str:
    fonts = office_fonts()
    font = fonts.heading if cell.head else fonts.body
    face = (
        f'<a:solidFill><a:srgbClr val="{cell.ink[1:]}"/></a:solidFill>'
        f"<a:latin typeface={quoteattr(fonts.latin)}/><a:ea typeface={quoteattr(font)}/>"
    )
    look = f'lang="zh-CN" altLang="en-US" sz="{round(size * 100)}" b="0" dirty="0"'
    align = "ctr" if cell.centred else "l"
    paragraphs = "".join(
        f'<a:p><a:pPr algn="{align}"><a:lnSpc><a:spcPts val="{round(size * LEADING * 100)}"/></a:lnSpc></a:pPr>'
        + (f"<a:r><a:rPr {look}>{face}</a:rPr><a:t>{escape(line)}</a:t></a:r>" if line else "")
        + f"<a:endParaRPr {look}/></a:p>"
        for line in clean(cell.text).split("\n")
    )
    edges = "".join(
        f'<a:{edge} w="{_POINT // 2}"><a:solidFill><a:srgbClr val="{_RULE[1:]}"/></a:solidFill></a:{edge}>'
        for edge in ("lnL", "lnR", "lnT", "lnB")
    )
    fill = f'<a:solidFill><a:srgbClr val="{cell.paper[1:]}"/></a:solidFill>' if cell.paper else "<a:noFill/>"
    side, above = round(PADDING * EMU), round(PADDING_ABOVE * EMU)
    vert = ' vert="eaVert"' if cell.upright else ""
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody><a:tcPr marL="{side}" marR="{side}"'
        f' marT="{above}" marB="{above}" anchor="ctr"{vert}>{edges}{fill}</a:tcPr></a:tc>'
    )
