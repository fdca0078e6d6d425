"""Groups: set up in sentences, listed in rosters; who is what in them, and whose post it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.analysis.groups import find_groups
from raci.analysis.groups.persons import name_and_post
from raci.analysis.groups.post_words import whose_post
from raci.analysis.groups.posts import people_in
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
                ("office", None, None, "市园林局"),
                ("office_head", None, "市园林局局长", "市园林局"),
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
    assert name_and_post("市财政局局长") is None
    assert name_and_post("国家铁路局局长") is None


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


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "市里成立了由市长任组长、分管副市长任副组长，市园林局、市住房和城乡建设局等部门主要负责同志为成员的"
            "云泽市绿道建设领导小组，统筹推进。领导小组办公室（设在市园林局）负责日常工作，主任由市园林局局长兼任。",
            "云泽市绿道建设领导小组",
            [
                head("市长"),
                ("deputy", None, "分管副市长", None),
                ("member", None, None, "市园林局"),
                ("member", None, None, "市住房和城乡建设局"),
                ("office", None, None, "市园林局"),
                ("office_head", None, "市园林局局长", "市园林局"),
            ],
        ),
        (
            "市政府设立绿道规划委员会。委员会设主任和副主任各一名，分别由市长和市园林局局长担任；"
            "委员由市财政局、市水务局负责人组成。",
            "绿道规划委员会",
            [
                head("市长"),
                ("deputy", None, "市园林局局长", "市园林局"),
                ("member", None, None, "市财政局"),
                ("member", None, None, "市水务局"),
            ],
        ),
        (
            "建立云泽市湿地协作机制，由园林、水务等部门参加，由市园林局牵头。",
            "云泽市湿地协作机制",
            [("member", None, None, "园林、水务等部门"), head(None, "市园林局")],
        ),
        (
            "（二）建立工作专班。由分管副市长任工作专班组长，市园林局、市水务局有关负责人为专班成员。",
            "工作专班",
            [head("分管副市长"), ("member", None, None, "市园林局"), ("member", None, None, "市水务局")],
        ),
        (
            "（1）抢险救援组：由市应急局牵头，市消防救援支队、武警云泽支队参加。负责抢险。",
            "抢险救援组",
            [
                head(None, "市应急局"),
                ("member", None, None, "市消防救援支队"),
                ("member", None, None, "武警云泽支队"),
            ],
        ),
        (
            "成立绿道建设领导小组。领导小组成员包括市园林局（含绿道中心），市水务局、市财政局等主要负责同志。",
            "绿道建设领导小组",
            [
                ("member", None, None, "市园林局"),
                ("member", None, None, "市水务局"),
                ("member", None, None, "市财政局"),
            ],
        ),
        (
            "市绿道建设领导小组办公室设在市园林局，市园林局副局长王某某兼任办公室主任。",
            "市绿道建设领导小组",
            [("office", None, None, "市园林局"), ("office_head", "王某某", "市园林局副局长", "市园林局")],
        ),
    ],
)  # fmt: skip
def test_however_a_sentence_sets_up_a_group(text: str, name: str, expected: list[Row]) -> None:
    assert [group.name for group in org(text)] == [name]
    assert members(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "各区要成立相应的领导小组，由区长担任组长。",
        "学校要成立以校长为组长的安全工作小组。",
        "采购人代表不得担任评审委员会组长。",
        "家庭成员包括购房人、配偶以及未成年子女。",
        "（市园林局牵头，市水务局参与）",
        "绿道建设领导小组每月会商。全年目标任务完成后，由市园林局牵头，市水务局参与，组织验收。",
    ],
)
def test_neighbours_of_a_membership_are_none(text: str) -> None:
    assert members(text) == []


def test_a_roster_run_together_in_one_line_is_read() -> None:
    text = (
        "决定成立云泽市湿地普查领导小组。组成人员如下：组长：王建明副市长副组长：李平市园林局局长周小兰市财政局副局长"
        "成员：郑海涛市水务局总工程师吴桂英市教育局副局长三、工作机构领导小组办公室设在市园林局。"
    )
    assert members(text) == [
        head("副市长", name="王建明"),
        ("deputy", "李平", "市园林局局长", "市园林局"),
        ("deputy", "周小兰", "市财政局副局长", "市财政局"),
        ("member", "郑海涛", "市水务局总工程师", "市水务局"),
        ("member", "吴桂英", "市教育局副局长", "市教育局"),
        ("office", None, None, "市园林局"),
    ]


@pytest.mark.parametrize("heads", [("职务", "单位及职务"), ("领导小组职务", "单位职务"), ("备注", "现任职务")])
def test_a_table_of_members_is_read(tmp_path: Path, heads: tuple[str, str]) -> None:
    rows = [
        ("组长", "林某某", "市委常委、常务副市长"),
        ("副组长", "何　某", "市数据局局长"),
        ("成员", "罗某某", "市司法局副局长"),
    ]
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in rows)
    page = tmp_path / "members.html"
    page.write_text(
        f"<html><body><h1>云泽市数据治理领导小组成员名单</h1><table><tr><th>{heads[0]}</th><th>姓名</th>"
        f"<th>{heads[1]}</th></tr>{cells}</table></body></html>",
        encoding="utf-8",
    )
    (group,) = org(page)
    assert group.name == "云泽市数据治理领导小组"
    assert [(member.position, member.name, member.post) for member in group.members] == [
        ("head", "林某某", "市委常委、常务副市长"),
        ("deputy", "何某", "市数据局局长"),
        ("member", "罗某某", "市司法局副局长"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("市发展和改革局、市工业和信息化局的主要负责同志", ["市发展和改革局", "市工业和信息化局"]),
        ("市园林局党组书记、局长和市财政局总会计师", ["市园林局党组书记、局长", "市财政局总会计师"]),
        ("体育、财政等部门和各区政府", ["体育、财政等部门", "各区政府"]),
        ("市长王某，市园林局局长李某某（兼）", ["王某", "李某某"]),
        ("各区分管领导，市园林局、市水务局分管领导", ["各区分管领导", "市园林局", "市水务局"]),
        ("有关专家、业务骨干", []),
    ],
)
def test_lists_of_members_are_parted(words: str, expected: list[str]) -> None:
    assert [who.name or who.post or who.body for who in people_in(words)] == expected


def test_a_title_of_two_groups_is_parted_by_the_headings_below_it() -> None:
    found = org(
        "附件1\n全市消防安全整治领导小组及工作专班组成人员名单\n一、领导小组\n组  长：市委常委、常务副市长\n"
        "成  员：市应急局、市公安局主要负责同志\n二、工作专班\n召集人：市消防救援支队支队长\n"
        "成  员：市应急局、市住建局分管负责同志\n"
    )
    assert [(group.name, [member.position for member in group.members]) for group in found] == [
        ("全市消防安全整治领导小组", ["head", "member", "member"]),
        ("全市消防安全整治工作专班", ["head", "member", "member"]),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("指挥部下设2个工作组：\n（一）综合协调组\n组长：李平　市应急局局长\n", ["综合协调组"]),
        ("（1）抢险救援组。由市应急局牵头，市公安局参加。\n", ["抢险救援组"]),
        ("指挥部下设两个专班：\n1.资金专班\n班长：李平　市财政局局长\n", ["资金专班"]),
        ("建立云泽市湿地保护联席会议制度，由市园林局牵头，市水务局参加。\n", []),
    ],
)
def test_work_groups_are_parts_of_the_group_that_has_them(text: str, parts: list[str]) -> None:
    whole = "成立云泽市绿道建设指挥部，由市长任指挥长，市园林局为成员单位。\n"
    found = org(whole + text)
    assert [group.name for group in found if group.within == "云泽市绿道建设指挥部"] == parts
    assert found[0].within == ""


def test_the_seat_of_the_office_may_stand_below_its_heading() -> None:
    text = (
        "成立云泽市绿道建设指挥部，由市长任指挥长。\n指挥部下设办公室和3个工作组：\n"
        "（一）办公室\n设在市园林局，办公室主任由市园林局局长担任。\n"
    )
    assert members(text)[1:] == [
        ("office", None, None, "市园林局"),
        ("office_head", None, "市园林局局长", "市园林局"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "撤销云泽市绿道建设领导小组、云泽市湿地保护指挥部等3个议事协调机构。",
        "由市绿道建设工作领导小组办公室牵头，各牵头部门参与，建立三级联动机制。",
        "领导小组各成员单位要各司其职，及时向联席会议办公室报送信息。",
    ],
)
def test_a_group_that_is_only_mentioned_is_none(text: str) -> None:
    assert org(text) == ()


def test_departments_of_one_matter_each_stay_one_name() -> None:
    text = "市人民政府设立云泽市湖泊保护委员会，由市长担任主任，市水务、园林主管部门主要负责人为委员。"
    assert members(text)[-1] == ("member", None, None, "市水务、园林主管部门")


def test_a_level_is_carried_along_a_list() -> None:
    text = (
        "青溪县绿道建设方案\n成立绿道建设领导小组，由副县长任组长，省水利厅、教育厅为副组长单位，"
        "县教育局、财政局为成员单位。\n"
    )
    bodies = [member.department for group in org(text) for member in group.members if member.department]
    assert [body.level for body in bodies] == ["province", "province", "county", "county"]


@pytest.mark.parametrize("seat", ["在市园林局设立办公室", "下设办公室，设在市园林局", "办公室设在市园林局"])
def test_where_the_office_is(seat: str) -> None:
    text = f"云泽市绿道建设领导小组由市长任组长，市财政局为成员单位；领导小组{seat}。"
    assert members(text)[-1] == ("office", None, None, "市园林局")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "县委书记、县长亲自挂帅，成立青溪县绿道建设领导小组，县园林局、县水务局为主要成员。",
            [head("县委书记"), head("县长"), ("member", None, None, "县园林局"), ("member", None, None, "县水务局")],
        ),
        (
            "青溪县绿道建设专班由副县长任组长，县园林局为责任单位，县水务局为配合单位。",
            [head("副县长"), ("member", None, None, "县水务局")],
        ),
        (
            "成立青溪县残疾人工作委员会。主任由副县长担任，副主任由县政府办公室副主任、县残联理事长担任。",
            [
                head("副县长"),
                ("deputy", None, "县政府办公室副主任", "县政府办公室"),
                ("deputy", None, "县残联理事长", "县残联"),
            ],
        ),
    ],
)
def test_who_leads_is_told_in_many_ways(text: str, expected: list[Row]) -> None:
    assert members(text) == expected


def test_the_items_of_a_sentence_are_a_group_each() -> None:
    text = (
        "各工作组组成如下：（1）宣传组：组长由县委宣传部副部长担任，成员单位有县融媒体中心、县文旅局；"
        "（2）后勤组：由县机关事务中心牵头。"
    )
    found = {group.name: [member.position for member in group.members] for group in org(text)}
    assert found == {"宣传组": ["head", "member", "member"], "后勤组": ["head"]}


def test_groups_that_others_set_up_are_none_of_this_document() -> None:
    text = (
        "由各区政府主要负责人任组长，相关部门负责人为成员，组建工作专班。"
        "市级成立由分管副市长任组长、市园林局为成员单位的绿道建设工作专班。"
    )
    (group,) = org(text)
    assert group.name == "绿道建设工作专班"
    assert [member.post or member.department.name for member in group.members if member.post or member.department] == [
        "分管副市长",
        "市园林局",
    ]


def test_who_is_no_longer_a_member_is_none() -> None:
    text = (
        "云泽市绿道建设领导小组成员名单\n组长：李平　副市长\n成员：市园林局\n"
        "原领导小组成员郑海因工作变动不再担任领导小组成员。\n领导小组办公室设在市园林局。\n"
    )
    (group,) = org(text)
    assert [member.position for member in group.members] == ["head", "member", "office"]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("市委、市政府主要领导", [head("市委、市政府主要领导")]),
        ("市委书记、市长", [head("市委书记"), head("市长")]),
    ],
)
def test_leaders_of_party_and_government_are_one_post(who: str, expected: list[Row]) -> None:
    assert members(f"成立云泽市绿道建设领导小组，由{who}任组长。") == expected


def test_bodies_that_name_somebody_each_are_members() -> None:
    text = "成立云泽市绿道建设专班，由副市长任组长，市园林局、市水务局等单位各明确1名分管领导为成员。"
    assert members(text)[1:] == [("member", None, None, "市园林局"), ("member", None, None, "市水务局")]
