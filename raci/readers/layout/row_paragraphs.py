"""Rows of text to paragraphs: joined where a line is full, parted where one is set in, ends early or stands off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage, TextLine, clean_line
from raci.readers.layout.glyphs import TextRow
from raci.readers.layout.hanging_rows import find_hanging_runs
from raci.readers.layout.measures import row_gaps, upper_median
from raci.readers.layout.text_edges import EARLY_END, INDENT, SetRow, TextEdges
from raci.readers.tables.brackets import BRACKET, CLOSERS, count_closed, count_opened
from raci.readers.tables.mending import restore_paragraphs
from raci.readers.tables.paragraph_starts import starts_paragraph, starts_with_label
from raci.rules.markers import at_start

__all__ = ["to_paragraphs"]

#: a paragraph begins where a line is set in, where the line before it ends early, or where the gap between them is so
#: many times the usual one
_GAP_FACTOR = 1.7
#: … or where it is so many sizes of type, which no lead between lines is
_MAX_LEAD = 3.2
#: lines begin at one place where they do so within this part of a character: an opening mark hangs out by half of one
_ALIGNED = 0.6
#: … or where their type differs by this part
_SIZE_DIFFERENCE = 0.25
#: type this much larger than the body's is that of a title; that of its lines differs by no more than this part
_LARGE_TYPE, _TITLE_DIFFERENCE = 1.15, 0.15
#: a bracket that is open was opened in so many lines at the most
_BRACKET_LINES = 4
#: what a paragraph ends with
_ENDS = tuple("。！？!?）)〕】：:")
#: marks of footnotes behind that
_NOTE_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩"
#: … or a sentence, or a part of one
_STOPS = tuple("。！？!?；;：:")
#: … and what names go on behind
_GOES_ON = tuple("、，,和及与")
#: what stands unbroken at the start of a line: 实, 5G网; with the marks and figures behind it, and what these open:
#: 法”, 师）8000, 建“政
_UNBROKEN = re.compile(
    r"[^\u4e00-\u9fff]*.(?:[“”‘’\"）)》〉〕】、，。；：！？][^\u4e00-\u9fff]*(?:(?<=[“”‘’\"（(《〈〔【]).)?)?"
)


class _ParagraphMeasures(NamedTuple):
    """The gap between rows that is usual, and the size of type from which on a line is one of a title, in points."""

    gap: float
    title_size: float


def to_paragraphs(rows: Sequence[SetRow]) -> Iterator[Passage | DraftTable]:
    """The paragraphs of rows, in order; rows parted by wide gaps are read as lines of a text that may hold a table."""
    done = 0
    for begin, end, parts in find_hanging_runs([row for row, _ in rows]):
        yield from _running_text(rows[done:begin])
        yield from parts
        done = end
    yield from _running_text(rows[done:])


def _running_text(rows: Sequence[SetRow]) -> Iterator[Passage | DraftTable]:
    """The paragraphs of rows that hang below no cell."""
    usual = _usual([row for row, _ in rows])
    lines: list[TextLine] = []  # of the paragraph that is being read
    gapped: list[TextLine] = []  # … or of the run of rows with wide gaps
    previous: SetRow | None = None
    hang: float | None = None  # where the lines below a number that hangs out begin
    for row, edges in rows:
        hangs = hang is not None and row.hang is None and abs(row.left - hang) < _ALIGNED * row.size
        begins = (
            previous is None
            or row.hang is not None
            or _begins(previous, SetRow(row, _hung(edges, hang) if hangs else edges), usual, lines)
        )
        hang = row.hang if row.hang is not None else hang if hangs else None
        if lines and (begins or row.parted or gapped):
            yield Passage(tuple(lines))
            lines = []
        goes_on = bool(gapped) and _closes_bracket(gapped, row)
        if gapped and not (row.parted or goes_on):
            yield from restore_paragraphs(gapped)
            gapped = []
        line = clean_line(row.line)
        if row.parted or goes_on:
            gapped.append(line)
        elif line.text:
            lines.append(line)
        previous = SetRow(row, edges)
    if lines:
        yield Passage(tuple(lines))
    if gapped:
        yield from restore_paragraphs(gapped)


def _hung(edges: TextEdges, left: float | None) -> TextEdges:
    """The edges of lines below a number that hangs out."""
    return edges if left is None else TextEdges(left, edges.right, edges.indented)


def _usual(rows: Sequence[TextRow]) -> _ParagraphMeasures:
    return _ParagraphMeasures(upper_median(row_gaps(rows)), _LARGE_TYPE * upper_median(row.size for row in rows))


def _begins(before: SetRow, set_row: SetRow, usual: _ParagraphMeasures, lines: Sequence[TextLine]) -> bool:
    """Whether a row begins a paragraph; ``lines`` are those of the one that is being read."""
    (previous, edges_before), (row, edges) = before, set_row
    stands_off = (
        row.left - edges.left > INDENT * row.size
        or (
            edges_before.right - previous.right > EARLY_END * previous.size + _first_word_width(row)
            and not (_closes_bracket(lines, row) or _breaks_off_in_bracket(lines, row))
        )
        or (usual.gap > 0 and previous.top < row.top and row.top - previous.top > _GAP_FACTOR * usual.gap)
        or row.top - previous.top > _MAX_LEAD * max(row.size, previous.size)
        or abs(row.size - previous.size) > _SIZE_DIFFERENCE * previous.size
        or (
            starts_paragraph(row.line.text)
            and (_is_labelled(lines) or (not edges.indented and _is_closed(lines)) or _counts_on(lines, row))
        )
    )
    return stands_off and (row.parted or not _continues_title(previous, row, edges, usual))


def _closes_bracket(lines: Sequence[TextLine], row: TextRow) -> bool:
    """Whether a row closes the bracket that the lines before it leave open: （配合单位：市财 ⏎ 政局）."""
    closing = BRACKET.search(row.line.text)
    if closing is None or closing[0] not in CLOSERS or starts_paragraph(row.line.text):
        return False
    text = "".join(line.text for line in lines[-_BRACKET_LINES:])
    return count_opened(text) > count_closed(text)


def _breaks_off_in_bracket(lines: Sequence[TextLine], row: TextRow) -> bool:
    """Whether the lines before a row break off in a bracket: （市水利局牵头，2026年 ⏎ 12月底前 ⏎ 完成）."""
    text = "".join(line.text for line in lines[-_BRACKET_LINES:])
    if text.endswith(_STOPS) or starts_paragraph(row.line.text):
        return False
    return count_opened(text) > count_closed(text)


def _continues_title(previous: TextRow, row: TextRow, edges: TextEdges, usual: _ParagraphMeasures) -> bool:
    """Whether both are lines of one title: in large type of one size, centred, one under the other."""
    near = row.top - previous.top <= 2 * _GAP_FACTOR * row.size and previous.line.page == row.line.page
    large = min(previous.size, row.size) > usual.title_size
    alike = large and abs(row.size - previous.size) < _TITLE_DIFFERENCE * row.size
    centred = all(_is_centred(line, edges) for line in (previous, row))
    return near and alike and centred and not starts_paragraph(row.line.text)


def _is_centred(row: TextRow, edges: TextEdges) -> bool:
    return abs((row.left - edges.left) - (edges.right - row.right)) < row.size


def _first_word_width(row: TextRow) -> float:
    """How wide the first word of a line is, beyond one character: it may have found no room in the line before."""
    word = _UNBROKEN.match(row.line.text)
    narrow = len(word[0].encode("ascii", "ignore")) if word else 0
    return ((len(word[0]) if word else 0) - 1 - narrow / 2) * row.size


def _is_labelled(lines: Sequence[TextLine]) -> bool:
    """Whether a paragraph is a label with its names (牵头单位：市财政局), none of them still to come."""
    text = "".join(line.text for line in lines)
    return starts_with_label(text) and not text.endswith(_GOES_ON) and count_opened(text) <= count_closed(text)


def _counts_on(lines: Sequence[TextLine], row: TextRow) -> bool:
    """Whether a row begins with the number behind the one that the paragraph begins with: （二）… ⏎ （三）…"""
    first, this = at_start(lines[0].text) if lines else None, at_start(row.line.text)
    return first is not None and this is not None and (this.rule, this.value) == (first.rule, first.value + 1)


def _is_closed(lines: Sequence[TextLine]) -> bool:
    """Whether a paragraph may end here: with a full stop or a bracket, none left open."""
    text = "".join(line.text for line in lines).rstrip(_NOTE_MARKS)
    return text.endswith(_ENDS) and count_opened(text) <= count_closed(text)
