"""Preformatted text of a web page: lines that were broken by hand at one width belong together."""

from __future__ import annotations

import re

from raci.readers.tables.paragraph_starts import starts_paragraph
from raci.readers.tables.text_lines import is_chinese, line_width, strip_blanks

__all__ = ["unwrapped"]

#: a line that is shorter than this, in Chinese characters, or than this share of the widest was ended on purpose
_SHORTEST, _SHARE = 12, 0.8
#: what parts the cells of a row, which ends where its line does
_ROW = re.compile(r"\S\s*\t\s*\S|\S[|｜│]|\S {3,}\S")


def unwrapped(text: str) -> list[str]:
    """The lines of a preformatted text; those that break off at its width are joined with what follows."""
    lines = text.split("\n")
    widest = max(map(line_width, lines))
    joined: list[str] = []
    previous = ""
    for line in lines:
        words = strip_blanks(line)
        if previous and words and _breaks_off(previous, widest) and not starts_paragraph(words):
            joined[-1] += words
        else:
            joined.append(line)
        previous = line.rstrip()
    return joined


def _breaks_off(line: str, widest: int) -> bool:
    if _ROW.search(line):
        return False
    width = line_width(line)
    return width >= _SHORTEST and width >= _SHARE * widest and (is_chinese(line[-1]) or line[-1] in "，、（")
