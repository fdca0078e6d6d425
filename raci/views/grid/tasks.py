"""The tasks of a grid as they are collected: in order, with their time limits, those of overlaps as one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from raci.model import Clause, Deadline, Overlap, label
from raci.storage.task_ids import task_id
from raci.storage.unique_names import UniqueNames
from raci.views.grid.values import GridTask

__all__ = ["TaskCollector"]


@dataclass(slots=True)
class _TaskDraft:
    """A task before its id is known; ``deadlines``: as written → ISO date or empty."""

    document: str
    source: str
    clause: Clause
    document_id: str | None = None
    own_id: str | None = None
    deadlines: dict[str, str] = field(default_factory=dict)


class TaskCollector:
    """Collects tasks by keys of the caller's, in order, and gives them ids that do not repeat.

    Of overlaps that say the same only the clause is a task; it takes over a time limit that it lacks, and the bodies
    of a row that tells their roles apart.
    """

    def __init__(self, overlaps: Iterable[Overlap] = ()) -> None:
        self._drafts: dict[Hashable, _TaskDraft] = {}
        self._index: dict[Hashable, int] = {}
        self._remarks: dict[Hashable, str] = {}
        #: key of a row that is no task of its own → key of its clause
        self._clause_of_row: dict[Hashable, Hashable] = {}
        #: key of a clause → the time limits that its row states
        self._deadlines_of_row: dict[Hashable, dict[str, str]] = {}
        #: keys of the sides whose bodies the other side of an overlap names as well
        self._superseded: set[Hashable] = set()
        for overlap in overlaps:
            if overlap.same or overlap.finer:
                self._clause_of_row[overlap.row.key] = overlap.clause.key
                self._superseded.add(overlap.clause.key if overlap.finer else overlap.row.key)
            if overlap.differences:
                of_row = "，".join(row for _, row in overlap.differences)
                of_clause = "，".join(clause for clause, _ in overlap.differences)
                self._remarks[overlap.clause.key] = f"与附件表不一致：附件表{of_row}"
                self._remarks[overlap.row.key] = f"与正文不一致：正文{of_clause}"

    def add(
        self,
        key: Hashable,
        document: str,
        source: str,
        clause: Clause,
        *,
        document_id: str | None = None,
        own_id: str | None = None,
    ) -> None:
        """Take in a task, unless it is known or is a row that its clause stands for."""
        if key not in self._index and key not in self._clause_of_row:
            self._index[key] = len(self._index)
            self._drafts[key] = _TaskDraft(document, source, clause, document_id, own_id)

    def add_deadline(self, key: Hashable, deadline: Deadline | None) -> None:
        """Take in a time limit of the task with that key."""
        if not deadline or not deadline.text:
            return
        if key in self._drafts:
            self._drafts[key].deadlines.setdefault(deadline.text, deadline.due or "")
        elif key in self._clause_of_row:
            deadlines = self._deadlines_of_row.setdefault(self._clause_of_row[key], {})
            deadlines.setdefault(deadline.text, deadline.due or "")

    def index(self, key: Hashable) -> int | None:
        """The index of the task that what stands under that key is said of; None where its overlap says it."""
        return None if key in self._superseded else self._index[self._clause_of_row.get(key, key)]

    def tasks(self) -> tuple[GridTask, ...]:
        """The tasks in the order in which they were added."""
        tasks: list[GridTask] = []
        ids, shown = UniqueNames(), self._shown()
        above = self._above(shown)
        for key, draft in self._drafts.items():
            clause = draft.clause
            deadlines = draft.deadlines or self._deadlines_of_row.get(key, {})
            tasks.append(
                GridTask(
                    id=ids.of(draft.own_id or task_id(draft.document, clause.path, clause.number, clause.heading)),
                    document=draft.document,
                    source=draft.source,
                    number=clause.number,
                    heading=clause.heading,
                    shown=shown[key],
                    path=clause.path,
                    above=tuple(above[draft.document, draft.source][heading] for heading in clause.path),
                    clause=clause.index,
                    deadline="；".join(deadlines),
                    due="；".join(dict.fromkeys(due for due in deadlines.values() if due)),
                    remark=self._remarks.get(key, ""),
                    document_id=draft.document_id,
                    own_id=draft.own_id,
                )
            )
        return tuple(tasks)

    def _shown(self) -> dict[Hashable, str]:
        """What is printed for the heading of each task; of two headings of a document never the same."""
        from raci.rules.headings import printed_heading, short_headings

        headings: dict[tuple[str, str], list[str]] = {}
        for draft in self._drafts.values():
            headings.setdefault((draft.document, draft.source), []).append(draft.clause.heading)
        short = {of_document: short_headings(among) for of_document, among in headings.items()}
        return {
            key: printed_heading(draft.clause, short[draft.document, draft.source])
            for key, draft in self._drafts.items()
        }

    def _above(self, shown: Mapping[Hashable, str]) -> dict[tuple[str, str], dict[str, str]]:
        """Document → its headings that stand above tasks → what is printed for them: for a task what it is called."""
        from raci.rules.headings import short_headings

        headings: dict[tuple[str, str], list[str]] = {}
        called: dict[tuple[str, str], dict[str, str]] = {}
        for key, draft in self._drafts.items():
            place = draft.document, draft.source
            headings.setdefault(place, []).extend(draft.clause.path)
            called.setdefault(place, {}).setdefault(draft.clause.label, label(draft.clause.number, shown[key]))
        return {place: short_headings(among) | called[place] for place, among in headings.items()}
