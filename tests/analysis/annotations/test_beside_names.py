"""What stands beside the names of an annotation and is none: parts of the task, time limits, what is done."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S, G, P = "lead", "responsible", "support", "guide", "leader"


def named(words: str) -> list[tuple[str, str]]:
    text = f"丰岭县任务分工\n一、疏浚河道。（县水利局牵头）\n二、改造校舍。{words}\n三、栽树。（县林业局、县住建局）"
    return [(row.department.name, row.role) for row in extract(text) if row.basis != "prose"][1:-2]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("（县教育局、各镇，县住建局指导）", [("县教育局", R), ("各镇", R), ("县住建局", G)]),
        ("（县教育局、县住建局指导）", [("县教育局", G), ("县住建局", G)]),
        ("（县教育局；其中涉及消防的，由县消防大队负责）", [("县教育局", R), ("县消防大队", R)]),
        ("（县教育局牵头，属于危房的，由县住建局负责）", [("县教育局", L), ("县住建局", R)]),
        ("（县教育局负责，各镇配合；技术支持：县电信公司）", [("县教育局", R), ("各镇", S), ("县电信公司", S)]),
        ("责任单位：县教育局；合作单位：云泽公司", [("县教育局", R), ("云泽公司", S)]),
        ("（县教育局、县财政局各承担50%）", [("县教育局", R), ("县财政局", R)]),
        ("（县教育局牵头，县住建局、县公安局待命配合）", [("县教育局", L), ("县住建局", S), ("县公安局", S)]),
        ("（县教育局、各学校；验收材料次日上交）", [("县教育局", R), ("各学校", R)]),
        ("责任领导：王磊；责任单位：县教育局", [("王磊", P), ("县教育局", R)]),
        ("牵头班子成员：王磊\n责任单位：县教育局", [("王磊", P), ("县教育局", R)]),
        ("责任单位：县教育局\n各镇中心校\n完成时限：6月底", [("县教育局", R), ("各镇中心校", R)]),
        ("责任单位：各学校（每镇至少1处）", [("各学校（每镇至少1处）", R)]),
        ("（每镇至少1处）", []),
    ],
)
def test_only_names_are_names(words: str, expected: list[tuple[str, str]]) -> None:
    assert named(words) == expected


def test_a_time_limit_among_persons_is_no_person() -> None:
    rows = extract("丰岭县任务分工\n一、改造校舍（责任人：王磊；4月28日前完成）\n二、栽树（责任单位：县林业局）")
    assert (rows[0].department.name, rows[0].deadline and rows[0].deadline.text) == ("王磊", "4月28日前完成")
    assert len(rows) == 2


def test_a_signature_below_the_last_label_goes_on_with_no_list() -> None:
    rows = extract("丰岭县任务分工\n一、改造校舍\n责任单位：县教育局\n丰岭县人民政府办公室\n2026年3月1日\n")
    assert [row.department.name for row in rows] == ["县教育局"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("（责任部门：县档案馆，李青，86543210）", ["县档案馆"]),
        ("（责任单位：各镇，县民政局汇总）", ["各镇", "县民政局"]),
        ("（县司法局牵头组建，县律协参与）", ["县司法局", "县律协"]),
        ("〖县司法局、县城管局〗", ["县司法局", "县城管局"]),
        ("责任单位 县财政局 完成时限 6月底", ["县财政局"]),
        ("（责任：县医院后勤科　督查：县疾控中心）", ["县医院后勤科", "县疾控中心"]),
        ("责任单位：县教育局；配合单位：同事项一", ["县教育局"]),
    ],
)
def test_what_is_said_beside_a_name_is_not_of_it(words: str, expected: list[str]) -> None:
    assert [name for name, _ in named(words)] == expected


def test_each_party_of_a_contract_has_its_own_label() -> None:
    rows = extract(
        "丰岭县合作事项\n事项一：整村授信\n甲方责任单位：县农业农村局\n乙方责任单位：丰岭银行\n完成时限：6月\n"
    )
    assert [(row.clause.heading, row.department.name) for row in rows] == [
        ("整村授信", "县农业农村局"),
        ("整村授信", "丰岭银行"),
    ]


def test_roles_in_brackets_part_names_that_no_pause_parts() -> None:
    assert _said("一、修缮文化馆（县文旅局（牵头）县财政局（配合）县审计局（配合））") == [
        ("县文旅局", "lead"),
        ("县财政局", "support"),
        ("县审计局", "support"),
    ]


def test_roles_as_words_of_bodies_stand_in_brackets_behind_a_task_too() -> None:
    text = "1.清淤：县水利局（牵头单位）、县财政局（配合单位）\n2.安保：县公安局（牵头单位）\n"
    assert _said(text) == [("县水利局", "lead"), ("县财政局", "support"), ("县公安局", "lead")]


@pytest.mark.parametrize("dash", ["-", "—", "－"])
def test_a_dash_parts_bodies_and_leaves_the_part_of_a_body(dash: str) -> None:
    text = f"一、修缮文化馆（责任单位：县文旅局{dash}县财政局{dash}各乡镇、县公安局{dash}交警大队）"
    assert [name for name, _ in _said(text)] == ["县文旅局", "县财政局", "各乡镇", f"县公安局{dash}交警大队"]


def _said(text: str) -> list[tuple[str, str]]:
    return [(row.department.name, row.role) for row in extract(text)]
