"""The tables of words: what stands in them is used, said once, and looked up as the patterns have it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from raci.rules.loading import built_in_tables
from raci.rules.word_tables import EXAMPLES, Endings, alternatives, word_endings, word_tables

FILES = sorted(entry.name for entry in (files("raci") / "data" / "words").iterdir())
TABLES = [(file, name) for file in FILES for name in word_tables(file)]
ENDS = [(file, name) for file, name in TABLES if any("ends" in group for group in word_tables(file)[name])]
KEYS = {"why", "words", "only", "patterns", "ends"}
NEEDS = {"word", "object", "before", "not_before", "behind", "not_behind"}


@pytest.mark.parametrize(("file", "name"), TABLES)
def test_each_group_says_why_and_only_what_is_known(file: str, name: str) -> None:
    for group in word_tables(file)[name]:
        assert group["why"]
        assert set(group) <= KEYS
        assert all({"word"} < set(entry) <= NEEDS for entry in group.get("only", ()))


@pytest.mark.parametrize(("file", "name"), TABLES)
def test_no_word_stands_in_a_table_twice(file: str, name: str) -> None:
    words: Counter[str] = Counter()
    for group in word_tables(file)[name]:
        words.update(group.get("words", "").split())
        words.update({entry["word"] for entry in group.get("only", ())})
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(("file", "name"), TABLES)
def test_each_table_is_used_and_its_patterns_compile(file: str, name: str) -> None:
    table = dict(built_in_tables())[file]
    patterns = [*(str(rule["pattern"]) for rule in table["rule"]), *map(str, table["macros"].values())]  # type: ignore[attr-defined]
    assert any(f"{{{name}}}" in pattern for pattern in patterns) or (file, name) in ENDS
    for pattern in alternatives(word_tables(file)[name]):
        re.compile(pattern)


@pytest.mark.parametrize(("file", "name"), ENDS)
@pytest.mark.parametrize(
    "words",
    [
        *(
            "市财政局",
            "布局",
            "市医院",
            "县农科院",
            "各区县",
            "各县（市、区）",
            "市信访接待办",
            "就近办",
            "抢险组",
            "防指",
        ),
        *(
            "设区市",
            "各设区市",
            "省、自治区、直辖市",
            "社区（村）",
            "街道（乡镇）",
            "主管单位",
            "用人单位",
            "市供销合作社",
        ),
        *("企业", "检测机构", "市政府", "新型政府", "国有银行", "本组", "领导干部", "市管委会", "常务委员会会议", ""),
    ],
)
def test_an_ending_is_found_as_the_pattern_has_it(file: str, name: str, words: str) -> None:
    groups = word_tables(file)[name]
    expected = re.search(f"(?:{'|'.join(alternatives(groups))})$", words) is not None
    assert word_endings(file, name).end(words) == expected


@pytest.mark.parametrize(("file", "name"), ENDS)
def test_the_examples_of_endings_hold(file: str, name: str) -> None:
    text = (files("raci") / "data" / "words" / file).read_text(encoding="utf-8")
    examples = tomllib.loads(text)[EXAMPLES][name]
    ends = word_endings(file, name).end
    assert [words for words in examples["match"] if not ends(words)] == []
    assert [words for words in examples["no_match"] if ends(words)] == []


def test_a_word_counts_only_with_what_it_needs() -> None:
    verb = {"word": "掌握", "object": 2, "not_before": ["情况"]}
    pattern = re.compile(next(alternatives([{"only": [verb]}])))
    assert [pattern.match(words) is not None for words in ("掌握", "掌握动态", "掌握情况")] == [
        False,
        True,
        False,
    ]
    ending = Endings([{"words": "厅", "only": [{"word": "局", "not_behind": ["布"]}]}])
    assert [ending.end(words) for words in ("省厅", "市局", "布局", "")] == [True, True, False, False]
