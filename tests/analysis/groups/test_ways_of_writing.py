"""Groups in ways of writing that offices have beside the common ones: brackets, asides, boards, lists that go on."""

from __future__ import annotations

import pytest

from raci.groups import org

Row = tuple[str, str | None, str | None]


def rows(text: str) -> list[Row]:
    """Position, name or post, and body of each member."""
    return [
        (member.position, member.name or member.post, member.department.name if member.department else None)
        for group in org(text)
        for member in group.members
    ]


def names(text: str) -> list[str]:
    return [group.name for group in org(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "县绿道建设领导小组\n【组　长】董大伟\n【副组长】萧然　程浩\n【成　员】县园林局、县水务局\n",
            [
                ("head", "董大伟", None),
                ("deputy", "萧然", None),
                ("deputy", "程浩", None),
                ("member", None, "县园林局"),
                ("member", None, "县水务局"),
            ],
        ),
        (
            "县绿道建设领导小组\n组长：韩雪（县长，第一责任人）\n副组长：唐亮（女，副县长）\n成员：县园林局局长（王伟）\n",
            [("head", "韩雪", None), ("deputy", "唐亮", None), ("member", "王伟", "县园林局")],
        ),
        (
            "市绿道建设评议委员会组成人员\n主任委员\n王伟\n副主任委员\n李敏　赵勇\n委员\n张华　刘洋\n",
            [
                ("head", "王伟", None),
                ("deputy", "李敏", None),
                ("deputy", "赵勇", None),
                ("member", "张华", None),
                ("member", "刘洋", None),
            ],
        ),
        (
            "区绿道建设领导小组组长由区长担任，成员单位及职责如下：\n区园林局：负责日常管理。\n区水务局：负责引水。\n",
            [("head", "区长", None), ("member", None, "区园林局"), ("member", None, "区水务局")],
        ),
        (
            "成立县绿道建设专班，县园林局、县水务局分管负责同志以及县城投公司董事长范强为成员。",
            [("member", None, "县园林局"), ("member", None, "县水务局"), ("member", "范强", "县城投公司")],
        ),
        (
            "成立绿道建设小组（组长由队经理担任，副组长由指导员、副经理担任）。",
            [("head", "队经理", None), ("deputy", "指导员", None), ("deputy", "副经理", None)],
        ),
        (
            "成立县绿道建设领导小组，由李强任组长，刘山、王岚同志任副组长，成员：县园林局、县水务局各1人。",
            [
                ("head", "李强", None),
                ("deputy", "刘山", None),
                ("deputy", "王岚", None),
                ("member", None, "县园林局"),
                ("member", None, "县水务局"),
            ],
        ),
    ],
)
def test_members(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "绿道基金会\n一、理事会\n理事长：方大同\n理事：谭雅、熊志\n二、监事会\n监事长：金城\n监事：陆羽\n",
            ["理事会", "监事会"],
        ),
        ("《云泽县志（2001—2020）》编纂委员会\n主　任　孔令军（县长）\n", ["《云泽县志（2001—2020）》编纂委员会"]),
        ("【县绿道建设领导小组】\n【组　长】董大伟\n", ["县绿道建设领导小组"]),
        ("绿道研究院教学指导委员会委员名单\n主任委员：\n李光 云泽大学副校长\n", ["绿道研究院教学指导委员会"]),
        (
            "云泽县创建工作总指挥部由县长任总指挥长。总指挥部下设绿化、市容整治等6个专项指挥部，"
            "市容整治指挥部指挥长由副县长宋平担任。",
            ["云泽县创建工作总指挥部", "市容整治指挥部"],
        ),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "总指挥：全面负责应急处置的指挥工作，批准启动应急预案。\n副总指挥：协助总指挥做好各项工作。\n",
        "第十二条　各工作组组长由指挥部任命，组长负责组织本组工作。",
        "第一小组 组长：小明 组员：小红、小刚\n本次实验使用烧杯、酒精灯。\n",
    ],
)
def test_what_is_no_group(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "绿道专家委员会\n主任：余光明，云泽大学教授，博士生导师。\n副主任：韩冬梅，市园林局局长。\n陈国栋，市水务局局长。\n",
            [("head", "余光明", None), ("deputy", "韩冬梅", "市园林局"), ("deputy", "陈国栋", "市水务局")],
        ),
        (
            "因工作变动，县绿道建设领导小组副组长由李志强调整为王海燕（副县长）。",
            [("deputy", "王海燕", None)],
        ),
        (
            "县绿道建设领导小组\n组长：江北街道办事处主任\n成员：县园林局\n",
            [("head", "江北街道办事处主任", "江北街道办事处"), ("member", None, "县园林局")],
        ),
    ],
)
def test_members_of_lists_that_stop_and_change(text: str, expected: list[Row]) -> None:
    assert [row for row in rows(text) if row[1] or row[2]] == expected
