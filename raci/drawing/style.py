"""How pictures look: colours, lines and the font stack."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from raci.model import Role

__all__ = ["FONTS", "LETTERS", "LINES", "LineStyle", "letter_colours"]

#: Chinese fonts of Windows, macOS and Linux, then whatever the viewer has
FONTS = (
    "'Microsoft YaHei','微软雅黑','PingFang SC','Hiragino Sans GB','Noto Sans CJK SC','Noto Sans SC',"
    "'Source Han Sans SC','WenQuanYi Micro Hei','SimHei','SimSun','宋体',sans-serif"
)

INK = "#1f2933"
FAINT = "#5f6b7a"
HAIR = "#c3cad3"
PAPER = "#ffffff"
BAND = "#f3f6fa"
BODY = "#e3ecf7"
BODY_EDGE = "#4a6fa5"
LEADS = "#fbe4e1"
LEADS_EDGE = "#b3372b"
GAP = "#fff4d6"
GAP_EDGE = "#b7791f"


#: colours of the chapters, in turn: those that colour-blind people tell apart (Okabe and Ito 2008), softened
HUES = ("#4e79a7", "#d98b2b", "#5b9a68", "#b5607f", "#7f6bb3", "#3f9a9a", "#a8763e", "#7b8794")


@dataclass(frozen=True, slots=True)
class LineStyle:
    """A line: its colour, its width in pt, its dashes (``""`` for solid)."""

    colour: str
    width: float
    dashes: str = ""


#: role → line; colours from those that colour-blind people tell apart, dashes for prints without colour
LINES: MappingProxyType[Role, LineStyle] = MappingProxyType(
    {
        "lead": LineStyle("#c62f21", 1.9),
        "responsible": LineStyle("#1f5fae", 1.2),
        "support": LineStyle("#7b8794", 1.0, "5 3"),
        "guide": LineStyle("#2a8a5a", 1.2, "1.2 2.6"),
        "leader": LineStyle("#6a3d9a", 1.2, "8 3 1.5 3"),
        "inform": LineStyle("#b8860b", 1.0, "10 4"),
        "approve": LineStyle("#0e7c86", 1.4, "8 3 2 3 2 3"),
    }
)

#: letter → ink and paper of its cell or bar; a joined one (A/R) has those of its first part
LETTERS: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "A": ("#b3261e", "#f4b6ae"),
        "R": ("#1f5fae", "#b9d3f2"),
        "C": ("#3f4c5a", "#d5dbe2"),
        "I": ("#7a5d00", "#efdf9f"),
        "S": ("#236b44", "#bfe3cf"),
    }
)
_OTHER = ("#6a3d9a", "#dccbef")


def letter_colours(letter: str) -> tuple[str, str]:
    """Ink and paper of a letter."""
    return LETTERS.get(letter.split("/")[0], _OTHER)
