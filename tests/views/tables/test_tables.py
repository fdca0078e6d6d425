from datetime import datetime

import pytest
from plans import Plan, small, unnamed

from raci.config.profiles import load_profile
from raci.model import Analysis, Finding
from raci.pipeline import analyses
from raci.views.grid import grid
from raci.views.tables import TableView
from raci.views.tables.about import about, counts
from raci.views.tables.bodies import bodies
from raci.views.tables.column_heads import heads
from raci.views.tables.detail import detail
from raci.views.tables.division import division
from raci.views.tables.review import review


def dicts(table: TableView) -> list[dict[str, str | int]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def divided(analysis: Analysis) -> list[dict[str, str | int]]:
    return dicts(division(analysis, grid(analysis)))


def headings(table: TableView) -> list[str]:
    return [column.heading for column in table.columns]


def test_the_division_has_a_row_a_task_with_who_does_what_by_when() -> None:
    first, second, *_ = made = divided(small())
    assert [row["task"] for row in made] == [clause.heading for clause in small().task_clauses()]
    assert (first["lead"], first["support"], first["deadline"]) == ("县政务局", "县财政局、县档案馆", "2024年9月底前")
    assert (second["responsible"], second["leader"]) == ("各乡镇人民政府", "陈某某")
    assert first["path"] == "一、优化窗口服务"
    assert first["quote"] == "（牵头单位：县政务局；配合单位：县财政局、县档案馆；2024年9月底前）"


def test_columns_for_rare_roles_stand_only_where_the_text_has_them() -> None:
    assert "责任领导" in headings(division(small(), grid(small())))
    plain = Plan("方案").task("1.", "甲", lead="甲局").analysis()
    assert headings(division(plain, grid(plain))) == [
        "序号", "章节", "编号", "任务", "牵头单位", "责任单位", "配合单位", "完成时限", "原文依据",
    ]  # fmt: skip


def test_a_task_for_nobody_is_marked_and_says_so() -> None:
    table = division(small(), grid(small()))
    assert dicts(table)[4]["responsible"] == "（未标注）"
    assert table.marked == {4}


def test_a_deadline_is_told_even_where_nobody_is_named() -> None:
    (row,) = divided(Plan("方案").task("1.", "甲", deadline="2025年底前").analysis())
    assert (row["responsible"], row["deadline"]) == ("（未标注）", "2025年底前")


def test_each_body_has_its_tasks_first_those_that_it_leads() -> None:
    made = dicts(bodies(small(), grid(small())))
    office = [row for row in made if row["department"] == "县政务局"]
    assert [(row["role"], row["letter"]) for row in office] == [
        ("牵头", "A/R"),
        ("牵头", "A"),
        ("责任", "R"),
        ("配合", "C"),
    ]
    assert office[0]["partners"] == "配合：县财政局、县档案馆"
    assert made[0]["department"] == "县政务局", "the one that leads most comes first"


def test_bodies_are_whole_with_all_names_and_without_persons() -> None:
    made = dicts(bodies(small(), grid(small())))
    assert {row["written"] for row in made if row["department"] == "青原县财政局"} == {"县财政局", "财政局"}
    assert "陈某某" not in {row["department"] for row in made}
    assert ("县人民政府", "审批", "") in {(row["department"], row["role"], row["letter"]) for row in made}
    assert [row["role"] for row in made if row["department"] == "县司法局"] == ["责任、指导"]


def test_the_tasks_for_nobody_close_the_table_of_bodies() -> None:
    made = bodies(small(), grid(small()))
    assert made.rows[-1][0] == "（未标注）"
    assert len(made.rows) - 1 in made.marked
    assert [row[0] for row in bodies(unnamed(), grid(unnamed())).rows] == ["（未标注）"] * 2


def test_what_needs_an_eye_is_told_once_with_its_place_in_the_text() -> None:
    made = dicts(review(small()))
    assert [row["check"] for row in made] == ["test.check", "未写明单位"]
    assert "县司法局" in made[0]["message"]
    assert made[1]["quote"].startswith("(二)加强督促检查")


def test_a_check_that_speaks_of_a_task_for_nobody_is_not_said_again() -> None:
    plan = Plan("方案").task("1.", "甲").finding("未写明责任单位：1.甲", "unassigned")
    table = review(plan.analysis())
    assert [(row["task"], row["message"]) for row in dicts(table)] == [("1.甲", "未写明责任单位")]
    assert table.marked == {0}


def test_a_plan_that_names_nobody_is_one_matter_to_check() -> None:
    (row,) = dicts(review(unnamed()))
    assert row["message"].startswith("全文 2 项任务都没有写明由谁承担")


def test_a_finding_without_place_is_told_too() -> None:
    analysis = Analysis(small().document, findings=(Finding("x", "note", "全文没有日期"),))
    (row,) = dicts(review(analysis))
    assert (row["message"], row["place"], row["quote"]) == ("全文没有日期", "", "")


def test_a_name_that_stays_open_is_told_once_with_its_candidates() -> None:
    plan = Plan("方案").know("住建局", "", candidates=("甲县住建局", "乙县住建局"), reason="不知哪个县")
    plan.task("1.", "甲", lead="住建局").task("2.", "乙", lead="住建局")
    (row,) = dicts(review(plan.analysis()))
    assert row["message"] == "“住建局”指哪个单位未定：不知哪个县（可能是甲县住建局、乙县住建局）"


def test_nothing_to_check_is_said() -> None:
    analysis = Plan("方案").task("1.", "甲", lead="甲局").analysis()
    assert review(analysis).empty == "没有需要人工核对的事项"


def test_the_detail_has_the_keys_of_the_row_under_chinese_headings() -> None:
    table = detail(small(), load_profile("explicit"))
    row = dicts(table)[1]
    assert (row["department"], row["canonical"], row["role"], row["letter"]) == (
        "县财政局",
        "青原县财政局",
        "support",
        "C",
    )
    assert small().document.text[row["start"] : row["end"]] == "县财政局"
    assert not any("a" <= char <= "z" for heading in headings(table) for char in heading)


def test_about_names_profile_source_and_numbers() -> None:
    made = dict(
        about(
            small(),
            grid(small()),
            review(small()),
            load_profile("explicit"),
            datetime(2025, 1, 2, 3, 4),
        ).rows
    )
    assert made["文件标题"] == "青原县便民服务提升方案"
    assert made["来源"] == "方案.txt"
    assert made["格式与编码"] == "txt，utf-8"
    assert made["角色方案"] == "明示（explicit）"
    assert made["字母 A"] == "牵头"
    assert made["原文自定规则"] == "“列第一位者为牵头单位，下同。”"
    assert made["任务"] == "6 项，其中 1 项原文未标注单位"
    assert made["矩阵未列"].startswith("2 条")
    assert made["读取说明"] == "页脚一行未读"
    assert "2025-01-02" in made["生成"]


def test_about_does_not_tell_on_whose_computer_the_file_lay() -> None:
    for source in (r"C:\Users\wang\桌面\方案.docx", "/home/wang/方案.docx", "方案.docx"):
        plan = Plan("方案", source=source).task("1.", "甲", lead="甲局").analysis()
        made = dict(about(plan, grid(plan), review(plan), load_profile("explicit"), datetime(2025, 1, 2)).rows)
        assert made["来源"] == "方案.docx"
        assert (made["任务"], made["待核"]) == ("1 项，原文都标注了单位", "没有需要人工核对的事项")


def test_counts_count() -> None:
    numbers = counts(small(), grid(small()), review(small()))
    assert numbers == {
        "clauses": 8,
        "tasks": 6,
        "assignments": 14,
        "departments": 7,
        "persons": 1,
        "unassigned": 1,
        "uncharted": 2,
        "findings": 1,
        "review": 2,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "甘肃省养老服务实施方案\n一、扩大供给。（牵头单位：省发改委；责任单位：省住房城乡建设厅、财政厅、税务局，陕西省民政厅，民政部）\n"
            "二、培养人才。（牵头单位：甘肃省人力资源和社会保障厅；责任单位：各市州人民政府）\n",
            [
                *("省发改委", "省住房城乡建设厅", "省财政厅", "省税务局", "陕西省民政厅", "民政部"),
                *("甘肃省人力资源和社会保障厅", "各市州人民政府"),
            ],
            id="as written, with the level where the text leaves it out",
        ),
        pytest.param(
            "青溪县护河方案\n一、清淤。（责任单位：县发展和改革局）\n二、护坡。（责任单位：县发改局）\n"
            "三、绿化。（责任单位：县发改局，发改局）\n",
            ["县发改局"],
            id="the name that is used most",
        ),
        pytest.param(
            "青溪县护河方案\n一、清淤。（责任单位：县委办、组织部；配合单位：县、乡人民政府，市政工程公司）\n",
            ["县委办", "县委组织部", "县、乡人民政府", "市政工程公司"],
            id="an organ of the Party; names that have no level to say",
        ),
        pytest.param(
            "青溪集团工作分解\n一、清淤。（责任部门：安全部、财务部）\n",
            ["安全部", "财务部"],
            id="offices of the issuer",
        ),
        (
            "责任单位：教育、财政部门；云州、南屏等市人民政府",
            ["教育部门", "财政部门", "云州市人民政府", "南屏市人民政府"],
        ),
    ],
)
def test_heads_are_the_names_that_the_document_uses(text: str, expected: list[str]) -> None:
    (analysis,) = analyses(text)
    table = grid(analysis)
    assert heads(table, table.columns()) == expected


def test_a_body_has_its_own_limit_where_parts_of_a_task_have_several() -> None:
    plan = (
        "柳溪县方案\n1.河道治理。6月底前完成立项（责任单位：县发改局）；12月底前完工（责任单位：县水利局）。\n"
        "2.道路养护。年底前完成。（牵头单位：县交通局）\n"
    )
    (made,) = analyses(plan)
    of = {row["department"]: row["deadline"] for row in dicts(bodies(made, grid(made)))}
    assert of == {"柳溪县发展和改革局": "6月底前", "柳溪县水利局": "12月底前", "柳溪县交通运输局": "年底前"}
    assert divided(made)[0]["deadline"] == "6月底前；12月底前"
