"""A table of marked words as a Word document: words that are gone struck, words that are new bold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from raci.comparison.segments import MarkedText
from raci.config.fonts import office_fonts
from raci.escaping import clean
from raci.writers.docx.blank import blank_document
from raci.writers.docx.page import TEXT_WIDTH, add_centred_line
from raci.writers.package import package_bytes

__all__ = ["GONE", "NEW", "WordCell", "word_document"]

_TWIPS = 1440 / 25.4
_TWIPS_OF_POINT = 20
_SIZE = 10.5
#: a row of no more lines stays on one page: of a longer one pages would stay half empty
_MOST_WHOLE = 12
#: the longest title on one line; of a longer one what it is (新旧对照表) stands below
_LONGEST_TITLE = 34
#: the looks of words that only one side has
GONE = '<w:strike/><w:color w:val="B3261E"/>'
NEW = '<w:b/><w:color w:val="1F5FAE"/>'


class WordCell(NamedTuple):
    """The words of a cell in stretches, how those that changed look, and whether it is centred."""

    words: Sequence[MarkedText]
    look: str = ""
    centred: bool = False


def word_document(
    title: str,
    remark: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[WordCell]],
    shares: Sequence[float],
    made_at: datetime,
) -> bytes:
    """The document: its title, what was compared, the table whose columns have these shares of the page."""
    from docx.oxml import parse_xml

    document = blank_document(title, "raci", made_at)
    document.core_properties.modified = made_at.replace(tzinfo=None)
    name, _, what = clean(title).rpartition(" ")
    for line in filter(None, (name, what) if len(title) > _LONGEST_TITLE else (clean(title),)):
        add_centred_line(document, line, office_fonts().heading, 18, 30)
    add_centred_line(document, clean(remark), office_fonts().note, 9, 14)
    if rows:
        document.paragraphs[-1]._p.addnext(parse_xml(_table(heads, rows, shares)))
    else:
        add_centred_line(document, "没有差异", office_fonts().body, 12, 24)
    return package_bytes(document)


def _table(heads: Sequence[str], rows: Sequence[Sequence[WordCell]], shares: Sequence[float]) -> str:
    from docx.oxml.ns import nsdecls

    widths = [int(TEXT_WIDTH * share * _TWIPS) for share in shares]
    top = [WordCell([MarkedText("same", words)], centred=True) for words in heads]
    lines = [f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cells(top, widths)}</w:tr>"]
    lines += (f"<w:tr>{_keep_whole(row, widths)}{_cells(row, widths)}</w:tr>" for row in rows)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def _keep_whole(cells: Sequence[WordCell], widths: Sequence[int]) -> str:
    """What keeps a row on one page, where it is short enough."""
    most = max(
        sum(
            1 + int(len(line) * _SIZE * _TWIPS_OF_POINT / width)
            for line in "".join(stretch.text for stretch in cell.words).split("\n")
        )
        for cell, width in zip(cells, widths, strict=True)
    )
    return "<w:trPr><w:cantSplit/></w:trPr>" if most <= _MOST_WHOLE else ""


def _cells(cells: Sequence[WordCell], widths: Sequence[int]) -> str:
    return "".join(_cell(cell, width) for cell, width in zip(cells, widths, strict=True))


def _cell(cell: WordCell, width: int) -> str:
    """A cell: its words in paragraphs by their lines, those that changed in their look."""
    paragraphs: list[list[str]] = [[]]
    for stretch in cell.words:
        for number, line in enumerate(clean(stretch.text).split("\n")):
            if number:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(_run(line, cell.look if stretch.kind == "changed" else ""))
    align = f'<w:jc w:val="{"center" if cell.centred else "left"}"/>'
    leading = f'<w:spacing w:before="20" w:after="20" w:line="{int(_SIZE * 1.4 * 20)}" w:lineRule="exact"/>'
    body = "".join(f"<w:p><w:pPr>{leading}{align}</w:pPr>{''.join(runs)}</w:p>" for runs in paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{body}</w:tc>'


def _run(text: str, look: str) -> str:
    fonts = office_fonts()
    latin = quoteattr(fonts.latin)
    face = f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={quoteattr(fonts.body)}/>"
    # bold stands before colour, and the size behind both, as the schema has it
    properties = f'<w:rPr>{face}{look}<w:sz w:val="{int(_SIZE * 2)}"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
