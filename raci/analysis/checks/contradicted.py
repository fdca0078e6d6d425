"""Sentences that say otherwise than the annotation of their clause who leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from raci.analysis.checks.values import Check, Issue
from raci.analysis.prose.beside import same_body
from raci.model import Analysis, Assignment
from raci.rules.headings import printed_label

__all__ = ["CHECK"]

#: bases that stand at the clause itself
_OWN = frozenset({"annotation", "table"})
#: the word by which a sentence names its lead; who 会同 others leads as well, but often in a part of the task only
_LEADS = "牵头"


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each clause whose one leading body by its sentences is no lead by its annotation, which names others.

    Where sentences name several leads they speak of parts of the task; where the annotation names a collective or no
    lead there is nothing to compare.
    """
    leads: dict[int, list[Assignment]] = defaultdict(list)
    told: dict[int, list[Assignment]] = defaultdict(list)
    for assignment in analysis.assignments:
        if assignment.role == "lead" and assignment.basis in _OWN:
            leads[assignment.clause.index].append(assignment)
        elif assignment.role == "lead" and assignment.basis == "prose":
            told[assignment.clause.index].append(assignment)
    for index, sentences in told.items():
        if len(sentences) == 1 and leads[index] and _differs(sentences[0], leads[index]):
            said = sentences[0]
            names = "、".join(one.department.name for one in leads[index])
            message = f"{printed_label(said.clause)}：句中由{said.department.name}牵头，标注的牵头单位是{names}"
            yield Issue(message, said.start, said.end, index)


def _differs(said: Assignment, leads: Sequence[Assignment]) -> bool:
    """Whether a sentence names another lead than the annotation, and means the same by the word."""
    if _LEADS not in said.quote or any(one.department.kind == "collective" for one in (said, *leads)):
        return False
    return not any(same_body(said.department, one.department) for one in leads)


CHECK = Check(
    "contradicted",
    "句子与标注不一致",
    "warning",
    _find,
    why="句子说由这家牵头，括号里写的是另一家，总有一处错了。",
    remedy="对照原件定一处；句子只说其中一段工作的可不管。",
    finds=("一、整治河道。由市水利局牵头制定整治方案，报市政府批准。（牵头单位：市城管局；责任单位：市财政局）\n",),
    passes=("一、整治河道。由市水利局牵头制定整治方案。（牵头单位：市水利局）\n",),
)
