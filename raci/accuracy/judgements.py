"""What coders judged, as values: rows, and clauses with what was found in them and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from raci.accuracy.choices import MISSING, NONE_MISSING, RIGHT

__all__ = ["DISAGREED", "JudgedClause", "JudgedRow", "Judgements", "Marks", "settled"]

#: stands for a judgement on which the coders differ, and nobody decided
DISAGREED = "分歧"
#: what the first coder, the second, and both in the end chose; empty where nobody did
Marks = tuple[str, str, str]


def settled(marks: Marks) -> str:
    """What counts: the last word, else what both or the only one say; DISAGREED where they differ."""
    first, second, last = marks
    if last or first == second:
        return last or first
    return DISAGREED if first and second else first or second


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A row that was drawn, its stratum and weight, and what was judged of it."""

    id: str
    strata: tuple[str, ...]
    weight: float
    role: str
    document: str
    marks: Marks

    @property
    def verdict(self) -> str:
        """What counts of the marks."""
        return settled(self.marks)


@dataclass(frozen=True, slots=True)
class JudgedClause:
    """A clause that was drawn: the marks of what was ``found`` in it, and of the lines for what is missing."""

    id: str
    strata: tuple[str, ...]
    weight: float
    document: str
    found: tuple[Marks, ...]
    missing: tuple[Marks, ...]

    def complete(self, coder: int | None = None) -> bool:
        """Whether all is judged, by one of the coders (0, 1) or as it counts: each line, and if anything is missing."""
        found = [settled(marks) if coder is None else marks[coder] for marks in self.found]
        missing = [settled(marks) if coder is None else marks[coder] for marks in self.missing]
        return all(found) and any(mark in (MISSING, NONE_MISSING, DISAGREED) for mark in missing)

    @property
    def right(self) -> int:
        """How much of what was found is right."""
        return sum(settled(marks) == RIGHT for marks in self.found)

    @property
    def missed(self) -> int:
        """How much is missing; what only one coder of two misses counts, unless the last word is another."""
        return sum(marks[2] == MISSING or (not marks[2] and MISSING in marks[:2]) for marks in self.missing)


@dataclass(frozen=True, slots=True)
class Judgements:
    """All that was read of a workbook: the keys by which it was drawn, rows, clauses; ``faults`` are to be mended."""

    by: tuple[str, ...]
    clause_by: tuple[str, ...]
    rows: tuple[JudgedRow, ...]
    clauses: tuple[JudgedClause, ...]
    faults: tuple[str, ...]
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def coders(self) -> Sequence[int]:
        """The coders (0, 1) who judged anything."""
        marks = [row.marks for row in self.rows]
        marks += [mark for clause in self.clauses for mark in (*clause.found, *clause.missing)]
        return [coder for coder in (0, 1) if any(mark[coder] for mark in marks)]
