"""A sheet of a matrix, drawn: names across the top, headings at the left, a coloured letter in each cell."""

from __future__ import annotations

from dataclasses import dataclass, replace

from raci.drawing.canvas import Canvas, points
from raci.drawing.kinds.matrix.pages import STRIP, MatrixPage, MatrixScale
from raci.drawing.kinds.matrix.table import DrawnMatrixRow, MatrixTable
from raci.drawing.model import DrawingModel
from raci.drawing.page import A3, MARGIN, SMALL, Caption, new_sheet, room_on
from raci.drawing.style import BAND, FAINT, GAP, GAP_EDGE, HAIR, HUES, PAPER, letter_colours
from raci.drawing.text import shorten, width
from raci.drawing.vertical import draw_downwards

__all__ = ["draw_matrix"]


@dataclass(frozen=True, slots=True)
class _Board:
    """What is drawn onto a sheet, and where: ``top`` is the upper edge of the first row, ``strip`` in pt."""

    canvas: Canvas
    model: DrawingModel
    table: MatrixTable
    page: MatrixPage
    scale: MatrixScale
    top: float
    strip: float


def draw_matrix(
    model: DrawingModel, caption: Caption, table: MatrixTable, page: MatrixPage, scale: MatrixScale
) -> Canvas:
    """One sheet."""
    strip = STRIP * scale.size if table.strip else 0.0
    fitted = _fitted(page, scale, strip)
    top = room_on(caption)[0] + scale.head
    board = _Board(new_sheet(caption), model, table, page, fitted, top, strip)
    _draw_names(board)
    for number, row in enumerate(page.rows):
        y = top + (number + 0.5) * scale.row
        if row.task is None:
            _draw_band(board, row, y)
        else:
            _draw_row(board, row, row.task, y)
    _draw_rules(board)
    return board.canvas


def _fitted(page: MatrixPage, scale: MatrixScale, strip: float) -> MatrixScale:
    """Room that is left goes to the headings, then to the columns: few do not stand far apart."""
    columns = len(page.columns)
    spare = A3[0] - 2 * MARGIN - scale.left - columns * scale.cell
    # without columns the sheet is a list of tasks
    shown = [row.text for row in page.rows if row.task is not None or not columns]
    longest = max(map(width, shown), default=0.0) * scale.size + 14 + strip
    left = scale.left + max(0.0, min(spare, longest - scale.left))
    cell = min((A3[0] - 2 * MARGIN - left) / max(columns, 1), scale.cell * 2.2)
    return replace(scale, left=left, cell=max(cell, scale.cell))


def _draw_names(board: _Board) -> None:
    scale, canvas = board.scale, board.canvas
    size = scale.size
    for column, index in enumerate(board.page.columns):
        body, name = board.model.bodies[index], board.table.names[index]
        x = MARGIN + scale.left + (column + 0.5) * scale.cell
        canvas.group("node body", tip=body.describe(), data_node=f"b{index}")
        draw_downwards(canvas, x, board.top - 1.9 * size, name, size)
        canvas.text(x, board.top - 0.8 * size, str(body.load), scale.small, anchor="middle", fill=FAINT)


def _draw_band(board: _Board, row: DrawnMatrixRow, y: float) -> None:
    scale, canvas = board.scale, board.canvas
    across = scale.left + len(board.page.columns) * scale.cell
    canvas.group("chapter", tip=row.text)
    canvas.rect(MARGIN, y - scale.row / 2, across, scale.row, fill=BAND)
    canvas.text(MARGIN + 4, y, shorten(row.text, across / scale.size - 1), scale.size, font_weight="bold")


def _draw_row(board: _Board, row: DrawnMatrixRow, task: int, y: float) -> None:
    scale, canvas, size = board.scale, board.canvas, board.scale.size
    unassigned = task in board.model.unassigned
    canvas.group("node task unassigned" if unassigned else "node task", tip=row.text, data_node=f"t{task}")
    if unassigned:
        across = scale.left + len(board.page.columns) * scale.cell
        canvas.rect(MARGIN, y - scale.row / 2, across, scale.row, fill=GAP, stroke=GAP_EDGE, stroke_width=0.5)
    if board.strip and row.chapter >= 0:
        _draw_strip(canvas, board.table.chapters[row.chapter], row.chapter, y, scale)
    text = shorten(row.text, (scale.left - board.strip - 8) / size)
    canvas.text(MARGIN + board.strip + 4, y, text, size)
    for column, body in enumerate(board.page.columns):
        if (task, body) not in board.table.cells:
            continue
        letter, quote = board.table.cells[task, body]
        x = MARGIN + scale.left + column * scale.cell
        ink, paper = letter_colours(letter)
        canvas.group("cell", tip=f"{board.model.bodies[body].name} {letter}\n{row.text}\n{quote}")
        canvas.rect(x, y - scale.row / 2, scale.cell, scale.row, fill=paper)
        fitting = max(min(size * 0.85, scale.cell * 0.9 / width(letter)), SMALL)
        canvas.text(x + scale.cell / 2, y, letter, fitting, anchor="middle", fill=ink, font_weight="bold")


def _draw_strip(canvas: Canvas, chapter: str, number: int, y: float, scale: MatrixScale) -> None:
    """The chapter of a row: its colour, and the number that it has in the text."""
    from raci.rules.text_patterns import text_patterns

    strip = STRIP * scale.size
    canvas.rect(MARGIN, y - scale.row / 2, strip - 3, scale.row, fill=HUES[number % len(HUES)])
    head = text_patterns("drawings")["chapter-number"].find(chapter)
    text = head.group() if head else str(number + 1)
    if width(text) * SMALL > strip - 5:
        text = str(number + 1)
    fitting = max(min(scale.size * 0.85, (strip - 5) / width(text)), SMALL)
    canvas.text(MARGIN + (strip - 3) / 2, y, text, fitting, anchor="middle", fill=PAPER, font_weight="bold")


def _draw_rules(board: _Board) -> None:
    """The lines between the cells: down through each run of tasks, across below each row."""
    canvas, scale, top, rows = board.canvas, board.scale, board.top, board.page.rows
    columns = len(board.page.columns)
    canvas.group("lines", stroke=HAIR, stroke_width="0.5")
    right = MARGIN + scale.left + columns * scale.cell
    for number in range(len(rows) + 1):
        canvas.path(points("M{} {}H{}", (MARGIN, top + number * scale.row, right)))
    begin = 0
    for number in range(len(rows) + 1):
        if number < len(rows) and rows[number].task is not None:
            continue
        for column in range(columns + 1 if number > begin else 0):
            x = MARGIN + scale.left + column * scale.cell
            canvas.path(points("M{} {}V{}", (x, top + begin * scale.row, top + number * scale.row)))
        begin = number + 1
