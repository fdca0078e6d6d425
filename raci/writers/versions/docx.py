"""对照表 as a Word document: words that are gone struck, words that are new bold."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from raci.comparison.segments import MarkedText
from raci.comparison.table import ComparedRow, comparison_table
from raci.config.fonts import office_fonts
from raci.escaping import clean
from raci.writers.docx.fonts import declare_substitutes
from raci.writers.docx.page import TEXT_WIDTH, add_centred_line, add_page_numbers, set_landscape
from raci.writers.package import package_bytes
from raci.writers.versions.diff_format import DiffFormat, DiffJob
from raci.writers.versions.heads import remark, title

__all__ = ["FORMAT", "render"]

_TWIPS = 1440 / 25.4
#: the columns as parts of the page
_SHARES = (0.06, 0.37, 0.37, 0.2)
_SIZE = 10.5
_GONE = '<w:strike/><w:color w:val="B3261E"/>'
_NEW = '<w:b/><w:color w:val="1F5FAE"/>'


def render(job: DiffJob) -> bytes:
    """The document: title, what was compared, the table."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    set_landscape(document)
    declare_substitutes(document)
    core = document.core_properties
    core.title, core.author = title(job.comparison)[:255], "raci"
    core.created = core.modified = job.made_at.replace(tzinfo=None)
    rows = list(comparison_table(job.comparison, all_pairs=job.all_pairs))
    add_centred_line(document, clean(title(job.comparison)), office_fonts().heading, 18, 30)
    add_centred_line(document, clean(remark(job.comparison, len(rows))), office_fonts().note, 9, 14)
    if rows:
        document.paragraphs[-1]._p.addnext(parse_xml(_table(rows, job.comparison.headings)))
    else:
        add_centred_line(document, "没有差异", office_fonts().body, 12, 24)
    add_page_numbers(document)
    return package_bytes(document)


def _table(rows: Sequence[ComparedRow], headings: Sequence[str]) -> str:
    from docx.oxml.ns import nsdecls

    widths = [int(TEXT_WIDTH * share * _TWIPS) for share in _SHARES]
    heads = (
        _cell([MarkedText("same", words)], width, "", centred=True)
        for words, width in zip(("序号", *headings), widths, strict=True)
    )
    lines = [f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"]
    for row in rows:
        cells = (
            _cell([MarkedText("same", str(row.order))], widths[0], "", centred=True),
            _cell(row.old, widths[1], _GONE),
            _cell(row.new, widths[2], _NEW),
            _cell([MarkedText("same", "\n".join(row.changes))], widths[3], ""),
        )
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
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


def _cell(stretches: Sequence[MarkedText], width: int, changed: str, *, centred: bool = False) -> str:
    """A cell: its words in paragraphs by their lines, those that changed in the look ``changed``."""
    paragraphs: list[list[str]] = [[]]
    for stretch in stretches:
        for number, line in enumerate(clean(stretch.text).split("\n")):
            if number:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(_run(line, changed if stretch.kind == "changed" else ""))
    align = f'<w:jc w:val="{"center" if centred else "left"}"/>'
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


FORMAT = DiffFormat("docx", "对照表，Word 文档", 40, render)
