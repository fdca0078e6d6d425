"""From a correction to a rule: proposed with examples both ways, tried on all projects, kept where it is wanted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from time import monotonic

from raci.atomic import write_file
from raci.config.options.analysis import Options
from raci.config.rule_files import parse_rules
from raci.errors import RaciError
from raci.model import Analysis, Edit
from raci.model.labels import ROLE_WORDS
from raci.model.roles import ROLE_TYPES
from raci.pipeline import run
from raci.rules import Rule
from raci.web.projects.folder import ProjectFolder
from raci.web.projects.plan import PlanState
from raci.web.projects.project import Project

__all__ = ["ProposedRule", "keep", "proposals", "trial"]

#: a label before the name that was marked, and its colon
_LABEL = re.compile(r"([\u4e00-\u9fff][\u4e00-\u9fff（）()、/]{1,14})\s*[:：]\s*$")
#: characters before the first name that are looked at, and that an example shows of the names
_BEFORE, _SHOWN = 24, 40
#: seconds that a trial over all projects may take
_LONGEST_TRIAL = 20.0
#: changes of rows that a trial tells of a plan
_MOST_ROWS = 50

Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ProposedRule:
    """A rule that a correction calls for: its id, what it says in words, and its text as a file of rules."""

    id: str
    words: str
    toml: str


def proposals(state: PlanState) -> list[ProposedRule]:
    """The rules that the corrections of a plan call for: labels that were not known, before names that were marked."""
    found: dict[str, ProposedRule] = {}
    for edit in state.applied:
        if edit.field != "added" or edit.start is None:
            continue
        proposed = _of_label(state.analysis, edit)
        if proposed is not None:
            found.setdefault(proposed.id, proposed)
    kept = {
        rule_id for change in state.changes if change.state == "done" for rule_id in change.settings.get("rules", {})
    }
    return [rule for rule in found.values() if rule.id not in kept]


def _of_label(analysis: Analysis, edit: Edit) -> ProposedRule | None:
    text, start = analysis.document.text, edit.start or 0
    # of several names the first has the label before it
    line = text.rfind("\n", 0, start) + 1
    colon = max(text.rfind("：", line, start), text.rfind(":", line, start))
    if colon < 0 or "。" in text[colon:start] or "；" in text[colon:start]:
        return None
    match = _LABEL.search(text[max(line, colon - _BEFORE) : colon + 1])
    if match is None:
        return None
    label, role = match[1].lstrip("（()）、"), edit.after
    heading = next(each.heading for each in ROLE_TYPES if each.key == role)
    names = re.split(r"[。；;）)\n]", text[colon + 1 : colon + 1 + _SHOWN])[0].strip()
    rule_id = f"own.label-{blake2b(f'{label}{role}'.encode(), digest_size=4).hexdigest()}"
    toml = "\n".join(
        (
            "[[rule]]",
            f"id = {_quoted(rule_id)}",
            'kind = "label"',
            f"role = {_quoted(role)}",
            "colon = true",
            f"pattern = {_quoted(re.escape(label))}",
            f"why = {_quoted(f'在网页上标注：“{label}”后面是{heading}。')}",
            f"match = [{_quoted(f'{label}：{names}')}]",
            f"no_match = [{_quoted(f'明确{label}，压实责任。')}]",
            "",
        )
    )
    try:
        parse_rules(toml, "网页")
    except RaciError:
        return None  # a label that says it already, or says something else elsewhere
    return ProposedRule(rule_id, f"“{label}：”后面是{heading}", toml)


def trial(folder: ProjectFolder, toml: str) -> Mapping[str, object]:
    """What a rule would change in all projects, the newest first: rows that come and that go, plan by plan.

    Raises RuleError for a text that is no rule.
    """
    rules = parse_rules(toml, "网页")
    begun, plans, left = monotonic(), [], 0
    for entry in folder.entries():
        for plan in entry.plans:
            if monotonic() - begun > _LONGEST_TRIAL:
                left += 1
                continue
            gained, lost = _differences(folder.project(entry.id), plan.number, rules)
            if gained or lost:
                plans.append(
                    {"title": plan.title, "gained": sorted(gained)[:_MOST_ROWS], "lost": sorted(lost)[:_MOST_ROWS]}
                )
    return {"plans": plans, "left": left}


def _differences(project: Project, plan: int, rules: tuple[Rule, ...]) -> tuple[set[Row], set[Row]]:
    base = project.base(plan)
    before = set(_rows(run(base.document, Options())))
    after = set(_rows(run(base.document, Options(rules=rules))))
    return after - before, before - after


def _rows(analysis: Analysis) -> Iterator[Row]:
    for item in analysis.marked:
        yield item.clause.label, item.department.name, ROLE_WORDS[item.role]


def keep(folder: ProjectFolder, toml: str) -> None:
    """Add a rule to those by which what is dropped later is read. Raises RuleError where they do not go together."""
    path = folder.rules_file
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    if toml in before:
        return
    text = f"{before}\n{toml}" if before else toml
    parse_rules(text, str(path))
    write_file(path, text.encode())


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
