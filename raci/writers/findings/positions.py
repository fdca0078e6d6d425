"""Where a finding stands: file, line and column of a text file, page and paragraph otherwise."""

from __future__ import annotations

from typing import NamedTuple

from raci.model import Analysis, Finding

__all__ = ["Position", "position_of"]


class Position(NamedTuple):
    """``line`` and ``column`` are counted from 1, None where the file has no lines; ``words`` say the place."""

    file: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    words: str = ""


def position_of(analysis: Analysis, finding: Finding) -> Position:
    """The place of a finding; of one that speaks of the whole document only the file."""
    document = analysis.document
    if finding.start is None:
        return Position(document.source)
    place = document.place(finding.start)
    if place is None:
        return Position(document.source)
    last = document.place(max(finding.start, (finding.end or finding.start) - 1))
    file = place.file or document.source
    if place.line is None:
        return Position(file, words=str(place._replace(file=None)))
    column = finding.start - place.start + 1
    return Position(file, place.line, column, last.line if last else None, str(place._replace(file=None)))
