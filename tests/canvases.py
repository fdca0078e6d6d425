"""Pages of PDF files drawn line by line, by reportlab."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["A4", "broken", "drawn", "put", "put_lines"]

#: the sides of a page in points
A4 = (595.0, 842.0)


def broken(text: str, width: int, indent: int = 2) -> list[str]:
    text = "\u3000" * indent + text
    return [text[begin : begin + width] for begin in range(0, len(text), width)]


def drawn(draw: Callable[[Any], None], size: tuple[float, float] = A4) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def put(canvas: Any, x: float, top: float, words: str, size: float = 12) -> None:
    canvas.setFont("STSong-Light", size)
    shown = words.lstrip("\u3000")
    canvas.drawString(x + (len(words) - len(shown)) * size, 842 - top, shown)


def put_lines(canvas: Any, x: float, top: float, lines: Sequence[str], lead: float = 20) -> None:
    for number, line in enumerate(lines):
        put(canvas, x, top + number * lead, line)
