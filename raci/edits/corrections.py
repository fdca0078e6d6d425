"""What a person puts right on the page of ``raci serve``, as edits: those that a workbook's sheets are read as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from raci.errors import OptionError
from raci.model import Analysis, Assignment, Clause, Edit, Role
from raci.model.layers import main_layer
from raci.model.roles import ROLE_BY_WORD

__all__ = ["RULE", "Corrections", "PointedName", "role_named"]

#: the rule of an assignment that a person put right on the page
RULE = "edited.page"
#: characters of a name, and of a heading, that a person may write
_LONGEST_NAME, _LONGEST_HEADING = 200, 2000


class PointedName(NamedTuple):
    """A body that a person pointed at in the text, or wrote (then without a span)."""

    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Corrections:
    """Makes edits of what a person asks for, of a plan as it stands.

    ``ids`` are those of ``EditSession.ids``; ``sheet`` is what the edits call the place where they were made. All raise
    OptionError for a task, a body or words that are not there.
    """

    analysis: Analysis
    ids: Mapping[int, str]
    sheet: str

    @cached_property
    def _index_of(self) -> dict[str, int]:
        return {task: index for index, task in self.ids.items()}

    @cached_property
    def assignments(self) -> dict[int, list[Assignment]]:
        """Index of a clause → what tables and matrix count of it."""
        of_clause: dict[int, list[Assignment]] = {}
        for assignment in main_layer(self.analysis).assignments:
            of_clause.setdefault(assignment.clause.index, []).append(assignment)
        return of_clause

    def add(self, task: str, names: Iterable[PointedName], role: Role, quote: tuple[int, int] | None) -> list[Edit]:
        """Bodies that get a role in a task; ``quote`` is the stretch of the text that says so, where one does."""
        return self.added(self.blank(task), names, role, quote)

    def added(self, blank: Edit, names: Iterable[PointedName], role: Role, quote: tuple[int, int] | None) -> list[Edit]:
        """As ``add`` does, in the task of ``blank``, which may be one that is only being made."""
        words = self.quote(quote) if quote else ""
        edits = []
        for name, start, end in names:
            written = self._written(name)
            if start is None or end is None:
                edits.append(replace(blank, field="added", name=written, after=role))
                continue
            if " ".join(self.quote((start, end)).split()) != written:
                raise OptionError(f"“{written}”不在所标的位置", place="name", remedy="请重新选取")
            edits.append(
                replace(blank, field="added", name=written, after=role, start=start, end=end, quote=words or written)
            )
        return edits

    def remove(self, task: str, name: str, role: Role) -> list[Edit]:
        """A body that loses a role in a task."""
        self.assignment(task, name, role)
        return [replace(self.blank(task), field="removed", name=name, role=role, before=role)]

    def change_role(self, task: str, name: str, role: Role, new: Role) -> list[Edit]:
        """A body that has another role."""
        self.assignment(task, name, role)
        return [replace(self.blank(task), field="role", name=name, role=role, before=role, after=new)]

    def rename(self, task: str, name: str, role: Role, new: str) -> list[Edit]:
        """A body that is called otherwise; ``new`` may list several, parted by 、."""
        self.assignment(task, name, role)
        first, *others = [self._written(part) for part in new.replace("，", "、").split("、") if part.strip()] or [""]
        blank = self.blank(task)
        renamed = replace(blank, field="name", name=name, role=role, before=name, after=self._written(first))
        return [renamed, *(replace(blank, field="added", name=other, after=role) for other in others)]

    def mean(self, name: str, canonical: str) -> list[Edit]:
        """What a name means, wherever the plan has it."""
        meant = self._written(canonical)
        edits = [
            replace(
                self.blank(self.ids[index]),
                field="canonical",
                name=name,
                role=assignment.role,
                before=assignment.department.canonical or "",
                after=meant,
            )
            for index, assignments in self.assignments.items()
            for assignment in assignments
            if assignment.department.name == name and index in self.ids
        ]
        if not edits:
            raise OptionError(f"没有“{name}”的分工", place="name", remedy="请刷新页面后再改")
        return edits

    def limit(self, task: str, new: str) -> list[Edit]:
        """The time limit of a task; an empty one is taken out."""
        index = self.index(task)
        before = [item.deadline.text for item in self.assignments.get(index, ()) if item.deadline]
        before += [note.deadline.text for note in self.analysis.annotations if note.deadline and index in note.clauses]
        stated = "；".join(dict.fromkeys(before))
        return [replace(self.blank(task), field="deadline", before=stated, after=" ".join(new.split())[:_LONGEST_NAME])]

    def head(self, task: str, number: str, heading: str) -> list[Edit]:
        """Number and heading of a task."""
        blank, before = self.blank(task), self.clause(task)
        after = self.heading(heading)
        return [replace(blank, field="heading", before=before.label, after=after, number=" ".join(number.split())[:40])]

    def take_out(self, task: str) -> list[Edit]:
        """A clause that is no task."""
        return [replace(self.blank(task), field="untask")]

    def new_task(
        self, task: str, heading: str, *, follows: str = "", words: tuple[int, int] | None = None
    ) -> list[Edit]:
        """A task that was missed, called ``task`` from now on: of words of the text, or behind another."""
        blank = Edit(self.sheet, "", RULE, "task", task=task)
        if words is not None:
            quote = self.quote(words)
            number, first = self._number_and_heading(words, quote)
            heading = self.heading(heading or first)
            return [replace(blank, after=heading, number=number, label=heading, start=words[0], end=words[1])]
        path = self.clause(follows).path if follows else ()
        heading = self.heading(heading)
        return [replace(blank, after=heading, label=heading, path=path, follows=follows)]

    def move(self, task: str, follows: str) -> list[Edit]:
        """A task that stands behind another from now on; ``follows`` empty: first under its heading."""
        index = self.index(task)
        before = [clause.label for clause in self.analysis.task_clauses() if clause.index < index]
        after = self.clause(follows).label if follows else ""
        return [replace(self.blank(task), field="moved", follows=follows, before=(before or [""])[-1], after=after)]

    def blank(self, task: str) -> Edit:
        """An edit of the task, to be filled in."""
        return Edit(self.sheet, "", RULE, "open", task=task, label=self.clause(task).label)

    def index(self, task: str) -> int:
        """The place of the clause of a task."""
        if task not in self._index_of:
            raise OptionError("没有这项任务", place="task", remedy="请刷新页面后再改")
        return self._index_of[task]

    def clause(self, task: str) -> Clause:
        """The clause of a task."""
        return self.analysis.clauses[self.index(task)]

    def assignment(self, task: str, name: str, role: Role) -> Assignment:
        """The assignment of that name and role."""
        for item in self.assignments.get(self.index(task), ()):
            if item.department.name == name and item.role == role:
                return item
        raise OptionError(f"这项任务里没有“{name}”的这一分工", place="name", remedy="请刷新页面后再改")

    def quote(self, span: tuple[int, int]) -> str:
        """The words of a span, which must be there."""
        start, end = span
        if not 0 <= start < end <= len(self.analysis.document.text):
            raise OptionError("所选的位置不在原文中", place="words", remedy="请重新选取")
        return self.analysis.document.quote(start, end)

    @staticmethod
    def _written(name: str) -> str:
        written = " ".join(name.split())
        if not any(char.isalnum() for char in written) or len(written) > _LONGEST_NAME or "、" in written:
            raise OptionError(f"“{written[:40]}”不是单位名称", place="name", remedy="请写一个单位的名称")
        return written

    @staticmethod
    def heading(heading: str) -> str:
        """A heading as it was written, with single blanks; one that is empty or too long is refused."""
        written = " ".join(heading.split())
        if not any(char.isalnum() for char in written) or len(written) > _LONGEST_HEADING:
            raise OptionError("任务没有名称，或太长", place="heading", remedy="请写任务的名称")
        return written

    def _number_and_heading(self, words: tuple[int, int], quote: str) -> tuple[str, str]:
        """The number and the first sentence of words; those of the clause that begins with them, where one does."""
        for clause in self.analysis.clauses:
            if clause.start == words[0] and clause.heading:
                return clause.number, clause.heading
        first: Sequence[str] = quote.strip().splitlines()
        sentence = first[0].split("。")[0] if first else ""
        return "", sentence[:_LONGEST_HEADING]


def role_named(word: str) -> Role:
    """The role of that key or word. Raises OptionError where there is none."""
    if word not in ROLE_BY_WORD:
        raise OptionError(f"没有角色“{word[:20]}”", place="role", remedy=f"可用：{'、'.join(ROLE_BY_WORD)}")
    return ROLE_BY_WORD[word]
