"""Footnotes at the end of a text: ①指县水务局, where ① stands behind a name or a word further up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.model.late_patterns import late_pattern
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage
from raci.rules.punctuation import CIRCLED_NUMBERS

__all__ = ["footnotes_at_end"]

#: a circled number that ends a name or a word, and counts nothing that follows it
_MARK = late_pattern(rf"(?<=[\u4e00-\u9fff）)”])[{CIRCLED_NUMBERS}](?=[、，。；：）)”\s]|$)")


def footnotes_at_end(parts: Sequence[Passage | DraftTable], texts: Sequence[str]) -> set[int]:
    """The paragraphs at the end that are footnotes, as indexes; none where one of their marks refers to nothing.

    ``texts`` are those of the parts, empty for tables.
    """
    first = len(texts)
    while first and texts[first - 1][:1] in CIRCLED_NUMBERS and texts[first - 1]:
        first -= 1
    if first == len(texts):
        return set()
    marks = {mark for text in _texts(parts[:first]) for mark in _MARK.findall(text)}
    return set(range(first, len(texts))) if all(text[0] in marks for text in texts[first:]) else set()


def _texts(parts: Sequence[Passage | DraftTable]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Passage):
            yield part.text
        else:
            yield from (passage.text for cell in part.cells for passage in cell.passages)
