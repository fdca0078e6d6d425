"""A cell of a sheet, as the readers of workbooks and of text tables give it."""

from __future__ import annotations

from typing import NamedTuple

from raci.model import Span

__all__ = ["SheetCell"]


class SheetCell(NamedTuple):
    """A cell with words: its place (from 0), its reach, and what of its text is bold."""

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    bold: tuple[Span, ...] = ()
