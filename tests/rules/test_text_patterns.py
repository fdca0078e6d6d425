"""Patterns of readers: each with a reason and examples both ways, and true to its examples."""

from __future__ import annotations

from importlib import resources

import pytest

from raci.errors import RuleError
from raci.rules.text_patterns import parse_text_patterns, pattern_files, text_patterns

WHOLE = """[[pattern]]
id = "dash"
where = "whole"
pattern = '—+'
why = "横线。"
match = ["—"]
no_match = ["一"]
"""


def test_there_are_patterns() -> None:
    assert {"pages", "paragraphs", "fonts", "sheets"} <= set(pattern_files())


@pytest.mark.parametrize("file", pattern_files())
def test_patterns_hold_for_their_examples_and_not_for_their_counterexamples(file: str) -> None:
    patterns = text_patterns(file).values()
    assert [f"{each.id}: {text}" for each in patterns for text in each.match if not each.holds(text)] == []
    assert [f"{each.id}: {text}" for each in patterns for text in each.no_match if each.holds(text)] == []


def test_every_file_passes_the_checks_that_loading_leaves_out() -> None:
    folder = resources.files("raci") / "data" / "patterns"
    for file in pattern_files():
        text = (folder / f"{file}.toml").read_text(encoding="utf-8")
        assert parse_text_patterns(text, file) == dict(text_patterns(file))


def test_an_entry_is_read() -> None:
    (pattern,) = parse_text_patterns(WHOLE, "横线.toml").values()
    assert (pattern.id, pattern.why, pattern.match, pattern.no_match) == ("dash", "横线。", ("—",), ("一",))
    assert [pattern.holds(text) for text in ("——", "—1—")] == [True, False]


@pytest.mark.parametrize("key", ["id", "where", "pattern", "why", "match", "no_match"])
def test_an_entry_without_a_key_is_refused(key: str) -> None:
    text = "\n".join(line for line in WHOLE.splitlines() if not line.startswith(f"{key} "))
    with pytest.raises(RuleError, match=r"横线\.toml"):
        parse_text_patterns(text, "横线.toml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('match = ["—"]', "match = []"),
        ('no_match = ["一"]', "no_match = []"),
        ('why = "横线。"', 'why = ""'),
        ('where = "whole"', 'where = "end"'),
        ("'—+'", "'('"),
        ('id = "dash"', 'id = "dash"\nkind = "label"'),
    ],
)
def test_an_entry_that_does_not_say_enough_is_refused(old: str, new: str) -> None:
    with pytest.raises(RuleError, match=r"横线\.toml"):
        parse_text_patterns(WHOLE.replace(old, new), "横线.toml")


def test_no_two_entries_share_an_id() -> None:
    with pytest.raises(RuleError, match="dash"):
        parse_text_patterns(WHOLE * 2, "横线.toml")


def test_a_macro_stands_for_its_piece() -> None:
    text = "[macros]\nmark = '[—–]'\n\n" + WHOLE.replace("'—+'", "'{mark}{2}'")
    (pattern,) = parse_text_patterns(text, "横线.toml").values()
    assert [pattern.holds(dash) for dash in ("—–", "—")] == [True, False]
