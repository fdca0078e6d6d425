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
