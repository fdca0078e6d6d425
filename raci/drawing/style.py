"""How pictures look: the tints of boxes, and lines and letters from the palette."""

from __future__ import annotations

from raci.config.palette import LineStyle, palette
from raci.model import Role

__all__ = ["letter_colours", "line_of"]

INK = "#1f2933"
FAINT = "#5f6b7a"
HAIR = "#c3cad3"
PAPER = "#ffffff"
BAND = "#f3f6fa"
BODY = "#e3ecf7"
BODY_EDGE = "#4a6fa5"
LEADS = "#fbe4e1"
#: how thick the edge is of who leads, so that grey print tells it from others
LEADS_WEIGHT = 2.2
LEADS_EDGE = "#b3372b"
GAP = "#fff4d6"
GAP_EDGE = "#b7791f"
#: circles and lines of the network, stronger than boxes since they are small and cross
NETWORK_LEADS, NETWORK_OTHER = "#eba79f", "#a9c4e6"
NETWORK_LINE, NETWORK_ARROW = "#64748b", "#3f4c5d"


#: colours of the chapters, in turn: those that colour-blind people tell apart (Okabe and Ito 2008), softened
HUES = ("#4e79a7", "#d98b2b", "#5b9a68", "#b5607f", "#7f6bb3", "#3f9a9a", "#a8763e", "#7b8794")


def line_of(role: Role) -> LineStyle:
    """The line that stands for a role."""
    return palette().role(role).line


def letter_colours(letter: str) -> tuple[str, str]:
    """Ink and paper of a letter."""
    tint = palette().letter(letter).drawing
    return tint.ink, tint.paper
