"""A quick look for names before a verb lets through all that are read."""

from __future__ import annotations

import pytest

from raci.analysis.prose.name_ends import may_end_names
from raci.analysis.prose.names import names_in

SENTENCES = [
    "市财政局、市教育局应当建立台账",
    "各区县人民政府要及时报送",
    "公安、民政等部门按照职责做好",
    "县级以上人民政府水行政主管部门负责监督",
    "我部将会同有关单位制定办法",
    "青溪水务集团有限公司负责运行",
    "街道办事处（乡镇人民政府）负责巡查",
    "县第一中学准备应急物资",
    "市职业技术学校选派教师",
    "各地、各有关方面要加强协作",
    "领导小组办公室设在市商务局，负责日常工作",
]


@pytest.mark.parametrize("words", SENTENCES)
def test_where_names_end_the_look_lets_them_through(words: str) -> None:
    ends = {end for end in range(2, len(words)) for begin in range(end - 1) if names_in(words[begin:end]) is not None}
    assert ends
    assert [end for end in sorted(ends) if not may_end_names(words, end)] == []


@pytest.mark.parametrize("words", ["推进设施建设", "到明年年底", "加强宣传"])
def test_where_none_end_it_says_so(words: str) -> None:
    assert not may_end_names(words, len(words))
