"""A bracket of one name that explains what stands before it is nobody's task; one behind a sentence is."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse

#: a plan whose brackets hold nothing but bodies
PLAN = "云泽市护林方案\n一、任务\n" + "".join(
    f"（{number}）{work}。推进{work}，加快建设。（{bodies}）\n"
    for number, work, bodies in (
        ("一", "护林", "市林业局、市财政局"),
        ("二", "治水", "市水利局、市财政局"),
        ("三", "清淤", "市水利局、市城管局"),
        ("四", "植树", "市林业局、市住建局"),
    )
)


def named(task: str) -> list[str]:
    analysis = analyse(PLAN + task)
    start = len(PLAN)
    return [one.department.name for one in analysis.marked if one.start >= start]


@pytest.mark.parametrize(
    "task",
    [
        "（五）清运。清运垃圾，定期报送市水利局（市河长办）。\n",
        "（五）清运。清运垃圾，按月上报市林业局（市林长办）\n",
        "（五）推荐单位（市水利局）\n",
        "（五）申领证件。持证明申领（前往市公安局）\n",
        "________（市公安局）\n",
    ],
)
def test_it_is_nobodys_task(task: str) -> None:
    assert named(task) == []


@pytest.mark.parametrize(
    ("task", "bodies"),
    [
        ("（五）清运。清运垃圾，结果报市水利局。（市城管局）\n", ["市城管局"]),
        ("（五）清运。结果上报市水利局（市城管局、市住建局）\n", ["市城管局", "市住建局"]),
        ("（五）清运\n清运垃圾。\n（市水利局）\n", ["市水利局"]),
        ("（五）清运垃圾（市城管局）\n", ["市城管局"]),
    ],
)
def test_those_of_a_task_stay(task: str, bodies: list[str]) -> None:
    assert named(task) == bodies


@pytest.mark.parametrize("heading", ["反映企业", "受益村", "来访学校", "受助街道"])
def test_words_before_a_colon_are_no_body_and_those_behind_them_are_not_in_charge(heading: str) -> None:
    assert named(f"（五）清运。建筑垃圾清运不及时。（{heading}：云泽建工集团、云岭村）\n") == []
