"""Text in drawings: how wide it is, how it is cut to lines, what of it may stand in a picture.

Widths are measured here, not by Graphviz: its wheel knows no Chinese font and would guess. One em is
the font size; Chinese fonts set ideographs, full-width forms and the ambiguous marks (“ ” … —) one em wide.
Latin widths are the upper end of the usual sans-serif fonts, so that a box is never too narrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import category, east_asian_width

__all__ = ["ELLIPSIS", "clean", "shorten", "width", "wrap"]

ELLIPSIS = "…"

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}`/\\ ")
_BROAD = frozenset("mwMW@%")
#: marks that may not begin a line, and marks that may not end one (GB/T 15834)
_CLOSING = frozenset("，。、；：？！）〕】》〉」』”’…—·%,.;:?!)]}")
_OPENING = frozenset("（〔【《〈「『“‘([{")
#: marks after which a line best ends
_PAUSES = frozenset("，、；：。")
#: a blank before a closing mark says nothing, and would let a line begin with the mark
_LOOSE = re.compile(r" +(?=[，。、；：？！）〕】》〉」』”’])")
_UNIT = re.compile(r"[!-~]+|.", re.DOTALL)


#: texts whose measures are kept: sizes of letters are tried in turn, the texts stay
_MOST_TEXTS = 16_384


@lru_cache(maxsize=_MOST_TEXTS)
def width(text: str) -> float:
    """How wide a line of text is, in em."""
    return sum(map(_advance, text))


@cache
def _advance(char: str) -> float:
    if char < "\x7f":
        if char in _NARROW:
            return 0.4
        if char in _BROAD:
            return 0.95
        return 0.72 if char.isupper() else 0.6
    if category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    return 1.0 if east_asian_width(char) in "WFA" else 0.72


def clean(text: str) -> str:
    """The text on one line, without the characters that XML and fonts have no place for."""
    printable = (char if category(char) not in ("Cc", "Cs", "Cn", "Co") else " " for char in text)
    return " ".join("".join(printable).split())


def shorten(text: str, limit: float) -> str:
    """The text cut to ``limit`` em, with … where something was left out."""
    if width(text) <= limit:
        return text
    room = limit - width(ELLIPSIS)
    shortened = ""
    for char in text:
        room -= _advance(char)
        if room < 0:
            break
        shortened += char
    return shortened.rstrip("，、；：（〔“《 ") + ELLIPSIS


def wrap(text: str, limit: float, lines: int = 2) -> list[str]:
    """The text in as few lines of ``limit`` em as it takes, of about one length; at most ``lines`` of them.

    What does not fit is left out, and the last line ends with …. Lines do not begin with a closing mark or
    end with an opening one; Latin words and numbers stay whole where they fit.
    """
    return list(_wrapped(text, limit, lines))


@lru_cache(maxsize=_MOST_TEXTS)
def _wrapped(text: str, limit: float, lines: int) -> list[str]:
    text = _LOOSE.sub("", text)
    units = [(unit, width(unit)) for unit in _UNIT.findall(text)]
    wrapped = _fill(units, limit)
    if len(wrapped) > lines:
        return [*wrapped[: lines - 1], shorten("".join(wrapped[lines - 1 :]), limit)]
    if len(wrapped) == 2:
        paused = [pair for pair in _pauses(units) if max(map(width, pair)) <= limit < 4 * min(map(width, pair))]
        if paused:
            return min(paused, key=lambda pair: max(map(width, pair)))
    narrower = width(text) / len(wrapped)
    while narrower < limit and len(wrapped) > 1:
        even = _fill(units, narrower)
        if len(even) == len(wrapped):
            return even
        narrower += 1.0
    return wrapped


def _pauses(units: list[tuple[str, float]]) -> Iterator[list[str]]:
    """The text in two lines, for each place where a reader pauses: after a comma, before a bracket."""
    for cut in range(1, len(units)):
        before, after = units[cut - 1][0][-1], units[cut][0][0]
        if (before in _PAUSES or after in _OPENING) and before not in _OPENING and after not in _CLOSING:
            yield ["".join(unit for unit, _ in part).strip() for part in (units[:cut], units[cut:])]


def _fill(units: list[tuple[str, float]], limit: float) -> list[str]:
    wrapped: list[str] = []
    rest = [part for unit in units for part in ([unit] if unit[1] <= limit else [(c, _advance(c)) for c in unit[0]])]
    while rest:
        used, end = 0.0, 0
        while end < len(rest) and used + rest[end][1] <= limit:
            used += rest[end][1]
            end += 1
        split = end = max(end, 1)
        while 1 < split < len(rest) and (rest[split][0][0] in _CLOSING or rest[split - 1][0] in _OPENING):
            split -= 1
        if split == 1:
            split = end
        wrapped.append("".join(unit for unit, _ in rest[:split]).strip())
        rest = rest[split:]
    return wrapped or [""]
