"""What is made of several plans at once, each declared by one value: a new one is a value in ``TOOLS``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from raci.web.handouts import HandedFile
from raci.web.ledger_desk import ledger_and_parts, ledger_workbook
from raci.web.projects.plan import PlanState

__all__ = ["TOOLS", "ProjectTool"]


@dataclass(frozen=True, slots=True)
class ProjectTool:
    """What is made of plans that were chosen.

    ``name`` asks for it, ``title`` is on its button, ``least`` says how many plans it takes at least; ``make`` gives
    the file that is handed out.
    """

    name: str
    title: str
    least: int
    make: Callable[[Sequence[PlanState]], HandedFile]


def _differences(states: Sequence[PlanState]) -> HandedFile:
    """Two plans side by side, as ``raci diff`` shows them, with what was put right in both."""
    from raci.outputs.versions import diff, render_diff

    old, new = states[:2]
    return HandedFile("两份方案的不同.html", render_diff(diff(old.analysis, new.analysis), "html"))


TOOLS: tuple[ProjectTool, ...] = (
    ProjectTool("ledger", "合成台账（Excel）", 1, ledger_workbook),
    ProjectTool("parts", "台账和各单位填报表（zip）", 1, ledger_and_parts),
    ProjectTool("differences", "比较两份方案", 2, _differences),
)
