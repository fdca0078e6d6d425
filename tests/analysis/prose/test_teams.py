"""Teams on lines of their own, with who is in them and what they do; 下同 and 去年 among words of duties."""

from __future__ import annotations

import raci
from raci.pipeline import extract

R, L, S = "responsible", "lead", "support"


def told(text: str) -> set[tuple[str, str, str]]:
    rows = extract(text, basis=("prose", "annotation"))
    return {(row.clause.heading[:4], row.department.name, row.role) for row in rows}


TEAMS = """应急小组组成及职责
抢险救援组
组  长：郑  娟
组  员：康  鹏、张  楠
主要职责：
负责现场抢险。
切断事故现场电源。
通讯联络组
组  长：王  玺
主要职责：
负责通信联络。
发布有关信息。
"""


def test_the_lines_below_a_team_are_its_duties() -> None:
    assert told(TEAMS) == {
        ("负责现场", "抢险救援组", R),
        ("切断事故", "抢险救援组", R),
        ("负责通信", "通讯联络组", R),
        ("发布有关", "通讯联络组", R),
    }


def test_without_who_is_in_it_a_line_is_no_team() -> None:
    assert told("名单\n抢险救援组\n张三\n李四\n通讯联络组\n王五\n赵六\n") == set()


def test_the_same_below_is_no_body_and_hides_none() -> None:
    text = "1.清理泊位。完成改造。（县渔业局负责，县海事处配合，下同）\n2.整治港口。完成整治。（县海事处负责）\n"
    assert told(text) == {("清理泊位", "县渔业局", R), ("清理泊位", "县海事处", S), ("整治港口", "县海事处", R)}
    each = "1.清理泊位。完成改造。（县渔业局、县海事处按职责分工负责，分工负责为各部门按职责分别牵头，下同）\n"
    assert told(each) == {("清理泊位", "县渔业局", R), ("清理泊位", "县海事处", R)}
    assert told("1.清理泊位。完成改造。（含东港、西港，下同）\n") == set()


def test_what_was_done_last_year_may_be_what_is_checked() -> None:
    text = "二、任务\n清理检查去年以来的泊位审批情况，由县渔业局会同县海事处负责。\n"
    assert told(text) == {("清理检查", "县渔业局", L), ("清理检查", "县海事处", S)}


def test_what_a_form_explains_names_nobody() -> None:
    text = "填表说明\n7．项目负责人：指计划任务书中的负责人，即项目第一完成人、主要完成人。\n"
    assert not raci.analyse(text).assignments
