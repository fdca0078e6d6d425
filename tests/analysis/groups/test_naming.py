"""What groups are called, and which group a sentence speaks of."""

from __future__ import annotations

import pytest

from raci.groups import org


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("设立云泽市食品安全委员会（以下简称市食安委）。市食安委主任由市长担任。", "云泽市食品安全委员会"),
        ("成立2025年云泽绿道节组织委员会，主席由市长担任。", "2025年云泽绿道节组织委员会"),
        ("云泽县山洪灾害防御指挥部指挥长由副县长兼任。", "云泽县山洪灾害防御指挥部"),
        ("第三条　为规范云泽市绿道建设联席会议（以下简称市联席会议）工作，制定本制度。\n"
         "第四条　市联席会议召集人由副市长担任。", "云泽市绿道建设联席会议"),
        ("市级总林长由市长担任。", "林长制"),
        ("县长王某同志任县抗旱指挥部指挥长，副县长李某任副指挥长。指挥部办公室设在县水务局。", "县抗旱指挥部"),
        ("绿道建设方案\n二、机构设置\n组长：县长\n成员：县水务局\n领导小组办公室主任由副县长兼任。", "绿道建设方案"),
        ("绿道建设方案\n（一）成立领导小组\n组长：县长\n成员：县财政局\n", "领导小组"),
        ("县绿道建设领导小组名单（2025年）\n组长：县长\n", "县绿道建设领导小组"),
        ("附件：市湿地保护委员会组成人员名单\n主任：王某　市长\n", "市湿地保护委员会"),
        ("2.1 市抗旱指挥部\n指挥长：副市长\n", "市抗旱指挥部"),
        ("市绿道建设领导小组组长：王某　副市长\n", "市绿道建设领导小组"),
        ("关于成立县茶产业专班的通知\n组长：县长\n", "县茶产业专班"),
        ("关于成立国务院湿地保护工作领导小组的通知\n组长：国务院副总理\n", "国务院湿地保护工作领导小组"),
        ("云泽市绿道建设领导小组及工作机构\n一、领导小组\n组长：市长\n", "云泽市绿道建设领导小组"),
        ("绿道建设专班及分组名单\n一、专班人员\n班长：王某（市政府秘书长）\n", "绿道建设专班"),
        ("平安湿地联席会议工作规则\n第二条　联席会议由市水务局、市教育局组成。", "平安湿地联席会议"),
        ("第二条　联席会议由市水务局、市教育局组成。\n（本规则适用于湿地保护联席会议）", "湿地保护联席会议"),
        ("关于印发绿道建设方案的通知\n三、组织保障\n组　长：王某（县长）\n成　员：李某（县财政局局长）\n"
         "以上人员组成县绿道建设领导小组，负责统筹协调。", "县绿道建设领导小组"),
        ("三、组织保障\n组长：县长\n成员：县财政局、县水务局\n（以上为县绿道建设领导小组成员）", "县绿道建设领导小组"),
        ("关于印发绿道建设方案的通知\n三、组织保障\n组　长：县长\n成　员：县财政局、县水务局\n"
         "县绿道建设领导小组办公室设在县水务局。", "县绿道建设领导小组"),
    ],
)  # fmt: skip
def test_what_a_group_is_called(text: str, name: str) -> None:
    assert [group.name for group in org(text)] == [name]


def test_short_names_tell_groups_apart() -> None:
    text = (
        "成立云泽市绿道建设领导小组（以下简称领导小组），由市长任组长。"
        "成立云泽市绿道建设工作专班（以下简称工作专班），由市园林局局长任组长。"
        "领导小组办公室设在市政府办公室。工作专班办公室设在市园林局。"
    )
    assert {
        group.name: [m.department.name for m in group.members if m.position == "office" and m.department]
        for group in org(text)
    } == {"云泽市绿道建设领导小组": ["市政府办公室"], "云泽市绿道建设工作专班": ["市园林局"]}


def test_a_list_is_of_the_group_that_stands_before_it_unless_the_words_behind_say_otherwise() -> None:
    text = (
        "成立云泽县湿地保护专班，由分管副县长任组长。\n三、组织保障\n组　长：县长\n成　员：县财政局、县水务局\n"
        "以上单位组成县绿道建设领导小组。"
    )
    assert {group.name: len(group.members) for group in org(text)} == {
        "云泽县湿地保护专班": 1,
        "县绿道建设领导小组": 3,
    }
    text = "成立云泽县湿地保护专班。\n组　长：县长\n成　员：县财政局\n县绿道建设领导小组办公室设在县水务局。"
    assert {group.name: len(group.members) for group in org(text)} == {
        "云泽县湿地保护专班": 2,
        "县绿道建设领导小组": 1,
    }


@pytest.mark.parametrize("body", ["市发展和改革委员会", "市民族事务委员会", "高新区管理委员会"])
def test_a_body_is_no_group(body: str) -> None:
    assert [group.name for group in org(f"1. {body}\n由市长任组长。\n")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "关于增补市绿道建设领导小组成员单位的通知\n各有关单位：\n一、增补市园林局为领导小组成员单位。\n",
            "市绿道建设领导小组",
        ),
        (
            "云泽市绿道事故应急预案\n2.1 应急指挥部及职责\n市绿道事故应急指挥部总指挥由分管副市长担任。\n",
            "市绿道事故应急指挥部",
        ),
        (
            "云泽市安全生产委员会办公室关于印发绿道整治方案的通知\n一、成立领导小组，由分管副市长任组长。\n",
            "领导小组",
        ),
        (
            "关于调整市绿道建设指挥部成员的通知\n成立工作专班，由市园林局局长任组长。\n",
            "工作专班",
        ),
    ],
    ids=["title", "heading", "not the issuing office", "another kind"],
)
def test_the_full_name_of_a_group_stands_elsewhere(text: str, expected: str) -> None:
    assert [group.name for group in org(text)] == [expected]
