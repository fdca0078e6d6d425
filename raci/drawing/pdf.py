"""Pictures for print: an SVG sheet as a PDF page of its size, by typst, with the font in it."""

from __future__ import annotations

import logging
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from raci.drawing.fonts import FAMILY, cut
from raci.errors import DrawError

if TYPE_CHECKING:
    from raci.drawing.canvas import Canvas

__all__ = ["pdf"]

log = logging.getLogger("raci")

#: PDF knows no page with a longer side (14,400 units, ISO 32000-1, Annex C)
_LONGEST = 14400.0
_GETA, _ASK = "〓", "?"


def pdf(canvas: Canvas) -> bytes:
    """The sheet as a PDF file: one page, lines and letters as such, the font embedded.

    A character that no font has is drawn as 〓, with a warning in the log. Raises DrawError where the machine
    has no Chinese font, the sheet is larger than a PDF page can be, or typst is not to be had.
    """
    if max(canvas.width, canvas.height) > _LONGEST:
        raise DrawError("图幅超出 PDF 页面可用的大小", remedy="请输出 SVG，可任意放大")
    try:
        import typst
    except ImportError as error:
        raise DrawError(
            f"typst 不可用（{error}）", place="pdf", remedy="请运行 pip install typst，或输出 SVG"
        ) from error
    with TemporaryDirectory(prefix="raci-") as name:
        folder = Path(name)
        fonts = folder / "fonts"
        fonts.mkdir()
        wanted = canvas.characters()
        _, missing = cut(wanted | {_GETA, _ASK}, fonts)
        if wanted & missing:
            shown = "、".join(f"U+{ord(char):04X}" for char in sorted(wanted & missing)[:8])
            mark = _ASK if _GETA in missing else _GETA
            log.warning("字体缺 %d 个字（%s 等），PDF 中以 %s 代之", len(wanted & missing), shown, mark)
            canvas.replace(wanted & missing, mark)
        (folder / "sheet.svg").write_text(canvas.still(family=FAMILY), encoding="utf-8")
        page = f"#set page(width: {canvas.width}pt, height: {canvas.height}pt, margin: 0pt)\n"
        (folder / "sheet.typ").write_text(f'{page}#image("sheet.svg", width: 100%, height: 100%)\n', encoding="utf-8")
        try:
            made = typst.compile(str(folder / "sheet.typ"), font_paths=[str(fonts)], ignore_system_fonts=True)
        except RuntimeError as error:  # what typst raises, with a page of its own source
            raise DrawError(
                f"未能生成 PDF：{str(error).splitlines()[0]}", place="pdf", remedy="请改用 SVG 或 PNG"
            ) from error
    return bytes(made)
