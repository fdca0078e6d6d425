"""Running text as readers give it: lines, and the paragraphs that they make up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from raci.model import Span
from raci.readers.documents.radicals import as_ideographs

__all__ = ["Passage", "TextLine", "clean_line", "clip_spans", "glue", "one_line", "plain_line"]

#: blanks at the ends of a line that say nothing
_BLANK = " \t\n\u3000\xa0\u2002\u2003\u2009\u202f\u205f"
#: characters that end a line or are invisible: removed, as later stages would drop them and offsets would shift
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\xad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff]")


class TextLine(NamedTuple):
    """A stretch of text without a line break, with its page and line number (from 1) and its spans in bold type.

    ``level`` is that of a heading where the source marks it as one, else 0. ``ocr`` holds the doubtful spans of a line
    that was recognised in a picture, and is None for all other lines.
    """

    text: str
    page: int | None = None
    line: int | None = None
    bold: tuple[Span, ...] = ()
    level: int = 0
    ocr: tuple[Span, ...] | None = None


class Passage(NamedTuple):
    """One paragraph, as the lines that it was broken into."""

    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """The lines joined: with a space between Latin words, else with nothing."""
        before = self.lines[0].text
        if len(self.lines) == 1:
            return before
        pieces = [before]
        for line in self.lines[1:]:
            pieces += glue(before, line.text), line.text
            before = line.text or before
        return "".join(pieces)


def one_line(text: str, page: int | None, number: int) -> Passage:
    """A paragraph of one line, as most are: made without the detour over the names of its fields."""
    return tuple.__new__(Passage, ((plain_line(text, page, number),),))


def plain_line(text: str, page: int | None, number: int) -> TextLine:
    """A line of which no more is known: made without the detour over the names of its fields."""
    return tuple.__new__(TextLine, (text, page, number, (), 0, None))


def glue(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: a space between Latin words, else nothing."""
    last, first = before[-1:], after[:1]
    return " " if last.isascii() and first.isascii() and last.isalpha() and first.isalpha() else ""


def clean_line(line: TextLine) -> TextLine:
    """A line without control characters, radicals and blanks at its ends; its spans move along."""
    text, spans, doubted = line.text, line.bold, line.ocr
    if _CONTROL.search(text):
        chars: list[str] = []
        offsets = [0]  # of each character of the line in the cleaned text
        for char in text:
            chars.append("" if _CONTROL.match(char) else " " if char == "\n" else char)
            offsets.append(offsets[-1] + len(chars[-1]))
        text = "".join(chars)
        spans = tuple(Span(offsets[start], offsets[end]) for start, end in spans)
        doubted = doubted and tuple(Span(offsets[start], offsets[end]) for start, end in doubted)
    text = as_ideographs(text)
    stripped = text.lstrip(_BLANK)
    begin = len(text) - len(stripped)
    stripped = stripped.rstrip(_BLANK)
    end = begin + len(stripped)
    ocr = doubted and clip_spans(doubted, begin, end)
    return line._replace(text=stripped, bold=clip_spans(spans, begin, end), ocr=ocr)


def clip_spans(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """The parts of the spans between ``start`` and ``end``, counted from ``start``."""
    return tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    )
