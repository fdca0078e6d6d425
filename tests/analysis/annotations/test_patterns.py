"""A user's rules beside the built-in ones: they add, they come first, and none of them can stop the rest."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from texts import MARKED, clause, plans, said

from raci.config.rule_files import load_rules
from raci.model import Assignment, Block, Cell, Document
from raci.pipeline import analyse, extract
from raci.readers.registry import read_text
from raci.rules import Rule

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
    return load_rules(path)


def slow(name: str, kind: str, match: str) -> Rule:
    """A rule whose pattern takes forever on a run of 市."""
    return Rule(name, kind, "(?:市|市市)+[甲乙丙]", "测试。", (match,), ("无",), role="lead", user=True)


def found(text: str, *rules: Rule) -> list[tuple[str, str, str]]:
    def row(one: Assignment) -> tuple[str, str, str]:
        return one.department.name, one.role, one.rule

    return [row(one) for one in extract(text, rules=rules, basis=MARKED)]


@settings(max_examples=20, deadline=None)
@given(plan=plans())
def test_no_rules_of_ones_own_change_nothing(plan) -> None:
    assert extract(plan.text, rules=(), basis=MARKED) == extract(plan.text, basis=MARKED)


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
    assert extract(plan.text, rules=rules, basis=MARKED) == extract(plan.text, basis=MARKED)


def own(kind: str, pattern: str, **keys: str) -> Rule:
    """A rule of the user's, as a file would give it."""
    return Rule(f"my.{kind}", kind, pattern, "测试。", ("无",), ("无",), user=True, **keys)


#: a label of words that no built-in rule holds, nor the quick looks before them
GRIP = own("label", "抓手同志", role="lead")


@pytest.mark.parametrize(
    "written",
    [
        "（抓手同志：市商务局）",
        "（抓手同志市商务局）",
        "〔抓手同志:市商务局〕",
        "【抓手同志】市商务局",
        "抓手同志：市商务局。",
        "抓手同志：市商务局。完成时限：6月底。",
        "\n抓手同志：市商务局",
        "\n【抓手同志】市商务局",
    ],
)
def test_a_label_of_ones_own_counts_wherever_a_label_may_stand(written: str) -> None:
    assert said(clause(written)) != [("市商务局", "lead")], "the built-in rules do not know it"
    assert found(clause(written), GRIP) == [("市商务局", "lead", "my.label")]


def test_a_verb_of_ones_own_counts_without_any_word_that_raci_knows() -> None:
    text = clause("（市商务局兜底，市财政局打下手）")
    assert said(text) == []
    rules = (own("verb", "兜底", role="lead"), replace(own("verb", "打下手", role="support"), id="my.help"))
    assert found(text, *rules) == [("市商务局", "lead", "my.verb"), ("市财政局", "support", "my.help")]


def test_an_annotation_of_ones_own_label_is_no_part_of_the_heading() -> None:
    (one,) = extract("一、优化空间布局（抓手同志：市商务局）\n", rules=[GRIP], basis=MARKED)
    assert one.clause.heading == "优化空间布局"


def test_a_time_limit_of_ones_own_counts() -> None:
    text = clause("（责任单位：市商务局，开春以前）")
    rule = own("deadline", "开春以前")
    assert not any(one.deadline for one in extract(text, basis=MARKED))
    (one,) = extract(text, rules=[rule], basis=MARKED)
    assert one.deadline is not None
    assert one.deadline.text == "开春以前"


def test_a_standing_rule_of_ones_own_counts() -> None:
    text = clause("（责任单位：市商务局、市财政局，打头的管总）")
    rule = own("standing", "打头的管总", effect="first-leads")
    assert found(text, rule) == [("市商务局", "lead", "my.standing"), ("市财政局", "responsible", "label.responsible")]


def test_what_ones_own_rules_refuse_names_nobody() -> None:
    text = clause("（责任单位：市商务局，样例）")
    assert said(text)
    assert found(text, own("refuse-always", "样例")) == []


def test_names_that_end_as_ones_own_rule_says_are_bodies() -> None:
    text = clause("（责任单位：市商务局）") + "二、完善设施。（市商务局、云岭议事厅堂）\n" * 3
    assert ("云岭议事厅堂", "responsible", "bare.bracket") not in found(text)
    assert ("云岭议事厅堂", "responsible", "bare.bracket") in found(text, own("ending", "厅堂$"))


def test_a_chapter_that_asks_nobody_by_ones_own_rule() -> None:
    text = "一、总揽图景\n（一）城乡更美。面貌一新。\n二、优化布局。\n"
    (document,) = read_text(text)
    headings = [
        one.heading for one in analyse(document, rules=[own("not-a-task", "^总揽")], basis=MARKED).task_clauses()
    ]
    assert headings == ["优化布局"]
    assert len(analyse(document, basis=MARKED).task_clauses()) == 2


@pytest.mark.parametrize("kind", ["label", "column"])
def test_a_column_of_ones_own_names_its_role(kind: str) -> None:
    lines = ["序号\t重点任务\t抓手同志\t配合单位", "1\t优化布局\t市商务局\t市财政局"]
    text = "\n".join(lines)
    offsets = [0, 3, 8, 13, len(lines[0]) + 1]
    cells = [Cell(0, 0, 0, 2), Cell(0, 1, 3, 7), Cell(0, 2, 8, 12), Cell(0, 3, 13, 17)]
    at = offsets[-1]
    for place, words in enumerate(lines[1].split("\t")):
        cells.append(Cell(1, place, at, at + len(words)))
        at += len(words) + 1
    document = Document(text, blocks=(Block("table", 0, len(text), cells=tuple(cells)),))
    rule = own(kind, "抓手同志", role="lead") if kind == "column" else replace(GRIP, match=("抓手同志：甲局",))
    rows = [(one.department.name, one.role, one.basis) for one in extract(document, rules=[rule], basis=MARKED)]
    assert rows == [("市商务局", "lead", "table"), ("市财政局", "support", "table")]
    assert [one.role for one in extract(document, basis=MARKED)] == ["support"]


SLOW = {
    "label": slow("my.hanging-label", "label", "市市甲"),
    "verb": slow("my.hanging-verb", "verb", "市市甲"),
    "deadline": own("deadline", "(?:市|市市)+底"),
    "standing": own("standing", "(?:市|市市)+先", effect="first-leads"),
    "refuse": own("refuse", "(?:市|市市)+[甲乙丙]"),
    "refuse-bare": own("refuse-bare", "(?:市|市市)+[甲乙丙]"),
    "ending": own("ending", "[甲乙丙](?:市|市市)+局"),
    "prose": own("prose", "(?:市|市市)+[甲乙丙]"),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", SLOW)
def test_a_pattern_that_takes_forever_is_stopped_named_and_the_rest_goes_on(
    kind: str,
    rules: tuple[Rule, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("raci.rules.matching.PATTERN_SECONDS", 0.1)
    hanging = SLOW[kind]
    text = clause(f"（统筹单位：市商务局、{'市' * 40}局；责任单位：市财政局）") * 3
    text += clause(f"（{'市' * 40}局、市教育局）")
    (document,) = read_text(text)
    with caplog.at_level(logging.WARNING, logger="raci"):
        analysis = analyse(document, rules=(hanging, *rules), basis=MARKED)
    rows = [(one.department.name, one.role, one.rule) for one in analysis.assignments]
    assert ("市商务局", "lead", "my.steward") in rows
    assert ("市财政局", "responsible", "label.responsible") in rows
    assert [record.getMessage().count(hanging.id) for record in caplog.records] == [1], "said once"
    assert analysis.stopped == (hanging.id,)
    assert [hanging.id in one.message for one in analysis.findings if one.check == "stopped"] == [True]


def test_a_rule_is_stopped_for_one_document_alone(rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raci.rules.matching.PATTERN_SECONDS", 0.1)
    given = (slow("my.hanging-later", "verb", "市市甲"), *rules)
    (hanging,) = read_text(clause(f"（统筹单位：{'市' * 60}局）"))
    (quick,) = read_text(clause("（市商务局市甲）"))
    alone = analyse(quick, rules=given, basis=MARKED)
    assert alone.stopped == ()
    assert "my.hanging-later" in {one.rule for one in alone.assignments}
    assert analyse(hanging, rules=given, basis=MARKED).stopped == ("my.hanging-later",)
    assert analyse(quick, rules=given, basis=MARKED) == alone, "what another document stopped changes nothing here"


def test_names_judged_while_a_rule_was_stopped_are_judged_anew_in_the_next_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("raci.rules.matching.PATTERN_SECONDS", 0.1)
    given = (own("ending", "[甲乙丙](?:市|市市)+局"), replace(own("ending", "厅堂$"), id="my.hall"))
    names = "（责任单位：市商务局、云岭议事厅堂）"
    (hanging,) = read_text(clause(f"（责任单位：甲{'市' * 60}局、云岭议事厅堂）") + clause(names))
    (quick,) = read_text(clause(names))
    alone = analyse(quick, rules=given, basis=MARKED)
    assert [one.department.name for one in alone.assignments] == ["市商务局", "云岭议事厅堂"]
    analyse(hanging, rules=given, basis=MARKED)
    assert analyse(quick, rules=given, basis=MARKED) == alone
