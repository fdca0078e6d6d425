"""Lines that a reader found to paragraphs and tables, as in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from raci.readers.documents.draft_tables import DraftCell, DraftTable
from raci.readers.documents.passages import Passage, TextLine, clean_line, clip_spans
from raci.readers.tables.paragraphs import paragraphs
from raci.readers.tables.text_table import TextTable

__all__ = ["passages", "restore_paragraphs"]


def restore_paragraphs(parts: Iterable[TextLine | DraftTable]) -> list[Passage | DraftTable]:
    """Lines to paragraphs as in plain text (see ``lines.paragraphs``); tables stay what they are."""
    done: list[Passage | DraftTable] = []
    run: list[TextLine] = []
    for part in parts:
        if isinstance(part, TextLine):
            run.append(clean_line(part))
            continue
        done += _paragraphs(run)
        done.append(part)
        run = []
    return done + _paragraphs(run)


def _paragraphs(run: Sequence[TextLine]) -> list[Passage | DraftTable]:
    return list(passages(paragraphs("\n".join(line.text for line in run)), run)) if run else []


def passages(found: Iterable[Passage | TextTable], run: Sequence[TextLine]) -> Iterator[Passage | DraftTable]:
    """What was found in a text, with the lines of the text (``run``) put back to their places and bold spans."""
    taken: dict[int, int] = {}  # how much of a line is used up, where a line holds several pieces

    def piece(number: int, text: str) -> TextLine:
        line = run[number - 1]
        if text == line.text:
            return line
        start = max(0, line.text.find(text, taken.get(number, 0)))
        taken[number] = start + len(text)
        end = start + len(text)
        doubted = line.ocr and clip_spans(line.ocr, start, end)
        return line._replace(text=text, bold=clip_spans(line.bold, start, end), ocr=doubted)

    for each in found:
        if isinstance(each, Passage):
            yield Passage(tuple([piece(line.line or 1, line.text) for line in each.lines]))
        else:
            cells = []
            for cell in each.cells:
                inside = Passage(tuple(piece(number, text) for number, text in cell.pieces))
                cells.append(DraftCell(cell.row, cell.column, (inside,), cell.rowspan))
            yield DraftTable(tuple(cells))
