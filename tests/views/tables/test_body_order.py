"""In which order bodies stand in matrices and lists."""

from __future__ import annotations

from plans import Plan

from raci.views.grid import grid
from raci.views.tables.body_order import by_load


def test_those_that_lead_most_come_first_then_those_with_most_tasks_then_as_they_appear() -> None:
    plan = Plan("护河方案")
    plan.task("一、", "清理垃圾", lead="城管局", support="民政局、财政局")
    plan.task("二、", "整治河道", lead="水利局", support="财政局")
    plan.task("三、", "加固堤防", lead="水利局", support="城管局、财政局")
    table = grid(plan.analysis())
    assert [table.bodies[index].label for index in by_load(table)] == ["水利局", "城管局", "财政局", "民政局"]
