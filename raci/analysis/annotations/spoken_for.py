"""Annotations that speak for other clauses than those beside them: for all above, or for what stands below."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from raci.analysis.annotations.field_sheets import Owner
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["AllAbove", "duties_below"]


class AllAbove:
    """The lines that speak of all tasks above them: 以上各项均由县水利局牵头.

    ``lines`` are those that hold nothing but annotations, each with the roles that it gives. ``annotated`` are the
    clauses with words and annotations: of paragraphs without a number these are the tasks.
    """

    def __init__(
        self, clauses: Sequence[Clause], lines: Mapping[int, Collection[str]], annotated: Collection[int], text: str
    ) -> None:
        self._clauses, self._annotated = clauses, annotated
        self._last_number = next((each.index for each in reversed(clauses) if each.number), -1)
        is_of_all = lexicon_pattern("scope.all-above").match
        #: where the tasks begin that a line speaks of: behind the last such line that gives one of its roles
        self._first: dict[int, int] = {}
        behind: dict[str, int] = {}  # role → the last such line that gives it
        for line in sorted(lines):
            if is_of_all(text, clauses[line].start, clauses[line].end):
                before = max((behind[role] for role in lines[line] if role in behind), default=-1)
                # two such lines one below the other speak of the same tasks
                self._first[line] = before + 1 if self._tasks(before + 1, line) else self._first.get(before, 0)
                behind.update(dict.fromkeys(lines[line], line))

    def owner(self, line: int) -> Owner | None:
        """The tasks that a line speaks of; None for any other line.

        Where numbered clauses follow, those of the section in which it stands.
        """
        first = self._first.get(line)
        if first is None:
            return None
        if line < self._last_number:
            first = max(first, self._section(line))
        tasks = self._tasks(first, line)
        return (tasks[0], tuple(tasks[1:])) if tasks else None

    def _section(self, index: int) -> int:
        """The outermost section in which a clause stands; 0 where it stands in none."""
        while (above := self._clauses[index].parent) is not None:
            index = above
        return index if self._clauses[index].kind == "section" else 0

    def _is_task(self, clause: Clause) -> bool:
        """Whether a clause is a paragraph that is no words of an item, which is the task then."""
        above = clause.parent
        return clause.kind == "paragraph" and (above is None or self._clauses[above].kind != "item")

    def _tasks(self, start: int, end: int) -> list[int]:
        return [
            each.index
            for each in self._clauses[start:end]
            if each.kind == "item" or (each.index in self._annotated and self._is_task(each))
        ]


def duties_below(clauses: Sequence[Clause], unit: int, units: Collection[int], text: str) -> Owner:
    """What the body that the clause ``unit`` names (单位：县住建局) is to do: the clause below it.

    Where that is nothing but a label (职责任务：), the items below it, up to the next of the ``units``.
    """
    below = clauses[unit + 1]
    items: list[int] = []
    if lexicon_pattern("label.duty-field").fullmatch(text, below.start, below.end):
        for clause in clauses[unit + 2 :]:
            if clause.index in units:
                break
            items += [clause.index] if clause.kind == "item" else []
    return (items[0], tuple(items[1:])) if items else (below.index, ())
