"""How the cells of the workbook look: fonts, colours, lines."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from raci.config.fonts import office_fonts
from raci.config.palette import palette
from raci.model import Profile

__all__ = ["CHANGED", "GAP_INK", "LINE", "LINK", "CellStyles", "letter_colours"]

LINE = "#B8C0CA"
HEAD, BAND, GAP, FAINT = "#E3ECF7", "#F3F6FA", "#FFF4D6", "#5F6B7A"
#: the colour of the words that say that nobody is named
GAP_INK = "#8A5A00"

#: the colour of what leads to another sheet
LINK = "#1F4E8C"

#: the border of a cell that was changed by hand
CHANGED: Mapping[str, object] = {"border": 2, "border_color": "#D9730D"}


def letter_colours(letter: str) -> tuple[str, str]:
    """Ink and paper of a letter; a joined one (``A/R``) has those of its first part."""
    tint = palette().letter(letter).workbook
    return tint.ink.upper(), tint.paper.upper()


class CellStyles:
    """The cell formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook, profile: Profile) -> None:
        self._workbook = workbook
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self._cells: dict[tuple[object, ...], Format] = {}
        #: the single letters, in the order in which the profile gives them
        self.letters = tuple(dict.fromkeys(part for letter in profile.legend() for part in letter.split("/")))

    def of(self, **properties: object) -> Format:
        """A format with these properties of XlsxWriter, on top of the workbook's font."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            base = {"font_name": office_fonts().sheet, "font_size": 10.5, "valign": "vcenter"}
            self._formats[key] = self._workbook.add_format(base | properties)
        return self._formats[key]

    def title(self) -> Format:
        return self.of(font_name=office_fonts().heading, font_size=16)

    def remark(self) -> Format:
        return self.of(font_size=9, font_color=FAINT)

    def head(self, **properties: object) -> Format:
        base: dict[str, object] = {
            "font_name": office_fonts().heading,
            "bg_color": HEAD,
            "border": 1,
            "border_color": LINE,
        }
        return self.of(**base | {"align": "center", "text_wrap": True} | properties)

    def band(self) -> Format:
        return self.of(
            font_name=office_fonts().heading, bg_color=BAND, top=1, bottom=1, top_color=LINE, bottom_color=LINE
        )

    def cell(self, *, marked: bool = False, first: bool = False, **properties: object) -> Format:
        """A cell with lines round it; ``marked`` for a task that nobody is named for, ``first`` begins a part."""
        key = (marked, first, *properties.items())
        if key not in self._cells:
            base: dict[str, object] = {"border": 1, "border_color": LINE, "text_wrap": True}
            if marked:
                base |= {"bg_color": GAP}
            if first:
                base |= {"top": 2, "top_color": FAINT}
            self._cells[key] = self.of(**base | properties)
        return self._cells[key]

    def tint(self, letter: str) -> Format:
        """The colours of a letter alone: on a cell that has its lines, among them those that mark a change."""
        ink, paper = letter_colours(letter)
        return self.of(bold=True, font_color=ink, bg_color=paper)

    def letter(self, letter: str) -> Format:
        ink, paper = letter_colours(letter)
        return self.of(
            align="center", border=1, border_color=LINE, font_name="Arial", bold=True, font_color=ink, bg_color=paper
        )
