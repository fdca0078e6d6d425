"""An annotation as it was found in its clause."""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.annotations.content import AnnotationContent

__all__ = ["Candidate"]


class Candidate(NamedTuple):
    """An annotation as found: its span, where its content begins, what it says, and its form."""

    start: int
    end: int
    content_start: int
    content: AnnotationContent
    form: str  # bracket, bare, running, line, heading
