"""What a check is: one declared value, with its id, its title, its severity and its function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from raci.model import Analysis, Clause, Finding
from raci.model.findings import Severity

__all__ = ["Check", "Issue"]


class Issue(NamedTuple):
    """What a check found: the words for a person, and where in the document; ``severity`` where it is not the usual."""

    message: str
    start: int | None = None
    end: int | None = None
    clause: int | None = None
    severity: Severity | None = None

    @classmethod
    def of_clause(cls, clause: Clause, message: str) -> Issue:
        """An issue with a whole clause."""
        return cls(message, clause.start, clause.end, clause.index)


@dataclass(frozen=True, slots=True)
class Check:
    """Something that is looked for in every analysis.

    ``id`` names it in findings, ``title`` in the table 待核; ``severity`` is that of its findings unless an issue
    has its own.
    """

    id: str
    title: str
    severity: Severity
    find: Callable[[Analysis], Iterator[Issue]]

    def findings(self, analysis: Analysis) -> Iterator[Finding]:
        """What it finds, in the order of the text."""
        for issue in self.find(analysis):
            yield Finding(self.id, issue.severity or self.severity, issue.message, issue.start, issue.end, issue.clause)
