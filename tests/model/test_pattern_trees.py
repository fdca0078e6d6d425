"""Patterns whose long choices are parted, and that are sought by what they begin with: they match what they matched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import pytest

from raci.model.first_characters import first_characters, with_first_characters
from raci.model.pattern_codes import compiled
from raci.model.pattern_trees import parted
from raci.register.name_patterns import built_in_patterns
from raci.rules import built_in
from raci.rules.text_patterns import pattern_files, text_patterns

from re import _compiler, _parser  # type: ignore[attr-defined]  # isort: skip

ENTRIES = [
    *built_in(),
    *built_in_patterns().values(),
    *(pattern for file in pattern_files() for pattern in text_patterns(file).values()),
]
EXAMPLES = [text for entry in ENTRIES for text in (*entry.match, *entry.no_match)]
#: they are tried in so many parts, each on some of the examples of all
PARTS, EVERY = 8, 300


def found(pattern: re.Pattern[str], text: str) -> list[tuple[object, ...]]:
    """All that a pattern says of a text."""
    every: Iterator[re.Match[str] | None] = iter((pattern.search(text), pattern.match(text), pattern.fullmatch(text)))
    matches = [match for match in (*every, *pattern.finditer(text)) if match is not None]
    return [(match.span(), match.groups(), match.lastgroup) for match in matches]


@pytest.mark.parametrize("part", range(PARTS))
def test_all_patterns_match_what_re_matches(part: int) -> None:
    for index, entry in enumerate(ENTRIES[part::PARTS]):
        slow, fast = re.compile(entry.pattern), compiled(entry.pattern)
        for text in (*entry.match, *entry.no_match, *islice(EXAMPLES, index % EVERY, None, EVERY)):
            assert found(fast, text) == found(slow, text), (entry.id, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("报送|抄送|报", "抄报送报"),
        ("^(?:由|请)|报送|^抄", "抄报送由"),
        (r"(?<=经)(?:向|与)\d?|\s+$", "经与3经向 \u3000"),
        (r"(?:(?P<a>开展|开)|(?P<b>[开做]好)|(?P<c>做))+", "开好做开展"),
        (r"[^\w（]+年|(?:\d|１)月", "，。年１月２月_年"),
        (r"(?i:ab|cd|[e-g])x", "ABxgXEx"),
        (r"(?=[甲乙])(?:甲方|乙方)?", "甲乙方"),
        (r"(甲|乙)(?:\1|丙)", "甲甲乙丙乙甲"),
        (r"(?>甲乙?|丙)乙|(?:甲|丁){1,2}+丁", "甲乙乙甲丁丁"),
        ("", "甲"),
    ],
)
def test_patterns_of_all_kinds_match_what_re_matches(pattern: str, text: str) -> None:
    assert found(compiled(pattern), text) == found(re.compile(pattern), text)


def test_a_long_choice_is_parted_and_finds_the_first_that_matches() -> None:
    words = [f"{chr(first)}{second}" for first in range(ord("一"), ord("一") + 80) for second in "请送"] + ["报送"]
    source = f"(?:{'|'.join(words)}|报请示|[报检]|由)(?P<rest>.)?"
    tree = parted(_parser.parse(source))
    assert "ASSERT" in str(tree)
    assert "ASSERT" not in str(_parser.parse(source))
    for text in (*words, "报请示", "检查", "由", "报", "无"):
        assert found(compiled(source), text) == found(re.compile(source), text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("报送|抄送", "抄报"),
        ("(?<!经)(?:向|与)", "与向"),
        ("(?=[甲乙]).", "甲乙"),
        ("甲?(?:乙|[丙丁])", "甲乙丙丁"),
        (".送|报", None),
        ("报*", None),
        ("[^报]", None),
    ],
)
def test_what_a_pattern_begins_with_is_known(pattern: str, expected: str | None) -> None:
    first = first_characters(pattern)
    assert first == (frozenset(expected) if expected is not None else None)


def test_re_is_told_what_a_match_begins_with() -> None:
    tree = _parser.parse("(?<!经)(?:向|与)")
    code = _compiler._code(tree, tree.state.flags)
    told = with_first_characters(code, tree)
    assert len(told) > len(code)
    assert with_first_characters(told, tree) == told
