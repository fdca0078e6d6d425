"""Forms of duties that laws and local regulations showed: mixed lists, conditions in between, described bodies."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S, G, A, I = "lead", "responsible", "support", "guide", "approve", "inform"  # noqa: E741


def rows(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县园林局和绿道建设者、经营者应当保持绿道整洁。", [("县园林局", R)]),
        ("县园林局、县水务局以及其他组织应当建立巡查制度。", [("县园林局", R), ("县水务局", R)]),
        ("县人民政府和项目法人应当协助公安机关清理绿道。", [("县人民政府", S)]),
        ("镇人民政府和街道办事处，企业、事业单位应当养护绿道。", [("镇人民政府", R), ("街道办事处", R)]),
        ("县残联、县妇联等人民团体应当协助做好绿道宣传。", [("县残联", S), ("县妇联", S)]),
        ("县园林局及其工作人员，对群众反映的问题，应当及时处理。", [("县园林局", R)]),
        ("县政府、县法院的工作人员应当按时到会。", []),
        ("镇政府和农村集体经济组织应当扶持绿道养护。", [("镇政府", R)]),
        ("县政府及参建单位和居民应当按照规划建设绿道。", [("县政府", R)]),
        ("县工会、县妇联、县残联等团体，应当支持绿道建设。", [("县工会", R), ("县妇联", R), ("县残联", R)]),
        ("县政府以及社会各界应当支持绿道建设。", [("县政府", R)]),
        ("县政府有关部门、村民委员会以及相关组织或者个人应当予以配合。", [("县政府有关部门", S), ("村民委员会", S)]),
        ("县防汛指挥机构、有防汛任务的部门和单位应当组织演练。", [("县防汛指挥机构", R)]),
        ("县政府及园林、水务等部门应当巡查绿道。", [("县政府", R), ("园林", R), ("水务", R)]),
    ],
)
def test_who_is_no_body_in_a_list_takes_nothing_from_those_who_are(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert rows(f"第六条 {sentence}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县园林局或者其委托的单位应当检查绿道。", [("县园林局", R)]),
        ("县园林局或者其委托单位应当检查绿道。", [("县园林局", R)]),
        ("绿道规划由市人民政府或者其指定的部门批准。", [("市人民政府", A)]),
        (
            "县人民政府应当每年向本级人民代表大会或者其常务委员会报告绿道建设情况。",
            [("县人民政府", R), ("本级人民代表大会", I), ("常务委员会", I)],
        ),
        ("由县园林局或其委托的镇园林站颁发证书。", [("县园林局", R), ("镇园林站", R)]),
    ],
)
def test_or_its_own(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert rows(f"第六条 {sentence}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县园林局，接到举报后，应当及时核查。", [("县园林局", R)]),
        ("县园林局发现绿道受损的，或者发现树木倒伏的，应当要求养护人修复。", [("县园林局", R)]),
        ("市园林局和县园林局遇有下列情形，需要封闭绿道时，应当通知县公安局。", [("市园林局", R), ("县园林局", R)]),
        ("园林、水务等部门，在各自职责范围内负责绿道管理。", [("园林", R), ("水务", R)]),
        ("县园林局对单位和居民的举报应当及时处理。", [("县园林局", R)]),
        ("县政府应当将绿道工作所需经费列入财政预算。", [("县政府", R)]),
        ("县园林局无法确认地点的，应当请求协助。", [("县园林局", R)]),
        ("禁止通行区域划定的具体办法由县公安局制定。", [("县公安局", R)]),
        ("禁止骑行区域由县公安局划定并公布。", [("县公安局", R)]),
    ],
)
def test_what_stands_between_a_body_and_its_verb(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [row for row in rows(f"第六条 {sentence}") if row[1] == R] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("对园林行业有监管职责的县有关部门检查绿道。", [("县有关部门", R)]),
        ("不动产所在地的县不动产登记机构应当登记。", [("县不动产登记机构", R)]),
        ("国务院认证认可监督管理部门应当公布名录。", [("国务院认证认可监督管理部门", R)]),
        ("具体办法由县机构编制委员会办公室规定。", [("县机构编制委员会办公室", R)]),
        ("市、县（市）、东岭区园林主管部门应当巡查绿道。", [("市、县（市）、东岭区园林主管部门", R)]),
        ("整改结束后，清算组应当制作报告。", [("清算组", R)]),
        ("县园林局应当检查绿道，指导、支持和帮助村民委员会开展养护。", [("县园林局", R), ("村民委员会", R)]),
        ("县园林局应当支持和配合绿道建设。", [("县园林局", S)]),
        ("县卫生健康局负责人体器官捐献管理。", [("县卫生健康局", R)]),
        ("由其户口所在乡政府负责登记。", [("其户口所在乡政府", R)]),
        ("方案报镇政府审核，县政府批准后实施。", [("镇政府", A), ("县政府", A)]),
        ("经本人申请，村、组同意，镇政府审查，县园林局批准后实施。", [("镇政府", A), ("县园林局", A)]),
        ("经本人书面申请，由县园林局批准，可以免收费用。", [("县园林局", A)]),
        ("市和区政府的有关部门应当保护绿道。", [("市和区政府的有关部门", R)]),
        ("限额由省人民政府或者其授权的部门规定。", [("省人民政府", R)]),
        ("计划由县水利局或者相应流域管理机构制定。", [("县水利局", R), ("相应流域管理机构", R)]),
        ("县园林局业务上受市园林局的指导。", [("市园林局", G)]),
        ("县审计局应当审计绿道资金，向县政府提出审计结果报告。", [("县审计局", R), ("县政府", I)]),
        ("登记机关或者驻外大使馆、领事馆予以核准。", [("登记机关", R), ("驻外大使馆", R), ("领事馆", R)]),
        ("县园林局应对移交的绿道与业主签订合同。", [("县园林局", R)]),
        ("及时上报灾情；支持、指导村民委员会开展自救。", [("村民委员会", R)]),
    ],
)
def test_names_are_whole(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert rows(f"第六条 {sentence}") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "物业服务企业或者管理单位应当养护绿道。",
        "乡、镇人民代表大会代表应当同选民保持联系。",
        "国家支持企业开展绿道建设。",
        "国家支持有关地方政府以养护能力为前提，统筹绿道建设。",
        "财政对困难地区给予适当补助。",
        "学前教育机构应当建立安全制度。",
        "水资源短缺地区应当优先使用再生水。",
        "绿道规划应当包括起点的位置、服务设施范围和停靠站设置等内容。",
        "建设、施工等单位应当保护树木。",
        "可以委托具备相应资质的机构对绿道开展评估。",
        "运输企业应当向分公司所在地的县交通局办理登记。",
        "镇政府根据实际需要设立的市场应当纳入目录。",
        "由业主或者行业主管部门负责复建的绿道，按规定转为固定资产。",
        "运输企业应当于每日二十时前向当地的县交通局报备。",
    ],
)
def test_these_are_no_bodies_that_do_something(sentence: str) -> None:
    assert [row for row in rows(f"第六条 {sentence}") if row[1] != I] == []


def test_a_facility_is_looked_after_by_whom_the_next_phrase_names() -> None:
    assert rows("第六条 消防站、训练基地，当地人民政府应当予以保障。") == [("当地人民政府", R)]


def test_an_exception_gives_nobody_anything_to_do() -> None:
    assert rows("第六条 除依法由市园林局审批的以外，由县园林局审批。") == [("县园林局", A)]


def test_items_of_a_lead_in_that_exercise_and_encourage() -> None:
    found = rows("第六条 绿道管理委员会履行下列职责：\n（一）行使市政府授予的权限；\n（二）鼓励、支持绿道研究。\n")
    assert found[-2:] == [("绿道管理委员会", R)] * 2


def test_items_that_are_nouns_are_of_the_body_that_has_these_tasks() -> None:
    lead_in = "县水利局负责绿道管理，其所属的绿道管理处承担下列职责："
    found = rows(f"第六条 {lead_in}\n（一）县管绿道的建设、维护和管理；\n（二）绿道巡查基础工作。\n")
    assert found[0] == ("县水利局", R)
    assert found[-2:] == [("绿道管理处", R)] * 2
