"""Bodies to which a plan is sent and that have no task in it."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import counted
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK"]

#: a plan that names fewer bodies is one of principles
_FEWEST_BODIES = 3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """All of them in one finding; names for many (各县区、有关部门) apart.

    Only of a plan that is sent to those who have tasks in it: a notice that goes to one office in every place
    (各市财政局、青石新区财政局) hands out no tasks among these.
    """
    addressees = analysis.document.addressees
    named = {assignment.department.name for assignment in counted(analysis)}
    if not addressees or len(named) < _FEWEST_BODIES:
        return
    many, parted = lexicon_pattern("checks.many-bodies"), lexicon_pattern("checks.addressee-mark")
    body = lexicon_pattern("checks.addressee")
    known = {name for one in analysis.assignments for name in (one.department.name, one.department.canonical) if name}
    parts = (part.strip() for part in parted.split(addressees.rstrip("：:")))
    sent = [name for name in parts if body.search(name) and not many.search(name)]
    left = [name for name in sent if not any(name in one or one in name for one in known)]
    if left and 2 * len(left) <= len(sent):
        start = analysis.document.text.find(addressees)
        span = (start, start + len(addressees)) if start >= 0 else (None, None)
        yield Issue(f"主送机关中没有任务的单位：{'、'.join(left)}", *span)


_PLAN = (
    "关于印发云泽市河道整治方案的通知\n市水利局、市城管局、市林业局、{}：\n现将方案印发给你们。\n"
    "一、整治河道。（市水利局负责）\n二、清理垃圾。（市城管局负责）\n三、修复湿地。（市林业局负责）\n"
)
CHECK = Check(
    "addressees",
    "主送而无任务",
    "note",
    _find,
    why="主送的单位在方案里没有任务，要么是漏写了它的分工，要么不必主送。",
    remedy="请起草部门核对：补上它的任务，或改主送机关。",
    finds=(_PLAN.format("市审计局"),),
    passes=(
        _PLAN.format("各县（区）人民政府"),
        _PLAN.replace("、{}", ""),
        _PLAN.replace("市水利局、市城管局、市林业局、{}：", "各县（区）水利局、青石新区农水局、柳川新区社会事业局："),
    ),
)
