"""What is said once and means other clauses: 同上, 以上各项均由…, a note below all lists, no order of names."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, R, S, G, P = "lead", "responsible", "support", "guide", "leader"
Row = tuple[str, str, str]


def rows(text: str) -> list[Row]:
    return [
        (one.clause.heading, one.department.name, one.role)
        for one in extract(f"云溪县春耕任务分工\n{text}")
        if one.basis != "prose"
    ]


ABOVE = "1、备足农资。责任单位：县供销社、县发改局\n责任人：王磊\n完成时限：3月底\n"
FIRST: list[Row] = [("备足农资", "县供销社", R), ("备足农资", "县发改局", R), ("备足农资", "王磊", P)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("责任单位：同上", [("县供销社", R), ("县发改局", R)]),
        ("（责任单位：县农机站、同上）", [("县农机站", R), ("县供销社", R), ("县发改局", R)]),
        ("（责任单位同上）", [("县供销社", R), ("县发改局", R)]),
        ("责任人：同上", [("王磊", P)]),
        ("责任单位：县农机站；责任人：同前", [("县农机站", R), ("王磊", P)]),
    ],
)
def test_the_same_as_above_is_who_was_named_there(words: str, named: list[tuple[str, str]]) -> None:
    assert rows(f"{ABOVE}2、检修农机。{words}") == [*FIRST, *(("检修农机", *one) for one in named)]


def test_the_time_limit_may_be_the_same_as_above() -> None:
    found = extract(f"云溪县春耕任务分工\n{ABOVE}2、检修农机。责任单位：县农机站\n完成时限：同上")
    assert {one.deadline.text for one in found if one.deadline} == {"3月底"}


def test_what_nothing_above_can_be_meant_by_names_nobody() -> None:
    assert rows("1、备足农资。配合单位：同上\n2、检修农机。责任单位：县农机站") == [("检修农机", "县农机站", R)]


ITEMS = "1、备足农资。（县供销社）\n2、检修农机。（县农机站）\n3、疏通沟渠。（县水利局、各乡镇）\n"


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("以上各项均由县农业农村局牵头，县财政局配合。", [("县农业农村局", L), ("县财政局", S)]),
        ("（以上任务由县农业农村局负责）", [("县农业农村局", R)]),
        ("上述工作由县政府督查室负责督办。", [("县政府督查室", G)]),
        ("以上3项牵头单位：县农业农村局", [("县农业农村局", L)]),
    ],
)
def test_a_closing_line_may_speak_of_all_above(sentence: str, named: list[tuple[str, str]]) -> None:
    found = rows(ITEMS + sentence)
    for task in ("备足农资", "检修农机", "疏通沟渠"):
        assert [row for row in found if row[0] == task][-len(named) :] == [(task, *one) for one in named]


def test_in_the_middle_it_speaks_of_its_own_section() -> None:
    text = (
        "一、农资\n（一）备足农资。责任单位：县供销社\n（二）检查市场。责任单位：县市场监管局\n"
        "以上工作由县农业农村局牵头。\n二、水利\n（一）疏通沟渠。责任单位：县水利局"
    )
    assert [row for row in rows(text) if row[1] == "县农业农村局"] == [
        ("备足农资", "县农业农村局", L),
        ("检查市场", "县农业农村局", L),
    ]


def test_words_on_units_in_general_add_nobody() -> None:
    assert rows(f"{ITEMS}以上各单位要密切配合，抓好落实。") == rows(ITEMS)


@pytest.mark.parametrize("note", ["注：排名第一的责任单位为牵头单位。", "备注：列首位的为牵头单位"])
def test_a_note_below_all_lists_is_about_all(note: str) -> None:
    text = "1、备足农资。（责任单位：县供销社、县发改局）\n2、检修农机。（责任单位：县农机站、县财政局）\n"
    leads = [row[1] for row in rows(text + note) if row[2] == L]
    assert leads == ["县供销社", "县农机站"]


@pytest.mark.parametrize(
    "words",
    [
        "（责任单位：县农机站、县财政局，排名不分先后）",
        "（责任单位（排名不分先后）：县农机站、县财政局）",
        "责任单位：县农机站（不分先后）、县财政局",
    ],
)
def test_no_order_of_names_is_no_name(words: str) -> None:
    assert rows(f"1、检修农机。{words}") == [("检修农机", "县农机站", R), ("检修农机", "县财政局", R)]


def test_a_line_behind_an_item_with_bodies_of_its_own_is_that_of_the_section() -> None:
    text = (
        "（一）管住源头\n1.公布名单。\n2.安装设备。\n3.处罚违规企业。（县市场监管局）\n责任单位：县交通局\n"
        "（二）管住路面\n1.设点检查。（县公安局）\n2.非现场执法。（县公安局）"
    )
    assert set(rows(text)[:4]) == {
        ("处罚违规企业", "县市场监管局", R),
        ("管住源头", "县交通局", R),
        ("公布名单", "县交通局", R),
        ("安装设备", "县交通局", R),
    }
