"""Annotations that stand before the words of their task: （三）（市教育局、市财政局）改造校舍."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract

L, R, S = "lead", "responsible", "support"


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(one.clause.heading, one.department.name, one.role) for one in extract(text) if one.basis != "prose"]


OTHERS = (
    "丰岭县任务分工\n一、疏浚河道。（县水利局）\n二、打通断头路。（县住建局、县交通局）\n三、栽种行道树。（县林业局）\n"
)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("四、（县教育局、县财政局）改造校舍。", [("改造校舍", "县教育局", R), ("改造校舍", "县财政局", R)]),
        ("四、[县教育局]改造校舍，三年完成。", [("改造校舍，三年完成", "县教育局", R)]),
        ("四、【县教育局牵头】改造校舍。", [("改造校舍", "县教育局", L)]),
        ("四、（县教育局）（配合：县财政局）改造校舍。", [("改造校舍", "县教育局", R), ("改造校舍", "县财政局", S)]),
        ("四、（县教育局）改造校舍（县财政局配合）。", [("改造校舍", "县教育局", R), ("改造校舍", "县财政局", S)]),
        # a place says where, a word like a body's as the caption of most items says nothing
        ("四、（丰岭县）改造校舍。", []),
        ("四、（三年规划）改造校舍。", []),
    ],
)
def test_bodies_before_the_words_do_the_task(item: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(OTHERS + item)[4:] == expected


def test_a_time_limit_may_stand_there_too() -> None:
    (row,) = extract(f"{OTHERS}四、【责任单位：县教育局】【完成时限：2026年8月】改造校舍。")[4:]
    assert (row.clause.heading, row.department.name) == ("改造校舍", "县教育局")
    assert row.deadline is not None
    assert row.deadline.text == "2026年8月"


def test_captions_of_articles_are_no_bodies() -> None:
    text = (
        "第一条【目的】为了方便企业，制定本办法。\n第二条【服务窗口】中心设置综合窗口。\n"
        "第三条【收费】不得收费。\n第四条【协会商会】鼓励行业自律。\n第五条【公开】公开办事指南。\n"
    )
    assert rows(OTHERS + text)[4:] == []


def test_the_paths_below_have_the_trimmed_heading() -> None:
    analysis = analyse(
        "丰岭县任务分工\n一、【县教育局牵头】改造校舍。\n（一）加固教学楼。（县住建局）\n（二）更新课桌。（县财政局）"
    )
    assert analysis.clauses[2].path[-1] == "一、改造校舍"
