"""Groups: set up in sentences, listed in rosters; who is what in them, and whose post it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.analysis.groups import find_groups
from raci.analysis.groups.posts import people_in, whose_post, with_person
from raci.groups import org
from raci.model import Document

Row = tuple[str, str | None, str | None, str | None]


def members(text: str) -> list[Row]:
    return [
        (member.position, member.name, member.post, member.department.name if member.department else None)
        for group in org(text)
        for member in group.members
    ]


def head(post: str | None, body: str | None = None, name: str | None = None) -> Row:
    return ("head", name, post, body)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "成立云泽市绿道建设工作领导小组，由分管副市长任组长，市园林局局长、市财政局局长任副组长，"
            "市教育局、市体育局为成员单位。领导小组办公室设在市园林局，办公室主任由市园林局局长兼任。",
            "云泽市绿道建设工作领导小组",
            [
                head("分管副市长"),
                ("deputy", None, "市园林局局长", "市园林局"),
                ("deputy", None, "市财政局局长", "市财政局"),
                ("member", None, None, "市教育局"),
                ("member", None, None, "市体育局"),
                ("office_head", None, "市园林局局长", "市园林局"),
                ("office", None, None, "市园林局"),
            ],
        ),
        (
            "建立古树保护联席会议制度，由市园林局牵头，市水务局、市城管局等部门参加。",
            "古树保护联席会议",
            [("head", None, None, "市园林局"), ("member", None, None, "市水务局"), ("member", None, None, "市城管局")],
        ),
        (
            "成立由副县长任总指挥，县水利局、县应急局为成员单位的青溪县防汛指挥部。",
            "青溪县防汛指挥部",
            [head("副县长"), ("member", None, None, "县水利局"), ("member", None, None, "县应急局")],
        ),
        (
            "调整县促进茶产业发展工作专班，组长由县委副书记、县长担任，成员由县农业农村局、县商务局等部门组成。"
            "专班下设办公室，挂靠县农业农村局。",
            "县促进茶产业发展工作专班",
            [
                head("县委副书记、县长"),
                ("member", None, None, "县农业农村局"),
                ("member", None, None, "县商务局"),
                ("office", None, None, "县农业农村局"),
            ],
        ),
    ],
)
def test_sentences_tell_who_is_in_a_group(text: str, name: str, expected: list[Row]) -> None:
    assert [group.name for group in org(text)] == [name]
    assert members(text) == expected


ROSTER = """云泽市绿道建设工作领导小组成员名单

组　长：王建明　副市长
副组长：李　平　市园林局局长
　　　　周小兰　市财政局副局长
成　员：郑海涛　市水务局总工程师
　　　　吴桂英　市教育局副局长
"""


@pytest.mark.parametrize(
    "text",
    [
        ROSTER,
        ROSTER.replace("　市", "市").replace("　副市长", "副市长"),
        ROSTER.replace("李　平", "李平"),
        ROSTER.replace("组　长", "组长").replace("成　员", "成员"),
    ],
    ids=["blanks", "no blanks", "short name", "plain labels"],
)
def test_a_roster_is_read_however_it_is_spaced(text: str) -> None:
    (group,) = org(text)
    assert group.name == "云泽市绿道建设工作领导小组"
    assert members(text) == [
        head("副市长", name="王建明"),
        ("deputy", "李平", "市园林局局长", "市园林局"),
        ("deputy", "周小兰", "市财政局副局长", "市财政局"),
        ("member", "郑海涛", "市水务局总工程师", "市水务局"),
        ("member", "吴桂英", "市教育局副局长", "市教育局"),
    ]


def test_bodies_that_share_a_post_are_the_members() -> None:
    text = "云泽市防汛指挥部\n总指挥：市水务局主要负责人。\n成员：市气象局、市应急局、市交通运输局有关负责人。\n"
    assert members(text) == [
        head("市水务局主要负责人", "市水务局"),
        ("member", None, None, "市气象局"),
        ("member", None, None, "市应急局"),
        ("member", None, None, "市交通运输局"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "领导小组要定期研究解决问题。",
        "市园林局局长主持会议。",
        "各级领导小组要压实责任。",
        "联系人：王某，电话：0000-1234567。",
        "主任：负责全面工作。",
        "一、组长负责制。实行组长负责制。",
        "坚持领导小组会议制度，每季度召开一次。",
    ],
)
def test_what_sets_up_no_group_gives_none(text: str) -> None:
    assert members(text) == []


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("市财政局局长", "市财政局"),
        ("市园林局党组成员、副局长", "市园林局"),
        ("县委组织部常务副部长", "县委组织部"),
        ("省政府副秘书长", "省政府"),
        ("高新区党工委副书记", "高新区党工委"),
        ("云泽海关副关长", "云泽海关"),
        ("市长", None),
        ("市政府分管副市长", None),
        ("市委书记", None),
        ("县委副书记、县长", None),
        ("其他成员单位分管负责同志", None),
    ],
)
def test_whose_post_it_is(post: str, body: str | None) -> None:
    assert whose_post(post) == body


def test_a_post_alone_is_no_person() -> None:
    assert with_person("市财政局局长") is None
    assert with_person("国家铁路局局长") is None


def test_two_posts_of_one_person_stay_together() -> None:
    assert [who.post for who in people_in("市委常委、统战部部长和分管副市长")] == ["市委常委、统战部部长", "分管副市长"]


def test_a_member_quotes_its_words() -> None:
    (group,) = org(ROSTER)
    for member in group.members:
        words = ROSTER[member.start : member.end] if member.end <= len(ROSTER) else ""
        assert member.name is None or member.name[0] in words


def test_ten_thousand_members_are_read_in_linear_time() -> None:
    lines = "\n".join("成员：王建明　市园林局副局长" for _ in range(10_000))
    (group,) = find_groups(Document(f"云泽市绿道建设工作领导小组成员名单\n{lines}\n"))
    assert len(group.members) == 1


@given(st.text(alphabet="成立领导小组由任长员：，、。王李市局副　 \n", max_size=120))
def test_any_words_are_read_without_a_fault(words: str) -> None:
    for group in find_groups(Document(words)):
        assert group.members


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "成立绿道建设领导小组，由市长王某任组长，市园林局局长李某某同志任副组长。",
            [head("市长", name="王某"), ("deputy", "李某某", "市园林局局长", "市园林局")],
        ),
        (
            "建立健全由林业以及水务主管部门联合牵头的湿地保护联席会议制度，研究重大问题。",
            [head(None, "林业以及水务主管部门")],
        ),
        (
            "建立由市园林局、市水务局和市财政局组成的绿道保护联席会议制度，定期会商。",
            [("member", None, None, name) for name in ("市园林局", "市水务局", "市财政局")],
        ),
        (
            "成立由分管副市长任组长，市园林局为成员的市绿道建设协调领导小组（以下简称领导小组），统筹推进。"
            "领导小组下设办公室，在高新区管委会。",
            [head("分管副市长"), ("member", None, None, "市园林局"), ("office", None, None, "高新区管委会")],
        ),
        (
            "成立绿道建设领导小组，由市长任组长，市有关部门和单位负责人为成员。",
            [head("市长"), ("member", None, "市有关部门和单位负责人", "市有关部门和单位")],
        ),
        ("成立绿道工作专班，由-局局长任组长，某局、某某局为成员单位。", [
            head("-局局长", "-局"), ("member", None, None, "某局"), ("member", None, None, "某某局")]),
        ("云泽市绿道建设领导小组\n组　长：王　某　市长\n成　员：陈某、周某某\n", [
            head("市长", name="王某"), ("member", "陈某", None, None), ("member", "周某某", None, None)]),
        ("云泽市绿道建设领导小组\n组　长：张三　　副市长\n副组长：张三　　市园林局局长\n", [
            head("副市长", name="张三"), ("deputy", "张三", "市园林局局长", "市园林局")]),
        ("成立绿道建设领导小组，由市长任组长。明确一名责任心强的同志作为联络员。", [head("市长")]),
    ],
)  # fmt: skip
def test_forms_of_membership(text: str, expected: list[Row]) -> None:
    assert members(text) == expected


@pytest.mark.parametrize(
    "lead", ["成立云泽市绿道建设领导小组，由市长任组长，", "云泽市绿道建设领导小组\n组长：市长\n成员："]
)
def test_ten_thousand_members_are_ten_thousand_members(lead: str) -> None:
    places = "青溪江河湖海东南西北"
    bodies = [f"市{''.join(places[int(digit)] for digit in f'{index:04}')}局" for index in range(10_000)]
    end = "为成员单位。" if lead.endswith("，") else ""
    (group,) = find_groups(Document(f"{lead}{'、'.join(bodies)}{end}\n"))
    assert [one.department.name for one in group.members if one.position == "member" and one.department] == bodies


def test_groups_of_a_document_stay_apart() -> None:
    text = "".join(f"成立第{number}绿道领导小组，由市长任组长。" for number in ("一", "二", "三"))
    assert [len(group.members) for group in org(text)] == [1, 1, 1]
