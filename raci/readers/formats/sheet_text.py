"""The text of one cell of a workbook: what of it is in bold type, and what is struck out and left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from raci.model import Span

__all__ = ["CellText", "TextRun", "join_runs"]


class TextRun(NamedTuple):
    """Words that look alike; None: as their cell does."""

    text: str
    is_bold: bool | None = None
    is_struck: bool | None = None


class CellText(NamedTuple):
    """The living text of a cell with its bold spans; ``struck`` is what stands struck out in it."""

    text: str
    bold: tuple[Span, ...] = ()
    struck: str = ""


def join_runs(runs: Iterable[TextRun], *, is_bold: bool = False, is_struck: bool = False) -> CellText:
    """The text of a cell out of its runs; ``is_bold`` and ``is_struck`` say how the cell itself looks."""
    text, struck, bold = "", "", []
    for run in runs:
        if is_struck if run.is_struck is None else run.is_struck:
            struck += run.text
            continue
        if run.text and (is_bold if run.is_bold is None else run.is_bold):
            bold.append(Span(len(text), len(text) + len(run.text)))
        text += run.text
    return CellText(text, tuple(bold), struck)
