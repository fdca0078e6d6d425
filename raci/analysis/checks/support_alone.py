"""Tasks of which only supporting bodies are named."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import marked_of_tasks
from raci.analysis.checks.listing import of_tasks
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]

#: that somebody does the work is the custom of a plan that names them for so many, and at least this part, of its tasks
_FEWEST_DONE, _CUSTOM = 2, 0.3


def _find(analysis: Analysis) -> Iterator[Issue]:
    """All such tasks of a plan that elsewhere names those who do the work, in one finding.

    What only sentences tell (配合做好布展) is a task of its own. In a list by bodies a task stands once for each.
    """
    marked = marked_of_tasks(analysis)
    done = {one.clause.index for one in analysis.assignments if one.role in ("lead", "responsible")}
    if len(done & marked.keys()) < max(_FEWEST_DONE, _CUSTOM * len(marked)):
        return
    led = {analysis.clauses[index].heading for index in done}
    found = [
        analysis.clauses[index]
        for index, of_task in marked.items()
        if analysis.clauses[index].heading not in led and all(one.role == "support" for one in of_task)
    ]
    if found:
        yield of_tasks(found, "有 {count} 项任务只写了配合单位，没有写谁牵头或负责")


CHECK = Check(
    "support-alone",
    "只有配合单位",
    "warning",
    _find,
    why="只写了谁配合的任务没有人做，多半漏写了牵头单位。",
    remedy="对照原件补上牵头或责任单位。",
    finds=(
        "一、整治河道。（市水利局牵头，市城管局配合）\n二、清理垃圾。（市城管局牵头）\n三、修复湿地。（市林业局配合）\n",
    ),
    passes=(
        "一、整治河道。（市水利局牵头，市城管局配合）\n二、清理垃圾。（市城管局牵头）\n三、修复湿地。（市林业局负责）\n",
        "一、整治河道。（市城管局配合）\n二、清理垃圾。（市水利局配合）\n三、修复湿地。（市林业局牵头）\n",
    ),
)
