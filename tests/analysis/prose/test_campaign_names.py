"""Bodies whose names hold a verb: committees of the party, and groups of a campaign."""

from __future__ import annotations

import pytest

from raci import extract


@pytest.mark.parametrize(
    "body",
    [
        "县委全面依法治县办",
        "市委全面依法治市委员会办公室",
        "市委实施乡村振兴战略领导小组办公室",
        "市打击治理违法采砂工作联席会议办公室",
        "县开展河道整治工作专班",
    ],
)
@pytest.mark.parametrize("words", ["由{}负责编制方案。", "由{}牵头，市水利局配合。", "市水利局会同{}制定方案。"])
def test_a_verb_in_the_name_of_a_body_is_part_of_it(body: str, words: str) -> None:
    told = extract(f"云泽市绿化方案\n一、任务\n{words.format(body)}")
    assert body in [found.department.name for found in told]


def test_a_committee_that_another_sets_up_is_not_its_name() -> None:
    told = extract("云泽市绿化方案\n一、任务\n市委成立绿化工作领导小组，负责编制方案。")
    assert "市委成立绿化工作领导小组" not in [found.department.name for found in told]
