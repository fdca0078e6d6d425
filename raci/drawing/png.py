"""Pictures made of dots: an SVG sheet rasterised by resvg, with a font that is known to have its characters."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from raci.drawing.fonts import FAMILY, missing_note, replacements, subset
from raci.errors import DrawError

if TYPE_CHECKING:
    from raci.drawing.canvas import Canvas

__all__ = ["png"]

#: dots per inch of A3, of each of several sheets (they take long), and the least, at which letters of 9 pt are 12
#: dots high and still legible
_DPI, _SHEETS_DPI, _LEAST_DPI = 150, 110, 96
#: how many dots a large sheet gets, and the most that one may have: 100 million take 400 MB while they are drawn
_DOTS, _MOST_DOTS = 24_000_000, 100_000_000


def png(canvas: Canvas, *, several: bool = False) -> bytes:
    """The sheet as a PNG file, one of ``several`` or the only one.

    A character that no font has is drawn as 〓, with a warning in the log and a note on the sheet.
    Raises DrawError where the machine has no Chinese font, or the sheet is too large to draw.
    """
    import resvg_py

    inches = canvas.width * canvas.height / 72**2
    dpi = max(_LEAST_DPI, min(_SHEETS_DPI if several else _DPI, math.sqrt(_DOTS / inches)))
    if inches * dpi**2 > _MOST_DOTS:
        raise DrawError(
            f"图幅 {canvas.width / 72:.0f}×{canvas.height / 72:.0f} 英寸，超出 PNG 可用的大小",
            remedy="请输出 SVG 或 PDF，或给出一个文件夹（每页一个文件）",
        )
    wanted = canvas.characters()
    fonts = subset(wanted)
    instead = replacements(wanted, fonts.missing, "PNG")
    return resvg_py.svg_to_bytes(
        svg_string=canvas.still(FAMILY, instead, missing_note(instead)),
        dpi=dpi,
        skip_system_fonts=True,
        font_files=[str(path) for path in fonts.files],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        languages=["zh-Hans"],
    )
