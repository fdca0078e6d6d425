"""Names set downwards, a character below the other."""

from __future__ import annotations

from raci.drawing.canvas import Canvas

__all__ = ["STEP", "draw_downwards"]

#: from one character to the next, in em
STEP = 1.12
_TURNED = "（）()…—"


def draw_downwards(canvas: Canvas, x: float, last: float, name: str, size: float, **attributes: str | float) -> None:
    """A name around ``x``, its last character at height ``last``; brackets turn with the line."""
    first = last - (len(name) - 1) * size * STEP
    for number, char in enumerate(name):
        y = first + number * size * STEP
        turned = {"transform": f"rotate(90 {x:.2f} {y:.2f})"} if char in _TURNED else {}
        canvas.text(x, y, char, size, anchor="middle", **attributes, **turned)
