"""Which words name a body that does something, and what verbs may have behind them without being part of a name."""

from __future__ import annotations

import pytest

from raci import extract

HEAD = "云泽市绿化方案\n一、任务\n"


def duties(words: str) -> list[tuple[str, str]]:
    """Who has which role by a sentence of a plan."""
    return [(found.department.name, found.role) for found in extract(HEAD + words)]


@pytest.mark.parametrize(
    "body",
    [
        "气象服务组",
        "信息发布组",
        "舆情应对组",
        "县委党校",
        "县妇幼保健院",
        "城管中队",
        "就业服务中心",
        "继续教育学院",
        "经营管理部",
        "综合管理部",
        "项目经理部",
        "市药检所",
        "国有林场",
        "各中小学",
        "社区党组织",
        "特警支队",
        "应急救援队伍",
        "驻县部队",
    ],
)
def test_a_body_is_told_to_do_something(body: str) -> None:
    assert duties(f"{body}应当维护绿道秩序。") == [(body, "responsible")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("市税务局优化办税流程。", [("市税务局", "responsible")]),
        ("县园林局加强部门协作。", [("县园林局", "responsible")]),
        ("县林业局组建队伍。", [("县林业局", "responsible")]),
        ("县水利局有序推进渠道改造。", [("县水利局", "responsible")]),
        ("县园林局充分应用遥感影像。", [("县园林局", "responsible")]),
        ("县卫健局检测泉水水质。", [("县卫健局", "responsible")]),
        ("县农业农村局提升灌溉智能化水平。", [("县农业农村局", "responsible")]),
        ("街道办事处教育引导居民爱绿护绿。", [("街道办事处", "responsible")]),
        ("年级组逐班排查隐患。", [("年级组", "responsible")]),
        ("县供电公司开辟绿色通道。", [("县供电公司", "responsible")]),
        ("县公安局：依法查处毁绿案件。", [("县公安局", "responsible")]),
        ("县财政局：按照预算安排足额拨付资金。", [("县财政局", "responsible")]),
    ],
)
def test_what_stands_behind_a_verb_makes_no_name_of_it(words: str, expected: list[tuple[str, str]]) -> None:
    assert duties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "市园林局联合城乡规划、水利等部门编制绿道规划。",
            [("市园林局", "lead"), ("城乡规划", "support"), ("水利", "support")],
        ),
        ("绿道规划经市园林局核准后实施。", [("市园林局", "approve")]),
        ("绿道名单报市园林局复核。", [("市园林局", "approve")]),
        ("绿道台账报市园林局备查。", [("市园林局", "inform")]),
        (
            "苗木采购经后勤处审核、财务处审批、审计处复核后实施。",
            [("后勤处", "approve"), ("财务处", "approve"), ("审计处", "approve")],
        ),
    ],
)
def test_who_helps_approves_and_is_told(words: str, expected: list[tuple[str, str]]) -> None:
    assert duties(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "绿化专家巡访，助力创业基地提升运营能力。",
        "电池组控制模块研发及示范。",
        "全县新开工建设高铁站规范有序。",
        "采用遥感监测的绿地，属于重点绿地。",
        "县园林局局长李某表示，县园林局优化了服务。",
        "巩固和扩大党组织在社区中的覆盖面。",
        "绿化材料留存各区备查。",
        "企业可以与邻近的应急救援队伍签订协议。",
    ],
)
def test_what_only_looks_like_a_body_stays_none(words: str) -> None:
    assert duties(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("指挥部组织后勤保障组做好物资调运。", [("指挥部", "responsible"), ("后勤保障组", "responsible")]),
        ("五是县园林局牵头、有关部门配合，建设绿道驿站。", [("县园林局", "lead")]),
        ("特急预案由县政府发布。", [("县政府", "responsible")]),
        ("请贵厅审核绿道规划。", [("贵厅", "responsible")]),
        ("县园林局应当在汛期终了后开展普查。", [("县园林局", "responsible")]),
        ("实施严格的防火制度各地要做好巡护。", [("各地", "responsible")]),
        ("各局从事绿化工作的人员参加培训。", []),
    ],
)
def test_where_a_name_begins(words: str, expected: list[tuple[str, str]]) -> None:
    assert duties(words) == expected
