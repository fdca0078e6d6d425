"""Patterns that look at one character first: in step with the data, and they are found where they were."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from raci.model.quick_patterns import sought
from raci.register.name_patterns import built_in_patterns
from raci.rules import built_in
from raci.rules.text_patterns import pattern_files, text_patterns

sys.path.append(str(Path(__file__).parents[2] / "tools"))
from quick_patterns import FILE, alternatives, forked, looking_inside, quick_patterns, with_look

#: what all patterns give as examples: texts of the kind that these patterns are sought in
EXAMPLES = [
    text
    for entry in (
        *built_in(),
        *built_in_patterns().values(),
        *(pattern for file in pattern_files() for pattern in text_patterns(file).values()),
    )
    for text in (*entry.match, *entry.no_match)
]
#: they are tried in so many parts, each of which takes a while
PARTS = 8


@cache
def quick() -> dict[str, str]:
    return quick_patterns()


def test_the_file_is_in_step_with_the_data() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == quick(), "run python tools/quick_patterns.py"


@pytest.mark.parametrize("part", range(PARTS))
def test_they_are_found_at_the_same_places(part: int) -> None:
    for source in list(quick())[part::PARTS]:
        slow, fast = re.compile(source), re.compile(quick()[source])
        for text in EXAMPLES:
            found, expected = fast.search(text), slow.search(text)
            assert (found and found.start()) == (expected and expected.start()), (source, text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("报送|抄送", "(?=[抄报])(?:报送|抄送)"),
        ("^由|报送|抄送", "^由|(?=[抄报])(?:报送|抄送)"),
        (r"(?<!经)(?:向|与)", r"(?=[与向])(?<!经)(?:向|与)"),
        (r"\d+日|前", r"(?=[\d前])(?:\d+日|前)"),
        (".送|报", None),
        ("报*", None),
        ("^报送", None),
    ],
)
def test_a_look_is_written(pattern: str, expected: str | None) -> None:
    assert with_look(pattern) == expected


def test_alternatives_are_those_outside_of_groups() -> None:
    assert alternatives(r"a|(?:b|c)[|]\|d|e") == ["a", r"(?:b|c)[|]\|d", "e"]


def test_a_long_list_of_words_is_parted_by_what_they_begin_with() -> None:
    words = [f"{first}{second}" for first in "报抄送通督移转协会检" for second in "请送告办到交"]
    changed = forked(f"(?<=局)(?:由|{'|'.join(words)}(?!的)|[向与]|短)")
    assert changed.count("(?=[") == 4
    assert all(re.search(changed, f"市园林局{word}") for word in (*words, "由", "向", "短"))
    assert not any(re.search(changed, f"市园林局{other}") for other in ("报销", "检交的", "长", ""))


def test_a_short_list_stays_as_it_is() -> None:
    assert forked("(?:报送|抄送)(?:的|地)?") == "(?:报送|抄送)(?:的|地)?"


def test_a_longer_choice_within_a_pattern_is_looked_into() -> None:
    words = "报送|抄送|督办|移交|协助|会同|检查|通报"
    changed = looking_inside(f"[县市]?(?:{words})(?:的|地)?[(?:|]")
    assert changed == f"[县市]?(?:(?=[会协抄报检督移通])(?:{words}))(?:的|地)?[(?:|]"
    assert looking_inside("(?:报送|抄送)(?:的|地)?") == "(?:报送|抄送)(?:的|地)?"


def test_whether_a_pattern_is_found_is_asked_by_its_first_character() -> None:
    source = next(source for source, pattern in quick().items() if pattern.startswith("(?=["))
    told, fast = re.compile(sought(source)), re.compile(quick()[source])
    for text in EXAMPLES:
        found, expected = told.search(text), fast.search(text)
        assert (found and found.start()) == (expected and expected.start()), text
    assert sought("^报送") == "^报送"
