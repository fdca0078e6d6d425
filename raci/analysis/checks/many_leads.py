"""Several leads for one task."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from raci.analysis.checks.by_task import body_key, marked_of_tasks
from raci.analysis.checks.listing import first_of
from raci.analysis.checks.values import Check, Issue
from raci.config.check_settings import CheckSettings
from raci.model import Analysis, Clause
from raci.rules.headings import printed_label

__all__ = ["CHECK"]

#: so many are told one by one; of more these are named
_MOST_TOLD, _MOST_NAMED = 5, 3


def _find(analysis: Analysis, settings: CheckSettings) -> Iterator[Issue]:
    """Each task with more leads than are usual, each body once; one finding for several that have the same ones.

    Where a document does so again and again, it is one finding: that is how it hands out work.
    """
    found: list[tuple[list[Clause], tuple[str, ...]]] = []
    leads = {index: names for index, names in _leads(analysis).items() if len(names) > settings.most_leads}
    for names, group in groupby(sorted(leads), lambda index: leads[index]):
        found.append(([analysis.clauses[index] for index in group], names))
    if len(found) > _MOST_TOLD:
        yield _many(found, settings.most_leads)
        return
    for clauses, names in found:
        first = clauses[0]
        several = f"等 {len(clauses)} 项" if len(clauses) > 1 else ""
        message = f"{printed_label(first)}{several}：牵头单位有 {len(names)} 个（{'、'.join(names)}）"
        yield Issue(message, first.start, clauses[-1].end, first.index)


def _leads(analysis: Analysis) -> dict[int, tuple[str, ...]]:
    """Index of a task → its leads as written, each body once."""
    found: dict[int, tuple[str, ...]] = {}
    for index, assignments in marked_of_tasks(analysis).items():
        bodies = {body_key(one): one.department.name for one in reversed(assignments) if one.role == "lead"}
        found[index] = tuple(reversed(bodies.values()))
    return found


def _many(found: list[tuple[list[Clause], tuple[str, ...]]], usual: int) -> Issue:
    tasks = [clause for clauses, _ in found for clause in clauses]
    ordered = sorted(found, key=lambda one: -len(one[1]))
    named = first_of(
        [f"{printed_label(clauses[0])}（{len(names)} 个）" for clauses, names in ordered], _MOST_NAMED, "；"
    )
    message = f"有 {len(tasks)} 项任务的牵头单位多于 {usual} 个：{named}"
    first = ordered[0][0][0]
    return Issue(message, first.start, first.end, first.index)


CHECK = Check(
    "leads",
    "多家牵头",
    "note",
    _find,
    why="牵头的多了，等于没有人牵头。",
    remedy="请起草部门定一家总牵头；几家算多，可在 raci.toml 的 [checks] most-leads 里定（默认三家以上）。",
    finds=("一、整治河道。（牵头单位：市水利局、市城管局、市财政局、市教育局）\n",),
    passes=("一、整治河道。（牵头单位：市水利局、市城管局、市财政局）\n",),
)
