"""Rules of the user's own: tried on all projects, kept where that is wanted, taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from time import monotonic

from raci.atomic import write_file
from raci.config.options.analysis import Options
from raci.config.rule_files import parse_rules
from raci.errors import OptionError
from raci.model import Analysis
from raci.model.labels import ROLE_WORDS
from raci.pipeline import run
from raci.rules import Rule
from raci.web.projects.folder import ProjectFolder
from raci.web.projects.project import Project

__all__ = ["follow", "forget", "keep", "trial"]

#: where the rules of a file begin, and the line that names one
_PARTS, _ID_LINE = re.compile(r"^(?=\[\[rule\]\])", re.M), re.compile(r'^id\s*=\s*("[^"\n]*")', re.M)
#: seconds that a trial over all projects may take
_LONGEST_TRIAL = 20.0
#: changes of rows that a trial tells of a plan
_MOST_ROWS = 50

Row = tuple[str, str, str]


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
    before = folder.rules_text()
    if toml in before:
        return
    text = f"{before.rstrip()}\n\n{toml}" if before.strip() else toml
    parse_rules(text, str(folder.rules_file))
    write_file(folder.rules_file, text.encode())


def forget(folder: ProjectFolder, rule_id: str) -> bool:
    """Take a rule out of those by which what is dropped later is read; whether it was there. The rest stays as it is.

    Raises OptionError where the rule was written there by hand in a way that cannot be cut out.
    """
    ids = {rule.id for rule in folder.rules()}
    if rule_id not in ids:
        return False
    before = folder.rules_text()
    text = "".join(part for part in _PARTS.split(before) if not _has_id(part, rule_id))
    left = {rule.id for rule in parse_rules(text, str(folder.rules_file))} if "[[rule]]" in text else set()
    if left != ids - {rule_id}:
        raise OptionError("这条规则不能自动取下", place=str(folder.rules_file), remedy="请用记事本打开这个文件删去它")
    write_file(folder.rules_file, text.encode())
    return True


def follow(folder: ProjectFolder, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Where a plan took rules over, or gave them up (id → TOML): the rules that are kept follow it."""
    for rule_id in before:
        if rule_id not in after:
            forget(folder, rule_id)
    for rule_id, toml in after.items():
        if rule_id not in before:
            keep(folder, toml)


def _has_id(part: str, rule_id: str) -> bool:
    """Whether a part of the file is the rule of that id."""
    return part.startswith("[[rule]]") and json.dumps(rule_id) in _ID_LINE.findall(part)
