"""Corrections that make or unmake tasks: a stretch marked as an annotation, two tasks joined, one split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from raci.edits.corrections import Corrections, PointedName
from raci.errors import OptionError
from raci.model import Assignment, Clause, Edit, Role

__all__ = ["join", "mark", "split"]

#: characters that a label may have, with its colon
_LONGEST_LABEL = 16


def mark(
    corrections: Corrections, quote: tuple[int, int], names: Mapping[Role, Sequence[PointedName]], new: str
) -> list[Edit]:
    """A stretch of the text as an annotation of the clause in which it stands: who has which role by it.

    A paragraph that holds nothing but a label and the names belongs to the clause before it. A clause that is no task
    becomes one, called ``new``. Raises OptionError where the stretch stands in no clause.
    """
    corrections.quote(quote)
    tasks = set(corrections.analysis.tasks) | corrections.assignments.keys()
    clause = _clause_at(corrections, quote[0])
    if clause.index not in tasks and _is_labelled(corrections.analysis.document.text, clause, names):
        clause = _clause_before(corrections, clause, tasks)
    task = corrections.ids.get(clause.index)
    if task is not None and clause.index in tasks:
        return _marked(corrections, corrections.blank(task), names, quote)
    words = (clause.start, clause.end)
    [made] = corrections.new_task(new, clause.heading, words=words)
    blank = Edit(made.sheet, "", made.rule, "added", task=new, label=clause.label)
    return [replace(made, number=clause.number), *_marked(corrections, blank, names, quote)]


def _marked(
    corrections: Corrections, blank: Edit, names: Mapping[Role, Sequence[PointedName]], quote: tuple[int, int]
) -> list[Edit]:
    return [edit for role, listed in names.items() for edit in corrections.added(blank, listed, role, quote)]


def join(corrections: Corrections, task: str, other: str) -> list[Edit]:
    """Two tasks as one: ``other`` goes, and who had a part in it has it in ``task``, with the same evidence.

    Raises OptionError for an unknown task, or twice the same.
    """
    if task == other:
        raise OptionError("不能与自己合并", place="task", remedy="请选另一项任务")
    of_task = corrections.assignments.get(corrections.index(task), [])
    held = {(item.department.name, item.role) for item in of_task}
    moved = [
        edit
        for item in corrections.assignments.get(corrections.index(other), [])
        if (item.department.name, item.role) not in held
        for edit in _added_as(corrections.blank(task), item)
    ]
    return [*moved, *corrections.take_out(other)]


def split(corrections: Corrections, task: str, words: tuple[int, int], heading: str, new: str) -> list[Edit]:
    """A task in two: ``words`` of it become the task ``new``, with the bodies that they name.

    Raises OptionError where the words do not stand behind the beginning of the task.
    """
    clause = corrections.clause(task)
    if not clause.start < words[0] < words[1] <= clause.end:
        raise OptionError("所选的文字不在这项任务中，或就是它的开头", place="words", remedy="请选任务后半的文字")
    edits = corrections.new_task(new, heading, words=words)
    blank = Edit(edits[0].sheet, "", edits[0].rule, "added", task=new, label=edits[0].label)
    for item in corrections.assignments.get(clause.index, []):
        if words[0] <= item.start < item.end <= words[1] and not item.added:
            edits += corrections.remove(task, item.department.name, item.role)
            edits += _added_as(blank, item)
    return edits


def _added_as(blank: Edit, item: Assignment) -> Iterator[Edit]:
    """An assignment of one task as one of another, with its evidence."""
    edit = replace(blank, field="added", name=item.department.name, after=item.role)
    yield edit if item.added else replace(edit, start=item.start, end=item.end, quote=item.quote)


def _is_labelled(text: str, clause: Clause, names: Mapping[Role, Sequence[PointedName]]) -> bool:
    """Whether a paragraph begins with a label and the names that are pointed at."""
    first = min((name.start for listed in names.values() for name in listed if name.start is not None), default=0)
    before = text[clause.start : first].rstrip()
    return not clause.number and 1 < len(before) <= _LONGEST_LABEL and before[-1] in "：:"


def _clause_before(corrections: Corrections, clause: Clause, tasks: set[int]) -> Clause:
    """The clause to which a paragraph of a label and names belongs: its heading, or the last task before it."""
    before = [other for other in corrections.analysis.clauses if other.start < clause.start]
    owner = max(before, key=lambda other: other.start, default=clause)
    # another line of a label, of which nothing is known either
    while owner.index not in tasks and not owner.number and any(char in "：:" for char in owner.heading):
        earlier = [other for other in before if other.start < owner.start]
        if not earlier:
            return clause
        owner = max(earlier, key=lambda other: other.start)
    return owner


def _clause_at(corrections: Corrections, offset: int) -> Clause:
    """The clause in whose own words an offset stands."""
    holding = [clause for clause in corrections.analysis.clauses if clause.start <= offset < clause.end]
    if not holding:
        raise OptionError("所选的文字不在任何条款中", place="words", remedy="请在条款或段落中选取")
    return max(holding, key=lambda clause: clause.start)
