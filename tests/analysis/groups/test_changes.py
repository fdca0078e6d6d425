"""Groups that are changed, that are named only by what they are, and persons with uncommon names."""

from __future__ import annotations

import pytest

from raci.groups import org

Row = tuple[str, str | None, str | None]


def groups_of(text: str) -> dict[str, list[Row]]:
    return {
        group.name: [
            (
                member.position,
                member.name or (member.department.name if member.department and not member.post else None),
                member.post,
            )
            for member in group.members
        ]
        for group in org(text)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "经研究，决定增补市国资委、市审计局为市绿道建设领导小组成员单位，增补市财政局副局长李平同志为领导小组成员。",
            [("member", "市国资委", None), ("member", "市审计局", None), ("member", "李平", "市财政局副局长")],
        ),
        (
            "现将市绿道建设领导小组组成人员变动情况通知如下：\n一、市长李平任组长，王海不再担任组长。\n"
            "二、市园林局局长周兰任副组长兼办公室主任。\n",
            [
                ("head", "李平", "市长"),
                ("deputy", "周兰", "市园林局局长"),
                ("office_head", "周兰", "市园林局局长"),
            ],
        ),
        (
            "经研究，决定对市绿道建设领导小组成员进行调整：增加周兰（市审计局局长）为领导小组成员。",
            [("member", "周兰", "市审计局局长")],
        ),
        (
            "成立市绿道建设领导小组，由李平同志接替王海同志任副组长。",
            [("deputy", "李平", None)],
        ),
    ],
)
def test_who_comes_into_a_group(text: str, expected: list[Row]) -> None:
    assert groups_of(text) == {"市绿道建设领导小组": expected}


@pytest.mark.parametrize(
    "text",
    [
        "决定撤销市绿道建设领导小组等12个议事协调机构，其职责由市园林局、市水务局承担。",
        "各级各部门要高度重视，成立由主要负责同志任组长的工作专班，压实责任。",
        "各街道要加强领导，抓紧成立专班，由街道主任任组长。",
        "市政府统一领导，各有关部门分工负责。",
        "二、先进个人\n李平　县绿道建设指挥部办公室副主任\n周兰　县园林局股长\n",
    ],
)
def test_what_sets_up_no_group_here(text: str) -> None:
    assert groups_of(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "实行双组长制，由市委书记、市长共同担任组长。市园林局、市水务局主要负责人为领导小组成员。",
            {
                "领导小组": [
                    ("head", None, "市委书记"),
                    ("head", None, "市长"),
                    ("member", "市园林局", None),
                    ("member", "市水务局", None),
                ]
            },
        ),
        (
            "决定成立绿道建设领导机构。\n（一）领导小组\n组长：李平\n成员：市园林局\n（二）工作小组\n组长：周兰\n",
            {
                "领导小组": [("head", "李平", None), ("member", "市园林局", None)],
                "工作小组": [("head", "周兰", None)],
            },
        ),
        (
            "一、成立云泽县绿道建设领导小组\n由县长任组长。\n二、领导小组办公室\n设在县园林局。\n",
            {"云泽县绿道建设领导小组": [("head", None, "县长"), ("office", "县园林局", None)]},
        ),
        (
            "2.1 县指挥部\n总指挥：县长\n成员：县园林局、县水利局\n",
            {"县指挥部": [("head", None, "县长"), ("member", "县园林局", None), ("member", "县水利局", None)]},
        ),
        (
            "成立云泽县防汛抗旱指挥部，由县长任指挥长。\n2.1 县指挥部\n成员：县园林局、县水利局\n",
            {
                "云泽县防汛抗旱指挥部": [
                    ("head", None, "县长"),
                    ("member", "县园林局", None),
                    ("member", "县水利局", None),
                ]
            },
        ),
        (
            "成立市绿道建设专班，由市长任组长。专班下设综合协调等3个小组。综合协调小组设在市园林局，组长由李平兼任。",
            {"市绿道建设专班": [("head", None, "市长")], "综合协调小组": [("head", "李平", None)]},
        ),
        (
            "成立县绿道建设领导小组，由县长任组长。\n各工作组分工\n综合协调组：由县园林局牵头，县水利局配合。\n",
            {
                "县绿道建设领导小组": [("head", None, "县长")],
                "综合协调组": [("head", "县园林局", None), ("member", "县水利局", None)],
            },
        ),
    ],
)
def test_groups_by_what_they_are(text: str, expected: dict[str, list[Row]]) -> None:
    assert groups_of(text) == expected


@pytest.mark.parametrize(
    ("words", "name", "post"),
    [
        ("欧阳某某（市园林局局长）", "欧阳某某", "市园林局局长"),
        ("皇甫宁　市园林局局长", "皇甫宁", "市园林局局长"),
        ("市园林局局长孙平", "孙平", "市园林局局长"),
        ("许远（派出所教导员）", "许远", "派出所教导员"),
        ("王宁教授", "王宁", "教授"),
        ("市园林局李平", "李平", None),
    ],
)
def test_names_and_what_stands_beside_them(words: str, name: str, post: str | None) -> None:
    assert groups_of(f"云泽市绿道建设专班名单\n组长：周兰\n成员：{words}\n") == {
        "云泽市绿道建设专班": [("head", "周兰", None), ("member", name, post)]
    }


def test_a_body_with_an_inner_office_is_no_person() -> None:
    found = groups_of("云泽市绿道建设专班名单\n组长：周兰\n成员：市园林局规划科、市财政局国库处\n")
    assert [row[1] for row in found["云泽市绿道建设专班"]] == ["周兰", "市园林局规划科", "市财政局国库处"]


def test_the_line_above_a_roster_is_its_name_where_the_document_has_none() -> None:
    assert list(groups_of("绿道规划评审专家组名单\n组长：周兰（某大学教授）\n成员：李平（市园林局总工程师）\n")) == [
        "绿道规划评审专家组"
    ]


def test_the_office_of_a_committee_has_its_own_heads() -> None:
    text = (
        "一、市委全面绿化委员会\n主任由市委书记担任，副主任由市长担任。\n二、市委全面绿化委员会办公室\n"
        "设在市园林局，办公室主任由市园林局局长兼任，副主任由市水务局局长兼任。\n"
    )
    assert groups_of(text) == {
        "市委全面绿化委员会": [
            ("head", None, "市委书记"),
            ("deputy", None, "市长"),
            ("office", "市园林局", None),
            ("office_head", None, "市园林局局长"),
            ("office_deputy", None, "市水务局局长"),
        ]
    }


def test_a_table_in_plain_text_may_leave_its_last_cells_empty() -> None:
    text = (
        "云泽市绿道建设领导小组\n| 职　务 | 姓　名 | 现任职务 | 备注 |\n|---|---|---|---|\n"
        "| 组　长 | 李　平 | 副市长 | |\n| 成　员 | 来平儿 | 市园林局局长 | 兼办公室主任 |\n"
        "| | 周兰 | 市水务局局长 | |\n"
    )
    assert [row[:2] for row in groups_of(text)["云泽市绿道建设领导小组"]] == [
        ("head", "李平"),
        ("member", "来平儿"),
        ("office_head", "来平儿"),
        ("member", "周兰"),
    ]


def test_a_table_of_work_groups_may_call_their_columns_otherwise() -> None:
    text = (
        "| 机构名称 | 负责人 | 责任单位 |\n|---|---|---|\n"
        "| 综合协调组 | 县园林局局长李平 | 县园林局、县水利局 |\n| 宣传组 | 县文旅局局长周兰 | 县文旅局 |\n"
    )
    assert groups_of(text) == {
        "综合协调组": [
            ("head", "李平", "县园林局局长"),
            ("member", "县园林局", None),
            ("member", "县水利局", None),
        ],
        "宣传组": [("head", "周兰", "县文旅局局长"), ("member", "县文旅局", None)],
    }


def test_a_group_goes_by_its_name_with_the_place() -> None:
    text = "2.1 县防汛抗旱指挥部\n县政府设立云泽县防汛抗旱指挥部（以下简称县防指）。\n指挥长：县长\n成员：县水利局\n"
    assert groups_of(text) == {"云泽县防汛抗旱指挥部": [("head", None, "县长"), ("member", "县水利局", None)]}


def test_work_groups_whose_names_hold_one_another_are_two() -> None:
    text = (
        "成立县绿道建设指挥部，由县长任指挥长。\n（1）综合宣传组：由县委宣传部牵头，县文旅局参加。\n"
        "（2）宣传组：由县融媒体中心牵头，县教育局参加。\n"
    )
    assert list(groups_of(text)) == ["县绿道建设指挥部", "综合宣传组", "宣传组"]
