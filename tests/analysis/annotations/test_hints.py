"""Quick looks hide nothing: each is held to the examples of the rules that it looks ahead for."""

from __future__ import annotations

from typing import Any

import pytest

from raci.analysis.annotations.hints import HINTS
from raci.analysis.annotations.patterns import Patterns
from raci.rules import Rule, built_in
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import active_rules
from raci.rules.values import KINDS

# private: for tools and tests alone
import re._parser as parser  # type: ignore[import-not-found]  # isort: skip
from re._compiler import _get_charset_prefix as charset_prefix  # type: ignore[import-not-found]  # isort: skip

#: what hints are called as patterns of a run
NAMES = {
    "trigger": "trigger",
    "label-end": "label_end",
    "deadline": "maybe_deadline",
    "standing": "maybe_standing",
    "standing-sentence": "maybe_standing_sentence",
}


def rules_behind_hints() -> list[Any]:
    return [
        pytest.param(name, rule, id=f"{name}: {rule.id}")
        for name, hint in HINTS.items()
        for rule in built_in()
        # a label of something else (备注：…) is looked for only where other labels stand
        if rule.kind in hint.kinds and rule.role != "other"
    ]


def test_hints_look_ahead_for_kinds_that_there_are() -> None:
    assert {kind for hint in HINTS.values() for kind in hint.kinds} <= set(KINDS)


@pytest.mark.parametrize(("name", "rule"), rules_behind_hints())
def test_a_hint_hides_no_example_of_the_rules_that_it_looks_ahead_for(name: str, rule: Rule) -> None:
    pattern = HINTS[name].built_in()
    assert [example for example in rule.match if not pattern.search(example)] == []


@pytest.mark.parametrize("text", ["比例为3：5。", "优化空间布局，提升城市品质。", "市财政局、市教育局"])
def test_where_no_label_ends_none_is_looked_for(text: str) -> None:
    assert not HINTS["label-end"].built_in().search(text)


@pytest.mark.parametrize("name", NAMES)
def test_a_hint_is_widened_by_a_users_rules(name: str) -> None:
    kind = HINTS[name].kinds[0]
    rule = Rule("my.own", kind, "开春之时", "测试。", ("无",), ("无",), role="lead", effect="first-leads", user=True)
    text = "开春之时："
    assert not getattr(Patterns(active_rules()), NAMES[name]).search("开春之时")
    assert getattr(Patterns(active_rules((rule,))), NAMES[name]).search(text)


@pytest.mark.parametrize("name", ["hint.trigger", "hint.standing-sentence", "prose.may-tell"])
def test_what_looks_over_a_whole_text_begins_with_a_character_or_a_set(name: str) -> None:
    # else ``re`` tries every alternative at every character: 100 instead of 13 ns for each
    pattern = lexicon_pattern(name).pattern
    assert charset_prefix(parser.parse(pattern), 0), "alternatives that begin with a set stand behind a look at it"
