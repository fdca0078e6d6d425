"""What readers find of running text: lines, and the paragraphs that they were broken from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from raci.model import Span

__all__ = ["Passage", "TextLine", "clean_line", "clip_spans", "glue"]

_BLANK = " \t\n\u3000\xa0\u2002\u2003\u2009\u202f\u205f"
#: what ends a line or would be dropped later: of a line nothing of it may be left
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\xad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff]")


class TextLine(NamedTuple):
    """A stretch of text without a line break, with its place and the spans of it that are set in bold.

    ``level`` is that of a heading where the source says that it is one. ``ocr`` is None but for a line that was
    recognised in a picture: there it holds the spans that are in doubt.
    """

    text: str
    page: int | None = None
    line: int | None = None
    bold: tuple[Span, ...] = ()
    level: int = 0
    ocr: tuple[Span, ...] | None = None


class Passage(NamedTuple):
    """One paragraph: the lines that it was broken into."""

    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """The lines joined: with a space between Latin words, else with nothing."""
        joined = self.lines[0].text
        if len(self.lines) == 1:
            return joined
        for line in self.lines[1:]:
            joined += glue(joined, line.text) + line.text
        return joined


def glue(before: str, after: str) -> str:
    """What parts two pieces of a paragraph: a space between Latin words, else nothing."""
    last, first = before[-1:], after[:1]
    return " " if last.isascii() and first.isascii() and last.isalpha() and first.isalpha() else ""


def clean_line(line: TextLine) -> TextLine:
    """A line without control characters and blanks at its ends; its bold spans follow."""
    text, spans, doubted = line.text, line.bold, line.ocr
    if _CONTROL.search(text):
        kept, moved = [], [0]
        for char in text:
            kept.append("" if _CONTROL.match(char) else " " if char == "\n" else char)
            moved.append(moved[-1] + len(kept[-1]))
        text = "".join(kept)
        spans = tuple(Span(moved[start], moved[end]) for start, end in spans)
        doubted = doubted and tuple(Span(moved[start], moved[end]) for start, end in doubted)
    stripped = text.lstrip(_BLANK)
    cut = len(text) - len(stripped)
    stripped = stripped.rstrip(_BLANK)
    end = cut + len(stripped)
    return line._replace(text=stripped, bold=clip_spans(spans, cut, end), ocr=doubted and clip_spans(doubted, cut, end))


def clip_spans(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """The spans as far as they lie in ``start`` to ``end``, counted from ``start``."""
    return tuple(Span(max(s, start) - start, min(e, end) - start) for s, e in spans if s < end and e > start)
