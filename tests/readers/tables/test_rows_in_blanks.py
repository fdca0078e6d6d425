"""Tables in text whose cells blanks part: empty cells between two gaps, sections in two pieces, cells set wide."""

from __future__ import annotations

import pytest

import raci

_HEAD = "任务    牵头单位    配合单位    时限\n"


def _read(text: str) -> list[tuple[str, str, str]]:
    return [(row["task"], row["department"], row["role"]) for row in raci.rows(text).to_dict("records")]


def test_a_gap_of_twice_the_width_holds_an_empty_cell() -> None:
    text = _HEAD + "开展节水宣传    市水务局    市教育局    3月\n更换节水器具    市机关事务局\n"
    text += "建设节水型小区    市水务局    市住建局    9月\n安装智能水表    供水集团        12月\n"
    rows = raci.rows(text).to_dict("records")
    assert [row["deadline"] for row in rows if row["department"] == "供水集团"] == ["12月"]
    assert [row["role"] for row in rows if row["department"] == "市机关事务局"] == ["lead"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "任务名称   责任单位   时限\n第一部分  河道治理\n疏浚东港河   区水务局   5月\n改造管网   区住建局   9月\n",
            {("疏浚东港河", "区水务局", "responsible"), ("改造管网", "区住建局", "responsible")},
        ),
        (
            "工作任务\n牵头单位\n配合单位\n一、招生\n发布招生简章\n招生办\n各学院\n二、就业\n走访用人单位\n就业中心\n各学院\n",
            {
                ("发布招生简章", "招生办", "lead"),
                ("发布招生简章", "各学院", "support"),
                ("走访用人单位", "就业中心", "lead"),
                ("走访用人单位", "各学院", "support"),
            },
        ),
        (
            "序号 整改事项 责任部门 整改期限\n① 台账记录不全 安环部 4月10日\n② 消防水池漏水 设备部 5月1日\n",
            {("台账记录不全", "安环部", "responsible"), ("消防水池漏水", "设备部", "responsible")},
        ),
        (
            "编号 任务 牵头 配合 时限\n1 摸排危旧房屋 镇规建办 各村 3月\n2 拆除危房 镇规建办 镇派出所 5月\n",
            {
                ("摸排危旧房屋", "镇规建办", "lead"),
                ("摸排危旧房屋", "各村", "support"),
                ("拆除危房", "镇规建办", "lead"),
                ("拆除危房", "镇派出所", "support"),
            },
        ),
        (
            "任务\t责任单位\t时限\n清理河道，\n拆除围网\t县水利局\t6月\n修复堤防\t县应急局\t7月\n",
            {("清理河道，拆除围网", "县水利局", "responsible"), ("修复堤防", "县应急局", "responsible")},
        ),
        (
            "任务\t责 任 单 位\n整 治 黑 臭 水 体\t区 水 务 局\n建设中转站\t区城管局\n",
            {("整治黑臭水体", "区水务局", "responsible"), ("建设中转站", "区城管局", "responsible")},
        ),
    ],
)
def test_each_body_has_its_own_task(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert set(_read(text)) == expected


def test_who_presides_over_an_item_of_an_agenda_has_no_duty() -> None:
    assert _read("时间    内容    主持人\n14:00    通报经营情况    总经理\n14:30    部门汇报    副总经理\n") == []


def test_several_tabs_set_columns_below_one_another() -> None:
    text = "任务\t\t\t牵头单位\t\t配合单位\t时限\n开展节水宣传\t\t市水务局\t\t市教育局\t3月\n"
    text += "更换节水器具\t\t市机关事务局\t\t\t6月\n建设节水型小区\t\t市水务局\t\t市住建局\t9月\n"
    rows = raci.rows(text).to_dict("records")
    assert [(row["department"], row["role"], row["deadline"]) for row in rows if row["task"] == "更换节水器具"] == [
        ("市机关事务局", "lead", "6月")
    ]
    assert {row["department"] for row in rows if row["role"] == "support"} == {"市教育局", "市住建局"}


def test_an_empty_cell_between_two_tabs_stays_one() -> None:
    text = "任务\t牵头单位\t配合单位\t时限\n修路\t县交通局\t\t6月\n架桥\t县交通局\t县财政局\t7月\n"
    assert _read(text) == [("修路", "县交通局", "lead"), ("架桥", "县交通局", "lead"), ("架桥", "县财政局", "support")]


def test_persons_in_even_gaps_and_sections_in_brackets() -> None:
    text = "事项   责任人   配合人   截止\n校对图纸   高峰   林静   3月8日\n报送样品   沈洁      3月12日\n"
    text += "预订会场   林静   高峰   3月15日\n"
    assert {("校对图纸", "高峰"), ("报送样品", "沈洁"), ("预订会场", "林静")} <= {row[:2] for row in _read(text)}
    text = "工作任务       责任单位      时限\n【产业】\n建设光伏电站   县发改局      12月\n"
    text += "【生态】\n修复矿山       县林业局      11月\n"
    assert [row[:2] for row in _read(text)] == [("建设光伏电站", "县发改局"), ("修复矿山", "县林业局")]
