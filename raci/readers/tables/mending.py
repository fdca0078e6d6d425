"""Lines that a reader found to paragraphs and tables, as in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from raci.readers.documents.assembly import Line, Passage, Table, TableCell, clean, within
from raci.readers.tables.paragraphs import paragraphs
from raci.readers.tables.text_table import TextTable

__all__ = ["mended", "passages"]


def mended(parts: Iterable[Line | Table]) -> list[Passage | Table]:
    """Lines to paragraphs as in plain text (see ``lines.paragraphs``); tables stay what they are."""
    done: list[Passage | Table] = []
    run: list[Line] = []
    for part in parts:
        if isinstance(part, Line):
            run.append(clean(part))
            continue
        done += _paragraphs(run)
        done.append(part)
        run = []
    return done + _paragraphs(run)


def _paragraphs(run: Sequence[Line]) -> list[Passage | Table]:
    return list(passages(paragraphs("\n".join(line.text for line in run)), run)) if run else []


def passages(found: Iterable[Passage | TextTable], run: Sequence[Line]) -> Iterator[Passage | Table]:
    """What was found in a text, with the lines of the text (``run``) put back to their places and bold spans."""
    taken: dict[int, int] = {}  # how much of a line is used up, where a line holds several pieces

    def piece(number: int, text: str) -> Line:
        line = run[number - 1]
        if text == line.text:
            return line
        start = max(0, line.text.find(text, taken.get(number, 0)))
        taken[number] = start + len(text)
        end = start + len(text)
        doubted = line.ocr and within(line.ocr, start, end)
        return line._replace(text=text, bold=within(line.bold, start, end), ocr=doubted)

    for each in found:
        if isinstance(each, Passage):
            yield Passage(tuple([piece(line.line or 1, line.text) for line in each.lines]))
        else:
            cells = []
            for cell in each.cells:
                inside = tuple(Passage(tuple(piece(*line) for line in group)) for group in cell.paragraphs())
                cells.append(TableCell(cell.row, cell.column, inside, cell.rowspan))
            yield Table(tuple(cells))
