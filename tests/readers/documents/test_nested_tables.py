"""Tables in the cells of a table: labels and what they say."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from raci.pipeline import extract
from raci.readers.registry import read_bytes

READ = [
    (task, body, role)
    for task in ("修渡口", "换渡船")
    for body, role in (("县交通局", "lead"), ("县应急局", "support"), ("县财政局", "support"))
]


def table(rows: Sequence[Sequence[str]]) -> str:
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def rows_of(inner: Sequence[Sequence[str]]) -> list[tuple[str, str, str]]:
    cells = [("序号", "任务", "责任分工"), ("1", "修渡口", table(inner)), ("2", "换渡船", table(inner))]
    page = f"<meta charset=utf-8><h1>芦滩县渡口整治清单</h1>{table(cells)}"
    (document,) = read_bytes(page.encode(), "清单.html")
    return [(row.clause.heading, row.department.name, row.role) for row in extract(document)]


@pytest.mark.parametrize(
    "inner",
    [
        [("牵头单位", "县交通局"), ("配合单位", "县应急局、县财政局")],
        [("牵头：", "县交通局"), ("配合：", "县应急局、县财政局")],
        [("牵头单位", "县交通局"), ("配合单位", "<p>县应急局</p><p>县财政局</p>")],
        [("牵头单位", "配合单位"), ("县交通局", "县应急局、县财政局")],
    ],
    ids=["labels", "colons", "paragraphs", "heads"],
)
def test_labels_within_a_cell(inner: Sequence[Sequence[str]]) -> None:
    assert rows_of(inner) == READ


def test_bodies_within_a_cell() -> None:
    assert [role for *_, role in rows_of([("县交通局", "县应急局")])] == ["responsible"] * 4


def test_rows_that_are_each_drawn_for_themselves() -> None:
    head = '<tr><td colspan="2">序号</td><td colspan="3">任务</td><td colspan="3">牵头单位</td></tr>'
    body = "".join(
        f'<tr><td>{number}</td><td colspan="2">{task}</td><td>{body}</td></tr>'
        for number, (task, body) in enumerate([("修渡口", "县交通局"), ("换渡船", "县财政局")], 1)
    )
    page = f"<meta charset=utf-8><h1>芦滩县渡口整治清单</h1><table>{head}{body}</table>"
    (document,) = read_bytes(page.encode(), "清单.html")
    assert [(row.clause.heading, row.department.name, row.role) for row in extract(document)] == [
        ("修渡口", "县交通局", "lead"),
        ("换渡船", "县财政局", "lead"),
    ]


def test_a_head_over_two_columns_stays_over_them() -> None:
    head = '<tr><td>序号</td><td>任务</td><td colspan="2">责任单位</td></tr>'
    body = "<tr><td>1</td><td>修渡口</td><td>县交通局</td><td>县应急局</td></tr>"
    page = f"<meta charset=utf-8><h1>芦滩县渡口整治清单</h1><table>{head}{body}</table>"
    (document,) = read_bytes(page.encode(), "清单.html")
    assert {row.department.name for row in extract(document)} == {"县交通局", "县应急局"}
