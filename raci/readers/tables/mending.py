"""Lines that a reader took from a file to paragraphs and tables, as in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.justified import is_justified, unspaced_line
from raci.readers.documents.passages import Passage, TextLine, clean_line, clip_spans
from raci.readers.tables.paragraphs import paragraphs

__all__ = ["restore_laid", "restore_paragraphs"]

#: what parts the columns of a line that is laid out as it is printed
_WIDE, _COLUMN_BLANK = re.compile(r"(?<=\S) {2,}(?=\S)"), "  "


def restore_paragraphs(parts: Iterable[TextLine | DraftTable]) -> list[Passage | DraftTable]:
    """Lines to paragraphs and tables as in plain text (see ``paragraphs``); what is a table already stays as it is."""
    restored: list[Passage | DraftTable] = []
    run: list[TextLine] = []
    for part in parts:
        if isinstance(part, TextLine):
            if run and bool(part.level) != bool(run[-1].level):  # a heading goes on in no line that is none
                restored += _restore_run(run)
                run = []
            run.append(clean_line(part))
            continue
        restored += _restore_run(run)
        restored.append(part)
        run = []
    return [*restored, *_restore_run(run)]


def _restore_run(lines: Sequence[TextLine]) -> Iterator[Passage | DraftTable]:
    """The paragraphs and tables of lines that follow one another, with the places and the bold spans of the lines."""
    if is_justified(line.text for line in lines):
        lines = [unspaced_line(line) for line in lines]
    yield from restore_laid(lines, [line.text for line in lines]) if lines else ()


def restore_laid(lines: Sequence[TextLine], laid: Sequence[str]) -> Iterator[Passage | DraftTable]:
    """The same of lines that ``laid`` holds as they are printed, with more blanks between their columns."""
    origins = _LineOrigins(lines)
    for part in paragraphs("\n".join(laid)):
        if isinstance(part, Passage):
            pieces = [origins.line_of(line.line or 1, line.text) for line in part.lines]
            # a heading goes on in no line of the text below it, nor does a name above it
            yield from (Passage(tuple(alike)) for _, alike in groupby(pieces, lambda line: line.level))
            continue
        cells = []
        for cell in part.cells:
            inside = tuple(Passage(tuple(origins.line_of(*line) for line in group)) for group in cell.paragraphs())
            cells.append(DraftCell(cell.row, cell.column, inside, cell.rowspan, unplaced=cell.unplaced))
        yield DraftTable(tuple(cells))


class _LineOrigins:
    """The lines that a text was made of: pieces of the text, in order, are put back to their places in them."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._used: dict[int, int] = {}  # how much of a line is used up, where a line holds several pieces

    def line_of(self, number: int, text: str) -> TextLine:
        """A piece of the line of that number (from 1) as a line of its own."""
        line = self._lines[number - 1]
        if text != line.text and text not in line.text:
            text = _WIDE.sub(_COLUMN_BLANK, text)
        if text == line.text:
            return line
        start = max(0, line.text.find(text, self._used.get(number, 0)))
        end = start + len(text)
        self._used[number] = end
        doubtful = line.ocr and clip_spans(line.ocr, start, end)
        return line._replace(text=text, bold=clip_spans(line.bold, start, end), ocr=doubtful)
