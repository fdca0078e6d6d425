"""The paragraph that is being read, line after line: what it holds so far, and whether a bracket is open in it."""

from __future__ import annotations

from raci.readers.documents.passages import Passage, plain_line
from raci.readers.tables.brackets import BRACKET, CLOSERS, closing_bracket, count_closed, count_opened
from raci.readers.tables.paragraph_starts import goes_on_behind_bracket
from raci.readers.tables.text_lines import NumberedLine
from raci.rules.numerals import numeral
from raci.rules.text_patterns import text_patterns

__all__ = ["OpenParagraph"]

#: a bracket is left open by mistake where so many characters, of so many lines, have not closed it
_MAX_IN_BRACKET, _BRACKET_LINES = 1_500, 40
#: what a line ends with that closes an annotation
_ANNOTATION_ENDS = tuple(closer + mark for closer in CLOSERS for mark in ("", "。", "；", ";"))
#: so many lines back a bracket that closes at a line's end is looked for
_ANNOTATION_LINES = 12
#: text dumps skip so many numbers now and then
_MAX_STEP = 3


class OpenParagraph:
    """Collects lines to a paragraph, and remembers the numbers that paragraphs began with."""

    def __init__(self) -> None:
        self.lines: list[NumberedLine] = []
        self._depth = 0  # brackets open in the paragraph
        self._last_numbers: dict[str, int] = {}  # the last number of each kind of marker

    def add(self, line: NumberedLine) -> None:
        """The paragraph goes on with a line."""
        self.lines.append(line)
        if BRACKET.search(line.text):
            self._depth = max(0, self._depth + count_opened(line.text) - count_closed(line.text))

    def close(self) -> Passage:
        """The paragraph, which ends here; the next line begins another."""
        page = self.lines[0].page
        passage = Passage(tuple([plain_line(text, page, number) for number, text, *_ in self.lines]))
        self.lines, self._depth = [], 0
        return passage

    def is_in_bracket(self) -> bool:
        """Whether a bracket is open at the end of the paragraph."""
        return self._depth > 0 and sum(len(line.text) for line in self.lines[-_BRACKET_LINES:]) < _MAX_IN_BRACKET

    def is_annotated(self, following: str) -> bool:
        """Whether the paragraph ends, before a line, with the bracket that says who does what."""
        if not self.lines[-1].text.endswith(_ANNOTATION_ENDS) or goes_on_behind_bracket(following):
            return False
        words = "".join(line.text for line in self.lines[-_ANNOTATION_LINES:])
        return text_patterns("paragraphs")["closing-annotation"].holds(closing_bracket(words.rstrip("。；;")))

    def counts_on(self, text: str) -> bool:
        """Whether the number that a line begins with follows the last of its kind; it is the last one then."""
        match = text_patterns("paragraphs")["counted-number"].find(text)
        if match is None or match.lastgroup is None:
            return False
        value, last = numeral(match[match.lastgroup]), self._last_numbers.get(match.lastgroup, 0)
        follows = last < value <= last + _MAX_STEP
        if follows or not self.is_in_bracket():
            self._last_numbers[match.lastgroup] = value
        return follows
