"""Short names that a document gives to bodies itself."""

from __future__ import annotations

import pytest

from raci.analysis.defined_names import defined_names
from raci.pipeline import extract

FULL = "市文化广电旅游体育局"


@pytest.mark.parametrize("note", ["（以下简称市文广局）", "（以下简称“市文广局”，下同）", "(以下简称为市文广局)"])
def test_a_short_name_is_the_body_that_it_was_defined_for(note: str) -> None:
    text = f"一、建设应急广播（责任单位：{FULL}{note}、市应急局）\n二、维护应急广播（责任单位：市文广局、各区县）\n"
    first, _, second, _ = extract(text)
    assert (first.department.name, second.department.name) == (FULL, "市文广局")
    assert first.department.canonical == second.department.canonical == FULL
    assert first.department.id == second.department.id


def test_a_word_for_several_bodies_is_no_short_name() -> None:
    assert defined_names("市城市管理局（以下简称主管部门）负责监督。") == {}


def test_words_before_a_name_in_its_sentence_are_no_part_of_it() -> None:
    text = "由云泽市文化广电旅游体育局（以下简称市文体局）组织实施。"
    assert defined_names(text) == {"市文体局": "云泽市文化广电旅游体育局"}
