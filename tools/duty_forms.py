"""Score who does what in other words: tasks of our own and of ``dev`` written by templates, their gold with them.

python tools/duty_forms.py [--only TEMPLATE]… [--held] [--floor] [--errors N] [--ours] [--list]

A template (``written.duties``) writes a task with the bodies that lead and help and says what their roles are then, so
no label is made by hand. What is counted: clauses whose bodies and roles are not all as written; of these those with a
wrong lead, and those of documents without a finding that tells of it. ``--errors`` prints as many of each template,
``--ours`` leaves out the tasks of the corpus. ``--floor`` holds the shares of right clauses to
``tests/corpus/forms.toml``, which only rise.

Exit: 0 scored; 1 a template fell below its floor; 2 wrong use.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from revisions import CORPUS, ROOT
from written import duty_held, duty_held_more, duty_lines, duty_templates
from written.duties import ANY, Template, document, starts
from written.duty_plans import PLANS
from written.plans import Plan, Task, led_by_first, limited, plans, with_leaders

import raci
from raci.readers.registry import read_text

_SAYS_ITSELF = re.compile("牵头|配合|负责|部门对")
FLOORS = ROOT / "tests" / "corpus" / "forms.toml"
TEMPLATES: Mapping[str, Template] = {
    one.name: one
    for one in (
        *duty_templates.BRACKETS,
        *duty_templates.SENTENCES,
        *duty_lines.TEMPLATES,
        *duty_held.HELD,
        *duty_held_more.HELD,
    )
}


class Wrong(NamedTuple):
    """A clause that is not read as it was written."""

    plan: str
    words: str
    added: frozenset[tuple[str, str]]
    missed: frozenset[tuple[str, str]]
    told: bool

    @property
    def wrong_lead(self) -> bool:
        return any(role == "lead" for _, role in self.added)


def sources(ours: bool) -> list[Plan]:
    """Our plans, and those of the corpus where there is one."""
    found = [limited(plan) for plan in PLANS]
    if not ours and CORPUS.is_dir():
        found += [with_leaders(limited(led_by_first(_told_apart(plan)))) for plan in plans(CORPUS / "dev")]
    return found


def _told_apart(plan: Plan) -> Plan:
    """A plan without tasks that are named alike, and those whose names say themselves who does what."""
    kept: dict[str, Task] = {}
    for task in plan.tasks:
        if not _SAYS_ITSELF.search(task.name):
            kept.setdefault(task.name, task)
    return replace(plan, tasks=tuple(kept.values()))


def _folded(name: str) -> str:
    return re.sub(r"\W", "", name)


def judge(template: Template, plan: Plan) -> Iterator[Wrong | None]:
    """What is wrong of each task of a plan, or nothing."""
    analysis = raci.analyse(read_text(document(template, plan))[0])
    begins = list(starts(plan, analysis.document.text))
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for one in analysis.assignments:
        found[bisect(begins, one.clause.start + len(one.clause.number) + 1) - 1].add(
            (_folded(one.department.name), one.role)
        )
    told = any(finding.check == "unread" for finding in analysis.findings)
    for place, task in enumerate(plan.tasks):
        want = {(_folded(body), role) for body, role in template.gold(task)}
        any_role = {body for body, role in want if role == ANY}
        has = {(body, ANY if body in any_role and role != "leader" else role) for body, role in found[place]}
        if has == want:
            yield None
        else:
            end = begins[place + 1] if place + 1 < len(begins) else None
            words = analysis.document.text[begins[place] : end]
            yield Wrong(plan.name, words, frozenset(has - want), frozenset(want - has), told)


def _count(judged: Sequence[Wrong | None]) -> Counter[str]:
    count = Counter({"clauses": len(judged)})
    for wrong in judged:
        if wrong is not None:
            count += Counter({"wrong": 1, "wrong lead": wrong.wrong_lead, "silent": not wrong.told})
    return count


def _right(count: Counter[str]) -> float:
    return 1 - count["wrong"] / max(1, count["clauses"])


def _line(count: Counter[str]) -> str:
    kinds = "  ".join(f"{kind} {count[kind]:3}" for kind in ("wrong", "wrong lead", "silent"))
    return f"{_right(count):.4f}  {kinds}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", default=[], metavar="TEMPLATE")
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args(arguments)
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text("utf-8")).get("duties", {}) if options.floor else {}
    chosen = [
        one
        for one in TEMPLATES.values()
        if (one.name in floors if options.floor else one.held == options.held)
        and (not options.only or any(word in one.name for word in options.only))
    ]
    if options.list:
        print("\n".join(one.name for one in chosen))
        return 0
    read = sources(options.ours)
    fallen = 0
    totals: Counter[str] = Counter()
    for template in chosen:
        judged = [wrong for plan in read for wrong in judge(template, plan)]
        wrongs = [wrong for wrong in judged if wrong]
        counted = _count(judged)
        totals += counted
        below = _right(counted) < floors.get(template.name, 0)
        fallen += below
        fell = f"  FELL below {floors[template.name]}" if below else ""
        print(f"{_line(counted)}  {template.name}{fell}", flush=True)
        for one in wrongs[: options.errors]:
            print(f"      {one.plan}: {one.words[:110]!r}")
            print(f"         + {sorted(one.added)[:3]}  - {sorted(one.missed)[:3]} told {one.told}")
    print(f"{_line(totals)}  all {totals['clauses']} clauses")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
