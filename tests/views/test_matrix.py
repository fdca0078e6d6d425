from plans import Plan, small, unnamed

from raci.views.frames import rows
from raci.views.matrix import matrix


def cell(frame, path: str, task: str, department: str) -> str:
    return frame.xs(path, level="path").xs(task, level="task")[department].item()


def test_a_plan_without_tasks_gives_an_empty_matrix() -> None:
    made = matrix(Plan("空方案").analysis())
    assert made.shape == (0, 0)
    assert list(made.index.names) == ["document", "path", "number", "task"]


def test_a_plan_that_names_nobody_keeps_its_tasks() -> None:
    made = matrix(unnamed())
    assert list(made.index.get_level_values("task")) == ["补植行道树", "建设口袋公园"]
    assert list(made.columns) == []


def test_letters_stand_where_task_and_department_meet() -> None:
    made = matrix(small())
    assert cell(made, "一、优化窗口服务", "强化组织保障", "县政务局") == "A/R"
    assert cell(made, "一、优化窗口服务", "推行容缺受理", "县政务局") == "A"
    assert cell(made, "一、优化窗口服务", "推行容缺受理", "各乡镇人民政府") == "R"
    assert cell(made, "一、优化窗口服务", "推行容缺受理", "县档案馆") == ""


def test_several_roles_of_one_body_in_one_task_are_all_there() -> None:
    assert cell(matrix(small()), "一、优化窗口服务", "公开办事指南", "县司法局") == "R/C"


def test_the_same_heading_in_two_chapters_is_two_rows() -> None:
    made = matrix(small())
    assert cell(made, "一、优化窗口服务", "强化组织保障", "县政务局") == "A/R"
    assert cell(made, "二、夯实基础支撑", "强化组织保障", "县政务局") == "C"


def test_two_clauses_that_agree_in_number_and_heading_stay_two_rows() -> None:
    plan = (
        Plan("重号方案").chapter("一、", "任务").task("1.", "抓好落实", lead="甲局").task("1.", "抓好落实", lead="乙局")
    )
    made = matrix(plan.analysis())
    assert made["甲局"].tolist() == ["A/R", ""]
    assert made["乙局"].tolist() == ["", "A/R"]


def test_unassigned_tasks_are_empty_rows() -> None:
    made = matrix(small())
    assert set(made.xs("加强督促检查", level="task").iloc[0]) == {""}


def test_one_body_under_two_names_is_one_column() -> None:
    made = matrix(small())
    assert "财政局" not in made.columns
    assert cell(made, "二、夯实基础支撑", "统一经费渠道", "青原县财政局") == "R"


def test_two_bodies_under_one_canonical_name_are_text_columns() -> None:
    plan = Plan("两县方案").know("甲县水务局", "水务局", id="J-SW", jurisdiction="甲县")
    plan.know("乙县水务局", "水务局", id="Y-SW", jurisdiction="乙县")
    made = matrix(plan.task("1.", "共治界河", responsible="甲县水务局、乙县水务局").analysis())
    assert list(made.columns) == ["水务局（甲县）", "水务局（乙县）"]


def test_persons_and_roles_without_a_letter_are_no_columns() -> None:
    made = matrix(small())
    assert "陈某某" not in made.columns
    assert "县人民政府" not in made.columns
    assert "县人民政府" in matrix(small(), "rasci").columns


def test_the_profile_makes_the_letters_and_is_named() -> None:
    made = matrix(small(), "rasci")
    assert made.attrs["profile"] == "rasci"
    assert cell(made, "一、优化窗口服务", "强化组织保障", "县档案馆") == "S"


def test_assignments_alone_give_the_assigned_rows() -> None:
    whole = matrix(small())
    made = matrix(small().assignments)
    assert made.equals(whole[(whole != "").any(axis=1)])


def test_assignments_of_two_documents_do_not_mix() -> None:
    first = Plan("甲方案", source="甲.txt").task("1.", "任务", lead="财政局").analysis()
    second = Plan("乙方案", source="乙.txt").task("1.", "任务", responsible="财政局").analysis()
    made = matrix([*first.assignments, *second.assignments])
    assert made["财政局"].tolist() == ["A/R", "R"]
    assert list(made.index.get_level_values("document")) == ["甲方案", "乙方案"]


def test_rows_give_the_matrix_of_their_assignments() -> None:
    assert matrix(rows(small())).equals(matrix(small()))
    assert matrix(rows(small().assignments)).equals(matrix(small().assignments))
