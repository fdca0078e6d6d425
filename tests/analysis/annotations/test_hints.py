"""Quick looks hide nothing: each is held to its own examples and to those of the rules that it looks ahead for."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from raci.analysis.annotations.hints import Hint, hints
from raci.analysis.annotations.patterns import Patterns
from raci.rules import Rule, built_in
from raci.rules.matching import active_rules
from raci.rules.values import KINDS

KEYS = ("id", "pattern", "why", "match", "no_match")


def entries() -> list[Any]:
    table = tomllib.loads((files("raci") / "data" / "hints.toml").read_text(encoding="utf-8"))
    return [pytest.param(entry, id=str(entry.get("id"))) for entry in table["hint"]]


def examples(which: str) -> list[Any]:
    return [
        pytest.param(hint, example, id=f"{hint.id}: {example}")
        for hint in hints().values()
        for example in getattr(hint, which)
    ]


def rules_behind_hints() -> list[Any]:
    return [
        pytest.param(hint, rule, id=f"{hint.id}: {rule.id}")
        for hint in hints().values()
        for rule in built_in()
        # a label of something else (备注：…) is looked for only where other labels stand
        if rule.kind in hint.rules and rule.role != "other"
    ]


@pytest.mark.parametrize("entry", entries())
def test_no_hint_stands_without_its_reason_and_examples_both_ways(entry: dict[str, Any]) -> None:
    assert [key for key in KEYS if not entry.get(key)] == []
    assert set(entry) <= {*KEYS, "rules", "engine"}
    assert set(entry.get("rules", ())) <= set(KINDS)


def test_no_two_hints_share_an_id() -> None:
    assert len(hints()) == len(entries())


@pytest.mark.parametrize(("hint", "example"), examples("match"))
def test_a_hint_matches_its_examples(hint: Hint, example: str) -> None:
    assert hint.compiled().search(example)


@pytest.mark.parametrize(("hint", "example"), examples("no_match"))
def test_a_hint_is_silent_on_its_counterexamples(hint: Hint, example: str) -> None:
    assert not hint.compiled().search(example)


@pytest.mark.parametrize(("hint", "rule"), rules_behind_hints())
def test_a_hint_hides_no_example_of_the_rules_that_it_looks_ahead_for(hint: Hint, rule: Rule) -> None:
    hidden = [example for example in rule.match if not hint.compiled().search(example)]
    assert hidden == []


@pytest.mark.parametrize("name", ["trigger", "label_end", "maybe_deadline", "maybe_standing"])
def test_a_hint_is_widened_by_a_users_rules(name: str) -> None:
    kinds = {"trigger": "verb", "label_end": "label", "maybe_deadline": "deadline", "maybe_standing": "standing"}
    rule = Rule("my.own", kinds[name], "开春以前", "测试。", ("无",), ("无",), role="lead", user=True)
    text = "开春以前："
    assert not getattr(Patterns(active_rules()), name).search("开春以前")
    assert getattr(Patterns(active_rules((rule,))), name).search(text)
