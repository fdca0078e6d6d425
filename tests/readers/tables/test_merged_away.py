"""Tables copied out of a browser without their merged cells, and rows of which blanks do not show what is empty."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract


def rows(text: str) -> set[tuple[str, str, str]]:
    return {(one.clause.heading, one.department.name, one.role) for one in extract(f"云岭县任务分解表\n\n{text}")}


def told(text: str) -> set[str]:
    return {finding.check for finding in analyse(f"云岭县任务分解表\n\n{text}").findings}


HEADS = "序号\t任务\t牵头单位\t配合单位\n"
MERGED = HEADS + (
    "1\t修建环湖绿道\t县住建局\t县财政局、县园林局\n"
    "2\t整治背街小巷\t\n"
    "3\t更新老旧电梯\t县市场监管局、县财政局\n"
    "4\t新建停车场\t县城管局\t县公安局\n"
    "5\t新建公园\t县园林局\n"
)


def test_a_lead_that_is_merged_over_rows_leads_all_of_them() -> None:
    assert rows(MERGED) == {
        ("修建环湖绿道", "县住建局", "lead"),
        ("修建环湖绿道", "县财政局", "support"),
        ("修建环湖绿道", "县园林局", "support"),
        ("整治背街小巷", "县住建局", "lead"),
        ("更新老旧电梯", "县住建局", "lead"),
        ("更新老旧电梯", "县市场监管局", "support"),
        ("更新老旧电梯", "县财政局", "support"),
        ("新建停车场", "县城管局", "lead"),
        ("新建停车场", "县公安局", "support"),
        ("新建公园", "县城管局", "lead"),
        ("新建公园", "县园林局", "support"),
    }
    assert "loose-columns" not in told(MERGED)


def test_rows_from_which_empty_cells_were_cut_off_keep_their_lead_and_are_told() -> None:
    text = HEADS + "1\t修路\t县住建局\t县财政局\n2\t治河\t县水利局\n3\t植树\t县林业局\n"
    assert {("治河", "县水利局", "lead"), ("植树", "县林业局", "lead")} <= rows(text)
    assert "loose-columns" in told(text)


def test_whole_rows_are_read_as_ever() -> None:
    text = HEADS + "1\t修路\t县住建局\t\n2\t治河\t县水利局\t县财政局\n"
    assert rows(text) == {("修路", "县住建局", "lead"), ("治河", "县水利局", "lead"), ("治河", "县财政局", "support")}
    assert "loose-columns" not in told(text)


SPACED = (
    "序号 任务 牵头单位 责任单位\n1 修建环湖绿道 县住建局 县财政局\n2 整治背街小巷 {}\n"
    "3 更新老旧电梯 县市场监管局 县财政局\n4 新建停车场 县城管局 县公安局\n5 新建公园 县园林局 县财政局\n"
)


@pytest.mark.parametrize(
    ("body", "role", "is_told"),
    [
        ("县审计局", "lead", True),
        ("县财政局", "responsible", False),  # it stands there in the other rows
    ],
)
def test_a_body_that_may_lead_or_be_responsible_is_told_unless_other_rows_show_it(
    body: str, role: str, is_told: bool
) -> None:
    text = SPACED.format(body)
    assert ("整治背街小巷", body, role) in rows(text)
    assert ("loose-columns" in told(text)) is is_told


def test_a_task_has_a_lead_before_it_has_help() -> None:
    assert "loose-columns" not in told(SPACED.format("县审计局").replace("责任单位", "配合单位"))


def test_rows_for_each_body_repeat_bodies_and_parts() -> None:
    text = (
        "单位\t工作任务\t角色\n县教育局\t新建公办幼儿园\t牵头\n县教育局\t修建环湖绿道\t配合\n"
        "县住建局\t修建环湖绿道\t牵头\n县住建局\t调整公积金政策\t配合\n县财政局\t调整公积金政策\t牵头\n"
    )
    assert rows(text) == {
        ("新建公办幼儿园", "县教育局", "lead"),
        ("修建环湖绿道", "县教育局", "support"),
        ("修建环湖绿道", "县住建局", "lead"),
        ("调整公积金政策", "县住建局", "support"),
        ("调整公积金政策", "县财政局", "lead"),
    }


@pytest.mark.parametrize("heads", ["责任分工\n完成时限\n牵头单位\n配合单位", "责任分工\n牵头单位\n配合单位\n完成时限"])
def test_heads_below_one_that_shares_tasks_out_stand_in_its_place(heads: str) -> None:
    first, second = "修建环湖绿道\n县住建局\n县财政局\n2026年6月", "整治背街小巷\n县城管局\n县公安局\n2026年9月"
    text = f"序号\n任务\n{heads}\n1\n{first}\n2\n{second}\n"
    assert rows(text) == {
        ("修建环湖绿道", "县住建局", "lead"),
        ("修建环湖绿道", "县财政局", "support"),
        ("整治背街小巷", "县城管局", "lead"),
        ("整治背街小巷", "县公安局", "support"),
    }


def test_a_lead_merged_before_its_rows_leads_the_last_of_them_too() -> None:
    text = (
        "牵头单位\t序号\t任务\t配合单位\n县住建局\t1\t修建环湖绿道\t县财政局\n2\t整治背街小巷\t\n"
        "县城管局\t3\t新建停车场\t县公安局\n4\t更新垃圾桶\t\n"
    )
    assert rows(text) == {
        ("修建环湖绿道", "县住建局", "lead"),
        ("修建环湖绿道", "县财政局", "support"),
        ("整治背街小巷", "县住建局", "lead"),
        ("新建停车场", "县城管局", "lead"),
        ("新建停车场", "县公安局", "support"),
        ("更新垃圾桶", "县城管局", "lead"),
    }
