"""Several bodies for one task and no lead among them, in a plan that names leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.checks.by_task import assignments_of_tasks, is_told
from raci.analysis.checks.everybody import asks_everybody
from raci.analysis.checks.listing import of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Assignment, Clause

__all__ = ["CHECK"]

#: so many bodies want a lead
_FEWEST = 2
#: leads are the custom of a plan that names them for so many, and at least this part, of its tasks
_FEWEST_LED, _CUSTOM = 3, 0.5


def _find(analysis: Analysis) -> Iterator[Issue]:
    """All such tasks in one finding: they are one question to whoever drafted the plan.

    A task of which only sentences tell is one where one sentence does, and does not ask everybody.
    """
    if not any(one.role == "lead" for one in analysis.assignments):
        return
    tasks = assignments_of_tasks(analysis)
    led = sum(any(one.role == "lead" for one in of_task) for of_task in tasks.values())
    if led < max(_FEWEST_LED, _CUSTOM * len(tasks)):
        return
    found = [
        analysis.clauses[index]
        for index, of_task in tasks.items()
        if not any(one.role == "lead" for one in of_task)
        and len({one.department.name for one in of_task if one.role == "responsible"}) >= _FEWEST
        and not (is_told(of_task) and _says_little(analysis.clauses[index], of_task))
    ]
    if found:
        yield of_tasks(found, "有 {count} 项任务由几家共同负责，没有写明谁牵头")


def _says_little(clause: Clause, told: Sequence[Assignment]) -> bool:
    return asks_everybody(clause) or len({one.quote for one in told}) > 1


CHECK = Check(
    "no-lead",
    "几家负责没有牵头",
    "note",
    _find,
    why="别的任务都写了牵头单位，这几项由几家共同负责，出了问题不知道找谁。",
    remedy="请起草部门定一家牵头；惯例是列第一位者牵头的，在文中写明。",
    finds=(
        "一、整治河道。（市水利局牵头，市城管局配合）\n二、清理垃圾。（市城管局牵头）\n"
        "三、建设步道。（市住建局牵头）\n四、修复湿地。（责任单位：市林业局、市生态环境局）\n",
        "一、整治河道。由市水利局牵头，市城管局配合。\n二、清理垃圾。由市城管局牵头。\n"
        "三、建设步道。由市住建局牵头。\n四、修复湿地。由市林业局、市生态环境局共同负责。\n",
    ),
    passes=(
        "一、整治河道。（责任单位：市水利局、市城管局）\n二、修复湿地。（责任单位：市林业局、市生态环境局）\n",
        "一、整治河道。（市水利局牵头，市城管局配合）\n二、清理垃圾。（责任单位：市城管局）\n",
    ),
)
