"""Names whose ending stands only behind the last of them."""

from __future__ import annotations

import pytest

from raci.register.compiling import built_in
from raci.register.name_reader import read_name
from raci.register.shared_endings import with_shared_endings

REGISTER = built_in()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("教育 财政部门", ["教育部门", "财政部门"]),
        ("商务 文旅 市场监管部门", ["商务部门", "文旅部门", "市场监管部门"]),
        ("教育 卫健行政主管部门", ["教育行政主管部门", "卫健行政主管部门"]),
        ("云州 岭海 南屏市人民政府", ["云州市人民政府", "岭海市人民政府", "南屏市人民政府"]),
        # what is no duty takes no 部门, what ends otherwise shares nothing
        ("绿源 税务部门", [None, "税务部门"]),
        ("绿源 县水利局", [None, "县水利局"]),
        ("县水利局 财政部门", ["县水利局", "财政部门"]),
        ("财政部门 教育", ["财政部门", None]),
    ],
)
def test_an_unknown_name_takes_the_ending_of_the_next(names: str, expected: list[str | None]) -> None:
    readings = with_shared_endings(
        [read_name(name, REGISTER) for name in names.split()], REGISTER, lambda name: read_name(name, REGISTER)
    )
    assert [reading.name for reading in readings] == names.split()
    assert [reading.canonical for reading in readings] == expected
