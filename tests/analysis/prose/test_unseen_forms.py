"""Forms of duties that fresh laws, emergency plans and notices showed: lists, described bodies, brackets, adverbs."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S, G, A, I = "lead", "responsible", "support", "guide", "approve", "inform"  # noqa: E741


def rows(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    "lead_in",
    [
        "县园林局行使绿道监督的职能，其职责是：",
        "县园林局负责全县绿道管护，履行下列职责：",
        "县园林局应当按照下列要求做好本系统的绿道管护工作：",
        "县园林局应当采取以下措施减少绿道污染：",
    ],
)
def test_a_list_is_of_the_doer_of_its_lead_in(lead_in: str) -> None:
    found = rows(f"第六条 {lead_in}\n（一）培训、考核养护人员；\n（二）决定绿道的启用；\n（三）上级交办的其他工作。\n")
    assert found[-3:] == [("县园林局", R)] * 3


def test_a_list_is_of_the_group_that_its_lead_in_sets_up() -> None:
    found = rows("第六条 市、县人民政府设立绿化委员会，履行下列职责：\n（一）研究绿道规划；\n（二）检查绿道管护。\n")
    assert found[-2:] == [("绿化委员会", R)] * 2


@pytest.mark.parametrize(
    "lead_in",
    ["县园林局检查绿道时有权采取下列措施：", "县园林局不得有下列行为：", "有下列情形之一的，由县园林局责令改正："],
)
def test_powers_prohibitions_and_penalties_give_no_list(lead_in: str) -> None:
    assert rows(f"第六条 {lead_in}\n（一）封闭绿道；\n（二）扣留车辆。\n") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县级以上人民政府负责绿道管理的部门应当建立台账。", [("县级以上人民政府负责绿道管理的部门", R)]),
        ("负有绿道监管职责的部门应当定期巡查。", [("负有绿道监管职责的部门", R)]),
        ("养护企业应当报县人民政府负责绿道管理的部门备案。", [("县人民政府负责绿道管理的部门", I)]),
        ("（绿道类由市园林局牵头；水系类由市水务局牵头）。", [("市园林局", L), ("市水务局", L)]),
        ("市园林局、市水务局、市农委等部门负责绿道建设。", [("市园林局", R), ("市水务局", R), ("市农委", R)]),
        ("县档案馆如需公开绿道档案，应当征得主管单位同意。", [("县档案馆", R)]),
        ("抢险救援组负责抢修受损绿道。", [("抢险救援组", R)]),
        ("由其住所地县级园林主管部门处理。", [("其住所地县级园林主管部门", R)]),
        ("市园林局委托第三方机构对绿道进行评估。", [("市园林局", R)]),
        ("市供销社务必做好苗木供应。", [("市供销社", R)]),
        ("市园林局需结合实际制定管护方案。", [("市园林局", R)]),
        ("各县园林局根据实际情况应当督促乡镇巡查绿道。", [("各县园林局", G), ("乡镇", R)]),
        ("市园林局切实应当会同市水务局检查绿道。", [("市园林局", L), ("市水务局", S)]),
        ("市园林局作为牵头单位，牵头编制绿道规划。", [("市园林局", L)]),
        ("市园林局对苗木质量实施监管，依法查处不合格苗木。", [("市园林局", R)]),
        ("及时上报灾情，指导各县园林局做好抢修。", [("各县园林局", R)]),
        ("市园林局将验收结果函告市财政局。", [("市园林局", R), ("市财政局", I)]),
        ("县园林局应当立即通知县水务局。", [("县园林局", R), ("县水务局", I)]),
        ("绿道名录由县园林局拟定，报县政府常务会议通过后公布。", [("县园林局", R), ("县政府常务会议", A)]),
        ("请各县于5月前将名录报送市园林局（联系人：王某，电话：0000-1234567）。", [("各县", R), ("市园林局", I)]),
        ("响应由市防指决定或报请市政府决定。", [("市防指", R), ("市政府", A)]),
    ],
)
def test_forms_that_are_duties(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "市政府常务会议指出，园林局要加强巡查。",
        "听取企业和行业协会对绿道工作的意见。",
        "企业未按照规定报告县园林局的，责令改正。",
        "到2030年，试验区率先建成绿道体系。",
        "县园林局认为企业违法的，可以封存苗木。",
        "县园林局工作时间：",
    ],
)
def test_forms_that_are_none(sentence: str) -> None:
    assert rows(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("绿道由市园林局或者由其设立的管理中心负责管护。", [("市园林局", R), ("管理中心", R)]),
        ("苗木由市园林局审核，或者由县园林局审核。", [("市园林局", R), ("县园林局", R)]),
        ("市政府应当建立由园林、财政等部门组成的联席会议制度。", [("市政府", R)]),
        ("各设区市要落实管护经费。", [("各设区市", R)]),
        ("甲州、乙州、丙州等城市要建设绿道。", [("甲州、乙州、丙州等城市", R)]),
        ("由省级及以上园林部门、水务部门确定。", [("省级及以上园林部门", R), ("水务部门", R)]),
        ("绿道等级由国务院社会保障行政部门规定。", [("国务院社会保障行政部门", R)]),
        ("绿道目录由市园林局商市水务局制定。", [("市园林局", L), ("市水务局", S)]),
        ("由县实施“绿道2030”计划领导小组统一指挥。", [("县实施“绿道2030”计划领导小组", R)]),
        ("市园林局向市政府汇报绿道进展。", [("市园林局", R), ("市政府", I)]),
        ("各县、功能区要完成牵头部门下达的任务。", [("各县", R), ("功能区", R)]),
        ("集中采购机构应当编制绿道采购方案。", [("集中采购机构", R)]),
        ("无管护单位的，由所在地县人民政府承担主体责任。", [("所在地县人民政府", R)]),
        ("禁止开垦的绿地范围由县人民政府划定。", [("县人民政府", R)]),
        ("移植树木应当经市园林局批准，取得许可证。", [("市园林局", A)]),
        ("移植树木应当事先征得市园林局的同意。", [("市园林局", A)]),
    ],
)
def test_places_and_what_is_parted_or_made_up(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(sentence)) == sorted(expected)
