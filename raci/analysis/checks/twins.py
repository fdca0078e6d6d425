"""Tasks of one wording that name different leads."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import body_key, marked_of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: shorter headings recur in every plan (加强宣传)
_SHORTEST = 6


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each later task with the heading of an earlier one, where both name leads and share none.

    A clause and its row in the table of an annex are compared elsewhere (``annex``).
    """
    paired = {overlap.row.key for overlap in analysis.overlaps} | {overlap.clause.key for overlap in analysis.overlaps}
    first: dict[str, tuple[int, set[str], list[str]]] = {}
    for index, assignments in marked_of_tasks(analysis).items():
        heading = "".join(analysis.clauses[index].heading.split())
        leads = {body_key(one) for one in assignments if one.role == "lead"}
        if len(heading) < _SHORTEST or not leads or index in paired or _is_commonplace(heading):
            continue
        names = [one.department.name for one in assignments if one.role == "lead"]
        earlier = first.setdefault(heading, (index, leads, names))
        if earlier[0] != index and not earlier[1] & leads:
            other = printed_label(analysis.clauses[earlier[0]])
            message = (
                f"{printed_label(analysis.clauses[index])}：牵头单位是{'、'.join(names)}，"
                f"而同样的任务“{other}”由{'、'.join(earlier[2])}牵头"
            )
            yield Issue.of_clause(analysis.clauses[index], message)


def _is_commonplace(heading: str) -> bool:
    return any(lexicon_pattern(f"coverage.everybody-{kind}").search(heading) for kind in ("task", "chapter"))


CHECK = Check(
    "twins",
    "同一任务牵头不同",
    "warning",
    _find,
    why="同样的任务写了两次，牵头单位不同，两家都以为是对方的事。",
    remedy="对照原件，定一家；确为两件事的，把任务名称写得有区别。",
    finds=(
        "一、建设全市统一的信用平台。（市发展改革委牵头）\n二、整治河道。（市水利局牵头）\n"
        "三、建设全市统一的信用平台。（市市场监管局牵头）\n",
        "一、打造夜食街区。（市商务局牵头）\n二、打造夜食街区。（市城管局牵头）\n",
    ),
    passes=(
        "一、建设全市统一的信用平台。（市发展改革委牵头）\n二、建设全市统一的信用平台。（市发展改革委牵头，市财政局配合）\n",
        "一、加强宣传。（市发展改革委牵头）\n二、加强宣传。（市市场监管局牵头）\n",
        "一、加强组织领导。（市发展改革委牵头）\n二、加强组织领导。（市市场监管局牵头）\n",
    ),
)
