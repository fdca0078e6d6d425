"""How pictures look: the font stack, the tints of boxes, and lines and letters from the palette."""

from __future__ import annotations

from raci.config.palette import RoleLine, palette
from raci.model import Role

__all__ = ["FONTS", "letter_colours", "line_of"]

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


def line_of(role: Role) -> RoleLine:
    """The line that stands for a role."""
    return palette().role(role).line


def letter_colours(letter: str) -> tuple[str, str]:
    """Ink and paper of a letter."""
    tint = palette().letter(letter).drawing
    return tint.ink, tint.paper
