"""Which column is which, by its head and by what stands below it: (lines parted by commas, expected rows)."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str, str | None]


def read(table: str) -> list[Row]:
    """Task, body, role and time limit of each row of a file with a table."""
    (document,) = read_bytes(table.encode(), "表.csv")
    return [
        (one.clause.heading, one.department.name, one.role, one.deadline.text if one.deadline else None)
        for one in extract(document)
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (  # roles in a column of their own, whatever its head and that of the bodies
            "任务,单位,角色\n清渠,县水利局,牵头\n清渠,县气象局,配合",
            [("清渠", "县水利局", "lead", None), ("清渠", "县气象局", "support", None)],
        ),
        (
            "任务,参与单位,分工\n清渠,县水利局,牵头\n清渠,县气象局,配合",
            [("清渠", "县水利局", "lead", None), ("清渠", "县气象局", "support", None)],
        ),
        (  # a share of the work may be bodies with their verbs
            "序号,主要任务,任务分工\n1,修订水规,县水利局牵头，县林业局配合",
            [("修订水规", "县水利局", "lead", None), ("修订水规", "县林业局", "support", None)],
        ),
        (  # or what a body has to do
            "单位,职责分工\n县水利局,负责堤防巡查\n县林业局,负责林火监测",
            [("负责堤防巡查", "县水利局", "responsible", None), ("负责林火监测", "县林业局", "responsible", None)],
        ),
        (  # the time by which it is done
            "项目,开工时间,完工时间,建设单位\n南渠加固,3月,9月,县水利局",
            [("南渠加固", "县水利局", "responsible", "9月")],
        ),
        ("项目,开工时间,建设单位\n南渠加固,3月,县水利局", [("南渠加固", "县水利局", "responsible", None)]),
        (  # months with marks are no bodies
            "任务,责任部门,1月,2月\n巡查堤防,堤防科,√,\n检修闸门,闸门科,,√",
            [("巡查堤防", "堤防科", "responsible", None), ("检修闸门", "闸门科", "responsible", None)],
        ),
        (  # the body before blank cells
            "责任单位,任务\n县水利局,清渠\n,修闸\n县林业局,种树",
            [
                ("清渠", "县水利局", "responsible", None),
                ("修闸", "县水利局", "responsible", None),
                ("种树", "县林业局", "responsible", None),
            ],
        ),
        (  # a head that says no role, where nothing else does
            "序号,任务,涉及单位\n1,清渠,县水利局、县林业局",
            [("清渠", "县水利局", "responsible", None), ("清渠", "县林业局", "responsible", None)],
        ),
        (  # an unknown word for bodies
            "序号,任务,牵头办,配合办\n1,清渠,党政办,经发办\n2,种树,经发办,党政办",
            [
                ("清渠", "党政办", "lead", None),
                ("清渠", "经发办", "support", None),
                ("种树", "经发办", "lead", None),
                ("种树", "党政办", "support", None),
            ],
        ),
        (  # departments that are called after what they do
            "任务,建设处,研发处\n清渠,R,C\n修闸,C,R",
            [
                ("清渠", "建设处", "responsible", None),
                ("清渠", "研发处", "support", None),
                ("修闸", "建设处", "support", None),
                ("修闸", "研发处", "responsible", None),
            ],
        ),
        (  # a legend in the corner
            "任务（●主责 ○协助）,水利科,林业科\n清渠,●,○\n种树,○,●",
            [
                ("清渠", "水利科", "responsible", None),
                ("清渠", "林业科", "support", None),
                ("种树", "水利科", "support", None),
                ("种树", "林业科", "responsible", None),
            ],
        ),
    ],
)
def test_columns(table: str, expected: list[Row]) -> None:
    assert read(table) == expected


@pytest.mark.parametrize(
    "table",
    [
        "序号,建议内容,提出单位\n1,清渠,县水利局\n2,修闸,县林业局",
        "姓名,单位,职务,分工\n钱三,县水利局,局长,组长\n孙四,县林业局,股长,成员",
        "单位,联络员,手机\n县水利局,钱三,13800000000\n县林业局,孙四,13900000000",
        "日期,带班领导,值班人员,电话\n5月1日,钱局长,孙四、李五,7211001",
        "指标,被检查单位,得分\n清渠,县水利局,90\n修闸,县林业局,80",
    ],
)
def test_columns_that_say_nobody_has_to_do_it(table: str) -> None:
    assert read(table) == []


def test_a_head_over_numbers_and_tasks() -> None:
    page = (
        "<h1>云岭县安排</h1><table><tr><th colspan=2>工作任务</th><th>责任单位</th></tr>"
        "<tr><td>1</td><td>清渠</td><td>县水利局</td></tr><tr><td>2</td><td>种树</td><td>县林业局</td></tr></table>"
    )
    (document,) = read_bytes(page.encode(), "表.html")
    assert [(one.clause.number, one.clause.heading) for one in extract(document)] == [("1", "清渠"), ("2", "种树")]


def test_persons_beside_bodies_under_one_head() -> None:
    page = (
        "<h1>云岭县安排</h1><table><tr><th rowspan=2>任务</th><th colspan=2>牵头单位</th></tr>"
        "<tr><th>单位</th><th>负责人</th></tr><tr><td>清理沟渠</td><td>县水利局</td><td>钱三</td></tr></table>"
    )
    (document,) = read_bytes(page.encode(), "表.html")
    assert [(one.department.name, one.role) for one in extract(document)] == [("县水利局", "lead"), ("钱三", "leader")]


def test_a_column_of_posts_beside_the_names_names_nobody_else() -> None:
    table = "序号\t水库名称\t行政责任人姓名\t行政责任人职务\n1\t石门水库\t江某\t镇长\n2\t青龙水库\t沈某\t乡长\n"
    assert [(row.clause.heading, row.department.name) for row in extract(table)] == [
        ("石门水库", "江某"),
        ("青龙水库", "沈某"),
    ]
