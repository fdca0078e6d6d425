"""Rows whose cells dots, dashes, arrows or single blanks part, with heads and without; and rows in one line."""

from __future__ import annotations

import pytest
from texts import triples

from raci.pipeline import analyse, extract
from raci.readers.registry import read_text

HEADED = [["任务", "责任单位", "时限"], ["修缮堤坝", "县水利局", "4月"], ["清理背街", "县城管局", "每周"]]
BARE = [["修缮堤坝", "县水利局", "4月"], ["清理背街", "县城管局", "5月"], ["补种绿篱", "县林业局", "6月"]]
SIGNS = ["……", "…………", "......", "____", "——", "—", " - ", "→", " -> ", "·", "||", "，", ",", "/", "]["]
Row = tuple[str, str, str]


def rows(text: str) -> list[Row]:
    (document,) = read_text(text)
    found = analyse(document).assignments
    return [(one.clause.heading, one.department.name, one.role) for one in found if one.basis == "table"]


def findings(text: str) -> set[str]:
    (document,) = read_text(text)
    return {finding.check for finding in analyse(document).findings}


@pytest.mark.parametrize("sign", SIGNS)
def test_a_table_with_heads_is_read_whatever_parts_its_cells(sign: str) -> None:
    lines = [sign.join(row) for row in HEADED]
    if sign == "][":
        lines = [f"[{line}]" for line in lines]
    text = "县里要办的事如下。\n" + "\n".join(lines) + "\n"
    assert rows(text) == [("修缮堤坝", "县水利局", "responsible"), ("清理背街", "县城管局", "responsible")]
    assert "headless" not in findings(text)


@pytest.mark.parametrize("sign", [*SIGNS[:-1], " ", "　", "：", "\t", " | "])
def test_without_heads_the_cells_tell_the_columns_and_that_is_told(sign: str) -> None:
    text = "县里要办的事如下。\n" + "\n".join(sign.join(row) for row in BARE) + "\n"
    assert rows(text) == [(task, body, "responsible") for task, body, _ in BARE]
    assert "headless" in findings(text)


@pytest.mark.parametrize("mark", ["①②③", ("1.", "2.", "3."), ("（1）", "（2）", "（3）")])
def test_numbers_before_the_rows_are_cells_of_their_own(mark: str | tuple[str, ...]) -> None:
    lines = [f"{number}{task}——{body}" for number, (task, body, _) in zip(mark, BARE, strict=True)]
    assert rows("一、任务分工\n" + "\n".join(lines)) == [(task, body, "responsible") for task, body, _ in BARE]


def test_sections_stand_between_the_rows() -> None:
    text = "任务……责任单位\n一、水利\n修缮堤坝……县水利局\n二、环境\n清理背街……县城管局\n"
    assert rows(text) == [("修缮堤坝", "县水利局", "responsible"), ("清理背街", "县城管局", "responsible")]


def test_parts_below_bodies_that_blanks_part_are_a_matrix() -> None:
    text = "任务 县水利局 县财政局\n修缮堤坝 牵头 配合\n筹措资金 / 负责\n"
    assert rows(text) == [
        ("修缮堤坝", "县水利局", "lead"),
        ("修缮堤坝", "县财政局", "support"),
        ("筹措资金", "县财政局", "responsible"),
    ]


@pytest.mark.parametrize("lead", ["责任分工如下：", "会议议定以下事项："])
@pytest.mark.parametrize("sign", ["，", "——", "/"])
def test_rows_that_share_a_line_are_read(lead: str, sign: str) -> None:
    text = lead + "；".join(sign.join(row) for row in BARE) + "。\n"
    assert rows(text) == [(task, body, "responsible") for task, body, _ in BARE]


@pytest.mark.parametrize(
    "text",
    [
        "任务分派：①修缮堤坝——县水利局②清理背街——县城管局③补种绿篱——县林业局\n",
        "分工如下：事项、责任单位。修缮堤坝，县水利局；清理背街，县城管局；补种绿篱，县林业局。\n",
        "任务|责任单位||修缮堤坝|县水利局||清理背街|县城管局||补种绿篱|县林业局\n",
    ],
)
def test_circled_numbers_and_doubled_bars_part_the_rows_of_a_line(text: str) -> None:
    assert rows(text) == [(task, body, "responsible") for task, body, _ in BARE]


NONE = {
    "prices": "菜名……价格\n麻婆豆腐……18元\n清蒸鲈鱼……58元\n时蔬……16元\n",
    "buses": "1路：县政府—县医院—火车站\n2路：县法院—县教育局—汽车站\n",
    "awards": "《智慧课堂》——县教育局\n《智慧水务》——县水利局\n《绿色家园》——县林业局\n",
    "persons": "张三丰，县教育局\n李四光，县财政局\n王五一，县水利局\n",
    "indicators": "森林覆盖率，县林业局\n空气优良率，县生态环境局\n义务教育巩固率，县教育局\n",
    "addressees": "县教育局，县财政局，县水利局\n县公安局，县司法局，县民政局\n",
    "sentences": "为加快发展，县财政局\n要按照要求，县水利局\n全力推进，县林业局。\n",
    "parties": "甲方：县教育局\n乙方：县财政局\n丙方：县水利局\n",
    "news": "开展防汛演练 县水利局 2026-03-02\n推进春耕备耕 县农业农村局 2026-03-01\n举办读书节 县教育局 2026-02-27\n",
    "services": "核发许可——县水利局——5个工作日\n开办学校——县教育局——即办\n兑现奖补——县财政局——10个工作日\n",
    "cases": "优秀案例名单\n优化营商环境 县发改局\n推进集团化办学 县教育局\n建设智慧水务 县水利局\n",
    "scores": "完善台账 10 县教育局\n开展培训 15 县财政局\n报送信息 5 县水利局\n",
    "what was done": "采纳情况\n修改第三条，县教育局；修改第五条，县财政局；完善第六条，县水利局。\n",
    "praise": "县教育局，开展得好；县财政局，推进得慢；县水利局，完成得快。\n",
    "in a sentence": "经研究，由县财政局；经协商，由县水利局；按要求，由县林业局负责。\n",
}


@pytest.mark.parametrize("name", NONE)
def test_other_lines_are_none(name: str) -> None:
    assert rows("县里的情况如下。\n" + NONE[name]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "工作分工\n修缮堤坝 县水利局牵头 县财政局配合\n清理背街 县城管局牵头 各街道配合\n",
            [
                ("修缮堤坝", "县水利局", "lead"),
                ("修缮堤坝", "县财政局", "support"),
                ("清理背街", "县城管局", "lead"),
                ("清理背街", "各街道", "support"),
            ],
        ),
        (
            '序号,"任务","责任单位"\n1,"修缮堤坝3处，清淤","县水利局"\n2,"清理背街","县城管局、各街道"\n',
            [
                ("修缮堤坝3处，清淤", "县水利局", "responsible"),
                ("清理背街", "县城管局", "responsible"),
                ("清理背街", "各街道", "responsible"),
            ],
        ),
        (
            "责任部门：工作内容\n总务处：修缮礼堂\n教务处：编排课表\n",
            [("修缮礼堂", "总务处", "responsible"), ("编排课表", "教务处", "responsible")],
        ),
        (
            "Task,PMO,研发部,测试部\n评审需求,A,R,C\n发布版本,R,A,I\n",
            [
                ("评审需求", "PMO", "lead"),
                ("评审需求", "研发部", "responsible"),
                ("评审需求", "测试部", "support"),
                ("发布版本", "PMO", "responsible"),
                ("发布版本", "研发部", "lead"),
                ("发布版本", "测试部", "inform"),
            ],
        ),
        (
            "事情｜谁来办｜几号前\n修缮礼堂｜总务处｜3号\n编排课表｜教务处｜9号\n",
            [("修缮礼堂", "总务处", "responsible"), ("编排课表", "教务处", "responsible")],
        ),
    ],
)
def test_forms_that_people_type_are_read(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("mark", ["☐ ", "- [ ] ", "@", "✅"])
def test_a_sign_before_a_row_is_no_part_of_the_name(mark: str) -> None:
    lines = [f"{mark}{body}：{task}" for task, body, _ in BARE]
    assert {name for _, name, _ in rows("一、任务分工\n" + "\n".join(lines))} <= {body for _, body, _ in BARE}


@pytest.mark.parametrize("sign", ["——{}", "（{}）", "→{}", "【{}】"])
def test_lines_that_say_in_a_bracket_or_behind_a_sign_who_leads_are_no_table_parted_by_commas(sign: str) -> None:
    said = "县水利局牵头，县财政局、县教育局配合，6月底前完成"
    tasks = ["疏浚河道", "整修水渠", "加固堤防"]
    text = "\n".join(f"{number}.{task}{sign.format(said)}" for number, task in enumerate(tasks, 1))
    roles = [("县水利局", "lead"), ("县财政局", "support"), ("县教育局", "support")]
    assert triples(extract(f"一、重点任务\n{text}\n")) == [(task, *role) for task in tasks for role in roles]
