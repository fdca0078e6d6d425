"""Labels without a colon, names below their lists, and other ways in which offices set lists of members."""

from __future__ import annotations

import pytest

from raci.groups import org

Row = tuple[str, str | None, str | None]


def groups_of(text: str) -> dict[str, list[Row]]:
    return {
        group.name: [
            (member.position, member.name or member.post, member.department.name if member.department else None)
            for member in group.members
        ]
        for group in org(text)
    }


LISTED = [
    ("head", "李平", None),
    ("deputy", "周小兰", "市园林局"),
    ("member", "郑海", "市财政局"),
    ("member", "何田", "市水务局"),
]
SET_UP = "成立云泽市湿地保护领导小组，名单如下。\n"


@pytest.mark.parametrize(
    "roster",
    [
        "组长李平（副市长）\n副组长周小兰（市园林局局长）\n成员郑海（市财政局副局长）\n何田（市水务局副局长）\n",
        "组 长  李 平   副市长\n副组长  周小兰   市园林局局长\n"
        "成  员  郑 海   市财政局副局长\n        何 田   市水务局副局长\n",
        "组长：副市长　李平\n副组长：市园林局局长　周小兰\n成员：市财政局副局长　郑海\n市水务局副局长　何田\n",
        "组长李平（副市长）；副组长周小兰（市园林局局长）；成员：郑海（市财政局副局长）、何田（市水务局副局长）。\n",
        "组长李平副市长，副组长周小兰（市园林局局长），成员郑海（市财政局副局长）、何田（市水务局副局长）。\n",
        "组长：李平，副市长；\n副组长：周小兰，市园林局局长；\n成员：郑海，市财政局副局长；何田，市水务局副局长。\n",
    ],
)
def test_a_label_needs_no_colon(roster: str) -> None:
    assert groups_of(SET_UP + roster) == {"云泽市湿地保护领导小组": LISTED}


@pytest.mark.parametrize(
    "text",
    [
        "成员单位职责分工见附件。\n组长会议由召集人主持。\n",
        "组长负责制全面推行。\n成员要认真履职。\n",
        "指挥长吴某强调，各单位要抓好落实。\n",
    ],
)
def test_words_that_begin_with_a_title_are_no_label(text: str) -> None:
    assert groups_of(f"成立云泽市湿地保护领导小组，由市长任组长。\n{text}") == {
        "云泽市湿地保护领导小组": [("head", "市长", None)]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "领导小组下设技术组、宣传组：\n"
            "技术组　　组长：李平　　成员：信息中心\n宣传组　　组长：何田　　成员：文化站\n",
            {
                "技术组": [("head", "李平", None), ("member", None, "信息中心")],
                "宣传组": [("head", "何田", None), ("member", None, "文化站")],
            },
        ),
        (
            "领导小组下设两个工作组：\n▲宣传组（牵头单位：市文旅局；配合单位：市教育局、团市委）\n",
            {
                "宣传组": [
                    ("head", None, "市文旅局"),
                    ("member", None, "市教育局"),
                    ("member", None, "团市委"),
                ]
            },
        ),
        (
            "2.征收组：组长何田，成员单位市征收中心、市司法局。\n",
            {"征收组": [("head", "何田", None), ("member", None, "市征收中心"), ("member", None, "市司法局")]},
        ),
        (
            "（四）成立技术指导组\n组长：市林科院院长、研究员贺平。成员：市园林局高级农艺师朱敦。\n",
            {"技术指导组": [("head", "贺平", "市林科院"), ("member", "朱敦", "市园林局")]},
        ),
    ],
)
def test_work_groups_however_they_are_set(text: str, expected: dict[str, list[Row]]) -> None:
    found = groups_of(f"{SET_UP}组长：王某　市长\n{text}")
    assert {name: rows for name, rows in found.items() if name in expected} == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "市委农村工作领导小组更名为市委农业农村委员会，主任由市委书记担任，副主任由市长担任。",
            "市委农业农村委员会",
            [("head", "市委书记", None), ("deputy", "市长", None)],
        ),
        (
            "因工作变动，对学校安全工作领导小组成员作如下调整：\n增补：曾明（保卫处处长）为副组长。\n免去：岳山副组长职务。\n",
            "学校安全工作领导小组",
            [("deputy", "曾明", "保卫处")],
        ),
        (
            "成立换届筹备工作小组，由侯文同志负责，成员有安平、宁远、康宁三位同志。",
            "换届筹备工作小组",
            [("head", "侯文", None), ("member", "安平", None), ("member", "宁远", None), ("member", "康宁", None)],
        ),
        (
            "由市园林局牵头，会同市财政局、市水务局等建立湿地保护协调机制。",
            "湿地保护协调机制",
            [("head", None, "市园林局"), ("member", None, "市财政局"), ("member", None, "市水务局")],
        ),
        (
            "成立云泽村抗旱突击队\n队　长：村党支部书记 黄河\n队　员：黄海、黄岩\n",
            "云泽村抗旱突击队",
            [("head", "黄河", "村党支部"), ("member", "黄海", None), ("member", "黄岩", None)],
        ),
        (
            "调整党的建设工作领导小组成员，名单为：组长：向明（乡党委书记）；成员：白云（组织委员）。",
            "党的建设工作领导小组",
            [("head", "向明", None), ("member", "白云", None)],
        ),
        (
            "3.1 总指挥部\n总指挥由总经理担任；成员由生产部部长、当班班长组成。\n",
            "总指挥部",
            [("head", "总经理", None), ("member", "生产部部长", "生产部"), ("member", "当班班长", "当班")],
        ),
        (
            "成立园林专班，由市长任组长，办公室主任由市园林局局长担任，成员由办公室人员、规划科人员组成。",
            "园林专班",
            [("head", "市长", None), ("office_head", "市园林局局长", "市园林局")],
        ),
    ],
)
def test_ways_to_say_who_is_in_a_group(text: str, name: str, expected: list[Row]) -> None:
    assert groups_of(text) == {name: expected}


def test_a_line_below_a_list_names_its_group() -> None:
    table = "| 职务 | 姓名 | 单位及职务 |\n|---|---|---|\n| 组长 | 李平 | 副市长 |\n| 成员 | 何田 | 市水务局副局长 |\n"
    expected = {"市绿道建设专班": [("head", "李平", None), ("member", "何田", "市水务局")]}
    assert groups_of(f"{table}市绿道建设专班名单\n") == expected
