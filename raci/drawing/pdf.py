"""Pictures for print: sheets as the pages of a PDF, lines and letters as such, with the letters that they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from raci.drawing.fonts import Lettering, lettering, missing_note, replacements
from raci.errors import DrawError

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    import pydyf

    from raci.drawing.canvas import Canvas
    from raci.drawing.faces import Face

__all__ = ["pdf", "pdf_for_dots"]

#: PDF knows no page with a longer side (14,400 units, ISO 32000-1, Annex C)
_LONGEST = 14400.0
#: what a PDF says of a font's letters as a whole, in thousandths of their size; those of Chinese sans-serif fonts
_MEASURES: Mapping[str, object] = {
    "Flags": 4,
    "ItalicAngle": 0,
    "Ascent": 880,
    "Descent": -120,
    "CapHeight": 733,
    "StemV": 80,
}
#: how many characters one part of the table of characters may name (Adobe Technical Note 5411)
_NAMED_AT_ONCE = 100


def pdf(sheets: Sequence[Canvas], made_at: datetime | None = None) -> bytes:
    """The sheets as a PDF file that states when it was made: a page each, the letters embedded and to be searched.

    A character that no font has is drawn as 〓, with a warning in the log. Raises DrawError where the machine
    has no Chinese font, or a sheet is larger than a PDF page can be.
    """
    if max(max(sheet.width, sheet.height) for sheet in sheets) > _LONGEST:
        raise DrawError("图幅超出 PDF 页面可用的大小", remedy="请输出 SVG，可任意放大")
    wanted: set[str] = set().union(*(sheet.characters() for sheet in sheets))
    letters = lettering(wanted)
    instead = replacements(wanted, letters.missing, "PDF")
    shown = {char.translate(instead) for char in wanted} | {" "}
    return _written(sheets, letters.cut(shown), [sheet.still(instead) for sheet in sheets], made_at=made_at)


def pdf_for_dots(sheets: Sequence[Canvas]) -> bytes:
    """The sheets as a PDF that is made quickly and not to be kept, with notes on characters that no font has.

    Raises DrawError where the machine has no Chinese font.
    """
    letters = lettering(set().union(*(sheet.characters() for sheet in sheets)))
    if any(face.is_variable for face in letters.faces):
        letters = letters.cut()
    stills = []
    for sheet in sheets:
        instead = replacements(sheet.characters(), letters.missing, "PNG")
        stills.append(sheet.still(instead, missing_note(instead)))
    return _written(sheets, letters, stills, kept=False)


def _written(
    sheets: Sequence[Canvas],
    letters: Lettering,
    stills: Sequence[ET.Element],
    *,
    made_at: datetime | None = None,
    kept: bool = True,
) -> bytes:
    import pydyf

    from raci.drawing.page_pen import PagePen

    document = pydyf.PDF()
    fonts = pydyf.Dictionary(
        {
            f"f{number}": _font(document, face, sorted(used), number, kept=kept)
            for number, (face, used) in enumerate(zip(letters.faces, letters.used, strict=True))
        }
    )
    for sheet, still in zip(sheets, stills, strict=True):
        pen = PagePen(sheet.height, letters)
        pen.draw(still)
        pen.stream.compress = kept
        document.add_object(pen.stream)
        states = pydyf.Dictionary(
            {name: pydyf.Dictionary({"CA": stroke, "ca": fill}) for (stroke, fill), name in pen.opacities.items()}
        )
        page = {
            "Type": "/Page",
            "Parent": document.pages.reference,
            "Contents": pen.stream.reference,
            "MediaBox": pydyf.Array([0, 0, sheet.width, sheet.height]),
            "Resources": pydyf.Dictionary({"Font": fonts, "ExtGState": states}),
        }
        document.add_page(pydyf.Dictionary(page))
    if kept:
        document.info["Title"] = pydyf.String(sheets[0].title)
        document.catalog["Lang"] = pydyf.String("zh-Hans")
    if made_at:
        day = pydyf.String(f"D:{made_at.astimezone(UTC):%Y%m%d%H%M%S}Z")
        document.info["CreationDate"] = document.info["ModDate"] = day
    written = BytesIO()
    document.write(written, compress=kept)
    return written.getvalue()


def _font(document: pydyf.PDF, face: Face, used: Sequence[str], number: int, *, kept: bool) -> bytes:
    """The face as a font of the document, and where that stands."""
    import pydyf

    def added(thing: pydyf.Object) -> bytes:
        document.add_object(thing)
        return bytes(thing.reference)

    name = f"/RACI{chr(65 + number // 26)}{chr(65 + number % 26)}+raci"
    outlines = face.outlines
    extra = {"Length1": len(outlines)} if face.is_truetype else {"Subtype": "/CIDFontType0C"}
    program = added(pydyf.Stream([outlines], extra, compress=kept))
    descriptor = {"Type": "/FontDescriptor", "FontName": name, "FontBBox": pydyf.Array([0, -120, 1000, 880])}
    descriptor |= {**_MEASURES, "FontFile2" if face.is_truetype else "FontFile3": program}
    widths = pydyf.Array([])
    for char in used:
        glyph, width = face.glyph(char)
        widths += [glyph, pydyf.Array([width])]
    letters = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2" if face.is_truetype else "/CIDFontType0",
        "BaseFont": name,
        "CIDSystemInfo": pydyf.Dictionary(
            {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
        ),
        "FontDescriptor": added(pydyf.Dictionary(descriptor)),
        "W": widths,
    }
    if face.is_truetype:
        letters["CIDToGIDMap"] = "/Identity"
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name,
        "Encoding": "/Identity-H",
        "DescendantFonts": pydyf.Array([added(pydyf.Dictionary(letters))]),
    }
    if kept:
        font["ToUnicode"] = added(pydyf.Stream([_characters(face, used)], compress=True))
    return added(pydyf.Dictionary(font))


def _characters(face: Face, used: Sequence[str]) -> bytes:
    """Which glyph is which character, so that a PDF can be searched and copied from."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CMapName /raci def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    for first in range(0, len(used), _NAMED_AT_ONCE):
        part = used[first : first + _NAMED_AT_ONCE]
        lines.append(f"{len(part)} beginbfchar")
        lines += [f"<{face.glyph(char)[0]:04x}> <{char.encode('utf-16-be').hex()}>" for char in part]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()
