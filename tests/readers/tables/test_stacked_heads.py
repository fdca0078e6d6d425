"""Heads of tables with a line each: where they end, and rows in a line below them."""

from __future__ import annotations

import pytest

from raci import extract
from raci.readers.registry import read_text

TABLES = {
    "a first task that is built like a head": (
        "任务\n责任单位\n排查校车隐患\n县教育局\n查处超员超载\n县公安局\n",
        {("排查校车隐患", "县教育局"), ("查处超员超载", "县公安局")},
    ),
    "the same below a merged one": (
        "工作任务\n具体措施\n责任单位\n提升教育质量\n实施名师工程\n县教育局\n推进集团办学\n县财政局\n",
        {("实施名师工程", "县教育局"), ("推进集团办学", "县财政局")},
    ),
    "a last head that nobody knows": (
        "序号\n项目名称\n责任单位\n工期备查\n1\n扩建城北中学\n县教育局\n两年\n2\n修建滨河绿道\n县园林局\n一年\n",
        {("扩建城北中学", "县教育局"), ("修建滨河绿道", "县园林局")},
    ),
    "rows with tabs": (
        "任务\n责任单位\n时限\n修订预案\t县应急局\t3月底\n开展演练\t县消防大队\t6月底\n",
        {("修订预案", "县应急局"), ("开展演练", "县消防大队")},
    ),
    "rows with blanks": (
        "序号\n任务\n责任单位\n1 建设公园 县住建局\n2 清理河道 县水利局\n",
        {("建设公园", "县住建局"), ("清理河道", "县水利局")},
    ),
}


@pytest.mark.parametrize("form", TABLES)
def test_the_cells_begin_where_the_heads_end(form: str) -> None:
    text, expected = TABLES[form]
    (document,) = read_text(f"云岭县分工\n\n{text}")
    assert {(one.clause.heading, one.department.name) for one in extract(document)} == expected


def test_a_task_that_begins_like_a_head_is_none_and_what_is_to_be_done_heads_the_tasks() -> None:
    (document,) = read_text(
        "云岭县任务分解表\n\n工作内容\n承办单位\n\n高标准、高质量筹备第二届峰会\n县数据局、县直有关部门\n\n"
        "筹备年会\n县商务局、县文旅局\n\n推进数据中心整合\n县教育局、县卫健委\n"
    )
    assert [(one.clause.heading, one.department.name) for one in extract(document)] == [
        ("高标准、高质量筹备第二届峰会", "县数据局"),
        ("高标准、高质量筹备第二届峰会", "县直有关部门"),
        ("筹备年会", "县商务局"),
        ("筹备年会", "县文旅局"),
        ("推进数据中心整合", "县教育局"),
        ("推进数据中心整合", "县卫健委"),
    ]
