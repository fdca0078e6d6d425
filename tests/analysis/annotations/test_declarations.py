"""What a document says once for all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from texts import MARKED, NOISE

from raci.model import Analysis, Span
from raci.pipeline import analyse, extract
from raci.readers.registry import read_text

A, B, C = NOISE[:3]
L, R = "lead", "responsible"


def plan(first: str, second: str = "（责任单位：市财政局、市教育局）", before: str = "") -> str:
    return (
        f"云岭市夜间消费提升行动方案\n{before}一、任务\n（一）优化布局。{A}{first}\n"
        f"（二）完善设施。{B}{second}\n（三）加强管理。{C}（牵头单位：市公安局；责任单位：市城管局）\n"
    )


def analysed(text: str) -> Analysis:
    (document,) = read_text(text)
    return analyse(document, basis=MARKED)


def roles(text: str, task: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text, basis=MARKED) if one.clause.heading == task]


@pytest.mark.parametrize("words", ["", "，下同", "，含云东区，下同", "（含云东区，下同）"])
def test_without_a_rule_nobody_leads_and_nobody_is_added(words: str) -> None:
    text = plan(f"（责任单位：市商务局、各县区政府{words}）")
    assert [one.role for one in extract(text, basis=MARKED) if one.clause.heading != "加强管理"] == [R] * 4
    assert analysed(text).declarations == ()


FIRST = (
    "列第一位者为牵头单位，下同",
    "排在第一位的部门为牵头部门，下同",
    "排在首位的为牵头单位，下同",
    "列首位的单位为牵头单位，下同",
)


@pytest.mark.parametrize("rule", FIRST)
@pytest.mark.parametrize(
    "written",
    [
        "（责任单位：市商务局、市财政局，{}）",
        "（责任单位：市商务局、市财政局。{}）",
        "（责任单位：市商务局、市财政局；{}）",
        "（责任单位：市商务局、市财政局）（{}）",
        "（责任单位：市商务局、市财政局（{}））",
        "（责任单位：市商务局（{}）、市财政局）",
        "（责任单位（{}）：市商务局、市财政局）",
        "（市商务局、市财政局按职责分工负责（{}））",
    ],
)
def test_the_first_named_leads_from_there_on(rule: str, written: str) -> None:
    text = plan(written.format(rule))
    assert roles(text, "优化布局") == [("市商务局", L), ("市财政局", R)]
    assert roles(text, "完善设施") == [("市财政局", L), ("市教育局", R)]
    assert roles(text, "加强管理") == [("市公安局", L), ("市城管局", R)], "who is named as lead stays it"


@pytest.mark.parametrize("rule", FIRST)
def test_the_rule_is_quoted_as_the_reason(rule: str) -> None:
    analysis = analysed(plan(f"（责任单位：市商务局、市财政局，{rule}）"))
    (quote,) = analysis.declarations
    assert quote in rule
    leads = [one for one in analysis.assignments if one.role == L and one.department.name != "市公安局"]
    assert {one.inherited_from for one in leads} == {quote}
    assert {one.rule.split(".")[0] for one in leads} == {"standing"}


@pytest.mark.parametrize(
    "before",
    [
        "各责任单位要抓好落实。责任单位中列第一位者为牵头单位，下同。\n",
        "（责任单位排在第一位的为牵头单位）\n",
        "注：列第一位者为牵头单位。\n",
    ],
)
def test_a_rule_in_the_covering_notice_counts(before: str) -> None:
    text = plan("（责任单位：市商务局、市财政局）", before=before)
    assert roles(text, "优化布局") == [("市商务局", L), ("市财政局", R)]


def test_a_rule_counts_from_where_it_stands() -> None:
    text = plan("（责任单位：市商务局、市财政局）", "（责任单位：市教育局、市财政局，列第一位者为牵头单位，下同）")
    assert roles(text, "优化布局") == [("市商务局", R), ("市财政局", R)]
    assert roles(text, "完善设施") == [("市教育局", L), ("市财政局", R)]


def test_a_rule_said_of_everything_counts_wherever_it_stands() -> None:
    rule = "各项任务中排序第一的责任单位为该项牵头单位"
    text = plan("（责任单位：市商务局、市财政局）") + f"本方案自印发之日起施行。{rule}，负责组织推进。\n"
    assert roles(text, "优化布局") == [("市商务局", L), ("市财政局", R)]
    assert roles(text, "完善设施") == [("市财政局", L), ("市教育局", R)]
    assert {one.inherited_from for one in extract(text, basis=MARKED) if one.rule == "standing.first-leads"} == {rule}


def test_provincial_bodies_lead_and_places_do_not() -> None:
    text = plan(
        "（责任单位：各市州人民政府、省商务厅、省财政厅，省级单位列第一位者为牵头单位，下同）",
        "（责任单位：各市州人民政府）",
    )
    assert sorted(roles(text, "优化布局")) == sorted([("省商务厅", L), ("各市州人民政府", R), ("省财政厅", R)])
    assert roles(text, "完善设施") == [("各市州人民政府", R)]


def test_the_comma_parts_lead_from_responsible() -> None:
    text = plan(
        "（责任单位：市商务局、市财政局，市城管局。逗号前面的为牵头单位，下同）",
        "（责任单位：市教育局，市财政局、市民政局）",
    )
    assert roles(text, "优化布局") == [("市商务局", L), ("市财政局", L), ("市城管局", R)]
    assert roles(text, "完善设施") == [("市教育局", L), ("市财政局", R), ("市民政局", R)]


def test_without_a_comma_nobody_is_set_apart() -> None:
    text = plan("（责任单位：市商务局，市城管局。逗号前面的为牵头单位，下同）", "（责任单位：市教育局、市财政局）")
    assert roles(text, "完善设施") == [("市教育局", R), ("市财政局", R)]


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("以下均需各县区政府落实，不再列出", "各县区政府"),
        ("以下任务均需各县（市、区）人民政府负责，不再列出", "各县（市、区）人民政府"),
        ("以下均需各县区政府贯彻落实，不再列出", "各县区政府"),
        ("以下政策均需各县级市<区>政府落实，不再单独列出", "各县级市<区>政府"),
        ("各项措施责任单位均包括各县区政府，以下不再列出", "各县区政府"),
        ("各县区政府均为责任单位，以下不再列出", "各县区政府"),
        ("以下责任单位中均包含各县〔市、区〕政府，不再列出", "各县〔市、区〕政府"),
    ],
)
@pytest.mark.parametrize("notice", [False, True])
def test_bodies_named_once_for_all_are_added_to_what_follows(rule: str, name: str, notice: bool) -> None:
    text = plan("（责任单位：市商务局）", before=f"{rule}。\n") if notice else plan(f"（责任单位：市商务局，{rule}）")
    added = [one for one in extract(text, basis=MARKED) if one.basis == "inherited"]
    tasks = ["优化布局", "完善设施", "加强管理"]
    assert [one.clause.heading for one in added] == tasks[not notice :]
    assert {(one.department.name, one.role, one.inherited_from) for one in added} == {(name, R, rule)}
    (document,) = read_text(text)
    for one in added:
        assert document.quote(one.start, one.end) == name
        assert one.quote in document.text


def test_bodies_named_once_for_all_are_not_added_where_they_are_named() -> None:
    text = plan("（责任单位：市商务局，以下均需各县区政府落实，不再列出）", "（责任单位：各县区政府）")
    assert roles(text, "完善设施") == [("各县区政府", R)]


BOLD = plan("（责任单位：市商务局、市财政局，以黑体字标注的为牵头部门、单位，下同）")


def test_bold_type_that_is_not_there_is_told_and_nobody_leads() -> None:
    analysis = analysed(BOLD)
    assert [one.role for one in analysis.assignments if one.clause.heading != "加强管理"] == [R] * 4
    (finding,) = [one for one in analysis.findings if one.check == "standing"]
    assert "黑体" in finding.message
    assert finding.start is not None
    assert analysis.document.quote(finding.start, finding.end or 0) in finding.message


def test_bold_type_leads_where_the_source_has_it() -> None:
    (document,) = read_text(BOLD)
    at = document.text.index("市财政局")
    later = document.text.index("市教育局")
    analysis = analyse(replace(document, emphasis=(Span(at, at + 4), Span(later, later + 4))))
    leads = [(one.clause.heading, one.department.name) for one in analysis.assignments if one.role == L]
    assert leads == [("优化布局", "市财政局"), ("完善设施", "市教育局"), ("加强管理", "市公安局")]
    assert not [one for one in analysis.findings if one.check == "standing"]
