"""Printed pages that repeat one thing: tables without ruled lines, over many pages and on a single long one."""

from __future__ import annotations

import io
from collections.abc import Sequence

from growth_families import Family

__all__ = ["PAGES"]

_FONT, _SIZE, _PITCH = "STSong-Light", 10, 20
_WIDTH, _HEIGHT, _EDGE, _INDENT = 595, 842, 60, 50
_ON_PAGE = 34


def _rows(n: int, numbered: bool) -> list[tuple[str, ...]]:
    head = ("序号", "工作任务", "牵头单位", "配合单位")
    rows = [
        (str(number), f"推进第{number}批老旧小区改造", "市住房城乡建设局", "市财政局、各区政府" if number % 3 else "")
        for number in range(1, n + 1)
    ]
    return [row if numbered else row[1:] for row in (head, *rows)]


def _print(rows: Sequence[Sequence[str]], on_page: int) -> bytes:
    """The rows on pages that hold so many of them, each cell at the left edge of its column."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    height = max(_HEIGHT, on_page * _PITCH + 2 * _EDGE)
    lefts = (_INDENT, _INDENT + 40, _INDENT + 230, _INDENT + 360) if len(rows[0]) > 3 else (_INDENT, 240, 400)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, height))
    for number, row in enumerate(rows):
        if number and number % on_page == 0:
            canvas.showPage()
        canvas.setFont(_FONT, _SIZE)
        for left, words in zip(lefts, row, strict=True):
            canvas.drawString(left, height - _EDGE - number % on_page * _PITCH, words)
    canvas.save()
    return out.getvalue()


#: family → its files
PAGES: dict[str, Family] = {
    "PDF，无线的表，有序号": Family(lambda n: _print(_rows(n, numbered=True), _ON_PAGE), ".pdf"),
    "PDF，无线的表，没有序号": Family(lambda n: _print(_rows(n, numbered=False), _ON_PAGE), ".pdf"),
    "PDF，无线的表，一页到底": Family(lambda n: _print(_rows(n, numbered=True), n + 1), ".pdf"),
}
