"""Plans as a scanner hands them on: printed with a Chinese font, turned into noisy dots, nothing but pictures.

What is needed for it comes with the extras ``fonts`` and ``ocr``; tests that use it are skipped without them.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from needs import needs

from raci.readers.layout import ocr

__all__ = ["CORNERS", "bound", "needs_ocr", "photographed", "printed", "scanned", "table"]

_FONTS = find_spec("cvttf_NotoSansCJK_Regular")

needs_ocr = needs(ocr.is_installed() and _FONTS is not None, "the extras ocr and fonts are not installed")


def _plain(text: str) -> str:
    return "".join(f"\\{char}" if char.isascii() and not char.isalnum() else char for char in text)


def table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """A ruled table in the markup of typst, columns as wide as so many parts."""
    cells = ", ".join(f"[{_plain(cell)}]" for row in rows for cell in row)
    return f"#table(columns: ({', '.join(f'{width}fr' for width in widths)}), {cells})"


def printed(paragraphs: Sequence[str], *, tables: str = "", size: float = 16) -> bytes:
    """A PDF file with its font in it: paragraphs set in by two characters, then tables (markup), page numbers."""
    import typst

    assert _FONTS is not None
    assert _FONTS.submodule_search_locations
    body = "\n\n".join(map(_plain, paragraphs))
    source = f"""#set page(paper: "a4", margin: (x: 28mm, y: 35mm), numbering: "— 1 —")
#set text(font: "Noto Sans CJK SC", lang: "zh", region: "cn", size: {size}pt)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 12pt)
#show table: set text({0.75 * size}pt)
#show table: set par(first-line-indent: 0pt, leading: 6pt)
{body}

{tables}
"""
    folders = list(_FONTS.submodule_search_locations)
    return bytes(typst.compile(source.encode(), font_paths=folders, ignore_system_fonts=True))


def scanned(data: bytes, *, turn: int = 0, askew: float = 0.0, dpi: int = 200) -> list[Any]:
    """The pages of a PDF file as pictures of PIL: noisy, askew by so many degrees, turned by so many more."""
    import numpy as np
    import pypdfium2
    from PIL import Image

    chance = np.random.default_rng(7)
    pages = []
    with pypdfium2.PdfDocument(data) as book:
        for sheet in book:
            page = sheet.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
            page = page.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
            dots = np.asarray(page) + chance.normal(0, 12, (page.height, page.width))
            pages.append(Image.fromarray(np.clip(dots, 0, 255).astype("uint8")).rotate(turn, expand=True))
    return pages


def bound(pages: Sequence[Any], dpi: int = 200) -> bytes:
    """A PDF file of pictures, one a page."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    for page in pages:
        wide, high = page.width * 72 / dpi, page.height * 72 / dpi
        canvas.setPageSize((wide, high))
        canvas.drawImage(ImageReader(page), 0, 0, wide, high)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


#: where the corners of a page stand in its photograph, in parts of that
CORNERS = ((0.10, 0.05), (0.92, 0.08), (0.95, 0.94), (0.05, 0.92))


def photographed(page: Any, desk: int) -> Any:
    """A picture of a page of PIL on a desk, as taken from one side, in the shade towards one corner."""
    import cv2
    import numpy as np

    dots = np.asarray(page.convert("L"))
    height, width = dots.shape
    corners = np.array([(x * width, y * height) for x, y in CORNERS], np.float32)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    change = cv2.getPerspectiveTransform(flat, corners)
    seen = cv2.warpPerspective(dots, change, (width, height), borderValue=desk, flags=cv2.INTER_AREA)
    return (seen * np.linspace(1.0, 0.7, width)).astype("uint8")
