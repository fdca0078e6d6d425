"""Plain text to paragraphs and tables: hard line breaks mended, paragraphs that share one line parted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.readers.documents.passages import Passage
from raci.readers.tables.fixed_width import find_fixed_width, join_broken
from raci.readers.tables.table_starts import maybe
from raci.readers.tables.text_grid import TextTable
from raci.readers.tables.text_lines import NumberedLine, is_page_number, numbered_lines, strip_blanks
from raci.readers.tables.text_table import grids
from raci.readers.tables.whole_lines import join_interrupted

__all__ = ["count_page_numbers", "paragraphs"]

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad\x00-\x08\x0e-\x1b\x7f]")


def paragraphs(text: str) -> list[Passage | TextTable]:
    """The paragraphs and tables of a text, each line with its number (from 1) and its page (from 1, if there are any).

    A line is a paragraph, except that (1) a long line is parted where two or more ideographic spaces stand, and
    (2) where lines are broken at a fixed width (text taken from a PDF), lines that belong together are joined again.
    """
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    lines = numbered_lines(text)
    tables = grids([(line.number, line.text) for line in lines]) if maybe(text) else []
    parts: list[Passage | TextTable] = []
    end = 0
    for table in tables:
        parts += _running_text(lines[end : table.start])
        parts.append(table)
        end = table.end
    return [*parts, *_running_text(lines[end:])]


def _running_text(lines: Sequence[NumberedLine]) -> list[Passage]:
    """The paragraphs of lines that hold no table."""
    filled = [line.text for line in lines if line.text]
    width = find_fixed_width(filled) if filled else None
    return join_interrupted(lines) if width is None else join_broken(lines, width)


def count_page_numbers(text: str) -> int:
    """How many lines of a text are nothing but the number of a page (— 3 —): they are left out."""
    return sum(1 for line in text.splitlines() if is_page_number(strip_blanks(line)))
