"""A workbook that was edited outside, taken back into its project: its changes become one change of the plan."""

from __future__ import annotations

from raci.edits import find
from raci.errors import OptionError
from raci.readers.registry import read_bytes
from raci.web.projects.plan import PlanState
from raci.web.projects.project import Asked

__all__ = ["workbook_change"]


def workbook_change(state: PlanState, data: bytes, name: str) -> Asked:
    """What was changed by hand in a workbook that was handed out for this plan.

    Raises OptionError where it is no workbook of raci's, or of another plan, or nothing was changed in it.
    """
    saved = next((document.saved for document in read_bytes(data, name) if document.saved), None)
    if saved is None:
        raise OptionError("不是 raci 写出的工作簿", place=name, remedy="要新建项目，请拖到首页")
    if saved.record.analysis.document.text != state.analysis.document.text:
        raise OptionError("是另一个方案的工作簿", place=name, remedy="请打开它的项目，或拖到首页新建项目")
    edits = tuple(edit for edit in find(saved))
    if not any(edit.field != "open" for edit in edits):
        why = edits[0].why if edits else "其中没有人工改动"
        raise OptionError(why, place=name, remedy="请在“任务分工”、矩阵或“明细”中修改后再带回")
    return Asked(f"带回工作簿“{name}”中的 {len(edits)} 处改动", edits)
