"""Line ends in cells: some part two names, some break one."""

from __future__ import annotations

import pytest

from raci.analysis.tables.broken_names import whole_names
from raci.pipeline import extract
from raci.readers.registry import read_bytes


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县农业农\n村局", "县农业农村局"),
        ("市公\n安局", "市公安局"),
        ("县教育局、县民\n政局", "县教育局、县民政局"),
        ("县教育\n局、县民政局", "县教育局、县民政局"),
        ("县卫生健\n康局\n县医疗保\n障局", "县卫生健康局\n县医疗保障局"),
        ("县住房和城乡\n建设局", "县住房和城乡建设局"),
        ("市住房城乡\n建设局", "市住房城乡建设局"),
        ("县委\n宣传部", "县委宣传部"),
        ("清溪镇\n人民政府", "清溪镇人民政府"),
        ("县供电\n公司", "县供电公司"),
        ("项目\n经理", "项目经理"),
    ],
)
def test_names_that_a_line_end_breaks(cell: str, names: str) -> None:
    whole = whole_names(cell)
    assert whole is not None
    assert whole.words == names
    assert "".join(cell[place] for place in whole.places) == names


@pytest.mark.parametrize(
    "cell",
    [
        "县教育局",
        "县教育局\n县民政局",
        "王芳\n县交通局",
        "公安局\n交警大队",
        "办公室\n人事科",
        "人大\n政协",
        "团县委\n妇联",
        "县委\n县政府",
        "清溪镇\n白水乡",
        "PMO\nIT部",
        "市国资委\n市属企业",
        "水利部\n市场监管总局",
        "各行业主管部门\n各县（市、区）人民政府",
    ],
)
def test_names_one_below_the_other(cell: str) -> None:
    assert whole_names(cell) is None


def test_broken_names_stand_where_the_cell_has_them() -> None:
    page = (
        "<table><tr><td>任务<td>牵头单位<td>配合单位<tr><td>修路<td>县农业农<br>村局<td>市公<br>安局、县教育局</table>"
    )
    (document,) = read_bytes(page.encode(), "表.html")
    found = [(row.department.name, row.role, document.quote(row.start, row.end)) for row in extract(document)]
    assert found == [
        ("县农业农村局", "lead", "县农业农\n村局"),
        ("市公安局", "support", "市公\n安局"),
        ("县教育局", "support", "县教育局"),
    ]


def test_bodies_over_a_matrix_in_two_lines() -> None:
    page = "<table><tr><td>任务<td>县民<br>政局<td>县教<br>育局<tr><td>修路<td>牵头<td>配合<tr><td>造林<td>配合<td>牵头"
    (document,) = read_bytes(page.encode(), "表.html")
    assert {row.department.name for row in extract(document)} == {"县民政局", "县教育局"}
