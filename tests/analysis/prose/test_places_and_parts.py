"""Places by their names, bodies parted by 、 with what each does, minutes of meetings, and aliases in brackets."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S, G, A, I = "lead", "responsible", "support", "guide", "approve", "inform"  # noqa: E741


def rows(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("东岭区要做好绿道征迁。", [("东岭区", R)]),
        ("绿道用地由青河镇负责协调。", [("青河镇", R)]),
        ("市水务局、东岭区要加快绿道建设。", [("市水务局", R), ("东岭区", R)]),
        ("由东岭区、青河县组织实施。", [("东岭区", R), ("青河县", R)]),
        ("云泽自治县应当建立绿道台账。", [("云泽自治县", R)]),
        ("绿道方案报东岭区批准，并抄送青河镇。", [("东岭区", A), ("青河镇", I)]),
        ("市园林局会同东岭区编制绿道规划。", [("市园林局", L), ("东岭区", S)]),
        ("市园林局指导青河县做好绿道管护。", [("市园林局", G), ("青河县", R)]),
        ("绿道资金由云门市负责安排。", [("云门市", R)]),
        ("西湖区、马集镇要做好绿道征迁。", [("西湖区", R), ("马集镇", R)]),
        ("东岭区、青河县人民政府要建立绿道台账。", [("东岭区、青河县人民政府", R)]),
        ("绿道检查情况报告东岭区、团市委。", [("东岭区", I), ("团市委", I)]),
    ],
)
def test_a_place_that_is_asked_for_something(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "中心城区要加快更新。",
        "全市要统一思想。",
        "由试点城市向周边城市负责推广。",
        "东岭区将举办绿道节。",
        "青河镇开展了绿道巡查。",
        "自然保护区应当设立标志。",
        "居民住宅区应当配置消防设施。",
        "制定全市统筹推进绿道建设计划。",
        "东岭区建立绿道巡查机制。",
        "坚持省市统筹、以县为主的绿道管理体制。",
    ],
)
def test_a_place_of_which_something_is_told(sentence: str) -> None:
    assert rows(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("深化绿道建设，市园林局牵头、市水务局落实。", [("市园林局", L), ("市水务局", R)]),
        ("开展义务植树，机关党委牵头、各党支部落实。", [("机关党委", L), ("各党支部", R)]),
        ("绿道补助由县园林局初审、县财政局审核、县政府审批。", [("县园林局", R), ("县财政局", R), ("县政府", A)]),
        ("绿道由市发改局立项、市财政局评审、市园林局实施。", [("市发改局", R), ("市财政局", R), ("市园林局", R)]),
        ("经园林局审核、财政局同意后，报县政府审批。", [("园林局", A), ("财政局", A), ("县政府", A)]),
        ("检查情况通报县财政局、抄送县审计局。", [("县财政局", I), ("县审计局", I)]),
        ("验收由市园林局牵头，市财政局参加，必要时邀请专家。", [("市园林局", L), ("市财政局", S)]),
    ],
)
def test_each_of_several_with_what_it_does(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "完善政府负责、园林部门监督管理、有关部门协调配合的绿道管理体系。",
        "市财政局、市教育局参加。",
        "经申报、审核、县园林局、答辩评审等环节，择优确定。",
    ],
)
def test_a_list_of_parts_that_asks_nobody(sentence: str) -> None:
    assert rows(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("会议要求，市园林局要加快绿道用地报批；东岭区政府要做好征迁。", [("市园林局", R), ("东岭区政府", R)]),
        ("会议强调，市财政局须及时拨付绿道资金。", [("市财政局", R)]),
        ("会议听取了市园林局关于绿道建设的汇报。", []),
        ("会议指出，市园林局要加强巡查。", []),
        ("会议要求严格落实责任。", []),
    ],
)
def test_what_a_meeting_asks_of_somebody(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "县园林局或者法律规定的主管部门（以下统称园林主管部门）牵头，镇政府配合。",
            [("县园林局", L), ("主管部门", L), ("镇政府", S)],
        ),
        ("绿道领导小组办公室（设在市园林局）负责日常协调。", [("绿道领导小组办公室", R)]),
        ("绿道受损的，由其主管部门负责修复。", [("其主管部门", R)]),
        ("人民法院制作调解书应当列明担保人。", [("人民法院", R)]),
        ("县应急局值班室接到报告后，应立即核实。", [("县应急局值班室", R)]),
        ("抽查结果并报市园林局汇总。", [("市园林局", I)]),
        ("接受上级部门和云泽市财政、审计等部门的监督。", [("云泽市财政", G), ("审计", G)]),
        ("市园林局和财政、审计等部门应当检查绿道。", [("市园林局", R), ("财政", R), ("审计", R)]),
        ("国家税务总局云泽市税务局接到报告后，应当核实。", [("国家税务总局云泽市税务局", R)]),
        ("云泽市人民政府办公室接到报告后，应当核实。", [("云泽市人民政府办公室", R)]),
        ("省园林协会受省园林局委托，承担绿道评比。", [("省园林协会", R)]),
        ("镇政府经现场核实后，统一报县园林局审批。", [("镇政府", R), ("县园林局", A)]),
        ("复核结果转交给县财政局办理。", [("县财政局", R)]),
        ("绿道名录应当提请县人大常委会讨论、决定。", [("县人大常委会", A)]),
        ("负责审批的市园林局应当在十日内作出决定。", [("市园林局", R)]),
        ("检查情况逐级呈报省园林局。", [("省园林局", I)]),
        ("请各区园林局、市园林协会邀请重点企业参会。", [("各区园林局", R), ("市园林协会", R)]),
        ("三、工作措施和主要任务各地要健全绿道管护机制。", [("各地", R)]),
        ("请你厅继续加强绿道管护。", [("你厅", R)]),
        ("市园林局立即组织抢修，市公安局维持现场秩序。", [("市园林局", R), ("市公安局", R)]),
    ],
)
def test_bodies_by_their_whole_names(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "各级园林部门研究提出向市政府报告的重大事项的意见。",
        "鉴定范围：园林部门对绿道补助的项目有异议的、需要专家出具意见的项目。",
        "各地园林部门要从快拨付绿道资金”的要求，现补充通知如下：",
    ],
)
def test_a_description_tells_nobody_to_report(sentence: str) -> None:
    assert [row for row in rows(sentence) if row[1] == I or row[0].startswith("各地")] == []
