"""The passages of the document's text that the report shows as evidence."""

from __future__ import annotations

from dataclasses import dataclass

from raci.escaping import clean
from raci.model import Analysis, Assignment, Clause

__all__ = ["Evidence", "Passages"]

#: a passage is no longer than this; of a longer clause the surroundings of the mention are shown
_LONGEST, _AROUND = 4000, 600


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage (by index) that shows a mention, and the spans in it of the mention and of the annotation."""

    passage: int
    mention: tuple[int, int]
    annotation: tuple[int, int]


#: of an assignment that no stretch of the text shows
_NONE = Evidence(-1, (0, 0), (0, 0))


class Passages:
    """Stretches of the document's text, each held once, as they are asked for; ``texts`` holds them in that order."""

    def __init__(self, analysis: Analysis) -> None:
        self.texts: list[str] = []
        self._document = analysis.document
        self._text = analysis.document.text
        self._clauses = analysis.clauses
        self._indexes: dict[tuple[int, int], int] = {}

    def clause(self, index: int | None) -> int:
        """The passage of a clause; -1 where there is none."""
        if index is None or index >= len(self._clauses):
            return -1
        clause = self._clauses[index]
        return self._index(clause.start, min(clause.end, clause.start + _LONGEST))

    def place(self, assignment: Assignment) -> str:
        """Where a mention stands, of a plan that was put together from several files; else empty."""
        place = self._document.place(assignment.start)
        return str(place) if place is not None and place.file else ""

    def evidence(self, assignment: Assignment) -> Evidence:
        """The passage that shows a mention; that of no index for what was added by hand."""
        mention = (assignment.start, assignment.end)
        if assignment.added or not 0 <= mention[0] < mention[1] <= len(self._text):
            return _NONE
        annotation = self._annotation(assignment)
        start, end = self._stretch(assignment, mention, annotation)
        # the passage may be shorter than the annotation
        annotation = (max(annotation[0], start), min(end, annotation[1]))
        return Evidence(self._index(start, end), _relative(mention, start), _relative(annotation, start))

    def _annotation(self, assignment: Assignment) -> tuple[int, int]:
        """The span of the quote around the mention; that of the mention where the quote does not stand there."""
        quote, start = assignment.quote, assignment.start
        first = self._text.rfind(quote, max(0, start - len(quote)), start + len(quote)) if quote else -1
        return (first, first + len(quote)) if first >= 0 else (start, assignment.end)

    def _stretch(
        self, assignment: Assignment, mention: tuple[int, int], annotation: tuple[int, int]
    ) -> tuple[int, int]:
        """The span of the clause where it holds both and is short enough, else that of their surroundings."""
        first, last = min(annotation[0], mention[0]), max(annotation[1], mention[1])
        clause = self._clause_of(assignment)
        if clause.start <= first and last <= clause.end <= clause.start + _LONGEST:
            return clause.start, clause.end
        start = max(self._text.rfind("\n", 0, first) + 1, first - _AROUND)
        line_end = self._text.find("\n", last)
        end = min(len(self._text) if line_end < 0 else line_end, last + _AROUND)
        if end - start > _LONGEST:
            return max(start, mention[0] - _AROUND), min(end, mention[1] + _AROUND)
        return start, end

    def _clause_of(self, assignment: Assignment) -> Clause:
        index = assignment.clause.index
        return self._clauses[index] if index < len(self._clauses) else assignment.clause

    def _index(self, start: int, end: int) -> int:
        if (start, end) not in self._indexes:
            self._indexes[start, end] = len(self.texts)
            words = self._text[start:end]
            if clean(words) != words:
                words = "".join(clean(char) or " " for char in words)  # as long as it was: the spans must hold
            self.texts.append(words)
        return self._indexes[start, end]


def _relative(span: tuple[int, int], start: int) -> tuple[int, int]:
    return span[0] - start, span[1] - start
