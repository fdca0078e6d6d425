"""Every pattern of names, against its own examples; and files with faults."""

from __future__ import annotations

from importlib.resources import files

import pytest

from raci.errors import RegisterError
from raci.register.compiling import built_in
from raci.register.name_patterns import built_in_patterns, parse_name_patterns
from raci.register.places import LEVELS

PATTERNS = tuple(built_in_patterns().values())
ENTRY = """
[[pattern]]
id = "river"
where = "whole"
pattern = '河'
why = "河。"
match = ["河"]
no_match = ["湖"]
"""


def test_every_pattern_matches_its_examples_and_no_counterexample() -> None:
    assert [each.id for each in PATTERNS if not (each.why and each.match and each.no_match)] == []
    assert [f"{each.id}: {text}" for each in PATTERNS for text in each.match if not each.holds(text)] == []
    assert [f"{each.id}: {text}" for each in PATTERNS for text in each.no_match if each.holds(text)] == []


def test_every_file_passes_the_checks_that_loading_leaves_out() -> None:
    for file in (files("raci") / "data" / "register" / "patterns").iterdir():
        patterns = parse_name_patterns(file.read_text(encoding="utf-8"), file.name)
        assert [pattern for pattern in patterns.values() if pattern not in PATTERNS] == []


def test_what_patterns_say_is_known_to_the_register() -> None:
    register = built_in()
    for pattern in PATTERNS:
        assert pattern.level in ("", *LEVELS)
        assert not pattern.kind or pattern.kind in register.kinds


def test_a_pattern_is_held_to_the_text_as_it_says() -> None:
    whole = parse_name_patterns(ENTRY, "river.toml")["river"]
    start = parse_name_patterns(ENTRY.replace('"whole"', '"start"'), "river.toml")["river"]
    anywhere = parse_name_patterns(ENTRY.replace('"whole"', '"anywhere"'), "river.toml")["river"]
    texts = ("河", "河道", "护河")
    assert [[pattern.holds(text) for text in texts] for pattern in (whole, start, anywhere)] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('why = "河。"', "", "river：缺少 why"),
        ('match = ["河"]\n', "", "river：match 须是至少一个例子的列表"),
        ('no_match = ["湖"]', "no_match = []", "river：no_match 须是至少一个例子的列表"),
        ('where = "whole"', 'where = "all"', "river：where 须是 whole、start、anywhere 之一"),
        ("'河'", "'('", "river：pattern 不能编译"),
        ('why = "河。"', 'why = "河。"\ncolour = "blue"', "river：不认识的键 colour"),
        ("[[pattern]]", f"{ENTRY}[[pattern]]", "river：id 重复"),
        ("[[pattern]]", "[[pattern", "不是有效的 TOML"),
    ],
)
def test_a_pattern_with_faults_is_refused(before: str, after: str, words: str) -> None:
    with pytest.raises(RegisterError) as caught:
        parse_name_patterns(ENTRY.replace(before, after), "river.toml")
    assert words in str(caught.value)
    assert "river.toml" in str(caught.value)
