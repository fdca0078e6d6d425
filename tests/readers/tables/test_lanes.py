"""Tables laid out by blanks, as they are printed: cells of several lines below one another."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_text

NUMBERED = """云岭县安排

 序号        任务                 牵头单位          完成时限
  1     清理北渠和南渠，加      县水利局、各县      5月底
        固闸门                  区人民政府
  2     栽植行道树五千株        县林业局            6月底
"""
SECTIONS = """云岭县安排

重点任务           工作举措                责任单位        时限
一、治水      1.清理北渠和南渠，      县水利局        5月底
              加固闸门
              2.修整堤防              县水利局、县    6月底
                                      应急局
二、绿化      3.栽植行道树            县林业局        9月底

各单位要认真落实，县政府将适时开展督查，结果予以通报，并纳入年度考核的内容。
"""
PLAIN = """云岭县安排

任务                牵头单位      配合单位
清理北渠            县水利局
修整堤防            县应急局      县水利局
"""
#: as pdftotext -layout writes a table whose cells stand in the middle of their rows, and heads of two lines
CENTRED = """云岭县安排

                         责任单位（第
  序号      任务       时限                配合单位
                           一个牵头）
        清理北渠和南           县水利局、县
   1              5月底               县应急局
          渠              林业局
   2    修整堤防     6月底     县应急局     县水利局
"""
#: there a Chinese character is as wide as any
BY_CHARACTERS = """云岭县安排

序号     任务       责任单位      时限
1      清理北渠和南   县水利局、县   5月底
       渠        林业局
2      修整堤防     县应急局      6月底
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CENTRED,
            [
                ("清理北渠和南渠", "县水利局", "5月底"),
                ("清理北渠和南渠", "县林业局", "5月底"),
                ("清理北渠和南渠", "县应急局", "5月底"),
                ("修整堤防", "县应急局", "6月底"),
                ("修整堤防", "县水利局", "6月底"),
            ],
        ),
        (
            BY_CHARACTERS,
            [
                ("清理北渠和南渠", "县水利局", "5月底"),
                ("清理北渠和南渠", "县林业局", "5月底"),
                ("修整堤防", "县应急局", "6月底"),
            ],
        ),
        (
            NUMBERED,
            [
                ("清理北渠和南渠，加固闸门", "县水利局", "5月底"),
                ("清理北渠和南渠，加固闸门", "各县区人民政府", "5月底"),
                ("栽植行道树五千株", "县林业局", "6月底"),
            ],
        ),
        (
            SECTIONS,
            [
                ("清理北渠和南渠，加固闸门", "县水利局", "5月底"),
                ("修整堤防", "县水利局", "6月底"),
                ("修整堤防", "县应急局", "6月底"),
                ("栽植行道树", "县林业局", "9月底"),
            ],
        ),
        (PLAIN, [("清理北渠", "县水利局", None), ("修整堤防", "县应急局", None), ("修整堤防", "县水利局", None)]),
    ],
)
def test_cells_go_on_below_themselves(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    (document,) = read_text(text)
    found = [one for one in extract(document) if one.basis == "table"]
    assert [
        (one.clause.heading, one.department.name, one.deadline.text if one.deadline else None) for one in found
    ] == expected
    assert all(document.text[one.start : one.end] for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "任务    甲    乙\n\n清理北渠，修整堤防，加固闸门，都要在今年完成，不得拖延。\n",
        "一、总体要求    二、重点任务    三、保障措施\n坚持问题导向，抓好落实。\n",
    ],
)
def test_running_text_is_no_table(text: str) -> None:
    (document,) = read_text(text)
    assert all(block.kind != "table" for block in document.blocks)


def test_cells_that_blanks_part_but_no_lanes() -> None:
    rows = [
        ["序号", "任务", "牵头单位", "配合单位"],
        ["1", "清理北渠", "县水利局", "县林业局"],
        ["2", "修整全县堤防", "县水利局、县应急局", "县林业局"],
    ]
    (document,) = read_text("\n".join("　　".join(row) for row in rows))
    (table,) = [block for block in document.blocks if block.kind == "table"]
    assert [document.text[cell.start : cell.end] for cell in table.cells] == [words for row in rows for words in row]


CLOSE = """云岭县安排

任务事项           牵头责任单位 实施单位           时限
清理北渠和南渠，加 县水利局     县应急局、县自然资 5月底
固闸门，修整堤防                源局、县财政局
栽植行道树五千株   县林业局     各乡镇人民政府     6月底
"""
APART = """云岭县安排

任务               责任单位
清理北渠和南渠，   县水利局、县应急局、
加固闸门           各行业主管部门

栽植行道树五千株， 县林业局、县消防
更换补植           救援大队

整修步道           县住建局
"""


def test_a_single_blank_may_part_two_lanes() -> None:
    found = extract(read_text(CLOSE))
    assert [(each.clause.heading, each.department.name, each.role) for each in found] == [
        ("清理北渠和南渠，加固闸门，修整堤防", "县水利局", "lead"),
        ("清理北渠和南渠，加固闸门，修整堤防", "县应急局", "responsible"),
        ("清理北渠和南渠，加固闸门，修整堤防", "县自然资源局", "responsible"),
        ("清理北渠和南渠，加固闸门，修整堤防", "县财政局", "responsible"),
        ("栽植行道树五千株", "县林业局", "lead"),
        ("栽植行道树五千株", "各乡镇人民政府", "responsible"),
    ]


def test_blank_lines_part_the_rows_and_names_go_on_over_lines() -> None:
    found = extract(read_text(APART))
    assert [(each.clause.heading, each.department.name) for each in found] == [
        ("清理北渠和南渠，加固闸门", "县水利局"),
        ("清理北渠和南渠，加固闸门", "县应急局"),
        ("清理北渠和南渠，加固闸门", "各行业主管部门"),
        ("栽植行道树五千株，更换补植", "县林业局"),
        ("栽植行道树五千株，更换补植", "县消防救援大队"),
        ("整修步道", "县住建局"),
    ]


def test_long_lines_of_a_table_are_not_parted_at_their_gaps() -> None:
    task, names = (
        "清理北渠和南渠并加固闸门" * 3,
        "县水利局、县应急局、县自然资源局、县财政局、县林业局、县交通局、县住建局",
    )
    lines = [f"任务{' ' * 70}责任单位{' ' * 80}时限"]
    lines += [f"{task}{' ' * 2}{names}{' ' * (84 - 2 * len(names) + 4)}{month}月底" for month in (5, 6)]
    found = extract(read_text("云岭县安排\n\n" + "\n".join(lines)))
    assert {(each.deadline.text, each.role) for each in found if each.deadline} == {
        ("5月底", "responsible"),
        ("6月底", "responsible"),
    }


#: rows whose first cell is merged away, with words as wide as their lanes; lines that go on but for the number
MERGED = """督办领导    督办事项              承办单位
周明        破解停车难            交警大队
            取缔马路市场          城管大队
吴芳        完善校园周边护栏      市政所
            开设午托班            教育局
"""
GOES_ON_BUT_FOR_NUMBER = """序号    整改事项                  责任单位            完成时限
1       部分社区微型消防站        区消防救援大队、    2026年
        器材缺失                  各街道              7月底
2       电动自行车集中充电        区住建局            2026年
        点位不足                                      9月底
"""


def test_a_line_that_says_what_is_done_and_who_does_it_is_a_row_though_its_first_cell_is_merged_away() -> None:
    found = {(row.clause.heading, row.department.name) for row in extract(read_text(MERGED)[0])}
    assert ("开设午托班", "教育局") in found
    assert ("开设午托班", "吴芳") in found


def test_a_line_may_go_on_in_all_cells_but_the_number() -> None:
    found = [
        (row.clause.heading, row.department.name, row.deadline.text if row.deadline else "")
        for row in extract(read_text(GOES_ON_BUT_FOR_NUMBER)[0])
    ]
    assert found == [
        ("部分社区微型消防站器材缺失", "区消防救援大队", "2026年7月底"),
        ("部分社区微型消防站器材缺失", "各街道", "2026年7月底"),
        ("电动自行车集中充电点位不足", "区住建局", "2026年9月底"),
    ]


#: heads of two lines: the parts of one stand below it, and its own words say nothing of them
PARTS_BELOW = """重点任务        责任主体                    时间表
                牵头部门      参加部门
完善冷链网络    市商务局      市交通局      2026年
整治预付消费    市监管局      市商务局      2027年
"""


def test_heads_that_stand_below_one_are_columns_of_their_own() -> None:
    found = [(row.clause.heading, row.department.name, row.role) for row in extract(read_text(PARTS_BELOW)[0])]
    assert found == [
        ("完善冷链网络", "市商务局", "lead"),
        ("完善冷链网络", "市交通局", "support"),
        ("整治预付消费", "市监管局", "lead"),
        ("整治预付消费", "市商务局", "support"),
    ]


def test_rows_that_leave_out_a_column_stay_in_the_table_above_them() -> None:
    (document,) = read_text(
        "云岭县重点任务分解表\n\n"
        "序号  工作事项      牵头责任单位  落实单位                      参与单位\n"
        "1     优化灌溉方式                县水利局、县农业农村局\n"
        "2     延长收购时间                县粮食和物资储备局、县供销社\n"
        "3     支持修建冷库                县供销社、县商务局\n"
        "4     推动道路改造  县交通运输局  县公路中心                    县公安局\n"
        "5     供水设施完善                县住建局\n"
    )
    found = [(one.clause.heading, one.department.name, one.role) for one in extract(document)]
    assert found[:2] == [("优化灌溉方式", "县水利局", "responsible"), ("优化灌溉方式", "县农业农村局", "responsible")]
    assert ("推动道路改造", "县交通运输局", "lead") in found
    assert found[-1] == ("供水设施完善", "县住建局", "responsible")


def test_a_name_that_a_line_of_its_cell_breaks_off_goes_on_in_the_next_line() -> None:
    (document,) = read_text(
        "云岭市任务分解表\n\n"
        "任务措施                责任单位\n"
        "优化保障性住房再贷款政  市住房城乡建设局、中国\n"
        "策                      人民银行云岭市分行、市\n"
        "                        财政局\n"
        "支持企业市场化收购房企  市自然资源局、市住房城\n"
        "土地                    乡建设局、市国资委\n"
        "扩大白名单覆盖范围      市住房城乡建设局\n"
    )
    found = [(one.clause.heading, one.department.name) for one in extract(document)]
    assert found == [
        ("优化保障性住房再贷款政策", "市住房城乡建设局"),
        ("优化保障性住房再贷款政策", "中国人民银行云岭市分行"),
        ("优化保障性住房再贷款政策", "市财政局"),
        ("支持企业市场化收购房企土地", "市自然资源局"),
        ("支持企业市场化收购房企土地", "市住房城乡建设局"),
        ("支持企业市场化收购房企土地", "市国资委"),
        ("扩大白名单覆盖范围", "市住房城乡建设局"),
    ]


def test_cells_in_the_middle_of_rows_with_an_even_number_of_lines_too() -> None:
    (document,) = read_text(
        "云岭市任务分解表\n\n"
        "序号    工作任务          责任部门\n"
        "                          市财政局、市住建局\n"
        "1       发放购房补贴      、市税务局、湖东区\n"
        "                          政府\n"
        "2       引进技能人才      市人社局、市财政局\n"
        "                          、各区政府\n"
        "                          市自然资源局、市住\n"
        "3       编制供地计划      建局、湖东区政府、\n"
        "                          开发区管委会\n"
    )
    found = [(one.clause.heading, one.department.name) for one in extract(document)]
    assert found == [
        *(("发放购房补贴", body) for body in ("市财政局", "市住建局", "市税务局", "湖东区政府")),
        *(("引进技能人才", body) for body in ("市人社局", "市财政局", "各区政府")),
        *(("编制供地计划", body) for body in ("市自然资源局", "市住建局", "湖东区政府", "开发区管委会")),
    ]


def test_a_page_without_the_head_has_lanes_of_its_own() -> None:
    first = "序号     任务         牵头单位       配合单位\n" + "".join(
        f"{number:<2}     修建第{sign}座便民桥    县交通局       县水利局\n"
        for number, sign in enumerate("一二三四五六七八九十百千", 1)
    )
    second = "".join(
        f"{number} 整治第{sign}处积水点 县住建局   县城管局\n".replace(" 整", "   整").replace("点 ", "点   ")
        for number, sign in enumerate("一二三四", 13)
    )
    found = [(row.clause.heading, row.department.name, row.role) for row in extract(first + second)]
    assert found[-2:] == [("整治第四处积水点", "县住建局", "lead"), ("整治第四处积水点", "县城管局", "support")]
    assert len(found) == 32
