"""Matrices whose heads name bodies with their roles, or read like roles: (lines parted by commas, expected rows)."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]


def read(table: str) -> list[Row]:
    (document,) = read_bytes(table.encode(), "表.csv")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "任务,产品部(R),研发部(A),PMO（C）\n梳理需求,√,√,\n审查合同,√,,√",
            [
                ("梳理需求", "产品部", "responsible"),
                ("梳理需求", "研发部", "lead"),
                ("审查合同", "产品部", "responsible"),
                ("审查合同", "PMO", "support"),
            ],
        ),
        (
            "任务,县水利局（牵头）,县林业局（配合）\n清渠,●,●\n修闸,●,",
            [("清渠", "县水利局", "lead"), ("清渠", "县林业局", "support"), ("修闸", "县水利局", "lead")],
        ),
        (  # the cells' own letters say more
            "任务,产品部(R),研发部(A)\n梳理需求,A,R\n设计界面,R,C",
            [
                ("梳理需求", "产品部", "lead"),
                ("梳理需求", "研发部", "responsible"),
                ("设计界面", "产品部", "responsible"),
                ("设计界面", "研发部", "support"),
            ],
        ),
        (  # a head that reads like a role, over words of roles
            "任务,县水利局,县林业局,属地乡镇\n清渠,牵头,,配合\n种树,,牵头,配合",
            [
                ("清渠", "县水利局", "lead"),
                ("清渠", "属地乡镇", "support"),
                ("种树", "县林业局", "lead"),
                ("种树", "属地乡镇", "support"),
            ],
        ),
        # heads of roles, not of bodies; two marks, of which one may say no
        ("部门,负责(R),批准(A),咨询(C)\n县水利局,√,,\n县林业局,,√,√", []),
        ("姓名,执行(R),审批(A)\n李某某,√,\n王某某,,√", []),
        ("任务,产品部(R),研发部(A)\n梳理需求,√,×\n设计界面,√,√", []),
    ],
)
def test_heads_of_matrices(table: str, expected: list[Row]) -> None:
    assert sorted(read(table)) == sorted(expected)
