"""Word lists that code looks up by id: each is there, each is used, and no quick look hides what a rule knows."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from raci.rules import Rule, built_in
from raci.rules.lexicon import LEXICON, lexicon_alternation, lexicon_hint, lexicon_pattern, lexicon_words
from raci.rules.markers import ClauseSplitter, at_start

ENTRIES = tuple(rule for rule in built_in() if rule.kind == LEXICON)
LOOKS_UP = "alternation|hint|pattern|words"


@cache
def sources() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in Path(str(files("raci"))).rglob("*.py"))


@cache
def used(by: str = LOOKS_UP) -> frozenset[str]:
    return frozenset(re.findall(rf"""lexicon_(?:{by})\(["']([a-z.-]+)["']\)""", sources()))


def test_what_code_looks_up_is_there_and_nothing_else() -> None:
    entries = {rule.id for rule in ENTRIES}
    assert used() <= entries
    # an id may stand in a variable before it is looked up
    assert [entry for entry in sorted(entries - used()) if f'"{entry}"' not in sources()] == []


def test_word_lists_read_their_examples_as_code_uses_them() -> None:
    for rule in ENTRIES:
        pattern = lexicon_pattern(rule.id)
        assert [example for example in rule.match if not pattern.search(example)] == [], rule.id
        assert [example for example in rule.no_match if pattern.search(example)] == [], rule.id
        assert re.compile(lexicon_alternation(rule.id)).search(rule.match[0]), rule.id


@pytest.mark.parametrize("rule", [rule for rule in ENTRIES if rule.id in used("hint")], ids=lambda rule: rule.id)
def test_a_quick_look_is_found_where_its_entry_is(rule: Rule) -> None:
    pattern, hint = lexicon_pattern(rule.id), lexicon_hint(rule.id)
    for example in (*rule.match, *rule.no_match):
        found = pattern.search(example)
        quick = hint.search(example)
        assert (quick and quick.start()) == (found and found.start())


@pytest.mark.parametrize("look_up", [lexicon_alternation, lexicon_hint, lexicon_pattern, lexicon_words])
def test_a_word_list_that_is_not_there_is_an_error(look_up) -> None:
    with pytest.raises(KeyError):
        look_up("name.nowhere")


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("name.generic", ["单位", "社会组织"], ["市财政局", "单", "|"]),
        ("name.level", ["中", "自治区"], ["自治"]),
        ("number.no-clause-before", ["[", "-", "按"], ["\\", "]", "。"]),
        ("number.counts-before", ["第", "9", "（"], ["[", "。"]),
    ],
)
def test_the_words_of_a_list_and_the_characters_of_a_set(name: str, inside: list[str], outside: list[str]) -> None:
    words = lexicon_words(name)
    assert words >= set(inside)
    assert not words & set(outside)


def examples(kind: str) -> list[str]:
    return [example for rule in built_in() if rule.kind == kind for example in rule.match]


@pytest.mark.parametrize("example", [*examples("verb"), *examples("infix")])
def test_the_quick_look_for_verbs_hides_none(example: str) -> None:
    assert lexicon_pattern("verb.hint").search(example)


@pytest.mark.parametrize(
    "example",
    [
        example
        for rule in built_in()
        if rule.kind == "label" and not rule.colon
        for example in rule.match
        if re.search(rule.pattern, example.replace("：", "").replace(":", ""))
    ],
)
def test_the_quick_look_for_labels_without_a_colon_hides_none(example: str) -> None:
    assert lexicon_pattern("label.unit-hint").search(example.replace("：", "").replace(":", ""))


@pytest.mark.parametrize("example", examples("marker"))
def test_the_quick_look_for_numbers_hides_none(example: str) -> None:
    assert example[0] in lexicon_words("number.first")


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("加强领导。推进改革。优化布局，完善设施，健全机制，强化保障，落实责任。", 1),
        ("一、加强领导，推进改革，完善设施。二、优化布局，健全机制，强化保障。", 2),
        ("一、按照第一条、第二条的规定办理。三、优化布局，健全机制，强化保障。", 1),
    ],
)
def test_a_paragraph_splits_where_a_number_counts_on(text: str, headings: int) -> None:
    assert len(list(ClauseSplitter(text, True).split(0, len(text)))) == headings


def test_counting_starts_anew_in_an_annex() -> None:
    text = "一、加强领导，推进改革，完善设施，健全机制。\n三、优化布局，健全机制，强化保障，推进改革。"
    first = text.index("\n")
    splitter = ClauseSplitter(text, False)
    assert len(list(splitter.split(0, first))) == 1
    splitter.restart()
    assert [marker and marker.value for _, _, marker in splitter.split(first + 1, len(text))] == [3]
    assert at_start(text, first + 1) is not None
