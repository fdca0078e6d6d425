"""Plans that say who does what in one manner here and in another there, under numbers of several depths."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract

L, R, S, P = "lead", "responsible", "support", "leader"
Row = tuple[str, str, str]


def rows(text: str, *, inherited: bool = False) -> list[Row]:
    return [
        (one.clause.heading, one.department.name, one.role)
        for one in extract(text)
        if one.basis == "annotation" or (inherited and one.basis == "inherited")
    ]


DECIMAL = """长河水务公司工作方案
1 总体要求
1.1 坚持安全第一。
2 重点任务
2.1 改造管网
2.1.1 更换旧管8公里。
2.1.2 加装流量计。
牵头部门：管网部；配合部门：财务部
2.2 检测水质（化验室负责）
2.2.1 每日抽检。
2.3 清洗水箱。全年清洗两遍。
"""


def test_numbers_of_more_parts_stand_below_those_of_fewer() -> None:
    assert rows(DECIMAL) == [
        ("改造管网", "管网部", L),
        ("改造管网", "财务部", S),
        ("检测水质", "化验室", R),
    ]
    assert ("每日抽检", "化验室", R) in rows(DECIMAL, inherited=True)
    assert analyse(DECIMAL).clauses[-1].path == ("2 重点任务",)


def test_a_line_behind_the_last_item_is_its_own_where_others_have_items_below() -> None:
    parts = "1.整合窗口\n（1）撤并柜台。\n（2）合并号源。\n（县政务局负责）\n"
    text = f"方案\n一、优化布局\n{parts}2.梳理证照。\n3.压减时限。\n（县数据局负责）\n"
    assert rows(text) == [("整合窗口", "县政务局", R), ("压减时限", "县数据局", R)]


@pytest.mark.parametrize(
    ("above", "named"),
    [
        ("责任单位：镇水务站、各村", [("镇水务站", R), ("各村", R)]),
        ("责任领导：王磊；责任单位：镇水务站", [("镇水务站", R)]),
        ("（镇水务站牵头，镇城建办配合）", [("镇水务站", L), ("镇城建办", S)]),
    ],
)
def test_same_as_above_means_the_bodies_of_the_task_above(above: str, named: list[tuple[str, str]]) -> None:
    text = (
        f"方案\n1.修渠。责任单位：镇林业站\n2.清淤。\n{above}\n3.拆违。\n责任单位：同上\n云溪镇人民政府\n2026年3月5日\n"
    )
    assert [row for row in rows(text) if row[0] == "拆违"] == [("拆违", *one) for one in named]


def test_what_is_said_of_all_above_is_not_said_of_their_words_again() -> None:
    text = (
        "方案\n1.修渠\n清淤4公里。（县水利局负责）\n2.补路\n填坑300处。（县交通局负责）\n以上任务由县发改局牵头负责。\n"
    )
    leads = [row for row in rows(text, inherited=True) if row[2] == L]
    assert leads == [("修渠", "县发改局", L), ("补路", "县发改局", L)]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("各乡镇（街道）均为以下任务的责任单位，不再列出。", R),
        ("各乡镇（街道）均为以下各项任务的配合单位，不再列出。", S),
    ],
)
def test_brackets_in_a_name_leave_the_rule_of_the_document_whole(sentence: str, role: str) -> None:
    text = f"方案\n{sentence}\n1.修渠（责任单位：县水利局）\n"
    assert rows(text, inherited=True) == [("修渠", "县水利局", R), ("修渠", "各乡镇（街道）", role)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "1.走访企业（市支持企业发展领导小组办公室牵头，市工信局配合）",
            [("市支持企业发展领导小组办公室", L), ("市工信局", S)],
        ),
        ("1.走访企业（牵头单位：市工信局；支持企业：云海集团）", [("市工信局", L), ("云海集团", S)]),
        ("1.修订规程。责任局办：经发局、应急局", [("经发局", R), ("应急局", R)]),
        ("1.修缮校舍\n主要责任领导：周建平\n责任部门：后勤处", [("周建平", P), ("后勤处", R)]),
    ],
)
def test_words_of_labels_and_of_names(text: str, named: list[tuple[str, str]]) -> None:
    assert [row[1:] for row in rows(f"方案\n{text}\n")] == named


def test_a_line_below_one_of_the_first_second_and_third_is_its_own() -> None:
    tasks = "一是修渠。清淤4公里。\n（县水利局负责）\n二是补路。填坑300处。\n三是植树。补植800亩。\n（县林业局负责）\n"
    text = f"方案\n二、主要任务\n{tasks}"
    assert rows(text, inherited=True) == [("一是修渠", "县水利局", R), ("三是植树", "县林业局", R)]


@pytest.mark.parametrize("limit", ["长期坚持", "全年", "每月", "6月底前"])
def test_words_below_a_line_that_ends_with_a_limit_are_no_part_of_it(limit: str) -> None:
    first = f"1.压缩费用\n牵头单位：后勤部；完成时限：{limit}\n筹集资金、控制支出。\n"
    text = f"方案\n{first}2.推行看板\n责任单位：办公室\n设置看板。\n"
    limits = [one.deadline.text for one in extract(text) if one.deadline]
    assert limits == [limit]


@pytest.mark.parametrize("sign", [" → ", "——"])
def test_a_limit_in_brackets_behind_the_body_of_a_task(sign: str) -> None:
    text = f"会议纪要\n1.打样{sign}研发部（7月15日）\n2.验收{sign}工程部（7月31日前）\n3.试产{sign}生产部（含外协）\n"
    read = [(one.department.name, one.deadline.text if one.deadline else "") for one in extract(text)]
    assert read == [("研发部", "7月15日"), ("工程部", "7月31日前"), ("生产部（含外协）", "")]
