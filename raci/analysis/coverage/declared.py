"""Sentences that say once for all which of the named bodies leads, and that no rule understood."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from raci.model import Document, Span, Stretch
from raci.rules.lexicon import lexicon_pattern

__all__ = ["unread_declarations"]

_WHY = "这句话说的是凭位置或记号看谁牵头、谁配合，没有读懂，各项的角色可能因此不对"


def unread_declarations(document: Document, covered: Sequence[Span]) -> Iterator[Stretch]:
    """Each such sentence; ``covered`` spans are read, or told otherwise."""
    for match in lexicon_pattern("coverage.declaration").finditer(document.text):
        index = bisect_left(covered, match.start(), key=lambda span: span.end)
        if index == len(covered) or covered[index].start >= match.end():
            yield Stretch("label", match.start(), match.end(), _WHY)
