"""Tables as programs and people put them into a text: saved values, merged cells said again, tasks side by side."""

from __future__ import annotations

import pytest

import raci

NAMED = "序号,任务,牵头单位,配合单位,时限\n"


def said(text: str) -> list[tuple[str, str, str]]:
    rows = raci.rows(raci.analyse(text)).to_dict("records")
    return [(row["task"], row["department"], row["role"]) for row in rows if row["department"]]


def test_quotes_of_comma_values_hold_several_bodies_and_lines() -> None:
    text = NAMED + '1,修建水渠,县水利局,"县财政局,县审计局",6月底前\n2,修建道路,县交通局,"县财政局\n县公安局",9月底前\n'
    assert said(text) == [
        ("修建水渠", "县水利局", "lead"),
        ("修建水渠", "县财政局", "support"),
        ("修建水渠", "县审计局", "support"),
        ("修建道路", "县交通局", "lead"),
        ("修建道路", "县财政局", "support"),
        ("修建道路", "县公安局", "support"),
    ]


def test_nothing_between_two_commas_is_an_empty_cell() -> None:
    text = NAMED + "1,修建水渠,,县财政局,6月底前\n2,修建道路,县交通局,,9月底前\n3,修建泵站,县水利局,县财政局,\n"
    assert said(text) == [
        ("修建水渠", "县财政局", "support"),
        ("修建道路", "县交通局", "lead"),
        ("修建泵站", "县水利局", "lead"),
        ("修建泵站", "县财政局", "support"),
    ]


def test_a_quotation_mark_that_nothing_closes_is_one_of_its_cell() -> None:
    text = NAMED + '1,换19"机柜,县数据局,县财政局,6月底前\n2,修建道路,县交通局,县财政局,9月底前\n'
    assert [task for task, _, role in said(text) if role == "lead"] == ['换19"机柜', "修建道路"]


def test_the_last_row_may_hold_a_cell_of_several_lines() -> None:
    text = '序号\t任务\t责任单位\t时限\n1\t修建水渠\t县水利局\t6月底前\n2\t修建道路\t"牵头：县交通局\n'
    text += '配合：县财政局"\t9月底前\n'
    assert said(text)[1:] == [("修建道路", "县交通局", "lead"), ("修建道路", "县财政局", "support")]


SECTIONS = """\
|序号 | 任务 | 牵头单位 | 配合单位 | 时限|
|--- | --- | --- | --- | ---|
|一、水利 | 一、水利 | 一、水利 | 一、水利 | 一、水利|
|1 | 修建水渠 | 县水利局 | NaN | 6月底前|
|二、交通 | 二、交通 | 二、交通 | 二、交通 | 二、交通|
|2 | 修建道路 | 县交通局 | 县财政局 | 9月底前|
"""


def test_a_section_said_in_each_cell_is_one_line_and_nan_is_nothing() -> None:
    assert said(SECTIONS) == [
        ("修建水渠", "县水利局", "lead"),
        ("修建道路", "县交通局", "lead"),
        ("修建道路", "县财政局", "support"),
    ]
    paths = [row["path"] for row in raci.rows(raci.analyse(SECTIONS)).to_dict("records")]
    assert "一、水利" in paths[0] and "二、交通" in paths[1]


TURNED = """\
任务\t修建水渠\t做好资金投入
牵头单位\t县水利局\t县财政局
配合单位\t\t县审计局

任务\t修建道路\t修建泵站
牵头单位\t县交通局\t县水利局
配合单位\t县公安局\t县财政局
"""


def test_heads_at_the_left_come_again_above_further_tasks() -> None:
    assert said(TURNED) == [
        ("修建水渠", "县水利局", "lead"),
        ("做好资金投入", "县财政局", "lead"),
        ("做好资金投入", "县审计局", "support"),
        ("修建道路", "县交通局", "lead"),
        ("修建道路", "县公安局", "support"),
        ("修建泵站", "县水利局", "lead"),
        ("修建泵站", "县财政局", "support"),
    ]


REMARKS = """\
序号\t任务\t牵头单位\t时限\t备注
1\t修建水渠\t县水利局\t6月底前\t县财政局、县审计局配合
2\t修建道路\t县交通局\t9月底前\t按月报送进展
3\t修建泵站\t县水利局\t9月底前\t配合单位：县财政局
4\t修建桥梁\t县交通局\t9月底前\t县财政局已拨款
5\t修建车站\t县交通局\t9月底前\t县公安局配合
"""


def test_remarks_may_say_who_helps() -> None:
    helping = [(task, body) for task, body, role in said(REMARKS) if role == "support"]
    assert helping == [
        ("修建水渠", "县财政局"),
        ("修建水渠", "县审计局"),
        ("修建泵站", "县财政局"),
        ("修建车站", "县公安局"),
    ]
    assert [body for _, body, role in said(REMARKS) if role != "support"] == [
        "县水利局",
        "县交通局",
        "县水利局",
        "县交通局",
        "县交通局",
    ]


@pytest.mark.parametrize("between", ["\t", "——"])
def test_a_task_and_behind_a_sign_who_leads_and_helps(between: str) -> None:
    lines = (
        ("修建水渠", "县水利局牵头，县财政局、县审计局配合"),
        ("修建道路", "县交通局牵头"),
        ("修建泵站", "县水利局牵头"),
    )
    assert said("\n".join(map(between.join, lines))) == [
        ("修建水渠", "县水利局", "lead"),
        ("修建水渠", "县财政局", "support"),
        ("修建水渠", "县审计局", "support"),
        ("修建道路", "县交通局", "lead"),
        ("修建泵站", "县水利局", "lead"),
    ]


def test_the_first_word_of_a_name_asks_nobody() -> None:
    text = "序号\t任务\t责任单位\n1\t修建水渠\t交通运输局牵头，建设局配合\n2\t修建道路\t建设局牵头，交通局配合\n"
    assert said(text) == [
        ("修建水渠", "交通运输局", "lead"),
        ("修建水渠", "建设局", "support"),
        ("修建道路", "建设局", "lead"),
        ("修建道路", "交通局", "support"),
    ]


def test_bodies_parted_by_other_signs_are_bodies_however_many() -> None:
    many = "&".join(
        ("县财政局", "县审计局", "县公安局", "县交通局", "县水利局", "县教育局", "县民政局", "县司法局", "县统计局")
    )
    text = f"序号\t任务\t牵头单位\t配合单位\n1\t修建水渠\t县住建局\t{many}\n2\t修建道路\t县住建局\t{many}\n"
    assert len([body for _, body, role in said(text) if role == "support"]) == 18


def test_wide_rows_of_a_drawn_table_are_not_parted_at_their_blanks() -> None:
    rows = (
        ("序号", "任务", "牵头单位", "配合单位", "时限"),
        ("1", "修建水渠", "县水利局", "县财政局", "6月底前"),
        ("2", "修建道路", "县交通局", "县审计局", "9月底前"),
    )
    text = "\n".join("|" + "|".join(f" {cell:<34}" for cell in row) + "|" for row in rows)
    assert [body for _, body, role in said(text) if role == "lead"] == ["县水利局", "县交通局"]


HEAVY = """\
┏━━┳━━━━┳━━━━┓
┃序号┃任务    ┃责任单位┃
┣━━╋━━━━╋━━━━┫
┃1   ┃修建水渠┃县水利局┃
┃    ┃和泵站  ┃、县财政┃
┃    ┃        ┃局      ┃
┣━━╋━━━━╋━━━━┫
┃2   ┃修建道路┃县交通局┃
┗━━┻━━━━┻━━━━┛
"""
MULTILINE = """\
  ------------------------------
  序号  任务      牵头单位
  ----  --------  --------------
  1     修建水渠  县水利局
        和泵站

  2     修建道路  县交通局
  ------------------------------
"""
RECOGNISED = """\
序号  任务  牵头单位  时限
 1 修建水渠 县水利局 6月底前
  2 修建道路 县交通局 9月底前
3  修建泵站  县水利局  9月底前
"""
CONTINUED = """\
序号  任务      牵头单位  配合单位
1     修建水渠  县水利局  县财政局

续上表
序号  任务      牵头单位  配合单位
2     修建道路  县交通局  县审计局
"""
JOINED = """\
| 序号 | 任务 | 责任分工.牵头单位 | 责任分工.配合单位 |
| --- | --- | --- | --- |
| 1 | 修建水渠 | 县水利局 | 县财政局 |
| 2 | 修建道路 | 县交通局 | 县审计局 |
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAVY, ["县水利局", "县财政局", "县交通局"]),
        (MULTILINE, ["县水利局", "县交通局"]),
        (RECOGNISED, ["县水利局", "县交通局", "县水利局"]),
        (CONTINUED, ["县水利局", "县财政局", "县交通局", "县审计局"]),
        (JOINED, ["县水利局", "县财政局", "县交通局", "县审计局"]),
    ],
)
def test_what_programs_draw_and_cut_keeps_its_rows(text: str, expected: list[str]) -> None:
    assert [body for _, body, _ in said(text)] == expected


MERGED = """\
类别\t序号\t任务\t牵头单位\t配合单位
水利\t1\t修建水渠\t县水利局\t县财政局
\t2\t修建泵站\t\t县审计局
\t3\t清理河道\t\t县财政局
交通\t4\t修建道路\t县交通局\t县公安局
\t5\t修建桥梁\t\t县财政局
"""


def test_who_leads_several_rows_may_stand_in_the_first_of_them_alone() -> None:
    leads = [(task, body) for task, body, role in said(MERGED) if role == "lead"]
    assert leads == [
        ("修建水渠", "县水利局"),
        ("修建泵站", "县水利局"),
        ("清理河道", "县水利局"),
        ("修建道路", "县交通局"),
        ("修建桥梁", "县交通局"),
    ]


def test_a_table_run_together_and_cut_at_a_width_keeps_its_rows() -> None:
    cells = ["序号", "任务", "牵头单位", "配合单位"]
    bodies = ("县水利局", "县交通局", "县住建局", "县林业局")
    for number, body in enumerate(bodies, 1):
        cells += [str(number), f"修建第{number}号水渠并做好日常管理", body, "县财政局、县审计局"]
    words = "\u3000\u3000".join(cells)
    text = "\n".join(words[start : start + 30] for start in range(0, len(words), 30))
    assert [body for _, body, role in said(f"云岭县任务分工\n\n{text}\n") if role == "lead"] == [*bodies]


MIDDLE = """\
任务          责任单位
              县水利局、县财政
修建水渠      局、县审计局、县
              公安局
修建泵站、水  县水利局
库和渡槽
              县交通局、县财政
修建道路      局
"""


def test_cells_in_the_middle_of_their_rows_belong_to_these() -> None:
    assert said(MIDDLE) == [
        *(("修建水渠", body, "responsible") for body in ("县水利局", "县财政局", "县审计局", "县公安局")),
        ("修建泵站、水库和渡槽", "县水利局", "responsible"),
        *(("修建道路", body, "responsible") for body in ("县交通局", "县财政局")),
    ]
