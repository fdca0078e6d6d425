"""What a person changed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Edit
from raci.model.labels import ROLE_WORDS
from raci.rules.headings import printed_label

__all__ = ["CHECK", "says"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each change, from what to what and where it was made; with a warning where it was not understood."""
    for edit in analysis.edits:
        clause = analysis.clauses[edit.clause] if edit.clause is not None else None
        label = printed_label(clause) if clause else edit.label
        yield Issue(
            f"{label}：{says(edit)}" if label else says(edit),
            clause.start if clause else None,
            clause.end if clause else None,
            edit.clause,
            "warning" if edit.field == "open" else None,
        )


def says(edit: Edit) -> str:
    """The change in words: what it was, what it is, the sheet and the cell."""
    return f"{_change(edit)}（{edit.place}）"


def _change(edit: Edit) -> str:
    if edit.field == "open":
        seen = f"：由“{edit.before or '空'}”改为“{edit.after or '空'}”" if edit.before or edit.after else ""
        return f"改动未采用{seen}，{edit.why}" if seen else edit.why
    return _CHANGES[edit.field].format(
        name=edit.name,
        of_name=f"“{edit.name}”的" if edit.name else "",
        role=ROLE_WORDS[edit.role] if edit.role else "",
        new_role=ROLE_WORDS.get(edit.after, edit.after),
        before=edit.before or "空",
        after=edit.after or "空",
        number=edit.number,
        written=edit.after,
    )


#: what was changed → how it is said
_CHANGES = {
    "role": "“{name}”由{role}改为{new_role}",
    "name": "{role}“{name}”改为“{written}”",
    "added": "增加{new_role}“{name}”",
    "removed": "删去{role}“{name}”",
    "order": "{role}的次序由“{before}”改为“{after}”",
    "canonical": "“{name}”的规范名称由“{before}”改为“{after}”",
    "deadline": "{of_name}完成时限由“{before}”改为“{after}”",
    "due": "{of_name}到期日由“{before}”改为“{after}”",
    "heading": "任务由“{before}”改为“{after}”",
    "task": "增加任务“{number}{written}”",
    "untask": "删去任务",
    "moved": "任务由“{before}”之后移到“{after}”之后",
}

CHECK = Check(
    "edited",
    "人工修改",
    "note",
    _find,
    why="人工改过的地方与原文不同，复核的人应当知道。",
    remedy="看改动是否都是有意的；没有采用的照提示重改。",
    passes=("一、整治河道。（市水利局负责）\n",),
)
