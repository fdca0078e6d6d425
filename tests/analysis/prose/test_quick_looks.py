"""Quick looks at a sentence hide nothing: each is held to the examples of the rules that it looks ahead for."""

from __future__ import annotations

from typing import Any

import pytest

from raci.rules import built_in
from raci.rules.lexicon import lexicon_pattern

#: quick look → the rules that it looks ahead for
AHEAD_FOR = {
    "prose.role-hint": ("prose.lead", "prose.support", "prose.guide"),
    "prose.guidance-hint": ("prose.under-after", "prose.told-first"),
    "prose.inform-hint": ("prose.inform-before", "prose.inform-after"),
}


def examples() -> list[Any]:
    rules = {rule.id: rule for rule in built_in()}
    return [
        pytest.param(hint, example, id=f"{hint}: {example}")
        for hint, ahead in AHEAD_FOR.items()
        for rule in ahead
        for example in rules[rule].match
    ]


@pytest.mark.parametrize(("hint", "example"), examples())
def test_a_quick_look_hides_no_example(hint: str, example: str) -> None:
    assert lexicon_pattern(hint).search(example)
