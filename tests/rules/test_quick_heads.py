"""The quick look for heads of columns: in step with the rules, and it passes all that they match."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from raci.rules import built_in
from raci.rules.column_heads import pattern_of_heads
from raci.rules.columns import read_head
from raci.rules.matching import active_rules, any_of
from raci.rules.own_columns import column_rules
from raci.rules.quick_heads import head_look, name_look

sys.path.append(str(Path(__file__).parents[2] / "tools"))
from quick_heads import FILE, ends_of, head_ends, name_ends, needed, parser

PATTERN = "|".join(pattern_of_heads())
#: heads, words that are none, and all parts of these: short texts of the kind that is asked for
WORDS = sorted(
    {
        text[start:end]
        for rule in built_in()
        if rule.kind in ("column", "label", "ending")
        for text in (*rule.match, *rule.no_match)
        for start in range(len(text))
        for end in range(start + 1, min(len(text), start + 16) + 1)
    }
)


def test_the_file_is_in_step_with_the_rules() -> None:
    expected = {"heads": head_ends(), "names": name_ends()}
    assert json.loads(FILE.read_text(encoding="utf-8")) == expected, "run python tools/quick_heads.py"


def test_all_that_matches_passes_and_most_of_the_rest_does_not() -> None:
    heads, may_match = re.compile(PATTERN), head_look(PATTERN)
    matching = [word for word in WORDS if heads.fullmatch(word)]
    assert len(matching) > 100
    assert [word for word in matching if not may_match(word)] == []
    assert sum(map(may_match, WORDS)) < len(WORDS) / 2
    assert not may_match("市财政局")
    assert not may_match("加快建设步伐")


def test_names_of_bodies_end_with_a_character_that_is_known() -> None:
    rules = [rule for rule in built_in() if rule.kind == "ending"]
    last = name_look(any_of(rules))
    assert last is not None
    ending = re.compile(any_of(rules))
    names = [word for word in WORDS if ending.search(word)]
    assert len(names) > 100
    assert [word for word in names if word[-1] not in last] == []
    assert name_look(any_of(rules) + "|加快建设步伐$") is None


def test_a_changed_pattern_is_tried_on_everything() -> None:
    assert head_look(PATTERN + "|加快建设步伐")("加快建设步伐")


def test_columns_of_a_user_are_read_whatever_they_end_with() -> None:
    rules = active_rules(column_rules({"啃硬骨头的": "lead"}, "raci.toml"))
    head = read_head("啃硬骨头的", rules)
    assert head is not None
    assert head.role == "lead"
    assert read_head("啃硬骨头的") is None


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("牵头(?:单位|部门)", {"单位", "部门"}),
        ("牵头单位(?:名称)?", {"单位", "名称"}),
        ("序|号", {"序", "号"}),
        ("第[一二]", {"第一", "第二"}),
        ("时限[一-鿿]", {"限\0"}),
        (".{0,4}位", {"位", "\0位"}),
        ("完成(?!了)时间(?<=间)", {"时间"}),
        ("项+", {"项", "项项"}),
    ],
)
def test_the_ends_of_a_pattern(pattern: str, expected: set[str]) -> None:
    assert ends_of(parser.parse(pattern)) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("是否[一-鿿]{1,6}", {"是"}), ("(?:甲|乙)[一-鿿]*", {"甲", "乙"}), ("(?:甲|.)乙?", None), ("[一-鿿]*", None)],
)
def test_what_a_match_holds(pattern: str, expected: set[str] | None) -> None:
    assert needed(parser.parse(pattern)) == expected
