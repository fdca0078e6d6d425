"""What a heading's annotation says of the clauses below it."""

from __future__ import annotations

import pytest
from texts import MARKED

from raci.pipeline import extract

PLAN = """护河行动方案
一、整治河道（责任单位：县水利局）
（一）适用范围：
县城以上的河段。
（二）清理淤泥
每月一次。
（三）办理流程：
先申请，后清理。
1.提交申请
交到窗口。
（四）巡查堤岸
每周一次。
二、清理垃圾（责任单位：县城管局）
"""


def test_what_asks_nobody_inherits_nothing() -> None:
    inherited = [
        (row.clause.heading, row.department.name) for row in extract(PLAN, basis=MARKED) if row.basis == "inherited"
    ]
    assert inherited == [("清理淤泥", "县水利局"), ("巡查堤岸", "县水利局")]


@pytest.mark.parametrize(
    "heading",
    [
        "县水利局牵头工作（2项）",
        "由县水利局牵头的任务",
        "县水利局牵头负责的重点任务：",
        "县水利局牵头（2项）",
        "牵头单位：县水利局",
    ],
)
def test_a_heading_that_leads_leads_what_stands_below_it(heading: str) -> None:
    text = (
        f"护河任务清单\n一、{heading}\n1.修建渠道。衬砌防渗。\n2.清理河道。打捞漂浮物。\n配合单位：县城管局\n"
        "二、其他工作\n3.栽植树木。补种更新。\n责任单位：县林业局\n"
    )
    rows = [(row.clause.number, row.department.name, row.role, row.basis) for row in extract(text)]
    lead = ("县水利局", "lead")
    assert sorted(rows) == sorted(
        [
            ("一、", *lead, "annotation"),
            ("1.", *lead, "inherited"),
            ("2.", *lead, "inherited"),
            ("2.", "县城管局", "support", "annotation"),
            ("3.", "县林业局", "responsible", "annotation"),
        ]
    )


@pytest.mark.parametrize("heading", ["强化牵头工作机制", "落实牵头任务", "牵头工作（2项）"])
def test_a_heading_that_names_nobody_leads_nothing(heading: str) -> None:
    text = f"护河任务清单\n一、{heading}\n1.修建渠道。衬砌防渗。\n责任单位：县水利局\n"
    assert [(row.department.name, row.role) for row in extract(text)] == [("县水利局", "responsible")]
