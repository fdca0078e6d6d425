"""Labels on lines of their own that nobody filled in (牵头领导：), before lines of annotations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["empty_labels"]


def empty_labels(clauses: Sequence[Clause], pure: Collection[int], text: str) -> Iterator[int]:
    """The lines right before lines of annotations that hold a label and nothing behind it (牵头领导：)."""
    for index in pure:
        above = index - 1
        while above >= 0 and above not in pure and clauses[above].kind == "paragraph":
            if lexicon_pattern("scope.empty-label").fullmatch(text, clauses[above].start, clauses[above].end) is None:
                break
            yield above
            above -= 1
