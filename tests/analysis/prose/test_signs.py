"""A sentence is read where a body stands beside what may tell a duty, and passed over where none does."""

from __future__ import annotations

import pytest

from raci import extract
from raci.analysis.prose.signs import is_worth_reading
from raci.rules.lexicon import lexicon_pattern

HEAD = "云泽市绿化方案\n一、任务\n"


def is_read(words: str) -> bool:
    return any(is_worth_reading(words, sign.start()) for sign in lexicon_pattern("prose.may-tell").finditer(words))


@pytest.mark.parametrize(
    "words",
    [
        "市园林局编制绿道规划。",
        "各区县，应当建立台账。",
        "省、自治区、直辖市根据实际制定办法。",
        "抢险组负责排险。",
        "市防指负责调度。",
        "由市审查委员会评定。",
        "发现险情的，应当通知县水利局。",
        "施工单位应当及时向县住建局报告。",
        "绿道规划经县规划委员会审定后公布。",
        "整改情况报市政府备案。",
        "及时报告情况，督促各镇做好准备。",
        "在市财政局的指导下开展评价。",
        "青溪水务集团有限公司负责运行。",
        "人民法院审理案件时，应当告知权利。",
        "市园林局牵头编制规划。会同市水务局核定水量。",
    ],
)
def test_a_sentence_with_a_body_is_read(words: str) -> None:
    assert is_read(words)
    assert list(extract(HEAD + words))


@pytest.mark.parametrize(
    "words",
    [
        "创新中心建设加快推进，",
        "申报材料齐全。",
        "挖掘完工后，应当恢复原状。",
        "开发企业应当公示价格。",
        "关于做好绿化工作的通知。",
    ],
)
def test_one_without_is_passed_over(words: str) -> None:
    assert not is_read(words)
    assert list(extract(HEAD + words)) == []
