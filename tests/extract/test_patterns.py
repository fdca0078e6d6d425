"""A user's rules beside the built-in ones: they add, they come first, and none of them can stop the rest."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from texts import clause, plans, said

from raci.model import Assignment
from raci.pipeline import extract, stages
from raci.rules import Rule, load_file

ENTRY = """
[[rule]]
id = "{id}"
kind = "{kind}"
role = "{role}"
pattern = '{pattern}'
why = "测试。"
match = ["{match}"]
no_match = ["{no_match}"]
"""


@pytest.fixture
def rules(tmp_path: Path) -> tuple[Rule, ...]:
    """统筹单位 leads, 承接 makes responsible, and 主办单位 (built in: lead) is but responsible."""
    path = tmp_path / "rules.toml"
    path.write_text(
        ENTRY.format(
            id="my.steward", kind="label", role="lead", pattern="统筹单位", match="统筹单位：甲局", no_match="统筹甲局"
        )
        + ENTRY.format(
            id="my.undertake",
            kind="verb",
            role="responsible",
            pattern="承接",
            match="市商务局承接",
            no_match="承接单位",
        )
        + ENTRY.format(
            id="my.host",
            kind="label",
            role="responsible",
            pattern="主办单位",
            match="主办单位：甲局",
            no_match="主办甲局",
        ),
        encoding="utf-8",
    )
    return load_file(path)


def slow(name: str, kind: str, match: str) -> Rule:
    """A rule whose pattern takes forever on a run of 市."""
    return Rule(name, kind, "(?:市|市市)+[甲乙丙]", "测试。", (match,), ("无",), role="lead", user=True)


def found(text: str, *rules: Rule) -> list[tuple[str, str, str]]:
    def row(one: Assignment) -> tuple[str, str, str]:
        return one.department.name, one.role, one.rule

    return [row(one) for one in extract(text, stages=stages(rules))]


@settings(max_examples=20, deadline=None)
@given(plan=plans())
def test_no_rules_of_ones_own_change_nothing(plan) -> None:
    assert extract(plan.text, stages=stages()) == extract(plan.text)


def test_a_rule_of_ones_own_counts(rules: tuple[Rule, ...]) -> None:
    text = clause("（统筹单位：市商务局；责任单位：市财政局）")
    assert ("市商务局", "lead") not in said(text)
    assert found(text, *rules) == [
        ("市商务局", "lead", "my.steward"),
        ("市财政局", "responsible", "label.responsible"),
    ]


def test_a_verb_of_ones_own_counts(rules: tuple[Rule, ...]) -> None:
    text = clause("（市商务局牵头，市财政局承接，市教育局配合）")
    assert found(text, *rules) == [
        ("市商务局", "lead", "verb.lead"),
        ("市财政局", "responsible", "my.undertake"),
        ("市教育局", "support", "verb.support"),
    ]


def test_a_rule_of_ones_own_comes_before_the_built_in_ones(rules: tuple[Rule, ...]) -> None:
    text = clause("（主办单位：市商务局）")
    assert said(text) == [("市商务局", "lead")]
    assert found(text, *rules) == [("市商务局", "responsible", "my.host")]


@settings(max_examples=20, deadline=None)
@given(plan=plans())
def test_rules_that_never_fire_change_nothing(plan) -> None:
    rules = tuple(
        Rule(f"my.{kind}", kind, "㊣+", "测试。", ("㊣",), ("一",), role="lead", user=True)
        for kind in ("label", "verb")
    )
    assert extract(plan.text, stages=stages(rules)) == extract(plan.text)


@pytest.mark.parametrize("kind", ["label", "verb"])
def test_a_pattern_that_takes_forever_is_stopped_named_and_the_rest_goes_on(
    kind: str,
    rules: tuple[Rule, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(sys.modules["raci.extract.patterns"], "PATTERN_SECONDS", 0.1)
    hanging = slow(f"my.hanging-{kind}", kind, "市市甲")
    text = clause(f"（统筹单位：市商务局、{'市' * 60}局；责任单位：市财政局）")
    with caplog.at_level(logging.WARNING, logger="raci"):
        rows = found(text, hanging, *rules)
    assert ("市商务局", "lead", "my.steward") in rows
    assert ("市财政局", "responsible", "label.responsible") in rows
    assert hanging.id in caplog.text
    assert "my.steward" not in caplog.text
