"""Every rule that comes with raci, against its own examples and against the other rules of its kind."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
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
FILES = sorted({rule.file for rule in RULES})
KEYS = ("id", "kind", "pattern", "why", "match", "no_match")
#: kinds that are tried as one pattern: where two of their rules overlap, the one that stands first in its file decides
TRIED_TOGETHER = (("label",), ("verb", "infix"))


def wrong(rules: Iterable[Rule], which: str, holds: Callable[[Rule, str], bool]) -> list[str]:
    """The examples, or the counterexamples, of rules of which something does not hold, each with its rule."""
    return [f"{rule.id}: {each}" for rule in rules for each in getattr(rule, which) if not holds(rule, each)]


def of(*kinds: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.kind in kinds)


def entries() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{file.name} {place} {entry.get('id')}", entry)
        for file in sorted((files("raci") / "data" / "rules").iterdir(), key=lambda each: each.name)
        for place, entry in enumerate(tomllib.loads(file.read_text(encoding="utf-8")).get("rule", []), 1)
    ]


def test_no_rule_stands_without_its_reason_and_examples_both_ways() -> None:
    assert [f"{place}: {key}" for place, entry in entries() for key in KEYS if not entry.get(key)] == []


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(ids) == sorted(set(ids))


def test_no_rule_stays_behind_in_its_file() -> None:
    assert len(RULES) == len(entries())


def test_every_file_of_rules_passes_the_checks_that_loading_leaves_out() -> None:
    for file, table in built_in_tables():
        assert rules_of_table(table, file) == tuple(rule for rule in RULES if rule.file == file)


@pytest.mark.parametrize("file", FILES)
def test_rules_fire_on_their_examples_and_are_silent_on_their_counterexamples(file: str) -> None:
    rules = [rule for rule in RULES if rule.file == file]
    assert wrong(rules, "match", lambda rule, example: rule.fires(example)) == []
    assert wrong(rules, "no_match", lambda rule, example: not rule.fires(example)) == []


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


def test_a_marker_is_read_as_the_rule_that_gives_it_as_example() -> None:
    def is_read(rule: Rule, example: str) -> bool:
        found = at_start(example)
        return found is not None and (found.rule, found.level) == (rule.id, rule.level)

    assert wrong(of("marker"), "match", is_read) == []


def test_a_head_of_a_column_is_read_as_the_rule_that_gives_it_as_example() -> None:
    def is_read(rule: Rule, example: str) -> bool:
        found = column(example)
        return found is not None and found.id == rule.id

    assert wrong(of("column"), "match", is_read) == [], "labels come first, then the columns in their order"


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


def found_rules(text: str) -> set[str]:
    return {one.rule for one in extract(clause(text))}


@pytest.mark.parametrize("kind", ["label", "verb", "infix"])
def test_a_counterexample_in_brackets_is_not_of_that_rule(kind: str) -> None:
    assert wrong(of(kind), "no_match", lambda rule, example: rule.id not in found_rules(f"（{example}）")) == []


@pytest.mark.parametrize("kind", ["verb", "infix"])
def test_a_verb_gives_its_role_to_the_names_before_it(kind: str) -> None:
    def gives(rule: Rule, example: str) -> bool:
        found = extract(clause(f"（{example}）"))
        return {one.rule for one in found} == {rule.id} and rule.role in {one.role for one in found}

    assert wrong([rule for rule in of(kind) if rule.role], "match", gives) == []


@pytest.mark.parametrize("written", ["（{}）", "({})", "〔{}〕", "{}。", "\n{}"])
def test_a_label_gives_its_role_to_the_names_behind_it(written: str) -> None:
    def gives(rule: Rule, example: str) -> bool:
        found = extract(clause(written.format(example)))
        return {(one.rule, one.role) for one in found} == {(rule.id, rule.role)}

    assert wrong([rule for rule in of("label") if rule.role not in ("deadline", "other")], "match", gives) == []


def test_a_label_that_needs_its_colon_is_none_without() -> None:
    def is_none(rule: Rule, example: str) -> bool:
        return rule.id not in found_rules(f"（{example.replace('：', '').replace(':', '')}）")

    assert wrong([rule for rule in of("label") if rule.colon], "match", is_none) == []


def test_a_label_of_a_time_limit_gives_it_to_the_names_beside_it() -> None:
    def gives(_: Rule, example: str) -> bool:
        limits = [one.deadline for one in extract(clause(f"（责任单位：市商务局；{example}）"))]
        return [limit and limit.text for limit in limits] == [example.split("：")[1]]

    assert wrong([rule for rule in of("label") if rule.role == "deadline"], "match", gives) == []


def test_what_stands_behind_another_label_is_no_name() -> None:
    def names_nobody(_: Rule, example: str) -> bool:
        found = extract(clause(f"（责任单位：市商务局；{example}）"))
        return [one.department.name for one in found] == ["市商务局"]

    assert wrong([rule for rule in of("label") if rule.role == "other"], "match", names_nobody) == []


@pytest.mark.parametrize("written", ["（责任单位：市商务局，{}）", "（{}，市商务局负责）"])
def test_a_time_limit_is_kept_as_written_and_is_no_name(written: str) -> None:
    def is_kept(_: Rule, example: str) -> bool:
        found = extract(clause(written.format(example)))
        read = [(one.department.name, one.deadline and one.deadline.text) for one in found]
        return read == [("市商务局", example)]

    assert wrong(of("deadline"), "match", is_kept) == []


@pytest.mark.parametrize("kind", ["refuse", "refuse-always", "refuse-bare"])
def test_what_is_refused_names_nobody(kind: str) -> None:
    def names_nobody(_: Rule, example: str) -> bool:
        text = clause("（责任单位：市商务局）") + f"二、完善配套设施。划定重点区域。（{example}）\n"
        return {one.department.name for one in extract(text)} == {"市商务局"}

    assert wrong(of(kind), "match", names_nobody) == []


def test_what_is_said_once_for_all_is_quoted_with_the_analysis() -> None:
    def is_quoted(_: Rule, example: str) -> bool:
        (document,) = read_text(clause(f"（责任单位：市商务局、市财政局，{example}）"))
        return [quoted in example for quoted in analyse(document).declarations] == [True]

    assert wrong(of("standing"), "match", is_quoted) == []


def test_furniture_stays_in_the_text_is_no_clause_and_is_told() -> None:
    def is_told(_: Rule, example: str) -> bool:
        (document,) = read_text(f"{example}\n云岭市夜间消费提升行动方案\n{clause('（责任单位：市商务局）')}")
        headings = [one.heading for one in analyse(document).clauses]
        told = any("1 段" in note for note in document.notes)
        return example in document.text and not any(example in heading for heading in headings) and told

    assert wrong(of("furniture"), "match", is_told) == []


def test_a_chapter_that_asks_nobody_is_no_task() -> None:
    def is_none(_: Rule, example: str) -> bool:
        (document,) = read_text(f"一、{example}\n{clause('（责任单位：市商务局）').replace('一、', '二、')}")
        return [one.heading for one in analyse(document).task_clauses()] == ["优化空间布局"]

    assert wrong(of("not-a-task"), "match", is_none) == []
