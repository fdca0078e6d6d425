"""Tasks of one heading: those that name different bodies, and those that are the same word for word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from raci.analysis.checks.by_task import body_key, marked_of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment, Clause
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK", "COPIES"]

#: shorter headings recur in every plan (加强宣传)
_SHORTEST = 6
#: role → its verb; of a task with leads these alone are compared
_DOING: Mapping[str, str] = MappingProxyType({"lead": "牵头", "responsible": "负责"})


class _Told(NamedTuple):
    """Who does a task: those who lead it, else those who are responsible; ``word`` says which."""

    clause: Clause
    bodies: frozenset[str]
    names: str
    word: str


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each later task with the heading of an earlier one, where both name leads (or, neither, those responsible) and
    share none.
    """
    tasks = marked_of_tasks(analysis)
    for heading, indexes in _of_one_heading(analysis, tasks):
        if not _is_commonplace(heading):
            yield from _differing([one for index in indexes if (one := _told(analysis.clauses[index], tasks[index]))])


def _find_copies(analysis: Analysis) -> Iterator[Issue]:
    """The tasks that say word for word what an earlier one says, bodies too, in one finding."""
    copies: list[tuple[Clause, Clause]] = []
    for _, indexes in _of_one_heading(analysis, marked_of_tasks(analysis)):
        first: dict[str, Clause] = {}
        for clause in (analysis.clauses[index] for index in indexes):
            words = "".join(analysis.document.quote(clause.start, clause.end).split()).removeprefix(clause.number)
            earlier = first.setdefault(words, clause)
            if earlier is not clause:
                copies.append((clause, earlier))
    if copies:
        clause, earlier = copies[0]
        several = f"有 {len(copies)} 项任务与前面的逐字相同：" if len(copies) > 1 else ""
        message = f"{several}{printed_label(clause)}，与“{printed_label(earlier)}”逐字相同"
        yield Issue.of_clause(clause, message)


def _of_one_heading(analysis: Analysis, tasks: Mapping[int, object]) -> Iterator[tuple[str, list[int]]]:
    """The headings that several tasks have, with these.

    A clause and its row in the table of an annex are compared elsewhere (``annex``).
    """
    paired = {overlap.row.key for overlap in analysis.overlaps} | {overlap.clause.key for overlap in analysis.overlaps}
    alike: dict[str, list[int]] = {}
    for index in tasks:
        heading = "".join(analysis.clauses[index].heading.split())
        if len(heading) >= _SHORTEST and index not in paired:
            alike.setdefault(heading, []).append(index)
    yield from ((heading, indexes) for heading, indexes in alike.items() if len(indexes) > 1)


def _differing(tasks: Sequence[_Told]) -> Iterator[Issue]:
    """Those of the tasks of one wording that share nobody with the first."""
    for told in tasks[1:]:
        earlier = tasks[0]
        if earlier.word == told.word and not earlier.bodies & told.bodies:
            message = (
                f"{printed_label(told.clause)}：由{told.names}{told.word}，"
                f"而同样的任务“{printed_label(earlier.clause)}”由{earlier.names}{earlier.word}"
            )
            yield Issue.of_clause(told.clause, message)


def _told(clause: Clause, assignments: Sequence[Assignment]) -> _Told | None:
    for role, word in _DOING.items():
        doing = [one for one in assignments if one.role == role and one.department.kind != "collective"]
        if doing:
            return _Told(clause, frozenset(map(body_key, doing)), "、".join(one.department.name for one in doing), word)
    return None


def _is_commonplace(heading: str) -> bool:
    return any(lexicon_pattern(f"coverage.everybody-{kind}").search(heading) for kind in ("task", "chapter"))


CHECK = Check(
    "twins",
    "同一任务单位不同",
    "warning",
    _find,
    why="同样的任务写了两次，单位不同，两家都以为是对方的事。",
    remedy="对照原件，定一家；确为两件事的，把任务名称写得有区别。",
    finds=(
        "一、建设全市统一的信用平台。（市发展改革委牵头）\n二、整治河道。（市水利局牵头）\n"
        "三、建设全市统一的信用平台。（市市场监管局牵头）\n",
        "一、打造夜食街区。（市商务局牵头）\n二、打造夜食街区。（市城管局牵头）\n",
        "一、打造夜食街区。（责任单位：市商务局）\n二、打造夜食街区。（责任单位：市城管局）\n",
    ),
    passes=(
        "一、建设全市统一的信用平台。（市发展改革委牵头）\n二、建设全市统一的信用平台。（市发展改革委牵头，市财政局配合）\n",
        "一、加强宣传。（市发展改革委牵头）\n二、加强宣传。（市市场监管局牵头）\n",
        "一、加强组织领导。（市发展改革委牵头）\n二、加强组织领导。（市市场监管局牵头）\n",
    ),
)
COPIES = Check(
    "copies",
    "任务重复",
    "note",
    _find_copies,
    why="同一项任务写了两遍，统计时算成两项，督办时催两次。",
    remedy="对照原件，删去多写的一处；文件里本来收了两份同样内容的，分开读。",
    finds=("一、打造夜食街区。（市商务局牵头）\n二、整治河道。（市水利局牵头）\n三、打造夜食街区。（市商务局牵头）\n",),
    passes=("一、打造夜食街区。（市商务局牵头）\n二、打造夜食街区。（市商务局牵头，市城管局配合）\n",),
)
