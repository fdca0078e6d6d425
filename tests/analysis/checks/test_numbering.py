"""Numbers that are missing, stand twice or begin anew, and lists that begin anew as a matter of course."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse

NUMBERED = {"一": "挖渠", "二": "修坝", "三": "植树"}
ITEMS = "".join(f"（{number}）{word}。（市水利局负责）\n" for number, word in NUMBERED.items())
LABELLED = "".join(f"（{number}）{word}。\n责任单位：市水利局\n" for number, word in NUMBERED.items())


def told(text: str) -> list[str]:
    return [finding.message for finding in analyse(text).findings if finding.check == "numbering"]


@pytest.mark.parametrize(
    "text",
    [
        f"一、治水\n{ITEMS}（一）清淤。（市城管局负责）\n（二）护岸。（市城管局负责）\n",
        f"一、治水\n{LABELLED}（一）清淤。\n责任单位：市城管局\n（二）护岸。\n责任单位：市城管局\n",
        "1. 挖渠。（市水利局负责）\n2. 修坝。（市水利局负责）\n3. 植树。（市林业局负责）\n1. 清淤。（市城管局负责）\n",
    ],
)
def test_items_that_begin_anew_in_one_list(text: str) -> None:
    (message,) = told(text)
    assert "数起" in message


@pytest.mark.parametrize(
    "text",
    [
        # a heading without a number, a lead-in, a preamble, another chapter stands between
        f"一、治水\n{ITEMS}护岸工程\n（一）清淤。（市城管局负责）\n",
        f"一、治水\n{ITEMS}此外还要做好以下工作：\n（一）清淤。（市城管局负责）\n",
        f"一、治水\n{ITEMS}二、治岸\n{ITEMS}",
        f"一、治水\n{ITEMS}附件\n云泽市护岸方案\n为做好护岸工作，制定本方案。\n{ITEMS}",
        f"{LABELLED}为做好护岸工作，制定本方案。\n{LABELLED}",
        f"一、治水\n{ITEMS}（四）清淤。（市城管局负责）\n",
        "3.1 挖渠。（市水利局负责）\n3.2 修坝。（市水利局负责）\n4.1 清淤。（市城管局负责）\n",
    ],
)
def test_lists_that_begin_anew_as_a_matter_of_course(text: str) -> None:
    assert told(text) == []
