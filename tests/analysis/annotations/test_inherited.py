"""What a heading's annotation says of the clauses below it."""

from __future__ import annotations

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
