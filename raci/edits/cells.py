"""The cells of a sheet as they are compared with what was written into them."""

from __future__ import annotations

from raci.escaping import clean

__all__ = ["address", "bare", "same", "shorten"]

#: what one cell takes; a longer text was cut when it was written
_LONGEST_TEXT = 32_000
#: characters of a cell's text that an edit quotes
_LONGEST_QUOTE = 40


def bare(text: object) -> str:
    """A cell's text as it is compared: white space as one blank, which programs write each in their way."""
    return " ".join(clean(str(text)).split())


def same(text: str, written: object) -> bool:
    """Whether a cell, whose bare text this is, still holds what was written."""
    before = bare(written)
    was_cut = len(before) > _LONGEST_TEXT < len(text)
    return text == before or (was_cut and before.startswith(text[: _LONGEST_TEXT // 2]))


def address(row: int, column: int) -> str:
    """What a spreadsheet program calls the cell (from 0): ``D7``."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def shorten(text: str) -> str:
    """A cell's text as an edit quotes it."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
