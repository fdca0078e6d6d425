"""Labels that stand alone on their lines, one below the other, and those that count only below others."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.public import check

L, R, S, G, P = "lead", "responsible", "support", "guide", "leader"


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(one.clause.heading, one.department.name, one.role) for one in extract(text) if one.basis != "prose"]


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("承办：县文旅局\n协办：各乡镇", [("县文旅局", R), ("各乡镇", S)]),
        ("组织：县农业农村局\n参加：县供销社", [("县农业农村局", R), ("县供销社", S)]),
        ("分办：县住建局、县公安局", [("县住建局", R), ("县公安局", R)]),
        ("组长单位：县应急局\n成员单位：县人武部、县公安局", [("县应急局", L), ("县人武部", S), ("县公安局", S)]),
        ("责任单位：县水利局\n技术支撑单位：县电信公司", [("县水利局", R), ("县电信公司", S)]),
        ("责任单位：县水利局\n联系人：王磊\n成员单位：县住建局", [("县水利局", R), ("县住建局", S)]),
        ("截止：5月底\n责任单位：县水利局", [("县水利局", R)]),
        ("组长单位：县应急局\n成员单位：县人武部\n职责：搜救被困人员", [("县应急局", L), ("县人武部", S)]),
        ("督办人：王磊\n责任单位：县水利局", [("王磊", P), ("县水利局", R)]),
        # with no label above them these list who is there
        ("成员单位：县人武部、县公安局", []),
        ("参加：县供销社", []),
    ],
)
def test_lines_of_labels_give_their_bodies_to_the_task_above(lines: str, named: list[tuple[str, str]]) -> None:
    assert rows(f"丰岭县工作安排\n一、办好灯会\n{lines}\n") == [("办好灯会", *one) for one in named]


@pytest.mark.parametrize("words", ["时限同上", "完成时限同上。", "办结时间　同前", "裁判：县体校\n时限同上"])
def test_a_time_limit_may_be_the_one_above(words: str) -> None:
    text = f"丰岭县工作安排\n一、办好灯会\n承办：县文旅局\n时限：9月20日\n二、办好书展\n承办：县图书馆\n{words}\n"
    assert [row.deadline.text for row in extract(text) if row.deadline] == ["9月20日", "9月20日"]


@pytest.mark.parametrize("label", ["资金", "用地", "安保"])
def test_what_a_body_provides_is_told_where_it_is_not_read(label: str) -> None:
    text = f"丰岭县工作安排\n一、办好灯会\n承办：县文旅局\n二、办好书展\n{label}：县财政局\n"
    assert any("县财政局" in finding.message for finding in check(text))


@pytest.mark.parametrize(
    "line",
    ["1.修复路灯 | 责任单位 | 县住建局、县城管局 | 6月底", "1.修复路灯（责任：县住建局｜配合：县城管局｜6月底）"],
)
def test_bars_part_labels_and_names(line: str) -> None:
    found = extract(f"丰岭县工作安排\n{line}\n2.清理沟渠（责任单位：县水利局）\n")
    assert [(row.department.name, row.deadline and row.deadline.text) for row in found[:2]] == [
        ("县住建局", "6月底"),
        ("县城管局", "6月底"),
    ]


def test_a_proposal_with_its_number_is_an_item() -> None:
    text = (
        "丰岭县提案交办\n第12号提案：关于增设路灯的建议\n主办：县住建局\n第35号　关于清理河道的建议\n主办：县水利局\n"
    )
    assert rows(text) == [("关于增设路灯的建议", "县住建局", L), ("关于清理河道的建议", "县水利局", L)]


def test_who_keeps_a_web_site_has_no_task() -> None:
    text = (
        "丰岭县工作安排\n一、办好灯会。（责任单位：县文旅局）\n站点地图\n承办：县大数据中心\n网站标识码：1234567890\n"
    )
    assert rows(text) == [("办好灯会", "县文旅局", R)]


def test_who_helps_below_a_label_of_duties_is_no_host_of_an_event() -> None:
    text = "丰岭县党建项目\n甲、红色物业工程\n责任常委：李大山\n牵头科室：组织二科\n协办单位：县住建局\n"
    assert [row[1:] for row in rows(text)] == [("李大山", P), ("组织二科", L), ("县住建局", S)]
