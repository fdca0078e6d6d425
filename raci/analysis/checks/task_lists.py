"""The tasks of a document by the lists they stand in: which name a body, and which should."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from raci.analysis.numbers import begins_anew
from raci.model import Analysis, Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["TaskList", "task_lists"]


@dataclass(frozen=True, slots=True)
class TaskList:
    """The tasks under one heading, as far as their numbers count on.

    ``naming`` are those that name a body, ``lacking`` those that should, ``mild`` those that ask everybody in so many
    words or tell of a procedure, ``common`` those whose heading is a commonplace or asks nothing (加强组织领导).
    ``for_everybody`` where the chapter asks everybody (保障措施).
    """

    tasks: tuple[Clause, ...]
    naming: tuple[Clause, ...]
    lacking: tuple[Clause, ...]
    mild: tuple[Clause, ...]
    common: tuple[Clause, ...]
    for_everybody: bool

    @property
    def missing(self) -> list[Clause]:
        """All that name nobody, in order."""
        return sorted((*self.lacking, *self.mild, *self.common), key=lambda clause: clause.index)

    @property
    def is_custom(self) -> bool:
        """Whether most of the list name a body, so that one without is likely an omission."""
        most = 2 * (len(self.lacking) + (len(self.mild) if self.for_everybody else 0)) <= len(self.naming)
        return most and (len(self.naming) > 1 or not self.for_everybody)

    @property
    def is_last_alone(self) -> bool:
        """Whether only the last names a body: what is written there may be meant for all."""
        return bool(self.lacking) and len(self.tasks) > 1 and self.naming == self.tasks[-1:]


def task_lists(analysis: Analysis, missing: Collection[int], naming: Collection[int]) -> Iterator[TaskList]:
    """The lists in the order of their first tasks; ``missing`` and ``naming`` are indexes of clauses."""
    for tasks in _lists(analysis):
        lacking: list[Clause] = []
        mild: list[Clause] = []
        common: list[Clause] = []
        for clause in tasks:
            if clause.index in missing:
                kind = common if _is_common(clause) else mild if _is_mild(analysis, clause) else lacking
                kind.append(clause)
        yield TaskList(
            tuple(tasks),
            tuple(clause for clause in tasks if clause.index in naming),
            tuple(lacking),
            tuple(mild),
            tuple(common),
            any(lexicon_pattern("coverage.everybody-chapter").search(heading) for heading in tasks[0].path),
        )


def _lists(analysis: Analysis) -> Iterator[list[Clause]]:
    """The tasks under one heading, parted where the numbers there begin anew or change their kind."""
    tasks = set(analysis.tasks)
    number: dict[tuple[int | None, tuple[str, ...]], int] = {}  # heading → the list that stands open
    last: dict[tuple[int | None, tuple[str, ...]], Clause] = {}
    lists: dict[tuple[int | None, tuple[str, ...], int], list[Clause]] = {}
    for clause in analysis.clauses:
        heading = (clause.parent, clause.path)
        if heading in last and begins_anew(last[heading], clause):
            number[heading] = number.get(heading, 0) + 1
        last[heading] = clause
        if clause.index in tasks:
            lists.setdefault((*heading, number.get(heading, 0)), []).append(clause)
    yield from lists.values()


def _is_common(clause: Clause) -> bool:
    """Whether a task's heading asks everybody and so names nobody (加强组织领导), or asks nothing (投资重点)."""
    of_everybody, no_action = lexicon_pattern("coverage.everybody-task"), lexicon_pattern("checks.no-action")
    return bool(of_everybody.search(clause.heading) or no_action.search(clause.heading))


def _is_mild(analysis: Analysis, clause: Clause) -> bool:
    """Whether its own words ask everybody, are the bare heading of a chapter for everybody, or tell of a procedure."""
    words = analysis.document.text[clause.start : clause.end]
    behind = words.strip().removeprefix(clause.number).lstrip()
    if lexicon_pattern("checks.addresses-all").search(behind):
        return True
    headings = (*clause.path, clause.heading)
    if any(lexicon_pattern("checks.procedure").search(heading) for heading in headings):
        return True
    bare = behind.rstrip("。：: \n\u3000") == clause.heading
    return bare and lexicon_pattern("coverage.everybody-chapter").search(clause.label) is not None
