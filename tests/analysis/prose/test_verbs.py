"""What bodies do by the verb that follows them: at once, behind a time, a frequency, a manner; and what is no duty."""

from __future__ import annotations

import pytest

from raci import extract

HEAD = "云泽市绿化方案\n一、任务\n"


def duties(words: str) -> list[tuple[str, str]]:
    """Who has which role by a sentence of a plan."""
    return [(found.department.name, found.role) for found in extract(HEAD + words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("市气象台每6小时发布一次火险等级。", [("市气象台", "responsible")]),
        ("市融媒体中心每小时播发一次防火提示。", [("市融媒体中心", "responsible")]),
        ("县林业站2小时内上报火情。", [("县林业站", "responsible")]),
        ("各区政府年内邀请市民代表听取汇报不少于两次。", [("各区政府", "responsible")]),
        ("县水利局汛前完成渠道检查。", [("县水利局", "responsible")]),
        ("市园林局适时发现并消除隐患。", [("市园林局", "responsible")]),
        ("市民政局按月足额发放津贴。", [("市民政局", "responsible")]),
        ("县林业局划定禁牧区，镇政府立牌公示。", [("县林业局", "responsible"), ("镇政府", "responsible")]),
        ("各科室摸清苗木底数，财务科凭验收单付款。", [("各科室", "responsible"), ("财务科", "responsible")]),
        ("国土部门把绿地情况上图入库。", [("国土部门", "responsible")]),
        ("园林部门发现违规占绿的，移交城管部门处理。", [("园林部门", "responsible")]),
        ("市民政局受理申请后，必要时应当入户调查。", [("市民政局", "responsible")]),
        ("由海关直接审核企业的申请材料。", [("海关", "responsible")]),
        ("市科协会同市园林局办好科普周。", [("市科协", "lead"), ("市园林局", "support")]),
        ("绿化方案须经市规划委员会研究后公布。", [("市规划委员会", "approve")]),
        ("县财政局分两批拨付资金，县园林局据实核销。", [("县财政局", "responsible"), ("县园林局", "responsible")]),
        ("市信访局自收到之日起15日内转送有权处理的机关。", [("市信访局", "responsible")]),
        ("各有关高校请于5月20日前登录系统填报。", [("各有关高校", "responsible")]),
        ("市林业局指导机关单位规范整理档案。", [("市林业局", "guide")]),
        ("自来水公司负责对消火栓进行年检。", [("自来水公司", "responsible")]),
        ("你委应当按规定接受各级园林部门的日常监督检查。", [("你委", "responsible"), ("各级园林部门", "guide")]),
        ("县气象局逐小时推送雨情。", [("县气象局", "responsible")]),
        ("县教育局视雪情决定停课。", [("县教育局", "responsible")]),
        ("德育处组织学生代表参与评议。", [("德育处", "responsible")]),
        ("各社区以此为契机，把好事办好。", [("各社区", "responsible")]),
        ("市财政局、市国资委各派1名联络员参与。", [("市财政局", "support"), ("市国资委", "support")]),
        ("应急部门派员参加。", [("应急部门", "support")]),
        ("教务处会总务处调整作息安排。", [("教务处", "lead"), ("总务处", "support")]),
        ("县发改局会商县粮食局落实储备。", [("县发改局", "lead"), ("县粮食局", "support")]),
        ("县发改局发现异常，应立即通知县粮食局处置。", [("县发改局", "responsible"), ("县粮食局", "inform")]),
        ("秘书处起草报告，提交理事会审议。", [("秘书处", "responsible"), ("理事会", "approve")]),
        ("园林科按月汇总台账，送县园林局办公室存档。", [("园林科", "responsible"), ("县园林局办公室", "inform")]),
        ("方案由资产管理处审核，院长办公会审批。", [("资产管理处", "responsible"), ("院长办公会", "approve")]),
        ("供电公司抢修力量由县发改局统一调度。", [("县发改局", "responsible")]),
        ("镇政府指导合作社建设，协助处理用地纠纷。", [("镇政府", "guide"), ("镇政府", "support")]),
        ("交通保障县交通局储备融雪剂。", [("县交通局", "responsible")]),
        ("市卫健委主办启动仪式，市总工会协办。", [("市卫健委", "lead"), ("市总工会", "support")]),
        ("县发改局三天一调度，数据推送县政府办。", [("县发改局", "responsible"), ("县政府办", "inform")]),
        ("县林业站就地处置病木，教务处事后调整课程。", [("县林业站", "responsible"), ("教务处", "responsible")]),
        ("各区卫健局在人流密集处设咨询台。", [("各区卫健局", "responsible")]),
        (
            "市疾控中心核对数量，市融媒体中心黄金时段播放短片。",
            [("市疾控中心", "responsible"), ("市融媒体中心", "responsible")],
        ),
        ("县第一中学准备应急物资。", [("县第一中学", "responsible")]),
    ],
)
def test_a_verb_tells_a_duty(words: str, expected: list[tuple[str, str]]) -> None:
    assert duties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("绿道建设由市园林局牵头，市文明办支持市园林局开展宣传。", [("市园林局", "lead"), ("市文明办", "support")]),
        ("市财政局大力支持，保障经费。", [("市财政局", "support")]),
        ("各级政府应当支持企业参与绿化。", [("各级政府", "responsible")]),
    ],
)
def test_who_supports_a_body_supports(words: str, expected: list[tuple[str, str]]) -> None:
    assert duties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("县林业局按进度申请拨付，不得挪作他用。", [("县林业局", "responsible")]),
        ("由县林业局在一个月内将补贴拨付至农户，不经他人转交。", [("县林业局", "responsible")]),
        ("县林业局按照规定，不得收取费用。", []),
        ("县林业局出台政策不得减损企业权益。", []),
    ],
)
def test_what_is_not_to_be_done_hides_nothing_else(words: str, expected: list[tuple[str, str]]) -> None:
    assert duties(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "市人民代表大会常务委员会公告公布。",
        "市财政局公告2026年第6号。",
        "省委、省政府对绿化工作的重要文件、部署要求。",
        "县（区）林业部门推荐审核意见：",
        "市财政局已将资金下达至各区。",
        "市园林局局长到场指挥。",
        "本规定适用于市级机关。",
        "抄送：市人大常委会办公室，市政协办公室。",
        "本县宅基地自建房不计入住房套数。",
        "取消由所在地服务中心办理的手续。",
        "材料不能直接报送市园林局。",
        "市园林局根据需要可以设立管护站。",
        "党中央、国务院高度重视绿化工作，将其作为重点。",
        "专家组现场评价的内容：方案的完整性。",
        "市文旅局对景区检查不够深入，台账不全。",
        "县消防大队出动12车56人。",
        "审批机关在哪里，管理就在哪里。",
        "各镇接到指令后，由镇长负总责。",
        "审计机关进行审计时，有权就有关问题向单位调查。",
        "审计机关通报审计结果，知情人员应当保密。",
        "理事会每半年召开一次。",
        "电梯使用单位应当张贴注意事项。",
        "托管机构从业人员应当持有健康证明。",
        "市人社局检查项目312个，责令改正41件。",
        "绿道用地已由市资规局以划拨方式供应。",
    ],
)
def test_what_is_no_duty_stays_none(words: str) -> None:
    assert duties(words) == []
