"""Lines that say whose duties stand below them: 教务部工作职责, one list or several, with any sign before its lines."""

from __future__ import annotations

import pytest

from raci import extract


def duties(text: str) -> list[tuple[str, str]]:
    return [(row.department.name, row.role) for row in extract(text)]


@pytest.mark.parametrize("heading", ["教务处工作职责", "教务处的主要职责", "教务处主要职责如下：", "教务处主要负责："])
@pytest.mark.parametrize("sign", ["1、", "（1）", "①", "a.", "- ", "●", ""])
def test_one_such_line_is_enough(heading: str, sign: str) -> None:
    second = sign.replace("1", "2").replace("①", "②").replace("a", "b")
    rows = duties(f"{heading}\n{sign}编制教学计划。\n{second}负责考务安排。")
    assert rows == [("教务处", "responsible")] * 2


def test_a_list_in_parts_is_of_the_line_above_them() -> None:
    rows = duties("教务处工作职责\n一、教学计划\n1、编制教学计划。\n二、考试\n2、负责考务安排。")
    assert [row[0] for row in rows] == ["教务处", "教务处"]


def test_who_is_in_a_group_stands_between_its_name_and_its_duties() -> None:
    roster = "组长：王建国\n成　员：李海明、各班班主任\n"
    rows = duties(
        f"抢险救援组\n{roster}主要职责：\n1.搬运沙袋。\n2.疏散师生。\n医疗救护组\n{roster}职责：\n1.救治伤员。"
    )
    assert [row[0] for row in rows] == ["抢险救援组", "抢险救援组", "医疗救护组"]


def test_a_label_below_a_name_says_so_as_well() -> None:
    rows = duties("总务处\n主要职责：\n1、管理物资。\n2、负责水电维修。")
    assert [row[0] for row in rows] == ["总务处", "总务处"]


def test_the_next_such_line_begins_another_list() -> None:
    rows = duties("教务处职责\n1、编制教学计划。\n财务科职责\n1、编制年度预算。")
    assert [row[0] for row in rows] == ["教务处", "财务科"]


@pytest.mark.parametrize("other", ["考勤制度", "任职资格：", "第二章 附则"])
def test_another_heading_ends_the_list(other: str) -> None:
    rows = duties(f"教务处职责\n1、编制教学计划。\n{other}\n1、完成学历教育。\n2、掌握办公软件。")
    assert [row[0] for row in rows] == ["教务处"]


@pytest.mark.parametrize(
    "line", ["明确各方职责", "部门职责", "相应划入组织部门的有关职责。", "加强领导，落实教务处职责"]
)
def test_lines_that_name_nobody_or_are_sentences_begin_none(line: str) -> None:
    assert duties(f"{line}\n1、编制教学计划。\n2、负责考务安排。") == []


def test_bullets_below_names_that_are_no_duties_stay() -> None:
    assert duties("参考资料\n市教育局\n- 白皮书\n- 年度报告\n市财政局\n- 公告\n- 统计数据") == []
