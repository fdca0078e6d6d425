"""Rosters: labels, the entries behind them, and where a roster ends."""

from __future__ import annotations

import pytest

from raci.analysis.groups.entries import entries_in
from raci.groups import org

Row = tuple[str, str | None, str | None, str | None]

NAME = "云泽市湿地保护领导小组成员名单\n"


def members(text: str) -> list[Row]:
    return [
        (member.position, member.name, member.post, member.department.name if member.department else None)
        for group in org(text)
        for member in group.members
    ]


@pytest.mark.parametrize(
    "entries",
    [
        "李平　市园林局局长\n周小兰　市财政局副局长",
        "李　平　市园林局局长\n周小兰　市财政局副局长",
        "李平（市园林局局长）\n周小兰（市财政局副局长）",
        "李平(市园林局局长)、周小兰(市财政局副局长)",
        "李 平 (市园林局局长)  周小兰 (市财政局副局长)",
        "李平市园林局局长\n周小兰市财政局副局长",
        "李平市园林局局长周小兰市财政局副局长",
        "1.李平　市园林局局长\n2.周小兰　市财政局副局长",
        "李平　　市园林局　　局长\n周小兰　市财政局　副局长",
        "李平，市园林局局长；周小兰，市财政局副局长",
        "市园林局局长　李平　市财政局副局长　周小兰",
        "（按姓氏笔画排列）\n李平　市园林局局长\n周小兰　市财政局副局长",
    ],
)
def test_persons_and_posts_are_read_however_they_are_set(entries: str) -> None:
    assert members(f"{NAME}成　员：{entries}\n")[:2] == [
        ("member", "李平", "市园林局局长", "市园林局"),
        ("member", "周小兰", "市财政局副局长", "市财政局"),
    ]


@pytest.mark.parametrize(
    "names", ["李平、周小兰、郑海", "李平 周小兰 郑海", "李　平　周小兰　郑　海", "李平\n周小兰\n郑海"]
)
def test_names_alone_are_persons(names: str) -> None:
    assert [row[1:] for row in members(f"{NAME}成员：{names}\n")] == [
        ("李平", None, None),
        ("周小兰", None, None),
        ("郑海", None, None),
    ]


@pytest.mark.parametrize(
    "bodies",
    ["市园林局、市水务局", "市园林局 市水务局", "市园林局\n市水务局", "市园林局；市水务局", "市园林局，市水务局等"],
)
def test_bodies_alone_are_members(bodies: str) -> None:
    assert [row[3] for row in members(f"{NAME}成员单位：{bodies}\n")] == ["市园林局", "市水务局"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("买买提·阿力木（市林业局局长）", [("买买提·阿力木", "市林业局局长", "市林业局")]),
        ("苟小林　市水务局副局长", [("苟小林", "市水务局副局长", "市水务局")]),
        ("李某　-局局长", [("李某", "-局局长", "-局")]),
        ("王某　市委常委、常务副市长", [("王某", "市委常委、常务副市长", None)]),
        ("王某　河口省省长", [("王某", "河口省省长", None)]),
        ("王某　省政府办公厅副主任兼秘书处处长", [("王某", "省政府办公厅副主任兼秘书处处长", "省政府办公厅")]),
        ("县　长　洪某", [("洪某", "县长", None)]),
        ("毓　秀　市政协副主席　责任区域：北湖湿地", [("毓秀", "市政协副主席", "市政协")]),
        ("王某　市财政局局长　联系电话：1234567", [("王某", "市财政局局长", "市财政局")]),
        ("西施　县水务局副局长（主持工作）", [("西施", "县水务局副局长", "县水务局")]),
        ("不　兴　县政府副县长、县公安局局长", [("不兴", "县政府副县长、县公安局局长", None)]),
        ("（待定）（派出所所长）", [(None, "派出所所长", "派出所")]),
        ("水利局　农业局", [(None, None, "水利局"), (None, None, "农业局")]),
        ("于洪区区长", [(None, "于洪区区长", None)]),
    ],
)
def test_what_an_entry_says(words: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    assert [(who.name, who.post, who.body) for who in entries_in(words)] == expected


def test_a_seat_that_is_vacant_is_a_line_of_the_roster() -> None:
    text = f"{NAME}副组长：王某（副镇长）\n　　　　（待定）（派出所所长）\n成　员：李某（财政所所长）\n"
    assert [(row[0], row[1], row[2]) for row in members(text)] == [
        ("deputy", "王某", "副镇长"),
        ("deputy", None, "派出所所长"),
        ("member", "李某", "财政所所长"),
    ]


def test_a_list_that_is_broken_within_a_name_is_one_list() -> None:
    text = f"{NAME}成　员：市发展改革委、市教育局、市生态\n环境局、市农业农村局主要负责同志\n办公室设在市园林局。\n"
    assert [row[3] for row in members(text)] == [
        "市发展改革委",
        "市教育局",
        "市生态环境局",
        "市农业农村局",
        "市园林局",
    ]


def test_what_stands_below_a_roster_is_no_member() -> None:
    text = f"{NAME}成员：李平　周小兰\n领导小组下设办公室，办公室设在镇交通管理所，由周小兰兼任办公室主任。\n"
    assert members(text) == [
        ("member", "李平", None, None),
        ("member", "周小兰", None, None),
        ("office", None, None, "镇交通管理所"),
        ("office_head", "周小兰", None, None),
    ]


def test_who_also_leads_the_office_is_told_twice() -> None:
    text = f"{NAME}副组长：李　平　市园林局局长（兼办公室主任）\n"
    assert [(row[0], row[1]) for row in members(text)] == [("deputy", "李平"), ("office_head", "李平")]


def test_the_office_has_members_of_its_own() -> None:
    text = (
        "一、筹备领导小组\n组长：李平\n成员：周小兰\n二、领导小组办公室\n主任：周小兰\n成员：郑海\n"
        "三、会务工作组\n组长：郑海\n"
    )
    assert [(group.name, [(m.position, m.name) for m in group.members]) for group in org(text)] == [
        ("筹备领导小组", [("head", "李平"), ("member", "周小兰"), ("office_head", "周小兰")]),
        ("会务工作组", [("head", "郑海")]),
    ]


def test_work_groups_of_an_emergency_plan_stay_apart() -> None:
    text = (
        "2.3 现场工作组\n（1）综合协调组\n组长：市应急局局长\n成员单位：市公安局、市民政局\n职责：负责信息报送。\n"
        "（2）物资、经费保障组\n牵头单位：市财政局\n成员单位：市商务局等\n职责：负责物资保障。\n"
        "（3）医疗救护组：由市卫健委、市红十字会组成，负责救治。\n"
    )
    assert [(group.name, [m.department and m.department.name for m in group.members]) for group in org(text)] == [
        ("综合协调组", ["市应急局", "市公安局", "市民政局"]),
        ("物资、经费保障组", ["市财政局", "市商务局"]),
        ("医疗救护组", ["市卫健委", "市红十字会"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（一）绿道建设\n牵头单位：市园林局\n配合单位：市财政局\n",
        "领导小组办公室电话：0000-1234567\n联系人：王某\n",
        "主任：负责全面工作。\n副主任：协助主任工作。\n",
        "绿道工程概况\n技术负责人：王某\n小组成员：李某、周某\n联系电话：1234567\n",
    ],
)
def test_what_is_no_roster(text: str) -> None:
    assert members(text) == []


def test_the_line_is_quoted_and_of_a_long_one_the_member() -> None:
    (group,) = org(f"{NAME}组长：市长\n成员：李平　市园林局局长\n周小兰　市财政局副局长\n")
    assert [member.quote for member in group.members] == [
        "组长：市长",
        "成员：李平\u3000市园林局局长",
        "周小兰\u3000市财政局副局长",
    ]
    bodies = [f"市{first}{second}局" for first in "青溪江河湖海东南" * 20 for second in "上中下前后左右内外"]
    (group,) = org(f"{NAME}成员：{'、'.join(bodies)}\n")
    assert {len(member.quote) for member in group.members[100:]} <= {4}
    assert min(len(member.quote) for member in group.members) == 4


def test_a_label_may_stand_on_two_lines() -> None:
    text = f"{NAME}副组长：李平\n市园林局局长成\n员：周小兰\n市财政局副局长\n"
    assert members(text) == [
        ("deputy", "李平", "市园林局局长", "市园林局"),
        ("member", "周小兰", "市财政局副局长", "市财政局"),
    ]


def test_a_post_that_ends_a_line_is_no_label_with_the_one_below() -> None:
    found = members("云泽市湿地保护委员会组成人员\n副主任：李平　市政府办公室主任\n委　员：周小兰　市园林局局长\n")
    assert [row[:2] for row in found] == [("deputy", "李平"), ("member", "周小兰")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("组长单位：市园林局\n副组长单位：市水务局、市财政局\n", ["head", "deputy", "deputy"]),
        ("组成如下：李平（组长，副市长）、周小兰（副组长，市园林局局长）\n", ["head", "deputy"]),
        ("领导小组成员：李平（组长，副市长）、周小兰（市园林局局长）\n", ["head", "member"]),
        ("由以下同志组成：\n李平（组长，副市长）\n周小兰（成员，市园林局局长）\n", ["head", "member"]),
    ],
)
def test_units_that_lead_and_titles_in_brackets(lines: str, expected: list[str]) -> None:
    assert [row[0] for row in members(f"云泽市湿地保护领导小组\n{lines}")] == expected


def test_chains_are_groups_by_their_headings() -> None:
    text = (
        "云泽市产业链链长名单\n一、新材料产业链\n链　长：李平　副市长\n牵头单位：市工信局\n成员单位：市科技局\n"
        "二、生物制药产业链\n链　长：周小兰　副市长\n成员单位：市卫健委\n"
    )
    found = {group.name: [member.position for member in group.members] for group in org(text)}
    assert found == {"新材料产业链": ["head", "head", "member"], "生物制药产业链": ["head", "member"]}


def test_a_label_may_repeat_how_its_group_is_called() -> None:
    text = "一、商贸项目推进组\n推进组组长：副市长\n成员单位：市商务局\n二、文旅项目推进组\n推进组组长：市文旅局局长\n"
    assert {group.name: len(group.members) for group in org(text)} == {"商贸项目推进组": 2, "文旅项目推进组": 1}


def test_a_chief_behind_the_seat_of_the_office_is_that_of_the_office() -> None:
    text = f"{NAME}组长：王平　市长\n办公室设在市园林局，主任：李兰（兼）　副主任：周海（兼）\n"
    assert [row[:2] for row in members(text)] == [
        ("head", "王平"),
        ("office", None),
        ("office_head", "李兰"),
        ("office_deputy", "周海"),
    ]


def test_a_label_that_is_no_position_ends_the_one_before() -> None:
    text = "县脐橙产业链工作领导小组\n链长：王某（副县长）\n副链长：李某（县林业局局长）\n链主企业：橙乡果业有限公司\n"
    assert [row[:2] for row in members(text)] == [("head", "王某"), ("deputy", "李某")]


def test_labels_of_committees_without_a_colon() -> None:
    text = (
        "市湿地保护委员会组成人员\n主　　任　　王　平　　副市长\n副主任　　　李　兰　　市园林局局长\n"
        "委　　员　　周　海　　市水务局副局长\n联络员　　　郑　和　　市园林局科长\n"
    )
    assert [row[:2] for row in members(text)] == [
        ("head", "王平"),
        ("deputy", "李兰"),
        ("member", "周海"),
        ("contact", "郑和"),
    ]


def test_a_second_roster_is_of_the_group_that_the_line_above_it_names() -> None:
    text = (
        "成立云泽市绿道建设指挥部。\n指挥长：李平　副市长\n成　员：市园林局\n"
        "（一）城北片区\n组　长：周小兰　市园林局局长\n成　员：市水务局\n"
    )
    assert [(group.name, group.within) for group in org(text)] == [
        ("云泽市绿道建设指挥部", ""),
        ("城北片区", "云泽市绿道建设指挥部"),
    ]


def test_a_table_of_members_in_plain_text_is_read_whatever_its_head_is_called() -> None:
    text = (
        "云泽市湿地保护专班成员\n\n| 专班职务 | 姓名 | 单位及职务 |\n| --- | --- | --- |\n"
        "| 组长 | 李平 | 市政府副秘书长 |\n| 成员 | 周小兰 | 市园林局副局长 |\n| 成员 | 郑海 | 市水务局副局长 |\n"
    )
    assert [row[:3] for row in members(text)] == [
        ("head", "李平", "市政府副秘书长"),
        ("member", "周小兰", "市园林局副局长"),
        ("member", "郑海", "市水务局副局长"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "组　长\n李平　副市长\n副组长\n周小兰　市园林局局长\n成　员\n市财政局、市水务局\n",
        "（一）组长\n李平（副市长）\n（二）副组长\n周小兰（市园林局局长）\n（三）成员\n市财政局、市水务局\n",
        "1.组长\n李平　副市长\n2.副组长\n周小兰　市园林局局长\n3.成员单位\n市财政局、市水务局\n",
    ],
)
def test_a_title_alone_in_its_line_is_a_label(lines: str) -> None:
    found = members(f"云泽市湿地保护领导小组人员组成如下。\n{lines}")
    assert [(row[0], row[1] or row[3]) for row in found] == [
        ("head", "李平"),
        ("deputy", "周小兰"),
        ("member", "市财政局"),
        ("member", "市水务局"),
    ]


def test_a_heading_of_duties_is_no_label() -> None:
    text = "云泽市湿地保护领导小组\n（一）组长\n负责全面工作。\n（二）成员\n负责各自工作。\n"
    assert members(text) == []


def test_chiefs_of_rivers_without_a_groups_name() -> None:
    text = "附件：区河湖长名单\n区总河长：区长\n区副总河长：分管副区长\n责任单位：区水务局\n"
    (group,) = org(text)
    assert group.name == "河长制"
    assert [(member.position, member.post) for member in group.members] == [("head", "区长"), ("deputy", "分管副区长")]


def test_a_table_of_groups_in_plain_text_keeps_its_empty_cells() -> None:
    text = (
        "| 工作组 | 组长 | 副组长 | 成员单位 |\n|---|---|---|---|\n"
        "| 综合协调组 | 市政府办公室主任 | 市园林局副局长 | 市园林局、市水务局 |\n"
        "| 督导考核组 | 市委督查室主任 | | 市委督查室、市政府督查室 |\n"
    )
    found = {group.name: [member.position for member in group.members] for group in org(text)}
    assert found == {"综合协调组": ["head", "deputy", "member", "member"], "督导考核组": ["head", "member", "member"]}


def test_those_of_all_towns_are_a_member_below_the_persons() -> None:
    found = members(
        f"{NAME}成　员：李平　市园林局局长\n　　　　周小兰　市财政局局长\n　　　　各乡镇（街道）主要负责人\n"
    )
    assert [row[1:3] for row in found] == [
        ("李平", "市园林局局长"),
        ("周小兰", "市财政局局长"),
        (None, "各乡镇（街道）主要负责人"),
    ]


def test_labels_and_names_that_single_blanks_part() -> None:
    found = members(f"{NAME}组长 李平 副市长\n副组长 周小兰 市园林局局长\n成员 市水务局、市财政局主要负责人\n")
    assert [(row[0], row[1] or row[3]) for row in found] == [
        ("head", "李平"),
        ("deputy", "周小兰"),
        ("member", "市水务局"),
        ("member", "市财政局"),
    ]


def test_beside_persons_a_rare_surname_is_a_person() -> None:
    assert [row[1:] for row in members(f"{NAME}成员：真山民、李平、汪梦斗\n")] == [
        ("真山民", None, None),
        ("李平", None, None),
        ("汪梦斗", None, None),
    ]
    assert [row[3] for row in members(f"{NAME}成员单位：水务局、县委办、团县委\n")] == ["水务局", "县委办", "团县委"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "云泽市绿道建设领导小组名单\n组　长：李××　市政府副市长\n成　员：王*　市园林局局长\n",
            [("head", "李××", "市政府副市长"), ("member", "王*", "市园林局局长")],
        ),
        (
            "云泽公司绿道建设领导小组名单\n组长：董事长\n成员：党委副书记，战略发展部、财务部主要负责人\n",
            [
                ("head", None, "董事长"),
                ("member", None, "党委副书记"),
                ("member", "战略发展部", None),
                ("member", "财务部", None),
            ],
        ),
        (
            "云泽公司绿道建设领导小组名单\n组长：总经理\n副组长：总法律顾问 安全副总经理\n成员：督导室、工程部\n",
            [
                ("head", None, "总经理"),
                ("deputy", None, "总法律顾问"),
                ("deputy", None, "安全副总经理"),
                ("member", "督导室", None),
                ("member", "工程部", None),
            ],
        ),
        (
            "云泽中学绿道建设领导小组名单\n组长：王明（校长）\n成员：法治副校长李平（城关派出所所长）、冰心（团委书记）\n",
            [("head", "王明", "校长"), ("member", "李平", "城关派出所所长"), ("member", "冰心", "团委书记")],
        ),
        (
            "云泽县绿道建设领导小组名单\n组长：由分管副县长担任；成员单位为县园林局、县水务局。\n",
            [("head", None, "分管副县长"), ("member", "县园林局", None), ("member", "县水务局", None)],
        ),
    ],
    ids=["masked names", "posts and departments of a firm", "chief officers", "names in lists", "what follows 担任"],
)
def test_who_stands_behind_a_label(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    (group,) = org(text)
    assert [
        (m.position, m.name or (m.department.name if m.department and not m.post else None), m.post)
        for m in group.members
    ] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a person a line, whatever stands first in it
        ("市园林局局长李平\n市水务局局长周小兰", [("李平", "市园林局局长"), ("周小兰", "市水务局局长")]),
        ("市园林局　李平　副局长\n市水务局　周　兰　局长", [("李平", "市园林局副局长"), ("周兰", "市水务局局长")]),
        (
            "市园林局：李平（副局长）\n市水务局：周小兰（局长）",
            [("李平", "市园林局副局长"), ("周小兰", "市水务局局长")],
        ),
        ("李平：市园林局局长\n周小兰：市水务局局长", [("李平", "市园林局局长"), ("周小兰", "市水务局局长")]),
        ("● 市长 李平\n—— 周小兰　市水务局局长", [("李平", "市长"), ("周小兰", "市水务局局长")]),
        # what a line break cuts
        ("李　平　市园林局\n局长\n周小兰　市水务局局长", [("李平", "市园林局局长"), ("周小兰", "市水务局局长")]),
        ("李平　市交通局总工\n程师\n周小兰　市水务局局长", [("李平", "市交通局总工程师"), ("周小兰", "市水务局局长")]),
        ("李平\n市园林局局长\n周小兰\n市水务局局长", [("李平", "市园林局局长"), ("周小兰", "市水务局局长")]),
        # blanks within names and between them
        ("李　平  周　兰  汪　洋", [("李平", None), ("周兰", None), ("汪洋", None)]),
        ("李　平（女）　市园林局局长", [("李平", "市园林局局长")]),
        ("李×平　市园林局局长", [("李×平", "市园林局局长")]),
    ],
)
def test_a_person_a_line(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(who.name, who.post) for who in entries_in(words)] == expected


def test_a_short_list_with_commas_is_no_running_text() -> None:
    text = (
        "云泽市绿道建设领导小组成员名单\n\n组　长：李平，市长\n副组长：周小兰，副市长\n孙一心，市园林局局长\n"
        "成　员：钱多多，市财政局局长\n吴小林，市水务局局长\n领导小组办公室设在市园林局。\n"
    )
    (group,) = org(text)
    assert group.name == "云泽市绿道建设领导小组"
    assert [member.name or member.position for member in group.members] == [
        "李平",
        "周小兰",
        "孙一心",
        "钱多多",
        "吴小林",
        "office",
    ]


def test_titles_at_the_end_of_lines() -> None:
    lines = "李平　市长　（组长）\n副市长　周小兰（副组长）\n钱多多　市财政局局长（成员）\n"
    text = f"云泽市绿道建设领导小组成员名单\n\n{lines}"
    (group,) = org(text)
    assert [(member.position, member.name, member.post) for member in group.members] == [
        ("head", "李平", "市长"),
        ("deputy", "周小兰", "副市长"),
        ("member", "钱多多", "市财政局局长"),
    ]


def test_comrades_and_remarks_behind_labels() -> None:
    text = (
        "云泽市绿道建设领导小组成员名单\n\n▲组长（共同负责）\n李平同志（市长）\n"
        "▲副组长（分工负责）\n周小兰同志　副市长\n▲成员（轮流值班）\n钱多多　市财政局局长\n"
    )
    (group,) = org(text)
    assert [(member.position, member.name, member.post) for member in group.members] == [
        ("head", "李平", "市长"),
        ("deputy", "周小兰", "副市长"),
        ("member", "钱多多", "市财政局局长"),
    ]


@pytest.mark.parametrize(
    "line", ["（空缺）市水务局局长", "（暂缺）市水务局局长", "市水务局局长（空缺）", "空缺　市水务局局长"]
)
def test_a_vacant_seat_is_no_second_post_of_the_person_above(line: str) -> None:
    text = f"{NAME}组　长：林平　市长\n成　员：吴强　市公安局副局长\n　　　　{line}\n　　　　何兰　城关镇镇长\n"
    assert members(text)[1:] == [
        ("member", "吴强", "市公安局副局长", "市公安局"),
        ("member", None, "市水务局局长", "市水务局"),
        ("member", "何兰", "城关镇镇长", "城关镇"),
    ]
