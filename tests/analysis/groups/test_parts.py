"""Parts of a group (工作组) told in its sentences: who leads and takes part in each is of that part alone."""

from __future__ import annotations

import pytest

from raci.groups import org

Row = tuple[str, str | None]


def parts_of(text: str) -> dict[str, list[Row]]:
    return {
        group.name: [
            (m.position, m.name or m.post or (m.department.name if m.department else None)) for m in group.members
        ]
        for group in org(text)
    }


NAME = "云泽市湿地保护领导小组"


@pytest.mark.parametrize(
    ("behind", "parts"),
    [
        (
            "下设两个工作组：①综合组（由市园林局牵头，市财政局、市水务局参加）；②巡护组（市公安局牵头，市林业局配合）。",
            {
                "综合组": [("head", "市园林局"), ("member", "市财政局"), ("member", "市水务局")],
                "巡护组": [("head", "市公安局"), ("member", "市林业局")],
            },
        ),
        (
            "下设执法组（组长由市公安局副局长李平担任）、宣传组（由王敏（市委宣传部副部长）任组长）。",
            {"执法组": [("head", "李平")], "宣传组": [("head", "王敏")]},
        ),
        (
            "下设两个小组：水质监测小组由市水务局负责，巡查小组由市林业局负责、市公安局配合。",
            {"水质监测小组": [("head", "市水务局")], "巡查小组": [("head", "市林业局"), ("member", "市公安局")]},
        ),
    ],
    ids=["numbered, in brackets", "persons in brackets", "in charge"],
)
def test_parts_leave_the_group_its_own_head(behind: str, parts: dict[str, list[Row]]) -> None:
    assert parts_of(f"成立{NAME}，由市长任组长。领导小组{behind}\n") == {NAME: [("head", "市长")], **parts}


def test_what_a_part_is_in_charge_of_behind_its_name() -> None:
    text = f"成立{NAME}，由市长任组长。\n（1）策划组：负责人李平，成员为各科室负责人\n（2）保障组：由王敏负责\n"
    assert parts_of(text)["策划组"] == [("head", "李平"), ("member", "各科室负责人")]
    assert parts_of(text)["保障组"] == [("head", "王敏")]


def test_bodies_of_a_chain_that_are_responsible_are_its_members() -> None:
    text = "建立链长制。湿地花卉产业链由副市长李平担任链长，市园林局为牵头单位，市水务局、市商务局为责任单位。"
    assert parts_of(text) == {
        "湿地花卉产业链": [("head", "李平"), ("head", "市园林局"), ("member", "市水务局"), ("member", "市商务局")]
    }


def test_what_the_group_is_called_for_short_is_no_part_of_it() -> None:
    text = "同意成立云泽花园业主大会筹备组。筹备组由9人组成，组长由街道办事处副主任李平担任。"
    assert parts_of(text) == {"云泽花园业主大会筹备组": [("head", "李平")]}


def test_so_many_members_are_nobody() -> None:
    text = "成立云泽花园业主大会筹备组，组长由李平担任。筹备组由5至11名委员组成。"
    assert parts_of(text) == {"云泽花园业主大会筹备组": [("head", "李平")]}


@pytest.mark.parametrize("numbers", [("①", "②"), ("1.", "2."), ("（1）", "（2）"), ("", "")])
@pytest.mark.parametrize(
    "part", ["{}组由{}牵头，市财政局参加", "{}组（由{}牵头，市财政局参加）", "{}组（牵头单位：{}；成员单位：市财政局）"]
)
def test_parts_one_after_the_other_and_the_office_behind_them(numbers: tuple[str, str], part: str) -> None:
    told = zip(numbers, ("综合", "巡护"), ("市园林局", "市林业局"), strict=True)
    parts = "；".join(number + part.format(name, lead) for number, name, lead in told)
    text = f"成立{NAME}，由市长任组长。领导小组下设两个工作组：{parts}。\n　　办公室设在市园林局，由李平任主任。\n"
    assert parts_of(text) == {
        NAME: [("head", "市长"), ("office", "市园林局"), ("office_head", "李平")],
        "综合组": [("head", "市园林局"), ("member", "市财政局")],
        "巡护组": [("head", "市林业局"), ("member", "市财政局")],
    }


def test_names_behind_a_part_are_its_members() -> None:
    whole = "一、指挥部人员组成\n总指挥：王平\n成员：李敏、张  尧、周静\n"
    assert parts_of(f"{whole}二、各组人员\n1、疏散组：李敏、张尧\n负责人：护校队队长\n") == {
        "指挥部": [("head", "王平"), ("member", "李敏"), ("member", "张尧"), ("member", "周静")],
        "疏散组": [("member", "李敏"), ("member", "张尧"), ("head", "护校队队长")],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "市森林消防指挥部办公室\n办公室主任由市林业局分管副局长兼任。\n",
            {"市森林消防指挥部": [("office_head", "市林业局分管副局长")]},
        ),
        (
            "成立了湿地监测设计组，由慈云桂担任组长，康平担任副组长。\n",
            {"湿地监测设计组": [("head", "慈云桂"), ("deputy", "康平")]},
        ),
        (
            f"成立{NAME}，组长市长，副组长分管副市长，成员市园林局局长。",
            {NAME: [("head", "市长"), ("deputy", "分管副市长"), ("member", "市园林局局长")]},
        ),
        (f"成立{NAME}，组长为书记、校长王平同志。", {NAME: [("head", "王平")]}),
    ],
    ids=["office alone", "any kind that is led", "without a link", "two posts of one"],
)
def test_groups_however_named_and_led(text: str, expected: dict[str, list[Row]]) -> None:
    assert parts_of(text) == expected
