"""Quick looks of checks hide nothing: each finds the examples of the rule that it looks ahead for, and finds fast."""

from __future__ import annotations

import pytest

from raci.rules import built_in
from raci.rules.lexicon import lexicon_pattern

# private: for tools and tests alone
import re._parser as parser  # type: ignore[import-not-found]  # isort: skip
from re._compiler import _get_charset_prefix as charset_prefix  # type: ignore[import-not-found]  # isort: skip
from re._compiler import _get_literal_prefix as literal_prefix  # type: ignore[import-not-found]  # isort: skip

#: quick look → the rule that it looks ahead for
LOOKS = {
    "hint.placeholder": "checks.placeholder",
    "hint.blank": "checks.blank-in-sentence",
    "hint.announced": "checks.announced",
    "hint.limit-in-sentence": "checks.limit-in-sentence",
    "hint.whole-limit": "checks.whole-limit",
    "hint.led-twice": "checks.led-twice",
    "group.named-end": "group.named",
}
#: those that look over whole texts
OVER_TEXTS = [
    *(look for look in LOOKS if look.startswith("hint.")),
    *("coverage.declaration", "coverage.glued-heads"),
]


@pytest.mark.parametrize("look", LOOKS)
def test_a_quick_look_hides_no_example_of_its_rule(look: str) -> None:
    rule = next(rule for rule in built_in() if rule.id == LOOKS[look])
    assert [example for example in rule.match if not lexicon_pattern(look).search(example)] == []


@pytest.mark.parametrize("rule", OVER_TEXTS)
def test_what_looks_over_a_whole_text_begins_with_a_character_or_a_set(rule: str) -> None:
    parsed = parser.parse(lexicon_pattern(rule).pattern)
    assert literal_prefix(parsed, 0)[0] or charset_prefix(parsed, 0)
