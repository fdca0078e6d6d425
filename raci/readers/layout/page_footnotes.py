"""Footnotes at the foot of a page, in small type: taken out, so that the text above goes on overleaf."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from raci.model.late_patterns import late_pattern
from raci.readers.documents.passages import Passage, clean_line
from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.measures import upper_median
from raci.readers.layout.pages import PageLayout
from raci.rules.punctuation import CIRCLED_NUMBERS

__all__ = ["split_footnotes"]

#: footnotes are in type so many times as large as that of the text, or smaller
_SMALL_TYPE = 0.9
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: the mark that a footnote begins with
_MARK = late_pattern(
    rf"\s*[\[［〔（(]?([{CIRCLED_NUMBERS}]|[{_RAISED}]+|[0-9]{{1,2}})[\]］〕）).．、]?\s*(?=[\u4e00-\u9fff《“（A-Za-z])"
)
#: such a mark in the text: behind a word, and what counts nothing that follows it
_REFERENCE = late_pattern(
    rf"(?<=[\u4e00-\u9fff）)》”。，；、])([{CIRCLED_NUMBERS}]|[{_RAISED}]+)"
    r"|(?<=[\u4e00-\u9fff）)》”])[\[［〔]?([0-9]{1,2})[\]］〕]?(?=[，。、；：）)]|$)"
)
_AS_DIGITS = str.maketrans(_RAISED, "0123456789")


def split_footnotes(pages: Sequence[PageLayout]) -> tuple[list[PageLayout], list[Passage]]:
    """The pages without their footnotes, and these; the mark of each stands in the text of its page."""
    size = upper_median(row.size for page in pages for row in page.rows)
    bodies: list[PageLayout] = []
    footnotes: list[Passage] = []
    for page in pages:
        rows = sorted(page.rows, key=lambda row: row.top)
        first = _first_of_footnotes(page, rows, size)
        footnotes += _passages(rows[first:])
        bodies.append(page if first == len(rows) else page._replace(rows=rows[:first]))
    return bodies, footnotes


def _first_of_footnotes(page: PageLayout, rows: Sequence[TextRow], size: float) -> int:
    """The index of the row with which the footnotes of a page begin; the number of rows where it has none."""
    small = sum(1 for _ in takewhile(lambda row: row.size <= _SMALL_TYPE * size, reversed(rows)))
    marked = [index for index in range(len(rows) - small, len(rows)) if _mark(rows[index])]
    if not marked or any(top > rows[marked[0]].top for top, _ in page.tables):
        return len(rows)
    cells = (passage.text for _, table in page.tables for cell in table.cells for passage in cell.passages)
    references = {
        circled_or_raised.translate(_AS_DIGITS) or plain
        for text in (*cells, *(row.line.text for row in rows[: marked[0]]))
        for circled_or_raised, plain in _REFERENCE.findall(text)
    }
    return marked[0] if all(_mark(rows[index]) in references for index in marked) else len(rows)


def _mark(row: TextRow) -> str:
    """The mark that a row begins with, raised digits as digits; empty where there is none."""
    mark = _MARK.match(row.line.text)
    return mark[1].translate(_AS_DIGITS) if mark else ""


def _passages(rows: Sequence[TextRow]) -> Iterator[Passage]:
    """The rows of footnotes, those of each together."""
    begins = [index for index, row in enumerate(rows) if _mark(row)]
    for begin, end in pairwise([*begins, len(rows)]):
        yield Passage(tuple(clean_line(row.line) for row in rows[begin:end]))
