"""Rules that the corrections of a plan call for, each with examples both ways: labels, verbs, headings, columns."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from raci.config.options.analysis import Options
from raci.config.rule_files import parse_rules
from raci.errors import RaciError
from raci.model import Analysis, Edit, Role
from raci.model.labels import ROLE_WORDS
from raci.model.roles import ROLE_TYPES
from raci.pipeline import run
from raci.rules.own_columns import COLUMN_ROLES
from raci.web.projects.plan import PlanState

__all__ = ["ProposedRule", "proposals"]

#: a label before the name that was marked, and its colon
_LABEL = re.compile(r"([\u4e00-\u9fff][\u4e00-\u9fff（）()、/]{1,14})\s*[:：]\s*$")
#: the words behind the last name of a list, up to where it ends
_VERB = re.compile(r"(?:等(?:有关|相关)?(?:部门|单位)?)?([\u4e00-\u9fff]{2,10})(?=[，,；;。）)])")
#: characters before the first name that are looked at, that an example shows of the names, and of a heading
_BEFORE, _SHOWN, _LONGEST_HEADING = 24, 40, 30
#: rules that are tried and offered at a time, the newest corrections first
_MOST = 6


@dataclass(frozen=True, slots=True)
class ProposedRule:
    """A rule that a correction calls for: its id, what it says in words, and its text as a file of rules."""

    id: str
    words: str
    toml: str


def proposals(state: PlanState) -> list[ProposedRule]:
    """The rules that the corrections of a plan call for; only those by which raci reads it as it was put right."""
    kept = {
        rule_id for change in state.changes if change.state == "done" for rule_id in change.settings.get("rules", {})
    }
    found: dict[str, tuple[ProposedRule, Edit | None]] = {}
    for edit in reversed(state.outcome.applied):
        proposed = _of_edit(state.outcome.session.plan.before, edit)
        if proposed is not None:
            found.setdefault(proposed.id, (proposed, edit))
    for head, role in state.settings.get("columns", {}).items():
        proposed = _of_column(head, role) if role else None
        if proposed is not None:
            found.setdefault(proposed.id, (proposed, None))
    candidates = [(rule, edit) for rule, edit in found.values() if rule.id not in kept]
    return [rule for rule, edit in candidates[:_MOST] if edit is None or _does(state, rule, edit)]


def _of_edit(analysis: Analysis, edit: Edit) -> ProposedRule | None:
    if edit.field == "untask" and edit.clause is not None and edit.clause < len(analysis.clauses):
        return _of_heading(analysis.clauses[edit.clause].heading)
    span = _span(analysis, edit) if edit.field in ("added", "role") else None
    if span is None:
        return None
    text = analysis.document.text
    return _of_label(text, span[0], edit.new_role) or _of_verb(text, span, edit.new_role)


def _span(analysis: Analysis, edit: Edit) -> tuple[int, int] | None:
    """Where the name stands that got a role."""
    if edit.field == "added":
        return edit.words
    same = (
        (each.start, each.end)
        for each in analysis.assignments
        if each.clause.index == edit.clause and each.department.name == edit.name and each.role == edit.role
    )
    return next(same, None)


def _of_label(text: str, start: int, role: Role) -> ProposedRule | None:
    # of several names the first has the label before it
    line = text.rfind("\n", 0, start) + 1
    colon = max(text.rfind("：", line, start), text.rfind(":", line, start))
    if colon < 0 or "。" in text[colon:start] or "；" in text[colon:start]:
        return None
    match = _LABEL.search(text[max(line, colon - _BEFORE) : colon + 1])
    if match is None:
        return None
    label = match[1].lstrip("（()）、")
    names = re.split(r"[。；;）)\n]", text[colon + 1 : colon + 1 + _SHOWN])[0].strip()
    return _proposed(
        f"“{label}：”后面是{_word(role)}",
        {"kind": "label", "role": role, "colon": True, "pattern": re.escape(label)},
        (f"{label}：{names}", f"明确{label}，压实责任。"),
    )


def _of_verb(text: str, span: tuple[int, int], role: Role) -> ProposedRule | None:
    """The words that say the role behind a list of names: ``市水利局、市林业局挂帅``."""
    start, end = span
    stop = re.search(r"[，,；;。）)\n]", text[end:])
    rest = text[end : end + stop.end()] if stop else ""
    last = rest.rfind("、") + 1
    names = re.split(r"[，,；;。（(\n]", text[:start])[-1] + text[start : end + last]
    # behind a further name of the list nothing tells where that ends: only what follows the name itself is looked at
    match = None if last else _VERB.match(rest)
    if match is None:
        return None
    verb = match[1]
    return _proposed(
        f"名单后面写“{verb}”的是{_word(role)}",
        {"kind": "verb", "role": role, "pattern": re.escape(verb)},
        (f"{names[-_SHOWN:]}{verb}", f"{verb}工作方案"),
    )


def _of_heading(heading: str) -> ProposedRule | None:
    """A heading under which nothing is to be done."""
    if not 2 <= len(heading) <= _LONGEST_HEADING:
        return None
    return _proposed(
        f"“{heading}”不是任务",
        {"kind": "not-a-task", "pattern": f"^{re.escape(heading)}$"},
        (heading, f"落实{heading}"),
    )


def _of_column(head: str, role: str) -> ProposedRule | None:
    """A column of a table, for whatever is dropped later; beside the document the settings keep it too."""
    written = re.sub(r"[\s\u3000]+", "", head)
    return _proposed(
        f"表格的“{written}”列是{COLUMN_ROLES.get(role, role)}",
        {"kind": "column", "role": role, "pattern": re.escape(written)},
        (written, f"非{written}"),
    )


def _proposed(words: str, rule: Mapping[str, str | bool], examples: tuple[str, str]) -> ProposedRule | None:
    """The rule with an example that it matches and one that it does not; None where it does not do so."""
    rule_id = f"own.{rule['kind']}-{blake2b(words.encode(), digest_size=4).hexdigest()}"
    keys = {"id": rule_id, **rule, "why": f"在网页上改正：{words}。"}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()]
    match, no_match = (json.dumps([example], ensure_ascii=False) for example in examples)
    toml = "\n".join(("[[rule]]", *lines, f"match = {match}", f"no_match = {no_match}", ""))
    try:
        parse_rules(toml, "网页")
    except RaciError:
        return None  # words that say it already, or say something else elsewhere
    return ProposedRule(rule_id, words, toml)


def _does(state: PlanState, rule: ProposedRule, edit: Edit) -> bool:
    """Whether raci makes of the plan's text by that rule what the correction made of it, and does not without it."""
    before = state.outcome.session.plan.before
    after = run(before.document, Options(rules=parse_rules(rule.toml, "网页")))
    if edit.field == "untask" and edit.clause is not None:
        start = before.clauses[edit.clause].start
        return all(clause.start != start for clause in after.task_clauses())
    span = _span(before, edit)
    return any((each.start, each.end, each.role) == (*(span or ()), edit.new_role) for each in after.marked)


def _word(role: Role) -> str:
    return next((each.heading for each in ROLE_TYPES if each.key == role), ROLE_WORDS[role])
