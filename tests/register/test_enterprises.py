"""Enterprises and their branches: written with and without 国网, 有限, the brand first or the place first."""

from __future__ import annotations

import pytest

from raci.register.compiling import built_in
from raci.register.name_reader import read_name

REGISTER = built_in()


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("合肥移动公司", "中国移动通信集团安徽有限公司合肥分公司"),
        ("中国移动合肥分公司", "中国移动通信集团安徽有限公司合肥分公司"),
        ("中国移动市分公司", "中国移动市分公司"),
        ("三亚铁塔公司", "中国铁塔股份有限公司三亚市分公司"),
        ("市移动公司", "市移动公司"),
        ("市供电公司", "市供电公司"),
        ("国家能源集团", "国家能源投资集团有限责任公司"),
        ("市城发集团", "市城发集团"),
    ],
)
def test_a_branch_by_its_full_name(name: str, canonical: str) -> None:
    assert read_name(name, REGISTER).canonical == canonical


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("国网长沙供电公司", "长沙供电公司", True),
        ("青溪水务集团", "青溪水务集团有限公司", True),
        ("青溪水务公司", "青溪水务有限责任公司", True),
        ("青溪水务集团", "青溪水务公司", False),
        ("合肥移动公司", "合肥电信公司", False),
    ],
)
def test_names_of_one_enterprise(first: str, second: str, same: bool) -> None:
    assert (read_name(first, REGISTER).id == read_name(second, REGISTER).id) is same
