"""A segment of the text that is looked through, with what of it is accounted for already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from raci.model import Span, Stretch, StretchForm

__all__ = ["Segment"]

#: up to where a sentence ends
_SENTENCE = re.compile(r"[^。；;\n]+")


@dataclass(slots=True)
class Segment:
    """A clause's own words, or words outside of all clauses: ``text[start:end]``.

    ``names`` are the bodies that the rows name for the clause; ``taken`` marks the characters that an annotation, a
    declaration or a stretch covers.
    """

    text: str
    start: int
    names: frozenset[str] = frozenset()
    taken: bytearray = field(default_factory=bytearray)

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return self.start + len(self.text)

    @classmethod
    def of(cls, text: str, span: Span, names: frozenset[str] = frozenset()) -> Segment:
        """The segment of a document's text, nothing of it accounted for."""
        words = text[span.start : span.end]
        return cls(words, span.start, names, bytearray(len(words)))

    def take(self, start: int, end: int) -> None:
        """Mark a span of the segment as accounted for."""
        start, end = max(0, start), min(len(self.text), end)
        if start < end:
            self.taken[start:end] = b"\1" * (end - start)

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a part of a span is accounted for."""
        return self.taken.find(1, start, end) >= 0

    def stretch(self, form: StretchForm, start: int, end: int, why: str) -> Stretch:
        """A stretch of the segment, which is accounted for from now on; with its place in the document."""
        self.take(start, end)
        return Stretch(form, self.start + start, self.start + end, why)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences and their parts between semicolons."""
        return (match.span() for match in _SENTENCE.finditer(self.text))

    def sentence_end(self, start: int) -> int:
        """Where the sentence that begins at ``start`` ends."""
        ends = (self.text.find(stop, start) for stop in "。\n")
        return min((end for end in ends if end >= 0), default=len(self.text))
