"""The text of one Word paragraph while it is read, with the text boxes and footnotes that come after it."""

from __future__ import annotations

from raci.model import Span
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine

__all__ = ["ParagraphText"]


#: so many characters of a line tell where in it something stands
_TAIL = 100


class ParagraphText:
    """Collects the text of a paragraph, line by line.

    ``level`` is that of a heading, 0: body text; ``is_struck``: struck-out words were left out;
    ``followers`` are the lines and tables of text boxes and footnotes.
    """

    def __init__(self) -> None:
        self.level = 0
        self.is_struck = False
        self.lines: list[TextLine] = []
        self.followers: list[TextLine | DraftTable] = []
        self._pieces: list[str] = []  # of the line that is not ended yet, and how many characters they have
        self._length = 0
        self._bold: list[Span] = []

    @property
    def is_begun(self) -> bool:
        """Whether there is any text yet."""
        return bool(self._length or self.lines)

    @property
    def tail(self) -> str:
        """The last words of the line that is not ended yet."""
        return "".join(self._pieces[-_TAIL:])[-_TAIL:]

    def add(self, text: str, is_bold: bool) -> None:
        """Text that goes on in the same line."""
        if not text:
            return
        if is_bold:
            self._bold.append(Span(self._length, self._length + len(text)))
        self._pieces.append(text)
        self._length += len(text)

    def end_line(self) -> None:
        """A line break."""
        self.lines.append(TextLine("".join(self._pieces), bold=tuple(self._bold), level=self.level))
        self._pieces, self._length, self._bold = [], 0, []

    def take_followers(self) -> list[TextLine | DraftTable]:
        """The followers so far, which are given out once."""
        followers, self.followers = self.followers, []
        return followers

    def put_before(self, number: str) -> None:
        """The automatic number before text whose first line is not ended yet, or is ended without bold spans."""
        if self.lines:
            self.lines[0] = self.lines[0]._replace(text=number + self.lines[0].text, bold=())
        else:
            self._pieces.insert(0, number)
            self._length += len(number)
            self._bold = [Span(span.start + len(number), span.end + len(number)) for span in self._bold]

    def number_first_line(self, number: str) -> None:
        """The automatic number before the first of the ended lines, with a blank where the number needs one."""
        first = self.lines[0]
        gap = " " if number[-1:].isalnum() and first.text.strip() else ""
        shift = len(number + gap)
        bold = tuple(Span(span.start + shift, span.end + shift) for span in first.bold)
        self.lines[0] = first._replace(text=number + gap + first.text.lstrip(), bold=bold)
