"""A drawing that is laid out: its sheets, what was measured on them, and the files they become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.drawing.canvas import Canvas, stacked

if TYPE_CHECKING:
    from raci.drawing.png import Press

__all__ = ["Drawing"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The sheets of a drawing.

    ``crossings`` says for each sheet how many lines crossed in the order of the document, and how many do as
    drawn; it is empty for a kind without columns. ``facts`` are the rules by which it was drawn (the backbone of
    a network, the order of a matrix), for run.json. ``made_at`` is the time that a PDF states, if it states any.
    """

    sheets: tuple[Canvas, ...]
    crossings: tuple[tuple[int, int], ...] = ()
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    made_at: datetime | None = None

    def svg(self) -> tuple[bytes, ...]:
        """A file a sheet."""
        return tuple(sheet.svg() for sheet in self.sheets)

    def png(self, press: Press | None = None) -> tuple[bytes, ...]:
        """A file a sheet, by a ``press`` that knows the sheets where one is given.

        Raises DrawError as ``raci.drawing.png.Press.png`` does.
        """
        from raci.drawing.png import Press

        press = press or Press(self.sheets)
        return tuple(press.png(sheet, several=len(self.sheets) > 1) for sheet in self.sheets)

    def pdf(self) -> bytes:
        """One file, a page a sheet. Raises DrawError as ``raci.drawing.pdf.pdf`` does."""
        from raci.drawing.pdf import pdf

        return pdf(self.sheets, self.made_at)

    def files(self, format: str, press: Press | None = None) -> tuple[bytes, ...]:
        """The files in ``svg``, ``png`` or ``pdf``: a PDF is one, of the others there is one a sheet."""
        if format == "pdf":
            return (self.pdf(),)
        return self.svg() if format == "svg" else self.png(press)

    def single_file(self, format: str) -> bytes:
        """One file that holds all: a PDF in pages, an SVG or PNG with its sheets one below the other."""
        if format == "pdf":
            return self.pdf()
        whole = stacked(self.sheets)
        if format == "svg":
            return whole.svg()
        from raci.drawing.png import png

        return png(whole, several=len(self.sheets) > 1)

    def smallest(self) -> float:
        """The size of the smallest letters, in pt as printed on A3 (a larger sheet is made smaller for that)."""
        return round(min((sheet.smallest() for sheet in self.sheets), default=0.0), 1)

    def summary(self) -> dict[str, object]:
        """What run.json says of it: pages, the smallest letters, the rules by which it was drawn."""
        return {"pages": len(self.sheets), "smallest_pt_on_a3": self.smallest(), **self.facts}

    def crossing_counts(self) -> dict[str, object]:
        """The crossings of all sheets, ``before`` and ``after``, and of each where there are several."""
        if not self.crossings:
            return {}
        by_page = {"pages": [_sum([counts]) for counts in self.crossings]} if len(self.crossings) > 1 else {}
        return _sum(self.crossings) | by_page


def _sum(counts: Sequence[tuple[int, int]]) -> dict[str, object]:
    return {"before": sum(before for before, _ in counts), "after": sum(after for _, after in counts)}
