"""Rows of tables that leave out whom the other rows name."""

from __future__ import annotations

import pytest

from raci.model import Analysis
from raci.pipeline import analyse

ROWS = [("补种苗木", "市林业局"), ("建设瞭望塔", "市应急局"), ("巡查山场", "市公安局"), ("清理枯枝", "市城管局")]


def table(*rows: tuple[str, str], head: str = "责任单位") -> Analysis:
    lines = [f"| 序号 | 任务 | {head} | 时限 |", "|---|---|---|---|"]
    lines += [f"| {number} | {task} | {body} | 6月 |" for number, (task, body) in enumerate(rows, 1)]
    return analyse("青岭市护林任务表\n" + "\n".join(lines) + "\n")


def told(analysis: Analysis) -> list[str]:
    return [finding.message for finding in analysis.findings if finding.check == "unassigned"]


@pytest.mark.parametrize("head", ["责任单位", "牵头单位", "承办部门"])
def test_a_row_without_a_body_is_a_task_that_nobody_is_named_for(head: str) -> None:
    analysis = table(*ROWS[:2], ("开设隔离带", ""), *ROWS[2:], head=head)
    assert [clause.heading for clause in analysis.unassigned()] == ["开设隔离带"]
    (message,) = told(analysis)
    assert "开设隔离带" in message
    assert next(one for one in analysis.findings if one.check == "unassigned").severity == "warning"


@pytest.mark.parametrize(
    "rows",
    [
        (*ROWS, ("合计", "")),
        (*ROWS, ("备注：以上均为年内完成", "")),
        ROWS,
        # as many rows without a body as with one: then it is no custom of the table
        (*ROWS, ("开设隔离带", ""), ("更新装备", ""), ("培训人员", ""), ("建立台账", "")),
        (ROWS[0], ("开设隔离带", "")),
    ],
)
def test_sums_remarks_and_tables_that_leave_out_many_are_none(rows: tuple[tuple[str, str], ...]) -> None:
    analysis = table(*rows)
    assert analysis.unassigned() == ()
    assert told(analysis) == []


def test_numbered_rows_among_those_that_name_somebody_are_told_however_many_they_are() -> None:
    own = (ROWS[0], ("清理杂草", "市林业局"))  # each row says its own
    analysis = table(*own, ("开设隔离带", ""), ("更新装备", ""), ROWS[1], ("培训人员", ""), ("建立台账", ""))
    assert [clause.heading for clause in analysis.unassigned()] == ["开设隔离带", "更新装备", "培训人员", "建立台账"]
    assert told(analysis)


def test_blank_cells_below_somebody_are_read_as_merged_and_that_is_told() -> None:
    analysis = table(ROWS[0], ("开设隔离带", ""), ("更新装备", ""), ROWS[1], ("培训人员", ""), ("建立台账", ""))
    assert analysis.unassigned() == ()
    found = [finding for finding in analysis.findings if finding.check == "merged-blanks"]
    assert len(found) == 1 and "“责任单位”" in found[0].message
