"""What the page asks for to be changed, by the word under ``do``: each a function that says it as a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from raci.analysis.checks.edited import says
from raci.config.profiles import load_profile, profile_names
from raci.edits.corrections import Corrections, PointedName
from raci.edits.regrouping import join, mark, split
from raci.errors import OptionError
from raci.model import Edit, Role
from raci.rules.own_columns import COLUMN_ROLES, role_fault
from raci.web.fields import Fields
from raci.web.plan_profile import OWN, own_profile
from raci.web.projects.plan import PlanState, finding_key
from raci.web.projects.project import Asked
from raci.web.projects.values import Decision, Verdict
from raci.web.replies import Refused
from raci.web.utf16 import Utf16

__all__ = ["COMMANDS", "asked"]

#: what the edits call the place where they were made
_PLACE = "网页"


@dataclass(frozen=True)
class _Context:
    """The plan as it stands, what is asked, and the id that a new task gets."""

    state: PlanState
    fields: Fields
    new_task: str
    corrections: Corrections
    offsets: Utf16

    def span(self, name: str) -> tuple[int, int] | None:
        return self.fields.span(name, self.offsets) if self.fields.has(name) else None

    def names(self) -> list[PointedName]:
        return [
            PointedName(each.text("name"), *(each.span("span", self.offsets) if each.has("span") else (None, None)))
            for each in self.fields.list("names")
        ]


def _add(context: _Context) -> list[Edit]:
    fields = context.fields
    return context.corrections.add(fields.text("task"), context.names(), fields.role("role"), context.span("quote"))


def _mark(context: _Context) -> list[Edit]:
    fields = context.fields
    quote, usual = fields.span("quote", context.offsets), fields.role("role")
    by_role: dict[Role, list[PointedName]] = {}
    for each, name in zip(fields.list("names"), context.names(), strict=True):
        by_role.setdefault(each.role("role") if each.text("role", "") else usual, []).append(name)
    return mark(context.corrections, quote, by_role, context.new_task)


def _remove(context: _Context) -> list[Edit]:
    fields = context.fields
    return context.corrections.remove(fields.text("task"), fields.text("name"), fields.role("role"))


def _role(context: _Context) -> list[Edit]:
    fields = context.fields
    return context.corrections.change_role(
        fields.text("task"), fields.text("name"), fields.role("role"), fields.role("to")
    )


def _name(context: _Context) -> list[Edit]:
    fields = context.fields
    return context.corrections.rename(fields.text("task"), fields.text("name"), fields.role("role"), fields.text("to"))


def _meaning(context: _Context) -> list[Edit]:
    return context.corrections.mean(context.fields.text("name"), context.fields.text("to"))


def _deadline(context: _Context) -> list[Edit]:
    return context.corrections.limit(context.fields.text("task"), context.fields.text("to"))


def _heading(context: _Context) -> list[Edit]:
    fields = context.fields
    return context.corrections.head(fields.text("task"), fields.text("number", ""), fields.text("to"))


def _untask(context: _Context) -> list[Edit]:
    return context.corrections.take_out(context.fields.text("task"))


def _task(context: _Context) -> list[Edit]:
    fields = context.fields
    return context.corrections.new_task(
        context.new_task, fields.text("to", ""), follows=fields.text("follows", ""), words=context.span("words")
    )


def _join(context: _Context) -> list[Edit]:
    return join(context.corrections, context.fields.text("task"), context.fields.text("other"))


def _split(context: _Context) -> list[Edit]:
    fields = context.fields
    words = fields.span("words", context.offsets)
    return split(context.corrections, fields.text("task"), words, fields.text("to", ""), context.new_task)


def _move(context: _Context) -> list[Edit]:
    return context.corrections.move(context.fields.text("task"), context.fields.text("follows"))


#: the word under ``do`` → what makes the edits
_EDITING: dict[str, Callable[[_Context], list[Edit]]] = {
    "add": _add,
    "mark": _mark,
    "remove": _remove,
    "role": _role,
    "name": _name,
    "meaning": _meaning,
    "deadline": _deadline,
    "heading": _heading,
    "untask": _untask,
    "task": _task,
    "join": _join,
    "split": _split,
    "move": _move,
}
_VERDICTS: dict[str, tuple[Verdict, str]] = {
    "accepted": ("accepted", "核对无误"),
    "ignored": ("ignored", "不予处理"),
    "": ("", "重新待核"),
}


def _finding(state: PlanState, fields: Fields) -> Asked:
    key, written = fields.text("key"), fields.text("verdict")
    if written not in _VERDICTS:
        raise Refused(f"verdict 可用：{'、'.join(filter(None, _VERDICTS))}")
    message = next((each.message for each in state.analysis.findings if finding_key(each) == key), None)
    if message is None:
        raise OptionError("没有这条待核事项", place="key", remedy="请刷新页面后再改")
    verdict, words = _VERDICTS[written]
    reason = " ".join(fields.text("reason", "").split())[:500]
    said = f"待核“{message}”：{words}{f'（{reason}）' if reason else ''}"
    return Asked(said, decisions=((key, Decision(verdict, reason)),))


def _columns(state: PlanState, fields: Fields) -> Asked:
    heads = fields.texts("heads")
    for head, role in heads.items():
        if not head.strip() or len(head) > 200 or (role and role_fault(role)):
            raise Refused("列或列的含义不对")
    said = "、".join(
        f"“{head}”{f'是{COLUMN_ROLES.get(role, role)}' if role else '按原样识别'}" for head, role in heads.items()
    )
    return Asked(f"表格的列：{said}", settings=(("columns", tuple(heads.items())),))


def _profile(state: PlanState, fields: Fields) -> Asked:
    name, own = fields.text("name"), own_profile(state.settings)
    if name not in profile_names() and (name != OWN or own is None):
        raise Refused(f"没有角色方案“{name[:40]}”，可用：{'、'.join(profile_names())}")
    title = own.title if own is not None and name == OWN else load_profile(name).title
    return Asked(f"角色方案改为“{title}”", settings=(("profile", (("name", name),)),))


#: the word under ``do`` → what makes a change that is no edit
_DECIDING: dict[str, Callable[[PlanState, Fields], Asked]] = {
    "finding": _finding,
    "columns": _columns,
    "profile": _profile,
}
#: every word that may stand under ``do``
COMMANDS = (*_EDITING, *_DECIDING)


def asked(state: PlanState, new_task: str, fields: Fields, coder: str) -> Asked:
    """What is asked for, as a change. Raises Refused for what is no request, OptionError for what cannot be done."""
    word = fields.text("do")
    if word in _DECIDING:
        return _DECIDING[word](state, fields)
    if word not in _EDITING:
        raise Refused(f"没有“{word[:20]}”这种改动，可用：{'、'.join(COMMANDS)}")
    place = f"{_PLACE}（{coder}）" if coder else _PLACE
    corrections = Corrections(state.analysis, state.ids, place)
    offsets = Utf16(state.analysis.document.text)
    edits = _EDITING[word](_Context(state, fields, new_task, corrections, offsets))
    if not edits:
        raise OptionError("没有要改的", place=word, remedy="请重新选取")
    return Asked(_said(edits), tuple(edits))


def _said(edits: list[Edit]) -> str:
    change = says(edits[0]).removesuffix(f"（{edits[0].place}）")
    first = change if edits[0].field == "task" else f"{edits[0].label}：{change}"
    return first if len(edits) == 1 else f"{first}等 {len(edits)} 处"
