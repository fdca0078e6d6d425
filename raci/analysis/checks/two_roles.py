"""A body that leads or carries a task and supports it as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from raci.analysis.checks.by_task import assignments_of_tasks, body_key
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: role beside which nobody supports the same task → what it is called
_DOING: Mapping[str, str] = MappingProxyType({"lead": "牵头", "responsible": "负责"})


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each task with such a body, the first of them named; collectives apart, whose members may differ.

    Of one that leads in one sentence of the task and supports in another a note tells; where only sentences say who
    does what, each of them speaks for itself.
    """
    if not any(one.role == "support" for one in analysis.assignments):
        return
    for index, assignments in assignments_of_tasks(analysis).items():
        doing: dict[str, list[Assignment]] = {}
        for one in assignments:
            if one.role in _DOING:
                doing.setdefault(body_key(one), []).append(one)
        both = [
            (one, others, all(_apart(analysis, one, other) for other in others))
            for one in assignments
            if one.role == "support" and one.department.kind != "collective"
            if (others := _in_same_statement(one, doing.get(body_key(one), ())))
        ]
        if both:
            one, others, apart = min(both, key=lambda found: found[2])
            label = printed_label(analysis.clauses[index])
            where = "在两句话里" if apart else ""
            role = min((other.role for other in others), key=list(_DOING).index)
            message = f"{label}：“{one.department.name}”{where}既{_DOING[role]}又配合"
            yield Issue(message, one.start, one.end, index, "note" if apart else None)


def _in_same_statement(one: Assignment, others: Sequence[Assignment]) -> Sequence[Assignment]:
    """The other roles of the body; where sentences alone tell of both, if the same one does."""
    is_same = any(other.quote == one.quote or "prose" not in (other.basis, one.basis) for other in others)
    return others if is_same else ()


def _apart(analysis: Analysis, one: Assignment, other: Assignment) -> bool:
    """Whether two roles stand in brackets of different sentences of the task."""
    if one.quote == other.quote or "annotation" not in (one.basis, other.basis):
        return False
    first, second = sorted((one, other), key=lambda assignment: assignment.start)
    words = analysis.document.quote(first.end, max(first.end, second.start))
    end = lexicon_pattern("checks.sentence-between").search(words)
    return end is not None


CHECK = Check(
    "two-roles",
    "既牵头又配合",
    "warning",
    _find,
    why="同一单位在一项任务里既牵头（负责）又配合，多半是抄写时重复，领导看不出谁配合谁。",
    remedy="对照原件，删去多写的一处；确实分两段工作的，分成两条。",
    finds=(
        "一、整治河道。（市水利局牵头，市城管局、市水利局配合）\n",
        "一、整治河道。由市水利局牵头，市城管局、市水利局配合。\n",
        "一、整治河道。责任单位：市水利局；配合单位：市城管局、市水利局\n",
    ),
    passes=(
        "一、整治河道。（市水利局牵头，市城管局配合）\n",
        "一、整治河道。责任单位：市水利局、各镇；配合单位：市城管局、各镇\n",
        "一、整治河道。（市水利局牵头，市城管局配合）\n二、清理垃圾。（市城管局牵头，市水利局配合）\n",
        "一、整治河道。由市水利局牵头编制规划。由市城管局牵头，市水利局配合清理垃圾。\n",
    ),
)
