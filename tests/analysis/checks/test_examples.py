"""Each check finds something in its examples, and nothing in their neighbours; all say why, and what to do."""

from __future__ import annotations

import pytest

from raci.analysis.checks import CHECKS
from raci.analysis.checks.values import Check
from raci.pipeline import analyse

#: checks of what no text holds: pictures, hand edits, a user's rules, an annex
WITHOUT_TEXTS = {"gaps", "ocr", "edited", "stopped", "annex"}
EXAMPLES = [(check, text) for check in CHECKS for text in check.finds]
NEIGHBOURS = [(check, text) for check in CHECKS for text in check.passes]


def found(check: Check, text: str) -> list[str]:
    return [finding.message for finding in analyse(text).findings if finding.check == check.id]


@pytest.mark.parametrize(("check", "text"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_a_check_finds_something_in_its_example(check: Check, text: str) -> None:
    assert found(check, text)


@pytest.mark.parametrize(("check", "text"), NEIGHBOURS, ids=lambda value: getattr(value, "id", None))
def test_a_check_finds_nothing_in_a_neighbour(check: Check, text: str) -> None:
    assert found(check, text) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_says_why_and_what_to_do(check: Check) -> None:
    assert check.why.endswith("。")
    assert check.remedy.endswith("。")
    assert check.passes or check.id == "stopped"
    assert bool(check.finds) == (check.id not in WITHOUT_TEXTS)
