"""A table in a Word document. Its XML is written here: cell by cell python-docx takes minutes for 2,000 tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from raci.config.templates import Template
from raci.escaping import clean
from raci.views.tables.bands import TaskBand
from raci.views.tables.plan import merged
from raci.views.tables.shares import shares
from raci.views.tables.table import TableView
from raci.writers.docx.fonts import BODY, HEAD, LATIN, NOTE
from raci.writers.docx.page import ROOM

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tbl

__all__ = ["table"]

_TWIPS = 1440 / 25.4
#: blank at both sides of a cell, in twips
_PAD = 70
#: columns whose text stands in the middle
_CENTRED = {"order", "number", "remark", "deadline", "due"}
#: 小四, 五号; in long tables the smaller
_SIZES = (12.0, 10.5)
_MANY = 40
#: a row of more lines may go over two pages, or pages would stay half empty
_WHOLE = 10


def table(rows: TableView, bands: Sequence[TaskBand], template: Template) -> CT_Tbl:
    """The table: its heads on each page, no row over two pages where it fits on one, bands across."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    size = _SIZES[len(rows.rows) > _MANY]
    widths = _widths(rows, size)
    heads = "".join(
        _cell(column.heading, wide, HEAD, size, centred=True) for column, wide in zip(rows.columns, widths, strict=True)
    )
    lines = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"]
    number = 0
    for band in bands:
        for depth, heading in band.headings:
            cell = _cell(heading, sum(widths), NOTE if depth else HEAD, size, span=len(widths), keep=True)
            lines.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>")
        reach = merged(rows, template, band.tasks)
        for place, task in enumerate(band.tasks):
            number += 1
            cells = "".join(
                _cell(
                    str(number) if column.key == "order" else str(value),
                    wide,
                    BODY,
                    size,
                    centred=column.key in _CENTRED or at in reach,
                    joined=reach[at][place] if at in reach else 1,
                )
                for at, (column, wide, value) in enumerate(zip(rows.columns, widths, rows.rows[task], strict=True))
            )
            whole = "<w:trPr><w:cantSplit/></w:trPr>" if _lines(rows.rows[task], widths, size) <= _WHOLE else ""
            lines.append(f"<w:tr>{whole}{cells}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    xml = (
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_PAD}" w:type="dxa"/>'
        f'<w:right w:w="{_PAD}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )
    made: CT_Tbl = parse_xml(xml)  # type: ignore[assignment]
    return made


def _widths(rows: TableView, size: float) -> list[int]:
    """The page shared out, in twips."""
    return [int(share * _TWIPS) for share in shares(rows, ROOM, size, 2 * _PAD / _TWIPS)]


def _lines(row: Sequence[str | int], widths: list[int], size: float) -> int:
    """How many lines the highest cell of a row has, about."""
    return max(
        sum(-(-len(line) // max(1, int((wide - 2 * _PAD) / 20 / size))) for line in str(value).split("\n"))
        for value, wide in zip(row, widths, strict=True)
    )


def _cell(
    text: str,
    wide: int,
    font: str,
    size: float,
    *,
    centred: bool = False,
    span: int = 1,
    keep: bool = False,
    joined: int = 1,
) -> str:
    """``joined``: how many rows the cell takes; 0 for one that is covered by the cell above it."""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    stays = "<w:keepNext/>" if keep else ""
    align = f'<w:jc w:val="{"center" if centred else "left"}"/>'
    leading = int(size * 1.4 * 20)
    face = f"<w:rFonts w:ascii={quoteattr(LATIN)} w:hAnsi={quoteattr(LATIN)} w:eastAsia={quoteattr(font)}/>"
    run = f'<w:rPr>{face}<w:sz w:val="{int(size * 2)}"/></w:rPr>'
    spacing = f'<w:spacing w:before="40" w:after="50" w:line="{leading}" w:lineRule="exact"/>'
    before = f"<w:p><w:pPr>{stays}{spacing}{align}</w:pPr><w:r>{run}"
    joint = "" if joined == 1 else '<w:vMerge w:val="restart"/>' if joined else "<w:vMerge/>"
    text = text if joined else ""
    paragraphs = "".join(
        f'{before}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in clean(text).split("\n")
    )
    properties = f'<w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{across}{joint}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{properties}{paragraphs}</w:tc>"
