"""Sheets of fields (演练时间：…, 演练地点：…): short facts with their names, and which clause they speak of."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["FieldSheets", "Owner"]

#: the longest title of a sheet of fields, in characters
_LONGEST_TITLE = 40

#: the clause that an annotation belongs to, and those that it covers besides
Owner = tuple[int, tuple[int, ...]]


class FieldSheets:
    """The fields among the clauses of a document.

    ``pure`` are the clauses that hold nothing but annotations, ``annotated`` those with words and annotations,
    ``limits`` those that state nothing but a time limit.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        pure: Collection[int],
        annotated: Collection[int],
        limits: Collection[int],
        text: str,
    ) -> None:
        self.clauses, self.pure, self.annotated, self.limits, self.text = clauses, pure, annotated, limits, text
        self._known: dict[int, tuple[int | None, int]] = {}

    def _words(self, index: int) -> str:
        clause = self.clauses[index]
        return self.text[clause.start : clause.end].strip()

    def is_field(self, index: int) -> bool:
        """Whether a paragraph is a short fact with its name, and says nothing of bodies: 演练地点：县体育馆."""
        clause = self.clauses[index]
        return (
            clause.kind == "paragraph"
            and (index not in self.annotated or index in self.limits)
            and lexicon_pattern("label.field").match(self._words(index)) is not None
        )

    def owner(self, last: int) -> Owner | None:
        """The clause above a sheet of fields (演练时间：…, 演练地点：…) with ``last`` in it, if that is one."""
        first, above = self._first(last)
        if first is None or first == above:
            return None if first is None else (first, ())
        return (above if above == self.clauses[first].parent or self._is_title(above) else first), ()

    def _first(self, last: int) -> tuple[int | None, int]:
        """The first of the fields up to ``last``, and the clause above them; twice the one that names the sheet."""
        is_name = lexicon_pattern("label.naming-field").match
        passed = []
        above = last
        found: tuple[int | None, int] | None = None
        while found is None:
            if above in self._known:
                found = self._known[above]
            elif above < 0 or not (above in self.pure or self.is_field(above)):
                found = None, above
            elif above not in self.pure and is_name(self._words(above)):
                found = above, above
            else:
                passed.append(above)
                above -= 1
        for index in reversed(passed):
            if found[0] is None and index not in self.pure:
                found = index, found[1]
            self._known[index] = found
        return found

    def _is_title(self, index: int) -> bool:
        """Whether an unnumbered paragraph is short and no sentence, as the title of a sheet of fields is."""
        if index < 0:
            return False
        clause = self.clauses[index]
        return (
            clause.kind == "paragraph"
            and clause.end - clause.start <= _LONGEST_TITLE
            and "。" not in self._words(index)
        )
