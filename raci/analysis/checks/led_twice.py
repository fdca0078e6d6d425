"""Tasks that name a lead twice, where the second is likely to support."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import marked_of_tasks
from raci.analysis.checks.placing import clause_at
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.rules.headings import printed_label
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each task with 牵头 behind two names, or 牵头单位 before two, and nothing between them that parts the work."""
    tasks = None
    if lexicon_pattern("hint.led-twice").search(analysis.document.text) is None:
        return
    for found in lexicon_pattern("checks.led-twice").finditer(analysis.document.text):
        tasks = tasks if tasks is not None else marked_of_tasks(analysis)
        clause = clause_at(analysis, found.start())
        if clause is None:
            continue
        if clause.index not in tasks and clause.parent is not None:
            clause = analysis.clauses[clause.parent]  # labels in lines of their own below the task
        of_task = tasks.get(clause.index, ())
        leads = [one for one in of_task if one.role == "lead" and found.start() <= one.start < found.end()]
        if len({one.department.name for one in leads}) > 1:
            message = f"{printed_label(clause)}：牵头写了两次（{'、'.join(one.department.name for one in leads)}）"
            yield Issue(message, found.start(), found.end(), clause.index)


CHECK = Check(
    "led-twice",
    "牵头写了两次",
    "note",
    _find,
    why="两处都写牵头，多半后一处应是配合；真是两家共同牵头的，一般写在一起。",
    remedy="对照原件，改为配合，或两家写在一处。",
    finds=(
        "一、整治河道。（牵头单位：市水利局；牵头单位：市城管局）\n",
        "一、整治河道。（市水利局牵头，市城管局牵头，市财政局配合）\n",
        "一、整治河道。（市水利局牵头、市城管局牵头、市财政局配合）\n",
        "一、整治河道。清理淤泥。\n牵头单位：市水利局\n牵头单位：市城管局\n完成时限：2025年6月底\n",
    ),
    passes=(
        "一、整治河道。（市水利局、市城管局牵头，市财政局配合）\n",
        "一、整治河道。（市水利局牵头，市财政局配合；市城管局牵头，市公安局配合）\n",
    ),
)
