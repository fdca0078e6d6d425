"""What readers find of running text: lines, and the paragraphs that they were broken from."""

from __future__ import annotations

from typing import NamedTuple

from raci.model import Span

__all__ = ["Passage", "TextLine", "glue"]


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
