"""What a check is: one declared value, with all that is said of it, its severity and its function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from raci.config.check_settings import CheckSettings
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
    has its own. ``why`` says what harm is done where nobody looks, ``remedy`` what to do, ``source`` where the rule of
    the world that it holds a plan to is laid down, if anywhere. ``finds`` are texts in which it finds something,
    ``passes`` neighbours in which it finds nothing; tests try them all. ``find`` looks; one that takes a second
    argument is given the settings of the checks.
    """

    id: str
    title: str
    severity: Severity
    find: Callable[[Analysis], Iterator[Issue]] | Callable[[Analysis, CheckSettings], Iterator[Issue]]
    why: str = ""
    remedy: str = ""
    source: str = ""
    finds: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()

    def findings(self, analysis: Analysis, settings: CheckSettings | None = None) -> Iterator[Finding]:
        """What it finds, in the order of the text, by the settings of the user."""
        settings = settings or CheckSettings()
        own = settings.severities.get(self.id)
        for issue in _issues(self.find, analysis, settings):
            severity = own or issue.severity or self.severity
            yield Finding(self.id, severity, issue.message, issue.start, issue.end, issue.clause)


def _issues(find: Callable[..., Iterator[Issue]], analysis: Analysis, settings: CheckSettings) -> Iterator[Issue]:
    # a check of a caller's own may be any callable: what has no code takes the analysis alone
    code = getattr(find, "__code__", None)
    return find(analysis, settings) if code is not None and code.co_argcount > 1 else find(analysis)
