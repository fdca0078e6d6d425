"""Who supports the body that leads, whatever the sentence goes on with; bodies and the verbs around them."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

R, L, S, I = "responsible", "lead", "support", "inform"  # noqa: E741


def told(sentence: str) -> set[tuple[str, str]]:
    rows = extract(f"渔港管理方案\n一、要求\n{sentence}\n", basis=("prose", "annotation"))
    return {(row.department.name, row.role) for row in rows}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "由县渔业局牵头，县海事处配合，检查渔船，对无证的，由县公安局处理。",
            {("县渔业局", L), ("县海事处", S), ("县公安局", R)},
        ),
        (
            "由县渔业局牵头，县海事处参与，检查渔船，未登记的，海警机构应当查扣。",
            {("县渔业局", L), ("县海事处", S), ("海警机构", R)},
        ),
        ("以县渔业局为主，县海事处、县公安局配合，检查渔船。", {("县渔业局", L), ("县海事处", S), ("县公安局", S)}),
        ("检查渔船以预防为主，县海事处配合。", {("县海事处", S)}),
    ],
)
def test_supporters_stay_whoever_acts_on_a_condition_behind_them(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("由县渔业局和县海事处命名为示范渔港，并颁发牌匾。", "县海事处"),
        ("泊位由县渔业局商当地镇（乡）人民政府、村民委员会确定。", "县渔业局"),
    ],
)
def test_names_end_where_the_verb_begins(sentence: str, name: str) -> None:
    assert (name, R) in told(sentence)


def test_words_around_a_verb_are_no_part_of_a_name() -> None:
    assert told("指导县内有关媒体积极配合相关部门，广泛宣传。") == set()
    assert told("县渔业局可以报请设区的市渔业主管部门组织调查。") <= {("设区的市渔业主管部门", I)}


@pytest.mark.parametrize(
    "adverbial",
    ["本年度", "今年", "近期", "下一步", "春节前", "6月中旬", "最迟", "各自", "一定", "原则上", "仍然", "重点", "平时"],
)
def test_when_or_how_may_stand_before_must(adverbial: str) -> None:
    assert told(f"县渔业局{adverbial}要普查渔船。") == {("县渔业局", R)}
    assert told(f"县渔业局{adverbial}应当普查渔船。") == {("县渔业局", R)}


@pytest.mark.parametrize("adverb", ["亲自", "尽早", "马上", "分阶段", "依规", "务于6月底前"])
def test_how_it_is_done_may_stand_before_the_verb(adverb: str) -> None:
    assert told(f"县渔业局{adverb}组织普查渔船。") == {("县渔业局", R)}


def test_what_something_is_gives_nobody_a_duty() -> None:
    assert told("渔船普查是由县渔业局联合县海事处共同组织的一项工作。") == set()
    assert told("县渔业局本年度普查结果好于去年。") == set()


@pytest.mark.parametrize("others", ["高校", "各社区", "镇街", "景区", "幼儿园", "银行", "中小学、幼儿园"])
def test_others_in_general_hide_no_body_beside_them(others: str) -> None:
    assert ("县渔业局", R) in told(f"县渔业局和{others}要普查渔船。")
    assert ("县渔业局", R) in told(f"普查渔船由县渔业局、{others}负责。")


def test_others_in_general_alone_are_no_body() -> None:
    assert told("鼓励由政府、银行和企业共同设立基金。") == set()
