"""Lists of bodies in sentences: all of them are read, however many stand there."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

_BODIES = [
    *("省发展改革委", "各县（市、区）政府", "省工业和信息化厅", "国家税务总局云泽市税务局", "省财政厅", "省自然资源厅"),
    *("省住房城乡建设厅", "省农业农村厅", "省商务厅", "省文化和旅游厅", "省卫生健康委", "省统计局", "省水利厅"),
]


@pytest.mark.parametrize(
    "sentence",
    [
        "省园林局会同{}等部门筛选确定绿道试点。",
        "省园林局牵头，会同{}筛选绿道试点。",
        "由{}筛选确定绿道试点。",
        "绿道试点情况报送{}。",
        "绿道方案经{}审核同意后实施。",
        "省园林局督促{}做好绿道试点。",
        "在{}指导下开展绿道试点。",
    ],
)
def test_lists_have_no_longest_length(sentence: str) -> None:
    found = extract(f"一、主要任务\n{sentence.format('、'.join(_BODIES))}\n", basis=("prose",))
    assert {one.department.name for one in found} - {"省园林局"} == set(_BODIES)


def test_a_long_sentence_behind_by_is_no_list() -> None:
    text = "一、主要任务\n绿道由园林、水务、交通等多部门多年以来分头管理养护造成许多问题、许多矛盾、许多纠纷。\n"
    assert extract(text, basis=("prose",)) == ()
