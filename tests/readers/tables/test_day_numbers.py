"""Dates that a program stored as numbers of days."""

from __future__ import annotations

import raci
from raci.readers.registry import read_bytes


def _limits(head: str) -> list[str | None]:
    text = f"序号,督办事项,承办科室,{head}\n1,核定编制,人事科,46143\n2,清理库存,资产科,12345\n"
    found = raci.rows(read_bytes(text.encode(), "表.csv"))
    return [row.deadline for row in found.itertuples()]


def test_a_number_of_days_below_the_head_of_time_limits_is_a_date() -> None:
    assert _limits("要求完成日期")[0] == "2026年5月1日"


def test_other_numbers_stay() -> None:
    assert not _limits("预算")[0]
