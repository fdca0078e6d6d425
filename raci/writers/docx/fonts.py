"""The font table of a Word document: what stands in for the fonts of official documents where they are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from raci.config.fonts import office_fonts

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["declare_substitutes"]

_FONTS_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
)


def declare_substitutes(document: Document) -> None:
    """State in the document's font table which fonts may stand in for those that it names."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    office = office_fonts()
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(','.join(substitutes))}/>"
        f'<w:charset w:val="86"/><w:family w:val="{"modern" if name == office.heading else "roman"}"/></w:font>'
        for name, substitutes in office.substitutes.items()
    )
    latin = f'<w:font w:name="{office.latin}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = f"{_FONTS_START}{fonts}{latin}</w:fonts>".encode()  # python-docx has no interface to this part
