"""What a person changed by hand in a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Analysis, Edit, Finding
from raci.model.labels import ROLE_WORDS

__all__ = ["check", "says"]


def check(analysis: Analysis) -> Iterator[Finding]:
    """A note for each change, from what to what and where it was made; a warning for one that was not understood."""
    for edit in analysis.edits:
        clause = analysis.clauses[edit.clause] if edit.clause is not None else None
        label = clause.label if clause else edit.label
        message = f"{label}：{says(edit)}" if label else says(edit)
        yield Finding(
            "edited",
            "warning" if edit.field == "open" else "note",
            message,
            clause.start if clause else None,
            clause.end if clause else None,
            edit.clause,
        )


def says(edit: Edit) -> str:
    """The change in words: what it was, what it is, the sheet and the cell."""
    return f"{_what(edit)}（{edit.place}）"


def _what(edit: Edit) -> str:
    role = ROLE_WORDS[edit.role] if edit.role else ""
    before, after = edit.before or "空", edit.after or "空"
    match edit.field:
        case "role":
            return f"“{edit.name}”由{role}改为{_role(edit.after)}"
        case "name":
            return f"{role}“{edit.name}”改为“{edit.after}”"
        case "added":
            return f"增加{_role(edit.after)}“{edit.name}”"
        case "removed":
            return f"删去{role}“{edit.name}”"
        case "order":
            return f"{role}的次序由“{before}”改为“{after}”"
        case "canonical":
            return f"“{edit.name}”的规范名称由“{before}”改为“{after}”"
        case "deadline":
            return f"{_of(edit)}完成时限由“{before}”改为“{after}”"
        case "due":
            return f"{_of(edit)}到期日由“{before}”改为“{after}”"
        case "heading":
            return f"任务由“{before}”改为“{after}”"
        case "task":
            return f"增加任务“{edit.number}{edit.after}”"
        case "untask":
            return "删去任务"
    seen = f"：由“{before}”改为“{after}”" if edit.before or edit.after else ""
    return f"改动未采用{seen}，{edit.why}" if seen else edit.why


def _of(edit: Edit) -> str:
    return f"“{edit.name}”的" if edit.name else ""


def _role(role: str) -> str:
    return ROLE_WORDS.get(role, role)
