"""What a name may begin with: a verb only where a unit follows, and no general name of a list."""

from __future__ import annotations

import pytest

from raci.analysis.prose.names import names_in


@pytest.mark.parametrize(
    "name",
    ["封控管理组", "疏散引导组", "回访中心", "受理部门", "监督委员会", "于都县人民政府", "颁发证书的机关", "各行政村"],
)
def test_a_verb_before_a_unit_is_part_of_its_name(name: str) -> None:
    assert names_in(name) == ((name, 0, len(name)),)


@pytest.mark.parametrize(
    "words",
    [
        "遴选一批园区",
        "做大做强市水务集团",
        "反馈给社保机构",
        "转县城市管理局",
        "医疗救护队进驻前线指挥部",
        "指导和协调有关部门",
        "联系指挥部成员单位",
    ],
)
def test_a_verb_before_an_object_begins_no_name(words: str) -> None:
    assert names_in(words) is None


@pytest.mark.parametrize("words", ["高校和市教育局", "学校、医院和市教育局", "社区、镇街及市教育局"])
def test_general_names_at_the_head_of_a_list_hide_no_body(words: str) -> None:
    assert [name for name, _, _ in names_in(words) or ()] == ["市教育局"]
