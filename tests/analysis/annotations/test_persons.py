"""Persons behind a label: several posts of one person are one, posts and names of several are several."""

from __future__ import annotations

import pytest

from raci.pipeline import extract


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("区委常委、副区长 冯某", ["区委常委、副区长冯某"]),
        ("市委副书记、政法委书记梁某，副市长宋某", ["市委副书记、政法委书记梁某", "副市长宋某"]),
        ("县住建局局长、县水利局局长", ["县住建局局长", "县水利局局长"]),
        ("副市长李某、副市长王某", ["副市长李某", "副市长王某"]),
        ("各科科长、李某", ["各科科长", "李某"]),
    ],
)
@pytest.mark.parametrize(
    "form", ["1.整修堤防。（责任领导：{}；责任单位：区水务局）", "1.整修堤防\n责任领导：{}\n责任单位：区水务局"]
)
def test_the_posts_of_one_person_are_not_parted(form: str, names: str, expected: list[str]) -> None:
    found = extract(f"云泽市护河方案\n{form.format(names)}\n")
    assert [one.department.name for one in found if one.role == "leader"] == expected


def test_persons_behind_a_role_are_who_leads_and_who_helps() -> None:
    rows = extract("一、修路（牵头：李某，协助：王磊）\n二、植树（牵头：李某，协助：财务科）\n")
    assert [(row.department.name, row.role) for row in rows] == [
        ("李某", "leader"),
        ("王磊", "support"),
        ("李某", "leader"),
        ("财务科", "support"),
    ]
    # these two are places
    assert [row.role for row in extract("一、修路（责任单位：白云、黄埔）\n")] == []
