"""The clauses of a document: the nodes of its outline."""

from __future__ import annotations

from dataclasses import dataclass

from raci.model import notebook

__all__ = ["Clause", "label"]


def label(number: str, heading: str) -> str:
    """A clause's number and heading in one: （一）加强领导, 第一章 总则."""
    space = " " if number and heading and number[-1].isalnum() else ""
    return f"{number}{space}{heading}"


@dataclass(frozen=True, slots=True, repr=False)
class Clause:
    """A node of the outline.

    ``index`` is its place in ``Analysis.clauses`` (document order), ``parent`` that of its parent.
    ``number`` and ``heading`` are as written: the words that the document sets apart, or the first sentence; where
    ``goes_on``, the sentence goes on behind a semicolon or an annotation. ``start``/``end`` span its own words, number
    included, up to its first child. ``path`` holds the headings above it, outermost first, with their numbers.
    ``kind`` is ``section`` (has children), ``item`` (numbered leaf), ``paragraph``, or ``row``.
    """

    index: int
    parent: int | None
    level: int
    number: str
    heading: str
    start: int
    end: int
    path: tuple[str, ...] = ()
    kind: str = "item"
    goes_on: bool = False

    def __repr__(self) -> str:
        return notebook.call("Clause", self.label, index=self.index, kind=self.kind)

    @property
    def label(self) -> str:
        """Number and heading as a reader sees them: （一）加强领导, 第一章 总则."""
        return label(self.number, self.heading)
