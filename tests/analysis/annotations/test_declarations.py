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
    "首个单位为牵头单位，下同",
    "第一家单位为牵头单位，以下同",
    "第一责任单位为牵头单位，下同",
    "名单中列第一的即为牵头部门或综合部门，下同",
    "除标明牵头单位外，排第一位的为牵头单位，下同",
    "列首位的单位牵头，下同",
    "牵头单位为排在第一位的单位，下同",
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
    "rule",
    ["列首位的为牵头单位，其余为配合单位，下同", "排第一位的为主办单位，其他为协办单位，下同"],
)
def test_the_others_support_where_the_rule_says_so(rule: str) -> None:
    text = plan(f"（责任单位：市商务局、市财政局，{rule}）")
    assert roles(text, "优化布局") == [("市商务局", L), ("市财政局", "support")]
    assert roles(text, "完善设施") == [("市财政局", L), ("市教育局", "support")]


LISTS = "云东市商务局、市财政局；云西市商务局、财政局"


@pytest.mark.parametrize(
    "rule", ["两市列首位的为牵头单位，下同", "两地排在第一位的单位分别为牵头单位", "各市列第一位的均为牵头单位"]
)
@pytest.mark.parametrize("written", [LISTS, LISTS.replace("；", "，"), LISTS.replace("；", "、")])
def test_the_first_of_each_list_leads_where_there_are_several(rule: str, written: str) -> None:
    text = plan(f"（责任单位：{written}；{rule}）", "（责任单位：云东市教育局、市体育局）")
    leads = [("云东市商务局", L), ("云西市商务局", L)]
    assert [named for named in roles(text, "优化布局") if named[1] == L] == leads
    assert len(roles(text, "优化布局")) == 4
    assert roles(text, "完善设施") == [("云东市教育局", L), ("市体育局", R)]


def test_no_more_lists_lead_than_the_rule_speaks_of() -> None:
    text = plan(f"（责任单位：{LISTS}；云江航道局；两市列首位的为牵头单位，下同）")
    assert ("云江航道局", R) in roles(text, "优化布局")


@pytest.mark.parametrize(
    "words",
    ["产值居全市各区第一位，牵头制定标准。", "在各区排名中列首位，牵头编制规范。", "由列首位的企业牵头制定标准。"],
)
def test_what_is_said_of_rank_is_no_rule(words: str) -> None:
    text = plan(f"{words}（责任单位：市商务局、市财政局）")
    assert roles(text, "优化布局") == [("市商务局", R), ("市财政局", R)]


def test_a_rule_behind_the_last_name_leaves_it_whole() -> None:
    text = plan("责任单位：市商务局、市财政局（列首位的为牵头单位，没有列明的共同负责，下同）")
    assert roles(text, "优化布局") == [("市商务局", L), ("市财政局", R)]


def test_a_sentence_behind_a_label_line_is_a_rule() -> None:
    text = plan("责任单位：市商务局、市财政局。列第一位者为牵头单位，下同。")
    assert roles(text, "优化布局") == [("市商务局", L), ("市财政局", R)]


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
        ("以下各项均涉及各县（市、区）政府，不再列出", "各县（市、区）政府"),
        ("以下均需各县区党委和政府落实，不再列出", "各县区党委和政府"),
        ("各县区政府，以下各条均涉及", "各县区政府"),
        ("各县区政府，下不再列出", "各县区政府"),
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


@pytest.mark.parametrize("rule", ["以下各条均涉及", "下不再列出", "以下各项任务均涉及，不再列出"])
def test_who_is_named_before_the_rule_has_its_own_clause_too(rule: str) -> None:
    text = plan(f"（责任单位：市商务局、各县区政府，{rule}）")
    assert roles(text, "优化布局") == [("市商务局", R), ("各县区政府", R)]
    assert roles(text, "完善设施") == [("市财政局", R), ("市教育局", R), ("各县区政府", R)]


def test_who_is_to_be_responsible_everywhere_is_so_in_its_own_clause() -> None:
    text = plan("（市商务局负责。各县区政府均为责任单位，以下不再列出）")
    assert roles(text, "优化布局") == [("市商务局", R), ("各县区政府", R)]


def test_who_supports_everything_supports() -> None:
    text = plan("（责任单位：市商务局；以下各项均需各县区政府配合，不再列出）")
    assert ("各县区政府", "support") in roles(text, "完善设施")


SECTIONS = """云岭市夜间消费提升行动方案
一、优化布局（{}）
（一）划定街区。（责任单位：市财政局）
（二）安装路灯。（牵头单位：市城管局；责任单位：市教育局）
二、加强管理
（一）延长公交。（责任单位：市公安局）
"""


@pytest.mark.parametrize(
    "rule",
    [
        "以下任务均由市商务局牵头负责",
        "市商务局牵头，以下各项均由市商务局牵头，不再列出",
        "以下各条牵头单位均为市商务局",
    ],
)
def test_who_leads_all_below_a_heading_leads_that_section_alone(rule: str) -> None:
    text = SECTIONS.format(rule)
    assert roles(text, "划定街区") == [("市财政局", R), ("市商务局", L)]
    assert roles(text, "安装路灯") == [("市城管局", L), ("市教育局", R)], "who is named as lead stays it"
    assert roles(text, "延长公交") == [("市公安局", R)]
    leads = [one for one in extract(text) if one.department.name == "市商务局" and one.clause.heading == "划定街区"]
    assert all(one.basis == "inherited" and one.inherited_from for one in leads)


@pytest.mark.parametrize("rule", ["以下任务均由各部门牵头", "以下任务由市商务局牵头制定的办法落实"])
def test_what_names_no_lead_for_all_adds_none(rule: str) -> None:
    assert roles(SECTIONS.format(rule), "划定街区") == [("市财政局", R)]


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


def test_what_a_later_list_says_of_its_first_is_about_itself_alone() -> None:
    own = "（市水利局、市林业局，排名第一的为牵头单位）"
    text = f"一、护河。（市公安局、市城管局）\n二、植树。{own}\n三、修路。（市交通局、市财政局）\n"
    assert [one.role for one in extract(text, basis=MARKED)] == [R, R, L, R, R, R]
    for_all = text.replace("排名第一的为牵头单位", "排名第一的为牵头单位，下同")
    assert [one.role for one in extract(for_all, basis=MARKED)] == [R, R, L, R, L, R]
