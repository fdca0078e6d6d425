"""Forms that plans seldom have, each read by a rule of its own that no other document here needs."""

from __future__ import annotations

import pytest

from raci.groups import org
from raci.pipeline import extract
from raci.readers.registry import read_bytes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（责任单位：清河区、白石区教育局）", [("清河区教育局", "responsible"), ("白石区教育局", "responsible")]),
        ("（责任单位：中央、省、市驻云单位）", [("中央、省、市驻云单位", "responsible")]),
        ("（责任单位：县水利局（周强））", [("周强", "leader"), ("县水利局", "responsible")]),
        ("，责任落实到市政科、养护站。", [("市政科", "responsible"), ("养护站", "responsible")]),
        ("（县水利局、县林业局，前者牵头，后者配合）", [("县水利局", "lead"), ("县林业局", "support")]),
        (" @韩雪 4/12", [("韩雪", "responsible")]),
    ],
)
def test_who_does_what_in_a_line(text: str, expected: list[tuple[str, str]]) -> None:
    found = extract(f"县里的安排\n一、修补路面{text}\n")
    assert [(one.department.canonical or one.department.name, one.role) for one in found] == expected


def test_those_who_support_all_tasks_below() -> None:
    found = extract("各区县政府为以下各项任务的配合单位，不再列出。\n一、修路。（责任单位：市交通局）")
    assert [(one.department.name, one.role) for one in found] == [
        ("市交通局", "responsible"),
        ("各区县政府", "support"),
    ]


BARS = "|\n任务 |\n牵头单位 |\n配合单位 |\n|\n修路 |\n县住建局 |\n|\n绿化 |\n县林业局 |\n县财政局 |\n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "表.csv",
            "任务,牵头（配合）单位\n修路,县水利局（县林业局配合）",
            [("县水利局", "lead"), ("县林业局", "support")],
        ),
        ("表.csv", "项目名称,主管部门,预算金额,资金来源\n修路,市交通局,120万元,市财政", []),
        ("表.csv", "单位,任务一,任务二\n市水利局,王丽华、陈刚,李明、赵强\n市财政局,张伟、刘洋,王芳、周强", []),
        (
            "表.csv",
            "RAPID决策表\n任务,市水利局,市财政局,市教育局\n修路,R,A,D\n绿化,A,D,R",
            [
                *[("市水利局", "responsible"), ("市财政局", "approve"), ("市教育局", "lead")],
                *[("市水利局", "approve"), ("市财政局", "lead"), ("市教育局", "responsible")],
            ],
        ),
        ("表.csv", "责任单位：县住建局,,\n序号,任务,完成时限\n1,修路,6月底", [("县住建局", "responsible")]),
        ("表.txt", BARS, [("县住建局", "lead"), ("县林业局", "lead"), ("县财政局", "support")]),
    ],
)
def test_who_does_what_in_a_table(name: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = [one for document in read_bytes(text.encode(), name) for one in extract(document)]
    assert [(one.department.name, one.role) for one in found] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("成员：安全科、综采一队负责人", [("安全科", None), ("综采一队", None)]),
        ("组成单位：由市园林局牵头，市水务局参加。", [("市园林局", None), ("市水务局", None)]),
        ("成员：李平外交局局长", [("外交局", "外交局局长")]),
        (
            "成员：市水投公司总经理、党委委员、副总经理",
            [("市水投公司", "市水投公司总经理"), (None, "党委委员、副总经理")],
        ),
        ("成员：市水利局、市财政局等部门、单位主要负责人", [("市水利局", None), ("市财政局", None)]),
    ],
)
def test_who_is_in_a_group(line: str, expected: list[tuple[str | None, str | None]]) -> None:
    (group,) = org(f"成立护河领导小组\n组长：王建明\n{line}\n")
    members = group.members[1:]
    assert [(each.department.name if each.department else None, each.post) for each in members] == expected


def test_a_comrade_with_a_rare_surname_is_a_person() -> None:
    (group,) = org("成立护河领导小组\n组长：竞中梅同志\n")
    assert [(each.name, each.post) for each in group.members] == [("竞中梅", None)]
