"""Pictures made of dots: an SVG sheet rasterised by resvg, with a font that is known to have its characters."""

from __future__ import annotations

import logging
import math
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from raci.drawing.fonts import FAMILY, cut
from raci.errors import DrawError

if TYPE_CHECKING:
    from raci.drawing.canvas import Canvas

__all__ = ["png"]

log = logging.getLogger("raci")

#: dots per inch of A3, and the least, at which letters of 9 pt are 12 dots high and still legible
_DPI, _LEAST_DPI = 150, 96
#: how many dots a large sheet gets, and the most that one may have: 100 million take 400 MB while they are drawn
_DOTS, _MOST_DOTS = 24_000_000, 100_000_000
#: what stands for a character that no font has (the printers' 〓), and where the fonts lack that too
_GETA, _ASK = "〓", "?"


def png(canvas: Canvas) -> bytes:
    """The sheet as a PNG file.

    A character that no font has is drawn as 〓, with a warning in the log and a note on the sheet.
    Raises DrawError where the machine has no Chinese font, or the sheet is too large to draw.
    """
    import resvg_py

    inches = canvas.width * canvas.height / 72**2
    dpi = max(_LEAST_DPI, min(_DPI, math.sqrt(_DOTS / inches)))
    if inches * dpi**2 > _MOST_DOTS:
        raise DrawError(
            f"图幅 {canvas.width / 72:.0f}×{canvas.height / 72:.0f} 英寸，超出 PNG 可用的大小",
            remedy="请输出 SVG，可任意放大",
        )
    with TemporaryDirectory(prefix="raci-") as name:
        folder = Path(name)
        wanted = canvas.characters()
        files, missing = cut(wanted | {_GETA, _ASK}, folder)
        if wanted & missing:
            shown = "、".join(f"U+{ord(char):04X}" for char in sorted(wanted & missing)[:8])
            mark = _ASK if _GETA in missing else _GETA
            log.warning("字体缺 %d 个字（%s 等），PNG 中以 %s 代之", len(wanted & missing), shown, mark)
            canvas.replace(wanted & missing, mark)
            canvas.text(canvas.width / 2, canvas.height - 12, f"字体缺字：{shown}，以 {mark} 代之", 9, anchor="middle")
            files, _ = cut(canvas.characters(), folder)
        return resvg_py.svg_to_bytes(
            svg_string=canvas.still(),
            dpi=dpi,
            skip_system_fonts=True,
            font_files=[str(path) for path in files],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            languages=["zh-Hans"],
        )
