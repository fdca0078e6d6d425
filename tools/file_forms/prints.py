"""Print as programs set it: with rules, with level ones alone, with none; turned heads, tables beside one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)
from written.plans import Plan

from file_forms.form import FileForm, columns, in_pairs, merges, roles, rows, title

_FONT = "STSong-Light"
_BLACK, _GREY = (0, 0, 0), (0.9, 0.9, 0.9)
_WIDTHS = {"number": 30.0, "section": 60.0, "task": 150.0, "limit": 75.0}
#: what reportlab is told of the look of a table
_Look = Sequence[tuple[Any, ...]]

_GRID: _Look = [("GRID", (0, 0), (-1, -1), 0.5, _BLACK), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
_TOP: _Look = [("VALIGN", (0, 0), (-1, -1), "TOP")]
_MIDDLE: _Look = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
_LEVEL: _Look = [*_TOP, ("LINEABOVE", (0, 0), (-1, -1), 0.5, _BLACK), ("LINEBELOW", (0, -1), (-1, -1), 0.5, _BLACK)]
_ZEBRA: _Look = [*_MIDDLE, ("ROWBACKGROUNDS", (0, 1), (-1, -1), [None, _GREY])]


def _style(**settings: Any) -> ParagraphStyle:
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    return ParagraphStyle("text", **{"fontName": _FONT, "fontSize": 10, "leading": 14, "wordWrap": "CJK"} | settings)


def _table(
    words: Sequence[Sequence[str]], names: Sequence[str], look: _Look, room: float, *, turned: bool = False
) -> Table:
    """A table as wide as the room; ``turned`` heads stand on their side."""
    style = _style()
    fixed = sum(_WIDTHS.get(name, 0) for name in names)
    free = sum(name not in _WIDTHS for name in names) or 1
    body = [[Paragraph(escape(text), style) for text in row] for row in words]
    if turned:
        body[0] = [Paragraph("<br/>".join(escape(text)), style) for text in words[0]]
    return Table(
        body,
        colWidths=[_WIDTHS.get(name, (room - fixed) / free) for name in names],
        repeatRows=1,
        style=TableStyle(list(look)),
    )


def _save(path: Path, parts: Sequence[Any], *, wide: bool = False) -> None:
    size = landscape(A4) if wide else A4
    SimpleDocTemplate(str(path), pagesize=size, leftMargin=45, rightMargin=45).build(list(parts))


def _heading(plan: Plan) -> Paragraph:
    return Paragraph(title(plan), _style(fontSize=16, leading=22, alignment=1, spaceAfter=12))


def _usual(look: _Look, *, wide: bool = False, turned: bool = False) -> Callable[[Plan, Path], None]:
    def write(plan: Plan, path: Path) -> None:
        made = _table(rows(plan), columns(plan), look, 750 if wide else 505, turned=turned)
        _save(path, [_heading(plan), made], wide=wide)

    return write


def _unnumbered(look: _Look, *, wide: bool = False) -> Callable[[Plan, Path], None]:
    """No column counts the rows, so these show only by where the cells stand."""

    def write(plan: Plan, path: Path) -> None:
        words = [row[1:] for row in rows(plan)]
        _save(path, [_heading(plan), _table(words, columns(plan)[1:], look, 750 if wide else 505)], wide=wide)

    return write


def _merged(look: _Look, *, ruled: bool = False) -> Callable[[Plan, Path], None]:
    """Merged cells, which without upright rules show only by where their words stand."""

    def write(plan: Plan, path: Path) -> None:
        words = rows(plan, section=True)
        spans = list(merges(plan))
        for column, first, last in spans:
            for row in range(first + 1, last + 1):
                words[row][column] = ""
        whole = [*look, *(("SPAN", (column, first), (column, last)) for column, first, last in spans)]
        _save(path, [_heading(plan), _table(words, columns(plan, section=True), whole, 750)], wide=True)

    return write


def _beside(plan: Plan, path: Path) -> None:
    """Two tables side by side on a wide page: the second half of the tasks stands beside the first."""
    heads, *body = rows(plan)
    half = (len(body) + 1) // 2
    names = columns(plan)
    parts = [_table([heads, *part], names, _GRID, 530) for part in (body[:half], body[half:])]
    outer = Table([parts], colWidths=[545, 545], style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))
    SimpleDocTemplate(str(path), pagesize=landscape(A3), leftMargin=45).build([_heading(plan), outer])


def _by_section(plan: Plan, path: Path) -> None:
    """A table a section, each with its head, below a line that says whose it is; some go on overleaf."""
    heads, *body = rows(plan)
    parts: list[Any] = [_heading(plan)]
    for start in range(0, len(plan.tasks), 4):
        tasks = plan.tasks[start : start + 4]
        parts.append(
            Paragraph(f"{'一二三四'[start // 4]}、{tasks[0].section}（{len(tasks)}项）", _style(spaceBefore=90))
        )
        parts.append(_table([heads, *body[start : start + 4]], columns(plan), _LEVEL, 505))
        parts.append(Spacer(1, 40))
    _save(path, parts)


def _fields(look: _Look) -> Callable[[Plan, Path], None]:
    """A table of fields for each task: labels at half the height of bodies that stand a line each."""

    def write(plan: Plan, path: Path) -> None:
        heads = dict(zip(columns(plan), rows(plan)[0], strict=True))
        parts: list[Any] = [_heading(plan)]
        for task in plan.tasks:
            words = [[f"{heads['task']}：", task.name]]
            words += [
                [f"{heads[role]}：", "<br/>".join(escape(body) for body in task.said[role])]
                for role in roles(plan)
                if task.said.get(role)
            ]
            words.append([f"{heads['limit']}：", task.limit])
            body = [[Paragraph(text, _style()) for text in row] for row in words]
            parts += [Table(body, colWidths=[110, 395], style=TableStyle(list(look))), Spacer(1, 14)]
        _save(path, parts)

    return write


def _turned_page(plan: Plan, path: Path) -> None:
    """A wide table on an upright page: all of it lies on its side."""
    names = columns(plan, section=True)
    made = _table(rows(plan, section=True), names, _GRID, 700)

    def turned(canvas: Any, _: Any) -> None:
        canvas.rotate(90)
        canvas.translate(0, -A4[0])

    frame = Frame(30, 20, A4[1] - 60, A4[0] - 60)
    document = BaseDocTemplate(str(path), pagesize=A4)
    document.addPageTemplates([PageTemplate("turned", [frame], onPage=turned)])
    document.build([_heading(plan), made])


def _with_feet(plan: Plan, path: Path) -> None:
    """Low pages with heads that come again, running lines and page numbers; rows are cut by the end of a page."""

    def running(canvas: Any, document: Any) -> None:
        canvas.setFont(_FONT, 8)
        canvas.drawString(45, 325, "云岭市人民政府办公室文件")
        canvas.drawCentredString(300, 20, f"第 {document.page} 页")

    made = _table(rows(plan), columns(plan), _GRID, 505)
    document = SimpleDocTemplate(str(path), pagesize=(A4[0], 340), leftMargin=45, rightMargin=45, topMargin=40)
    document.build([_heading(plan), made], onFirstPage=running, onLaterPages=running)


_NEAR: _Look = [*_TOP, ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]

_NEAR_MIDDLE: _Look = [*_NEAR[1:], *_MIDDLE]
_BOTTOM: _Look = [("VALIGN", (0, 0), (-1, -1), "BOTTOM")]

FORMS = (
    FileForm("pdf, ruled", ".pdf", _usual(_GRID)),
    FileForm("pdf, no rules", ".pdf", _usual(_TOP)),
    FileForm("pdf, no rules, cells in the middle", ".pdf", _usual(_MIDDLE)),
    FileForm("pdf, level rules", ".pdf", _usual(_LEVEL)),
    FileForm("pdf, every other row grey, on its side", ".pdf", _usual(_ZEBRA, wide=True)),
    FileForm("pdf, merged, ruled", ".pdf", _merged(_GRID), (in_pairs,)),
    FileForm("pdf, merged, no rules", ".pdf", _merged(_TOP), (in_pairs,)),
    FileForm("pdf, merged, level rules between sections", ".pdf", _merged(_LEVEL), (in_pairs,)),
    FileForm("pdf, a table a section", ".pdf", _by_section),
    FileForm("pdf, fields a task, no rules, labels in the middle", ".pdf", _fields(_MIDDLE)),
    FileForm("pdf, fields a task, ruled", ".pdf", _fields(_GRID)),
    FileForm("pdf, low pages with heads and feet", ".pdf", _with_feet),
    FileForm("pdf, on its side on an upright page", ".pdf", _turned_page),
    FileForm("pdf, heads on their side", ".pdf", _usual(_GRID, turned=True)),
    FileForm("pdf, merged, no rules, in the middle", ".pdf", _merged(_MIDDLE), (in_pairs,)),
    FileForm("pdf, two tables beside one another", ".pdf", _beside),
    FileForm("pdf, no rules, rows close together", ".pdf", _usual(_NEAR)),
    FileForm("pdf, no rules, no numbers", ".pdf", _unnumbered(_TOP)),
    FileForm("pdf, no rules, no numbers, in the middle, on its side", ".pdf", _unnumbered(_MIDDLE, wide=True)),
    FileForm("pdf, no rules, no numbers, rows close together", ".pdf", _unnumbered(_NEAR)),
    FileForm("pdf, no rules, no numbers, rows close together, in the middle", ".pdf", _unnumbered(_NEAR_MIDDLE)),
    FileForm("pdf, no rules, no numbers, at the bottom", ".pdf", _unnumbered(_BOTTOM)),
)
