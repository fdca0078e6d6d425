"""A table in a Word document. Its XML is written here: cell by cell python-docx takes minutes for 2,000 tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from raci.cells import clean
from raci.tables.table import Table
from raci.writing.docx.fonts import LATIN
from raci.writing.docx.page import ROOM

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tbl

__all__ = ["table"]

_TWIPS = 1440 / 25.4
#: columns whose text stands in the middle
_CENTRED = {"order", "number", "remark", "deadline", "due"}
#: 小四, 五号; in long tables the smaller
_SIZES = (12.0, 10.5)
_MANY = 40
#: a row of more lines may go over two pages, or pages would stay half empty
_WHOLE = 10


def table(rows: Table, bands: list[tuple[str, list[int]]], head: str, body: str) -> CT_Tbl:
    """The table: its heads on each page, no row over two pages where it fits on one, bands across."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    widths = _widths(rows)
    size = _SIZES[len(rows.rows) > _MANY]
    heads = "".join(
        _cell(column.heading, wide, head, size, centred=True) for column, wide in zip(rows.columns, widths, strict=True)
    )
    lines = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"]
    number = 0
    for band, tasks in bands:
        if band:
            cell = _cell(band, sum(widths), head, size, span=len(widths), keep=True)
            lines.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>")
        for task in tasks:
            number += 1
            cells = "".join(
                _cell(
                    str(number) if column.key == "order" else str(value),
                    wide,
                    body,
                    size,
                    centred=column.key in _CENTRED,
                )
                for column, wide, value in zip(rows.columns, widths, rows.rows[task], strict=True)
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
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )
    made: CT_Tbl = parse_xml(xml)  # type: ignore[assignment]
    return made


def _widths(rows: Table) -> list[int]:
    """The page shared out by what stands in the columns, and the most that each may take, in twips."""
    shares = []
    for at, column in enumerate(rows.columns):
        needs = sorted(len(str(row[at])) for row in rows.rows)
        # most rows should stand in a few lines; the longest of all may be higher
        wanted = needs[int(len(needs) * 0.85)] / (6 if column.key in ("content", "quote") else 3)
        shares.append(max(min(column.widest, wanted + 1), len(column.heading) + 1.5, column.widest * 0.6))
    return [int(ROOM * _TWIPS * share / sum(shares)) for share in shares]


def _lines(row: Sequence[str | int], widths: list[int], size: float) -> int:
    """How many lines the highest cell of a row has, about."""
    return max(
        sum(-(-len(line) // max(1, int((wide - 140) / 20 / size))) for line in str(value).split("\n"))
        for value, wide in zip(row, widths, strict=True)
    )


def _cell(
    text: str, wide: int, font: str, size: float, *, centred: bool = False, span: int = 1, keep: bool = False
) -> str:
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    stays = "<w:keepNext/>" if keep else ""
    align = f'<w:jc w:val="{"center" if centred else "left"}"/>'
    leading = int(size * 1.4 * 20)
    face = f"<w:rFonts w:ascii={quoteattr(LATIN)} w:hAnsi={quoteattr(LATIN)} w:eastAsia={quoteattr(font)}/>"
    run = f'<w:rPr>{face}<w:sz w:val="{int(size * 2)}"/></w:rPr>'
    spacing = f'<w:spacing w:before="30" w:after="30" w:line="{leading}" w:lineRule="exact"/>'
    before = f"<w:p><w:pPr>{stays}{spacing}{align}</w:pPr><w:r>{run}"
    paragraphs = "".join(
        f'{before}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in clean(text).split("\n")
    )
    properties = f'<w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{across}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{properties}{paragraphs}</w:tc>"
