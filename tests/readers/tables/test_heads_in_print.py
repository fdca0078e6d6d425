"""Heads of printed tables: in two lines, and once more on each page, where the columns may stand elsewhere."""

from __future__ import annotations

import pytest

from raci.pipeline import extract


def rows(text: str) -> set[tuple[str, str, str]]:
    return {(one.clause.heading, one.department.name, one.role) for one in extract(f"云岭县任务分解表\n\n{text}")}


def test_heads_whose_halves_stand_one_below_the_other() -> None:
    text = (
        "序号  工作          主办      协办      计划完\n"
        "      内容          单位      单位      成时间\n"
        "1     修建环湖绿道  县住建局  县财政局  2026/6/30\n"
        "2     整治背街小巷  县城管局            2026/9/30\n"
    )
    assert rows(text) == {
        ("修建环湖绿道", "县住建局", "lead"),
        ("修建环湖绿道", "县财政局", "support"),
        ("整治背街小巷", "县城管局", "lead"),
    }
    assert [one.deadline and one.deadline.text for one in extract(text)] == ["2026/6/30", "2026/6/30", "2026/9/30"]


def test_columns_that_stand_elsewhere_on_each_page() -> None:
    text = (
        "序号  任务            牵头单位        配合单位\n"
        "1     修建环湖绿道，  县住房城乡建设  县财政局\n"
        "      打通滨河步道    局\n"
        "2     整治背街小巷    县城管局\n"
        "                 — 1 —\n\f"
        "序号  任务                  牵头单位  配合单位\n"
        "3     更新老旧电梯，完善小  县市场监  县住建局\n"
        "      区电梯台账            管局\n"
        "4     新建停车场            县城管局  县公安局\n"
        "                 — 2 —\n"
    )
    assert rows(text) == {
        ("修建环湖绿道，打通滨河步道", "县住房城乡建设局", "lead"),
        ("修建环湖绿道，打通滨河步道", "县财政局", "support"),
        ("整治背街小巷", "县城管局", "lead"),
        ("更新老旧电梯，完善小区电梯台账", "县市场监管局", "lead"),
        ("更新老旧电梯，完善小区电梯台账", "县住建局", "support"),
        ("新建停车场", "县城管局", "lead"),
        ("新建停车场", "县公安局", "support"),
    }


@pytest.mark.parametrize("limit", ["2026/9/30", "2026.09", "2026-09-30", "2026.3—2026.9"])
def test_limits_in_figures_stand_in_their_column_behind_a_blank_cell(limit: str) -> None:
    text = (
        f"任务          牵头单位  配合单位  完成时限\n修建环湖绿道  县住建局  县财政局  {limit}\n"
        f"整治背街小巷  县城管局            {limit}\n"
    )
    assert [(one.department.name, one.deadline and one.deadline.text) for one in extract(text)] == [
        ("县住建局", limit),
        ("县财政局", limit),
        ("县城管局", limit),
    ]


def test_a_lead_merged_over_rows_leads_them_where_these_name_who_helps() -> None:
    text = (
        "序号  任务          牵头单位  配合单位\n"
        "1     修建环湖绿道  县住建局  县财政局\n"
        "2     整治背街小巷            县公安局\n"
        "3     更新老旧电梯            县财政局\n"
        "4     新建停车场    县城管局  县住建局\n"
    )
    assert {("整治背街小巷", "县住建局", "lead"), ("更新老旧电梯", "县住建局", "lead")} <= rows(text)
    assert ("整治背街小巷", "县公安局", "support") in rows(text)
