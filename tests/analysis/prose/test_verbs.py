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
    ],
)
def test_what_is_no_duty_stays_none(words: str) -> None:
    assert duties(words) == []
