"""How the workbook looks: fonts, colours, widths."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from raci.config.palette import palette
from raci.model import Profile

__all__ = ["FONT", "GAP_INK", "HEAD_FONT", "LINE", "LINK", "Styles", "height", "hue", "width"]

#: on every Windows and in every WPS; elsewhere the office program's own fallback
FONT, HEAD_FONT = "宋体", "黑体"

LINE = "#B8C0CA"
HEAD, BAND, GAP, FAINT = "#E3ECF7", "#F3F6FA", "#FFF4D6", "#5F6B7A"
#: of the words that say that nobody is named
GAP_INK = "#8A5A00"

#: of what leads to another sheet
LINK = "#1F4E8C"


def hue(letter: str) -> tuple[str, str]:
    """Ink and paper of a letter; a joined one (``A/R``) has those of its first part."""
    tint = palette().letter(letter).workbook
    return tint.ink.upper(), tint.paper.upper()


@cache
def _advance(char: str) -> float:
    return 2.0 if east_asian_width(char) in "WFA" else 1.1


@lru_cache(maxsize=20_000)  # a text is measured for its column, and for its row
def width(text: str) -> float:
    """How wide the widest line of a text is, in Excel's unit, a digit; a Chinese character takes two."""
    return max((sum(map(_advance, line)) for line in text.split("\n")), default=0.0)


def height(cells: Iterable[tuple[str, float]], size: float = 10.5, most: float = 409.0) -> float:
    """How high a row must be, in points, for its texts in columns of these widths; Excel knows no row above 409.

    Stated, not left to the program: Excel, WPS and LibreOffice each fit rows in other cases.
    """
    lines = 1
    for value, wide in cells:
        room = max(wide - 1.0, 2.0)  # Excel keeps a little blank at both sides
        lines = max(lines, sum(max(1, math.ceil(width(line) / room)) for line in value.split("\n")))
    return min(lines * size * 1.45 + 4, most)  # Noto, which stands in for missing fonts, has the highest lines


class Styles:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: Workbook, profile: Profile) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self._cells: dict[tuple[object, ...], Format] = {}
        #: the single letters, in the order in which the profile gives them
        self.letters = tuple(dict.fromkeys(part for letter in profile.legend() for part in letter.split("/")))

    def of(self, **properties: object) -> Format:
        """A format with these properties of XlsxWriter, on top of the workbook's font."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": 10.5, "valign": "vcenter"}
            self._made[key] = self._book.add_format(base | properties)
        return self._made[key]

    def title(self) -> Format:
        return self.of(font_name=HEAD_FONT, font_size=16)

    def remark(self) -> Format:
        return self.of(font_size=9, font_color=FAINT)

    def head(self, **more: object) -> Format:
        properties: dict[str, object] = {"font_name": HEAD_FONT, "bg_color": HEAD, "border": 1, "border_color": LINE}
        return self.of(**properties | {"align": "center", "text_wrap": True} | more)

    def band(self) -> Format:
        return self.of(font_name=HEAD_FONT, bg_color=BAND, top=1, bottom=1, top_color=LINE, bottom_color=LINE)

    def cell(self, *, marked: bool = False, first: bool = False, **more: object) -> Format:
        """A cell with lines round it; ``marked`` for a task that nobody is named for, ``first`` begins a part."""
        key = (marked, first, *more.items())
        if key not in self._cells:
            properties: dict[str, object] = {"border": 1, "border_color": LINE, "text_wrap": True}
            if marked:
                properties |= {"bg_color": GAP}
            if first:
                properties |= {"top": 2, "top_color": FAINT}
            self._cells[key] = self.of(**properties | more)
        return self._cells[key]

    def tint(self, letter: str) -> Format:
        """The colours of a letter alone: on a cell that has its lines, among them those that mark a change."""
        ink, paper = hue(letter)
        return self.of(bold=True, font_color=ink, bg_color=paper)

    def letter(self, letter: str) -> Format:
        ink, paper = hue(letter)
        return self.of(
            align="center", border=1, border_color=LINE, font_name="Arial", bold=True, font_color=ink, bg_color=paper
        )
