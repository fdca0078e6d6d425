"""The words of the text that a person pointed at as saying who does what."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model import Clause, Document, Edit
from raci.model.coverage import Coverage

__all__ = ["coverage_with", "evidence"]


def evidence(edit: Edit, clause: Clause, document: Document) -> tuple[int, int, str]:
    """Span and quote of an assignment that a person added: of the words pointed at, else of the clause and the name."""
    if edit.words is None or edit.words[1] > len(document.text):
        return clause.start, clause.end, edit.name
    return *edit.words, edit.quote or document.quote(*edit.words)


def coverage_with(coverage: Coverage | None, pointed_at: Sequence[tuple[int, int]]) -> Coverage | None:
    """The coverage in which the stretches that hold words pointed at are read."""
    if coverage is None or not pointed_at:
        return coverage
    return Coverage(
        tuple(
            stretch._replace(why="")
            if any(stretch.start <= start and end <= stretch.end for start, end in pointed_at)
            else stretch
            for stretch in coverage.stretches
        )
    )
