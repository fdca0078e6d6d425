"""A table in a Word document. Its XML is written here: cell by cell python-docx takes minutes for 2,000 tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from raci.config.fonts import office_fonts
from raci.escaping import clean
from raci.views.tables.bands import TaskBand
from raci.views.tables.plan import merged
from raci.views.tables.shares import SHORT_COLUMNS, letter_size, shares
from raci.views.tables.table import TableView
from raci.writers.docx.page import TEXT_WIDTH
from raci.writers.docx.paging import LEADING, RowHeights, split_at

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["table_element"]

_TWIPS = 1440 / 25.4
#: blank at both sides of a cell, in twips
_PADDING = 70
#: columns whose text stands in the middle
#: a row of more lines may go over two pages, or pages would stay half empty
_MOST_WHOLE = 10
_KEEP_WHOLE = "<w:cantSplit/>"


def table_element(table: TableView, bands: Sequence[TaskBand], *, counted: bool) -> _Element:
    """The table: its heads on each page, no row over two pages where it fits on one, bands across.

    Its rows are ``counted`` as they stand, or have the numbers that the table gives them.
    """
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    blank = 2 * _PADDING / _TWIPS
    size = letter_size(table, TEXT_WIDTH, blank)
    # the page shared out, in twips
    widths = [int(share * _TWIPS) for share in shares(table, TEXT_WIDTH, size, blank)]
    rows = [_heads(table, widths, size), *_band_rows(table, bands, widths, size, counted=counted)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_PADDING}" w:type="dxa"/>'
        f'<w:right w:w="{_PADDING}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@dataclass(frozen=True, slots=True)
class _DocxCell:
    """A cell: its width in twips, its font with the size in points.

    ``span`` is how many columns it takes, ``joined`` how many rows: 0 for one that the cell above it covers.
    ``keep_next`` keeps its row on the page of the next one.
    """

    text: str
    width: int
    font: str
    size: float
    centred: bool = False
    span: int = 1
    keep_next: bool = False
    joined: int = 1

    def xml(self) -> str:
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        joint = "" if self.joined == 1 else '<w:vMerge w:val="restart"/>' if self.joined else "<w:vMerge/>"
        text = self.text if self.joined else ""
        start = self._paragraph_start()
        paragraphs = "".join(
            f'{start}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in clean(text).split("\n")
        )
        width = f'<w:tcW w:w="{self.width}" w:type="dxa"/>'
        return f'<w:tc><w:tcPr>{width}{span}{joint}<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'

    def _paragraph_start(self) -> str:
        """A paragraph up to its text."""
        latin = quoteattr(office_fonts().latin)
        face = f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={quoteattr(self.font)}/>"
        run = f'<w:rPr>{face}<w:sz w:val="{int(self.size * 2)}"/></w:rPr>'
        leading = int(self.size * LEADING * 20)
        keep = "<w:keepNext/>" if self.keep_next else ""
        spacing = f'<w:spacing w:before="40" w:after="50" w:line="{leading}" w:lineRule="exact"/>'
        align = f'<w:jc w:val="{"center" if self.centred else "left"}"/>'
        return f"<w:p><w:pPr>{keep}{spacing}{align}</w:pPr><w:r>{run}"


def _row(properties: str, cells: str) -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def _heads(table: TableView, widths: Sequence[int], size: float) -> str:
    cells = (
        _DocxCell(column.heading, width, office_fonts().heading, size, centred=True)
        for column, width in zip(table.columns, widths, strict=True)
    )
    return _row(f"{_KEEP_WHOLE}<w:tblHeader/>", "".join(cell.xml() for cell in cells))


def _band_rows(
    table: TableView, bands: Sequence[TaskBand], widths: Sequence[int], size: float, *, counted: bool
) -> Iterator[str]:
    """The rows of the bands below their headings."""
    number = 0
    room = [(width - 2 * _PADDING) / 20 for width in widths]
    heights = RowHeights(room, size, [column.heading for column in table.columns])
    across = RowHeights([sum(room)], size, [""])
    for band in bands:
        for depth, heading in band.headings:
            heights.begins_page(across.height([heading]), whole=True)
            font = office_fonts().note if depth else office_fonts().heading
            cell = _DocxCell(heading, sum(widths), font, size, span=len(widths), keep_next=True)
            yield _row(_KEEP_WHOLE, cell.xml())
        joined = _joined(table, band.tasks, heights, widths, size)
        for index, task in enumerate(band.tasks):
            number += 1
            row = table.rows[task]
            cells = (
                _DocxCell(
                    str(number) if counted and column.key == "order" else str(value),
                    width,
                    office_fonts().body,
                    size,
                    centred=column.key in SHORT_COLUMNS or position in joined,
                    joined=joined[position][index] if position in joined else 1,
                )
                for position, (column, width, value) in enumerate(zip(table.columns, widths, row, strict=True))
            )
            properties = _KEEP_WHOLE if _line_count(row, widths, size) <= _MOST_WHOLE else ""
            yield _row(properties, "".join(cell.xml() for cell in cells))


def _joined(
    table: TableView, tasks: tuple[int, ...], heights: RowHeights, widths: Sequence[int], size: float
) -> dict[int, list[int]]:
    """How many rows each joined cell takes, none over two pages: its words would stand on the first alone."""
    joined = merged(table, tasks)
    starts = []
    for task in tasks:
        row = table.rows[task]
        whole = _line_count(row, widths, size) <= _MOST_WHOLE
        starts.append(heights.begins_page(heights.height(row, joined), whole=whole))
    return {column: split_at(counts, starts) for column, counts in joined.items()}


def _line_count(row: Sequence[str | int], widths: Sequence[int], size: float) -> int:
    """How many lines the highest cell of a row has, about."""
    return max(
        sum(-(-len(line) // max(1, int((width - 2 * _PADDING) / 20 / size))) for line in str(value).split("\n"))
        for value, width in zip(row, widths, strict=True)
    )
