"""Pictures for print: SVG sheets as the pages of a PDF, by typst, with the font in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from raci.drawing.fonts import FAMILY, replacements, subset
from raci.errors import DrawError

if TYPE_CHECKING:
    from raci.drawing.canvas import Canvas

__all__ = ["pdf"]

#: PDF knows no page with a longer side (14,400 units, ISO 32000-1, Annex C)
_LONGEST = 14400.0


def pdf(sheets: Sequence[Canvas], made_at: datetime | None = None) -> bytes:
    """The sheets as a PDF file that states when it was made: a page each, lines and letters as such, the font embedded.

    A character that no font has is drawn as 〓, with a warning in the log. Raises DrawError where the machine
    has no Chinese font, a sheet is larger than a PDF page can be, or typst is not installed.
    """
    if max(max(sheet.width, sheet.height) for sheet in sheets) > _LONGEST:
        raise DrawError("图幅超出 PDF 页面可用的大小", remedy="请输出 SVG，可任意放大")
    try:
        import typst
    except ImportError as error:
        raise DrawError(
            f"typst 不可用（{error}）", place="pdf", remedy="请运行 pip install typst，或输出 SVG"
        ) from error
    wanted: set[str] = set().union(*(sheet.characters() for sheet in sheets))
    fonts = subset(wanted)
    table = replacements(wanted, fonts.missing, "PDF")
    with TemporaryDirectory(prefix="raci-") as name:
        folder = Path(name)
        pages = [f"#set document(date: {_date(made_at) if made_at else 'none'})"]  # typst would take the machine's
        for number, sheet in enumerate(sheets):
            (folder / f"sheet{number}.svg").write_text(sheet.still(FAMILY, table), encoding="utf-8")
            pages.append(
                f"#page(width: {sheet.width}pt, height: {sheet.height}pt, margin: 0pt)"
                f'[#image("sheet{number}.svg", width: 100%, height: 100%)]'
            )
        (folder / "sheets.typ").write_text("\n".join(pages), encoding="utf-8")
        try:
            document = typst.compile(
                str(folder / "sheets.typ"), font_paths=[fonts.folder.name], ignore_system_fonts=True
            )
        except RuntimeError as error:  # what typst raises, with a page of its own source
            raise DrawError(
                f"未能生成 PDF：{str(error).splitlines()[0]}", place="pdf", remedy="请改用 SVG 或 PNG"
            ) from error
    return bytes(document)


def _date(time: datetime) -> str:
    """A time as typst writes it; in UTC, since typst knows no other."""
    parts = zip(("year", "month", "day", "hour", "minute", "second"), time.astimezone(UTC).timetuple(), strict=False)
    return f"datetime({', '.join(f'{name}: {number}' for name, number in parts)})"
