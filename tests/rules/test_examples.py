"""Every rule that comes with raci, against its own examples and against the other rules of its kind."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import groupby
from typing import Any

import pytest
from texts import clause

from raci.analysis.annotations.rule_union import RuleUnion
from raci.pipeline import analyse, extract
from raci.readers.registry import read_text
from raci.rules import Rule, built_in
from raci.rules.columns import column
from raci.rules.lexicon import LEXICON
from raci.rules.loading import built_in_tables, rules_of_table
from raci.rules.markers import at_start
from raci.rules.matching import ActiveRules

RULES = built_in()
KEYS = ("id", "kind", "pattern", "why", "match", "no_match")
#: kinds that are tried as one pattern: where two of their rules overlap, the one that stands first in its file decides
TRIED_TOGETHER = (("label",), ("verb", "infix"))


def examples(rules: tuple[Rule, ...], which: str) -> list[Any]:
    return [pytest.param(rule, each, id=f"{rule.id}: {each}") for rule in rules for each in getattr(rule, which)]


def of(*kinds: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.kind in kinds)


def entries() -> list[Any]:
    return [
        pytest.param(entry, id=f"{file.name} {place} {entry.get('id')}")
        for file in sorted((files("raci") / "data" / "rules").iterdir(), key=lambda each: each.name)
        for place, entry in enumerate(tomllib.loads(file.read_text(encoding="utf-8")).get("rule", []), 1)
    ]


@pytest.mark.parametrize("entry", entries())
def test_no_rule_stands_without_its_reason_and_examples_both_ways(entry: dict[str, Any]) -> None:
    assert [key for key in KEYS if not entry.get(key)] == []


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(ids) == sorted(set(ids))


def test_no_rule_stays_behind_in_its_file() -> None:
    assert len(RULES) == len(entries())


def test_every_file_of_rules_passes_the_checks_that_loading_leaves_out() -> None:
    for file, table in built_in_tables():
        assert rules_of_table(table, file) == tuple(rule for rule in RULES if rule.file == file)


@pytest.mark.parametrize(("rule", "example"), examples(RULES, "no_match"))
def test_a_rule_is_silent_on_its_counterexamples(rule: Rule, example: str) -> None:
    assert not rule.fires(example)


@pytest.mark.parametrize(("rule", "example"), examples(RULES, "match"))
def test_a_rule_fires_on_its_examples(rule: Rule, example: str) -> None:
    assert rule.fires(example)


@pytest.mark.parametrize("kinds", TRIED_TOGETHER, ids="+".join)
def test_no_other_rule_of_the_kind_claims_an_example_at_its_place(kinds: tuple[str, ...]) -> None:
    rules = of(*kinds)
    together = RuleUnion(ActiveRules(rules), *kinds)
    for rule in rules:
        alone = RuleUnion(ActiveRules([rule]), *kinds)
        for example in rule.match:
            place = alone.finditer(example)[0][0]
            claimed = [(start, found.id) for start, _, found in together.finditer(example) if start <= place]
            assert claimed[-1] == (place, rule.id), f"{example}: {rule.id} at {place}, but {claimed}"


@pytest.mark.parametrize(("rule", "example"), examples(of("marker"), "match"))
def test_a_marker_is_read_as_the_rule_that_gives_it_as_example(rule: Rule, example: str) -> None:
    found = at_start(example)
    assert found is not None
    assert (found.rule, found.level) == (rule.id, rule.level)


@pytest.mark.parametrize(("rule", "example"), examples(of("column"), "match"))
def test_a_head_of_a_column_is_read_as_the_rule_that_gives_it_as_example(rule: Rule, example: str) -> None:
    found = column(example)
    assert found is not None
    assert found.id == rule.id, "labels come first, then the columns in their order"


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind, _ in groupby(sorted(rule.kind for rule in RULES))
        if kind not in ("label", "verb", "infix", "marker", "column", LEXICON)
    ],
)
def test_no_rule_says_what_another_of_its_kind_says_already(kind: str) -> None:
    rules = of(kind)
    doubled = [
        f"{example}: {rule.id}, {other.id}"
        for rule in rules
        for example in rule.match
        for other in rules
        if other is not rule and other.fires(example)
    ]
    assert doubled == []


# through the whole extraction


@pytest.mark.parametrize(("rule", "example"), examples(of("label", "verb", "infix"), "no_match"))
def test_a_counterexample_in_brackets_is_not_of_that_rule(rule: Rule, example: str) -> None:
    assert rule.id not in {one.rule for one in extract(clause(f"（{example}）"))}


@pytest.mark.parametrize(
    ("rule", "example"), examples(tuple(rule for rule in of("verb", "infix") if rule.role), "match")
)
def test_a_verb_gives_its_role_to_the_names_before_it(rule: Rule, example: str) -> None:
    found = extract(clause(f"（{example}）"))
    assert {one.rule for one in found} == {rule.id}
    assert rule.role in {one.role for one in found}


@pytest.mark.parametrize(
    ("rule", "example"),
    examples(tuple(rule for rule in of("label") if rule.role not in ("deadline", "other")), "match"),
)
@pytest.mark.parametrize("written", ["（{}）", "({})", "〔{}〕", "{}。", "\n{}"])
def test_a_label_gives_its_role_to_the_names_behind_it(rule: Rule, example: str, written: str) -> None:
    found = extract(clause(written.format(example)))
    assert {(one.rule, one.role) for one in found} == {(rule.id, rule.role)}


@pytest.mark.parametrize(("rule", "example"), examples(tuple(rule for rule in of("label") if rule.colon), "match"))
def test_a_label_that_needs_its_colon_is_none_without(rule: Rule, example: str) -> None:
    assert rule.id not in {one.rule for one in extract(clause(f"（{example.replace('：', '').replace(':', '')}）"))}


@pytest.mark.parametrize(
    ("rule", "example"), examples(tuple(rule for rule in of("label") if rule.role == "deadline"), "match")
)
def test_a_label_of_a_time_limit_gives_it_to_the_names_beside_it(rule: Rule, example: str) -> None:
    (one,) = extract(clause(f"（责任单位：市商务局；{example}）"))
    assert one.deadline is not None
    assert one.deadline.text == example.split("：")[1]


@pytest.mark.parametrize(
    ("rule", "example"), examples(tuple(rule for rule in of("label") if rule.role == "other"), "match")
)
def test_what_stands_behind_another_label_is_no_name(rule: Rule, example: str) -> None:
    assert [one.department.name for one in extract(clause(f"（责任单位：市商务局；{example}）"))] == ["市商务局"]


@pytest.mark.parametrize(("rule", "example"), examples(of("deadline"), "match"))
def test_a_time_limit_is_kept_as_written_and_is_no_name(rule: Rule, example: str) -> None:
    for written in (f"（责任单位：市商务局，{example}）", f"（{example}，市商务局负责）"):
        (one,) = extract(clause(written))
        assert one.department.name == "市商务局"
        assert one.deadline is not None
        assert one.deadline.text == example


@pytest.mark.parametrize(("rule", "example"), examples(of("refuse", "refuse-always", "refuse-bare"), "match"))
def test_what_is_refused_names_nobody(rule: Rule, example: str) -> None:
    text = clause("（责任单位：市商务局）") + f"二、完善配套设施。划定重点区域。（{example}）\n"
    assert {one.department.name for one in extract(text)} == {"市商务局"}


@pytest.mark.parametrize(("rule", "example"), examples(of("standing"), "match"))
def test_what_is_said_once_for_all_is_quoted_with_the_analysis(rule: Rule, example: str) -> None:
    text = clause(f"（责任单位：市商务局、市财政局，{example}）")
    (document,) = read_text(text)
    (quoted,) = analyse(document).declarations
    assert quoted in example


@pytest.mark.parametrize(("rule", "example"), examples(of("furniture"), "match"))
def test_furniture_is_no_clause_and_is_told(rule: Rule, example: str) -> None:
    (document,) = read_text(f"{example}\n云岭市夜间消费提升行动方案\n{clause('（责任单位：市商务局）')}")
    assert example in document.text, "it stays in the text"
    assert not any(example in one.heading for one in analyse(document).clauses)
    assert any("1 段" in note for note in document.notes)


@pytest.mark.parametrize(("rule", "example"), examples(of("not-a-task"), "match"))
def test_a_chapter_that_asks_nobody_is_no_task(rule: Rule, example: str) -> None:
    text = f"一、{example}\n{clause('（责任单位：市商务局）').replace('一、', '二、')}"
    (document,) = read_text(text)
    assert [one.heading for one in analyse(document).task_clauses()] == ["优化空间布局"]
