"""The fonts of official documents, and what stands in for them where they are not installed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["BODY", "HEAD", "LATIN", "NOTE", "TITLE", "declare_substitutes"]

# GB/T 9704-2012: title in 小标宋 二号, text in 仿宋 三号, headings in 黑体 and 楷体.
TITLE, BODY, HEAD, NOTE = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
LATIN = "Times New Roman"

#: font → names of fonts in the same style, on Windows, WPS, macOS and Linux, the best first
_SUBSTITUTES = {
    TITLE: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Songti SC,Noto Serif CJK SC",
    BODY: "FangSong_GB2312,仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC",
    HEAD: "SimHei,Heiti SC,华文黑体,STHeiti,Noto Sans CJK SC",
    NOTE: "KaiTi_GB2312,楷体,KaiTi,华文楷体,STKaiti,Kaiti SC,Noto Serif CJK SC",
}
_FONTS_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
)


def declare_substitutes(document: Document) -> None:
    """State in the document's font table which fonts may stand in for those that it names."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(substitutes)}/>"
        f'<w:charset w:val="86"/><w:family w:val="{"modern" if name == HEAD else "roman"}"/></w:font>'
        for name, substitutes in _SUBSTITUTES.items()
    )
    latin = f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = f"{_FONTS_START}{fonts}{latin}</w:fonts>".encode()  # python-docx has no interface to this part
